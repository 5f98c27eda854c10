"""What people are and do: roles, kinship, verbs that only people are the subject of."""

from __future__ import annotations

from quizapp.core.values.word_lists import words

_ROLES = """
    engineer architect painter poet writer author novelist historian scientist physicist chemist
    biologist botanist geologist astronomer mathematician explorer navigator captain colonel general
    admiral lieutenant sergeant major officer commander soldier sailor stoker whaler cook driver
    surgeon doctor physician nurse teacher schoolteacher professor lecturer student pupil assistant
    secretary president director chairman chairwoman manager founder partner banker merchant trader
    dealer accountant lawyer judge clerk priest bishop catechist missionary monk nun king queen
    prince princess emperor duke wife husband son daughter brother sister father mother uncle aunt
    nephew niece cousin widow grandson granddaughter grandfather grandmother successor predecessor
    rival colleague friend heir critic journalist editor photographer composer musician singer actor
    actress sculptor designer inventor pilot astronaut cosmonaut mycologist surveyor lock-keeper
    keeper mechanic farmer miner carpenter blacksmith politician senator minister governor mayor
    ambassador economist philosopher linguist archaeologist anthropologist naturalist zoologist
    entrepreneur industrialist businessman businesswoman executive ingeniero ingeniera arquitecto
    pintor pintora poeta escritor escritora historiador historiadora cientifico fisico quimico
    medico medica doctor doctora coronel general capitan almirante teniente presidente presidenta
    director directora fundador profesor profesora maestro maestra abogado juez obispo sacerdote
    regente rey reina principe princesa esposa esposo mujer marido hijo hija hermano hermana padre
    madre tio tia sobrino sobrina viuda nieto nieta abuelo abuela sucesor farero capataz comerciante
    banquero periodista alcalde gobernador ministro ministra explorador piloto actor actriz musico
    inventor empresario empresaria botanico virrey conde
    """
_MORE_ROLES = """
    observer technician veterinarian midwife warden ranger foreman overseer apprentice butcher baker
    tailor shoemaker fisherman sealer hunter interpreter translator printer monarch
    diplomat consul activist reformer philanthropist
    fisica quimica cientifica matematico matematica enfermero enfermera veterinario veterinaria
    arqueologo arqueologa tecnico minero jesuita franciscano dominico fraile monja
    filosofo filosofa compositor compositora escultor escultora impresor
    investigador investigadora abogada jueza diputado diputada senador senadora consul comandante
    capataza inventora navegante marinero pescador cazador traductor traductora
    arquitecta astronomo astronoma
    abbess abbot actuary adjutant adviser advisor agent aide ally almoner ambassadress analyst
    antiquary aristocrat artisan assassin astrologer athlete attorney auctioneer aunt aviator
    aviatrix barber bard bishop boatman boatswain bookkeeper bookseller bosun boxer brewer bride
    bridegroom broker builder burgher butler cabinetmaker campaigner candidate carver cartographer
    cellist centre-forward champion chaplain chef choreographer clergyman climber clockmaker coach
    coachman collaborator collector comedian compatriot compiler comrade conductor conservator
    constable cooper copyist coroner correspondent councillor courtier coxswain craftsman creator
    criminal curate curator cyclist dancer daredevil daughter-in-law deputy disciple dissident
    diver doorman draughtsman drummer editor-in-chief educator elder emigrant emissary employee
    employer enemy engraver envoy essayist ethnographer ethnologist evangelist examiner expert
    father-in-law fiance fiancee fiddler figurehead financier firefighter fireman fisherwoman
    flautist florist footballer forester forger fugitive gardener general-secretary geographer
    girlfriend boyfriend glassblower glassmaker glazier goalkeeper goldsmith guest guide guitarist
    gunner gunsmith hairdresser harpooner headmaster headmistress heiress helmsman herald herbalist
    herder hero heroine hostess host housekeeper housewife humanist hydrologist illustrator
    immigrant imam innkeeper instructor interpreter investor jeweller joiner jurist knight labourer
    laborer landlady landlord landowner laundress lawmaker leader legislator lexicographer
    librarian lieutenant-governor lifeboatman lighthouse-keeper lightkeeper lithographer locksmith
    lodger logician luthier magistrate magnate maid majordomo maker manufacturer marchioness mariner
    mason master mate mayor mediator mentor mercenary metallurgist midshipman milliner millwright
    minstrel mistress model monarchist mother-in-law mountaineer muralist mystic namesake narrator
    neighbour neighbor newcomer nobleman noblewoman notary novelist nobel-laureate laureate
    officer-in-charge oculist official operator opponent orator organist organizer orientalist
    orphan orderly owner paediatrician paramedic parson partisan patron peasant peddler penpal
    percussionist perfumer pharmacist philologist pianist pioneer pirate planter player playwright
    plumber policeman policewoman pope porter postman postmaster postmistress potter preacher
    principal prioress privateer prodigy producer programmer prophet proprietor prosecutor
    protege protegee publisher puppeteer quartermaster queen-mother radiographer recluse rector
    referee refugee regent reporter representative researcher reverend rider rowing-master ruler
    runner saddler saint salesman saleswoman satirist scholar scout scribe seaman seamstress
    sea-captain secretary-general settler sexton shaman shepherd sheriff shipbuilder shipowner
    shipwright shopkeeper silversmith sister-in-law skater skier skipper slave smuggler soloist
    son-in-law soprano tenor baritone speaker spokesman spokeswoman sponsor spouse spy squire
    statesman stationmaster statistician stenographer steward stewardess stonecutter stonemason
    storyteller strategist striker midfielder defender winger left-back right-back substitute
    suffragette supervisor swimmer tanner tapestry-maker telegraphist theologian thinker tinsmith
    toolmaker trainer traveller treasurer troubadour trumpeter tutor tycoon typist umpire
    undersecretary upholsterer usher vicar victim vineyardist violinist virologist virtuoso viscount
    visitor volunteer warrior watchmaker weaver wheelwright wheelman whistleblower winemaker winner
    witness wrestler youngster zookeeper grandfather grandmother grandparents great-grandson
    great-granddaughter great-grandfather stepfather stepmother stepson stepdaughter half-brother
    half-sister twin ancestor descendant godfather godmother governess nursemaid wet-nurse mayoress
    chieftain chieftainess headman matriarch patriarch premier chancellor shogun samurai daimyo
    vizier regent consort dowager pasha bey
    companero companera amigo amiga socio socia colega discipulo discipula alumno alumna ayudante
    aprendiz lider jefe jefa dirigente militante portavoz vecino vecina heredero heredera cunado
    cunada suegro suegra yerno nuera primo prima hermanastro bisabuelo bisabuela bisnieto bisnieta
    tatarabuelo padrino madrina novio novia esclavo esclava indio monarca emperador emperatriz
    papa abad abadesa canonigo fray clerigo cura parroco sacristan misionero misionera rabino
    guerrillero guerrillera soldado sargento cabo alferez marino almirante conquistador virreina
    caudillo gobernadora intendente corregidor alcaldesa concejal concejala secretario secretaria
    tesorero tesorera ministro embajador embajadora diplomatico espia portero delantero defensa
    centrocampista entrenador entrenadora arbitro ciclista atleta nadador nadadora boxeador
    bailarin bailarina cantante cantaora cantaor guitarrista pianista violinista director-tecnico
    cineasta guionista dramaturgo dramaturga novelista ensayista cuentista critico critica filologo
    filologa lexicografo naturalista geografo geografa cartografo agronomo agronoma forense
    cirujano cirujana farmaceutico farmaceutica boticario partera comadrona matrona curandero
    curandera dentista obrero obrera jornalero jornalera campesino campesina labrador labradora
    ganadero ganadera pastor pastora lenador carpintero herrero albanil cantero ceramista alfarero
    alfarera tejedor tejedora sastre modista costurera zapatero panadero panadera cocinero cocinera
    tabernero librero librera editor editora imprentero fotografo fotografa periodista reportero
    reportera locutor locutora empleado empleada funcionario funcionaria maquinista ferroviario
    aviador aviadora astronauta patron armador naviero naviera terrateniente hacendado magnate
    mecenas coleccionista inversor inversora artesano artesana dibujante grabador grabadora orfebre
    relojero constructor constructora contratista topografo topografa vulcanologo
    duquesa marques marquesa condesa baron baronesa infante infanta heroe heroina martir
    santo santa beato beata sobreviviente superviviente testigo victima autor autora pensador
    pensadora estudiante estudioso estudiosa erudito erudita experto experta especialista
    catedratico catedratica decano decana rector rectora bibliotecario bibliotecaria archivero
    archivera restaurador restauradora paleontologo paleontologa oceanografo oceanografa
    ecologista sindicalista activista feminista socialista anarquista republicano republicana
    campeon campeona corredor corredora escalador escaladora alpinista montanero
    """
PEOPLE_NOUNS = frozenset(
    words(
        """spaniard briton icelander newfoundlander greenlander zealander netherlander englishman
        englishwoman
        frenchman frenchwoman irishman irishwoman scotsman scotswoman welshman welshwoman dutchman
        dutchwoman jesuit franciscan dominican benedictine"""
    )
)
"""Words with a capital that mean one of a people or of an order."""
_ROLE_ENDINGS = tuple(
    words(
        """ologist ographer ologo ologa ografo ografa smith wright monger keeper maker master
        fighter player worker writer painter singer dancer holder founder grower ist woman
        ianist ician ologists iatrist iatra ista"""
    )
)
_NOT_ROLES = frozenset(
    words(
        """list mist fist wrist twist waist gist grist whist exist assist consist insist resist
        persist checklist wishlist shortlist playlist revista lista pista vista conquista entrevista
        autopista arista reconquista best-selling
        """
    )
)
"""Words with those endings that mean no person."""
_PERSON_NOUNS = frozenset(
    words("boy girl woman child youth lad baby patient nino nina mujer joven muchacho muchacha")
)
ROLES = frozenset(words(_ROLES + _MORE_ROLES)) | PEOPLE_NOUNS
"""What a person may be called before the name: the engineer Isaac Telling."""


def is_role(word: str) -> bool:
    """Whether a folded word says what somebody is: an engineer, a volcanologist."""
    return word in ROLES or (word.endswith(_ROLE_ENDINGS) and word not in _NOT_ROLES)


def is_person(word: str) -> bool:
    """Whether a folded word means a person of any kind: a boy, an engineer."""
    return word in _PERSON_NOUNS or is_role(word)


SURELY_HUMAN_VERBS = frozenset(
    words(
        """
    said says wrote writes told married died dies born retired recalled recalls believed believes
    studied argued argues insisted insists remembered remembers replied explained explains
    complained confessed thought thinks knew knows emigrated graduated lectured resigned inherited
    composed dreamed dreamt wept smiled laughed joked admitted apologised apologized swore vowed
    hoped feared wanted refused hesitated realised realized noticed wondered imagined decided
    persuaded befriended quarrelled confided whispered shouted cried begged pleaded boasted noted
    observed concluded suggested proposed suspected doubted discovered invented taught enrolled
    enlisted volunteered apprenticed fell-ill eloped divorced remarried converted fasted prayed
    preached rode swam danced sang slept ate drank sat stood knelt climbed walked drove shot
    translated edited photographed sketched painted drew sculpted
    murio fallecio nacio dijo escribio conto caso estudio enseno vivio invento pinto compuso
    explico recordo creia creyo penso sabia queria quiso pidio propuso decidio nego insistio juro
    emigro heredo renuncio dimitio aprendio comento confeso recuerda explica dice cuenta afirma
    afirmo sostiene sostuvo opino viajo estudiaba trabajaba escribia vivia cantaba
    """
    )
)
"""Verbs that people do and hardly anything else."""

HUMAN_VERBS = SURELY_HUMAN_VERBS | frozenset(
    words(
        """
    asked answered hired bought sold designed sailed lived loved met kept ran led won lost received
    named founded served joined left returned went came became worked trained published flew
    built arrived moved took brought made gave began travelled traveled settled visited spent
    played scored signed carried showed sent found saw heard felt read spoke called helped
    succeeded replaced commanded ordered ruled reigned governed conquered defeated fought escaped
    fled surrendered captured killed opened ran started landed reached crossed explored mapped
    measured calculated proved described collected dug cut carved learned learnt earned owned
    presented performed recorded directed managed organised organized created developed
    introduced produced established offered accepted rejected supported opposed criticised
    criticized warned announced declared promised agreed claimed reported testified
    dirigio fundo compro vendio descubrio trabajo volvio salio recibio firmo gano perdio llego
    regreso mando ordeno logro publico presento construyo creo abrio entrego dejo llevo tomo
    encabezo conquisto derroto goberno lucho huyo murieron ocupo asumio diseno ideo demostro
    midio calculo exploro recorrio cruzo descifro encontro hallo recogio reunio organizo
    """
    )
)
"""Verbs that people do, behind a name of two or more words."""

SUFFERED = frozenset(
    words(
        """
    born appointed elected knighted arrested imprisoned exiled executed crowned promoted wounded
    buried hanged beheaded murdered assassinated poisoned dismissed sacked baptised baptized
    ordained canonised canonized educated raised orphaned widowed blinded married sentenced
    convicted acquitted pardoned hired recruited promoted awarded invited
    nombrado nombrada elegido elegida detenido detenida encarcelado encarcelada fusilado fusilada
    asesinado asesinada enterrado enterrada ejecutado ejecutada coronado coronada condenado
    condenada expulsado expulsada ascendido ascendida bautizado bautizada destituido herido herida
    """
    )
)
"""What is done to people only: was elected, fue fusilado."""

OF_PEOPLE = frozenset(
    words(
        """
    name nombre
    widow widower mother father wife husband son daughter brother sister death birth life diary
    diaries letters letter memoirs biography portrait grave tomb funeral birthday childhood youth
    career grandson granddaughter nephew niece uncle aunt friend pupil pupils students colleague
    assistant successor predecessor rival heir parents family illness arrest marriage handwriting
    voice brain body heart hand eyes wedding obituary pen
    muerte nacimiento vida diario cartas carta memorias biografia retrato tumba funeral infancia
    juventud carrera viuda hijo hija esposa marido hermano hermana madre padre amigo
    """
    )
)
"""What only people have: the widow of, somebody's handwriting."""

PUT_BY = frozenset(
    words(
        """
    written painted designed led founded composed directed discovered invented proposed built
    commissioned edited translated published drawn carved signed described compiled made owned
    commanded captained headed run chaired ruled sculpted photographed played sung performed
    conducted introduced developed created established given donated paid presented won scored
    bought sold found dug excavated read told recorded taught trained assisted helped accompanied
    followed succeeded replaced persuaded inspired hired defeated beaten killed shot murdered
    dirigido dirigida fundado fundada escrito escrita pintado pintada disenado disenada compuesto
    compuesta inventado inventada descubierto descubierta construido construida encabezado
    encabezada firmado firmada propuesto propuesta creado creada encargado encargada traducido
    traducida editado editada presidido presidida mandado mandada comandado comandada descrito
    descrita obra libro novela retrato
    """
    )
)
"""Participles before "by" behind which most often somebody's name stands."""

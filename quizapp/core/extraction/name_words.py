"""Words by which names are told apart: titles, roles, given names, heads of institutions."""

from __future__ import annotations

from quizapp.core.values.texts import RANKS
from quizapp.core.values.word_lists import words

TITLES = (
    RANKS
    | frozenset(
        words(
            """chief sister brother sheikh sultan emperor empress tsar duke duchess count countess
            baron baroness chancellor mayor chairman judge justice cardinal archbishop rabbi imam
            mother dame herr frau fra don dona fray sor vicar dean canon pastor premier marquis
            emperador emperatriz duque duquesa conde condesa marques baron virrey gobernador alcalde
            cardenal arzobispo licenciado ingeniero ing lic brig rear vice chaplain constable
            inspector superintendent provost deacon pharaoh khan shah maharaja raja caliph emir
            sra dra frai"""
        )
    )
) - {"m", "st", "cabo", "mayor", "major", "santo", "general", "father", "mother", "papa", "judge"}
"""Titles, ranks and forms of address, folded, that stand before a name with a capital."""

CAPITAL_TITLES = TITLES | frozenset(words("m major general father mother papa judge mayor"))
LATER_TITLES = frozenset(words("general gen admiral marshal governor minister officer commander"))
"""Second words of titles: Major General, Rear Admiral, Prime Minister."""

WOMEN = frozenset(words("mrs miss ms lady sister queen princess dame mother sra senora dona frau"))
"""Titles of women: Mrs. Bratlie is not the captain of that name."""

PARTICLES = frozenset(
    words(
        """de del la las los da das do dos di du des le van von der den ter ten zu zur y e i bin
        bint ibn ben al el ul ap af av of ou d l abu umm mac"""
    )
) - {"of"}
_ROLES = """
    engineer architect painter poet writer author novelist historian scientist physicist chemist
    biologist botanist geologist astronomer mathematician explorer navigator captain colonel
    general admiral lieutenant sergeant major officer commander soldier sailor stoker whaler cook
    driver surgeon doctor physician nurse teacher schoolteacher professor lecturer student pupil
    assistant secretary president director chairman chairwoman manager founder partner banker
    merchant trader dealer accountant lawyer judge clerk priest bishop catechist missionary monk
    nun king queen prince princess emperor duke wife husband son daughter brother sister father
    mother uncle aunt nephew niece cousin widow grandson granddaughter grandfather grandmother
    successor predecessor rival colleague friend heir critic journalist editor photographer
    composer musician singer actor actress sculptor designer inventor pilot astronaut cosmonaut
    mycologist surveyor lock-keeper keeper mechanic farmer miner carpenter blacksmith politician
    senator minister governor mayor ambassador economist philosopher linguist archaeologist
    anthropologist naturalist zoologist entrepreneur industrialist businessman businesswoman
    executive
    ingeniero ingeniera arquitecto pintor pintora poeta escritor escritora historiador historiadora
    cientifico fisico quimico medico medica doctor doctora coronel general capitan almirante
    teniente presidente presidenta director directora fundador profesor profesora maestro maestra
    abogado juez obispo sacerdote rey reina principe princesa esposa esposo mujer marido hijo hija
    hermano hermana padre madre tio tia sobrino sobrina viuda nieto nieta abuelo abuela sucesor
    farero capataz comerciante banquero periodista alcalde gobernador ministro ministra
    explorador piloto actor actriz musico inventor empresario empresaria botanico virrey conde
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
"""
PEOPLE_NOUNS = frozenset(
    words(
        """spaniard briton icelander greenlander zealander netherlander englishman englishwoman
        frenchman frenchwoman irishman irishwoman scotsman scotswoman welshman welshwoman dutchman
        dutchwoman jesuit franciscan dominican benedictine"""
    )
)
"""Words with a capital that mean one of a people or of an order."""
_ROLE_ENDINGS = ("ologist", "grapher", "ologo", "ologa", "ografo", "ografa")
_PERSON_NOUNS = frozenset(
    words("boy girl woman child youth lad baby patient nino nina mujer joven muchacho muchacha")
)
ROLES = frozenset(words(_ROLES + _MORE_ROLES)) | PEOPLE_NOUNS
"""What a person may be called before the name: the engineer Isaac Telling."""


def is_role(word: str) -> bool:
    """Whether a folded word says what somebody is: an engineer, a volcanologist."""
    return word in ROLES or word.endswith(_ROLE_ENDINGS)


def is_person(word: str) -> bool:
    """Whether a folded word means a person of any kind: a boy, an engineer."""
    return word in _PERSON_NOUNS or is_role(word)


HUMAN_VERBS = frozenset(
    words(
        """
    said says wrote told married died born retired recalled believed studied taught lectured
    graduated emigrated inherited resigned argued insisted remembered asked answered replied
    explained complained confessed thought knew hired bought sold painted composed invented
    discovered designed sailed walked drove lived loved met kept ran led won lost received named
    founded served joined left returned went came became worked trained published received
    murio nacio dijo escribio conto caso estudio enseno vivio fundo dirigio compro vendio descubrio
    invento pinto trabajo volvio salio recibio firmo gano perdio viajo
    """
    )
)
"""Verbs that people do, behind a name of two or more words."""

INSTITUTION_HEADS = frozenset(
    words(
        """
    university college school academy institute institution society association company corporation
    bank ministry department office bureau agency commission committee council board trust
    foundation museum library archive archives observatory laboratory hospital convent monastery
    church cathedral parliament congress senate assembly court party union federation league army
    navy force forces mission press herbarium railway railways club centre center brewery press
    mint authority administration government service services inc ltd plc corp gmbh group brothers
    sons daughters guard academy orchestra theatre theater station
    universidad colegio escuela academia instituto sociedad asociacion compania banco ministerio
    departamento oficina comision comite consejo fundacion museo biblioteca archivo observatorio
    laboratorio hospital convento monasterio iglesia catedral parlamento congreso senado asamblea
    corte partido sindicato federacion liga ejercito marina armada fuerza mision consulado casa
    """
    )
)
TREATY_HEADS = frozenset(
    words(
        """treaty agreement act convention pact protocol accord accords charter armistice tratado
        convenio acuerdo pacto protocolo convencion ley carta concordat edict"""
    )
)
PLACE_HEADS = frozenset(
    words(
        """sea ocean river lake island islands isle bay gulf strait cape mount mountain mountains
        valley desert land lands pole peninsula coast street road avenue square park forest zone
        canal channel harbour harbor port fort castle palace house hall hill bridge falls glacier
        north south east west upper lower new saint san santa santo st sierra mar rio lago isla
        islas golfo cabo monte punta puerto calle avenida plaza provincia delta moon mars"""
    )
)
OTHER_HEADS = frozenset(
    words(
        """war wars battle revolution empire republic prize medal award cup star festival games
        programme program project series journal dictionary encyclopaedia encyclopedia quarterly
        review courier times flora system model expedition age era day eve week night guerra batalla
        revolucion imperio republica premio diario revista faros century safety steamer ship"""
    )
)
NOT_NAMES = frozenset(
    words(
        """
    the a an in on at by to from of for and but or if when while after before during since until
    between among with without under over as it he she they we i you his her its their our my your
    this that these those there here what who whom whose which why how not no never nothing nobody
    none one two three four five six seven eight nine ten some many most much more few all both each
    every another other such so then thus yet still now today later early late soon once twice only
    even also too although though because however according among up like every other last first
    second third exports words rescue page chapter part volume according despite against
    el la los las un una unos unas en de del al por para con sin sobre entre hasta desde cuando
    donde mientras si no ni y o pero que quien cual su sus se lo le les este esta estos estas ese
    esa aquel hoy ayer segun durante tras ante bajo ella ellos esto eso dos tres cuatro cinco muchos
    más menos tambien según también aún todavía sólo después además él
    solo ya aun todavia hacia don
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday spring summer autumn winter easter christmas
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
    martes miercoles jueves viernes sabado domingo
    """
    )
)

_GIVEN = """
    aaron abdul abdullah abel abigail abraham ada adam adebayo adele agnes ahmed aisha akira alan
    albert alberto alejandro aleksandr aleksei alessandro alexander alexandra alfonso alfred ali
    alice alison amalia amelia amina amy ana anders andre andrea andreas andres andrew angela
    anita ann anna anne annie anselmo anthony antoine anton antonio arthur astrid augusto barbara
    baltasar beatrice benjamin bernard bernardo bertha bjorn boris brian bruno carl carla carlos
    carmen carol caroline catherine cecilia cesar charles charlotte chen christian christina
    christine christopher clara claude claudia constance cornelis cornelius cristina cristobal
    daniel daphne david deborah denis diana diego dmitri domingo dominique dorothy eduardo edward
    edwin eileen elena eleanor elias elizabeth ella ellen elsa emil emilia emilio emily emma enrique
    eric erik ernest ernesto esteban esther ethel eugene eva evaristo fatima federico felipe felix
    fernando flora florence frances francesca francis francisco francois frank franz frederick
    friedrich fritjof gabriel gabriela galileo george georges gerald gertrude giovanni giulia
    giuseppe gloria
    gonzalo grace gregory guadalupe guillermo gustav gustavo gwendolyn hannah hans harold harriet
    hassan heinrich helen helena helge henri henrietta henrik henry herbert herman hermann hilda
    hiroshi hugh hugo ian ibrahim ignacio igor ines ingrid irene isaac isabel isabella isidro ivan
    jack jacob jacques jakob james jan jane janet javier jean jeanne jennifer jeremy jesus joan
    joanna joaquin johan johann johannes john jonas jonathan jorge jose josef joseph josephine
    josiah josue juan juana julia julian julie julio julius karen karl kate katharine katherine
    kathleen kenji klaus knut kofi kwame lars laura lawrence leif leo leon leonardo leopold leslie
    lewis li lily louis louisa louise lucia lucy ludwig luis luisa lydia magdalena manuel marc
    marcel marco marcos margaret margarita maria mariana mariano marie mario marion mark marta
    martha martin martina mary mateo matilda matthew maurice max maya mehmet mercedes michael
    michel miguel mikhail mohamed mohammed moses muhammad nadia nancy natalia nathan nelson
    nicholas nicolas niels nikolai nils nina nora obadiah octavio olaf olga oliver olivia omar
    oscar otto pablo pascal patricia patrick paul paula pauline pedro percy peter petra philip
    philippe pierre pilar rachel rafael raj ralph ramon raul raymond rebecca ricardo richard rita
    robert roberto robin rocio rodrigo roger roland rosa rosalind rosario rose ruben rudolf ruth
    salvador samuel sandra santiago sara sarah satyendra sebastian sergei sergio sigrid silvia
    simon sofia sonia sophia sophie stanislaw stella stephen steven susan sven svetlana sylvia
    takeshi teresa theodor theodore thomas timothy tomas tove ulrich ulrike ursula valentina vera
    veronica vicente victor victoria vincent vincenzo viola violet virginia vladimir walter wang
    werner wilhelm wilhelmina william winifred wolfgang xavier yuki yuri yusuf yves yvonne zhang
"""
GIVEN_NAMES = frozenset(words(_GIVEN))
"""Given names of many languages, folded; a name that begins with one is a person's."""

COUNTRIES = frozenset(
    ("soviet union", "united states", "united kingdom", "west germany", "south africa")
) | frozenset(
    words(
        """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh
    belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada chile china colombia
    croatia cuba cyprus denmark ecuador egypt england estonia ethiopia finland france georgia
    germany ghana greece guatemala haiti honduras hungary iceland india indonesia iran iraq ireland
    israel italy jamaica japan jordan kenya korea kuwait latvia lebanon liberia libya lithuania
    luxembourg malaysia mali malta mexico mongolia morocco mozambique namibia nepal netherlands
    nicaragua nigeria norway pakistan panama paraguay peru philippines poland portugal romania
    russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden
    switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay venezuela
    vietnam wales yemen zambia zimbabwe europe asia africa america antarctica oceania
    alemania bolivia brasil espana francia inglaterra italia japon mexico paises portugal rusia
    suecia noruega suiza turquia egipto grecia belgica holanda europa
    """
    )
)

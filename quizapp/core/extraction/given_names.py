"""Given names of Western cultures, and family names that stand first, folded.

From general knowledge. Names that are words or places as well stand in their own table: they
count only together with a second capital.
"""

from __future__ import annotations

from quizapp.core.extraction.more_given_names import MORE_GIVEN_NAMES
from quizapp.core.values.word_lists import words

_WESTERN = """
    aaron abel abigail abraham ada adam adele adelaide adeline agatha agnes alan alastair albert
    alec alex alexander alexandra alexis alfred alice alison alistair allan allen alma alvin
    amanda amber amelia amos amy andrew angela angus anita ann anna annabel anne annette annie
    anthony arabella archibald arnold arthur ashley aubrey audrey augusta augustus austen
    barbara barnaby barry bartholomew basil beatrice becky belinda ben benedict benjamin
    bernadette bernard bert bertha bertram beryl bessie beth bethany betty beverly blanche bob
    boris bradley brandon brenda brendan brian bridget bronwyn bruce bryan cameron carl carol
    caroline carolyn carrie catherine cathy cecil cecilia cedric charles charlie charlotte
    cheryl chloe chris christian christina christine christopher cicely claire clara clarence
    clarissa claude clement clifford clive colin connie constance cora cordelia cornelius craig
    curtis cuthbert cynthia cyril daisy damian daniel daphne darren david dean deborah deirdre
    denise dennis derek desmond diana diane dick dinah dolly dominic donald donna dora doreen
    doris dorothea dorothy dougal douglas duncan dwight dylan eamon ebenezer eddie edgar edith
    edmund edna edward edwin edwina effie eileen elaine eleanor elijah elinor eliza elizabeth
    ella ellen ellie elliot elsie elspeth emily emma emmeline enid enoch eric ernest esme esther
    ethan ethel eugene eugenia eunice euphemia eustace eva evan eve evelyn ezekiel ezra fanny
    fay felicity fiona fletcher flora frances francis frank fred freda frederick gabriel gareth
    gavin gemma geoffrey george georgina gerald geraldine gerard gertrude gideon gilbert giles
    gillian gladys glen glenn gloria godfrey gordon graham gregory greta gwen gwendolyn hamish
    hannah harold harriet harriett harry harvey hazel heather hector helen henrietta henry
    herbert herman hester hilary hilda horace horatio howard hubert hugh hugo humphrey ian ida
    ike imogen ira irene iris irving isaac isabel isabella isaiah isla isobel ivor ivy jack
    jackie jacob jake james jane janet janice jasper jason jean jeffrey jemima jennifer jenny
    jeremiah jeremy jerome jerry jesse jessica jessie jill jim jimmy joan joanna joanne jodie
    joe joel john johnny jonah jonathan joseph josephine joshua josiah joyce judith judy julia
    julian julie juliet justin karen kate katharine katherine kathleen kathryn katie keith kelly
    kenneth kevin kim kirsty kitty kristin lachlan laura laurence laurie lavinia lawrence leah
    leo leonard leroy leslie lester letitia lewis lilian lillian lily linda lionel lisa lizzie
    llewellyn lloyd lois lorna lorraine lottie lou louis louisa louise lucas lucille lucinda
    lucius lucy luke luther lydia lynn mabel madeleine madge maggie malcolm marcia marcus
    margaret margery margot marian marianne marilyn marion marjorie martha martin marvin mary
    mathilda matilda matthew maud maude maureen maurice mavis maximilian melissa melvin mercy
    meredith michael michelle mike mildred millicent millie minnie miranda miriam molly monica
    montague morag mordecai morris mortimer moses muriel murray myra myrtle nancy naomi natalie
    nathan nathaniel ned neil nell nellie nelson neville nicholas nicola nigel nina noah noel
    nora norah norma norman obadiah olive oliver olivia oscar oswald owen pamela patricia
    patrick paul paula pauline pearl peggy penelope percival percy perpetua peter philip
    philippa phillip phineas phoebe phyllis polly primrose priscilla prudence quentin rachel
    ralph ramona randolph raymond rebecca reginald reuben rex rhoda rhys richard robert robin
    roderick rodney roger roland ron ronald rory rosalind rosamund rosemary rowena roy rufus
    rupert russell ruth sally sam samantha samson samuel sandra sarah saul sean sebastian selina
    seth seymour sharon sheila shirley sibyl sidney siegfried silas silvia simeon simon sophia
    sophie stanley stella stephanie stephen steve steven stewart stuart susan susanna susannah
    suzanne sybil sydney sylvester sylvia tabitha ted terence teresa terry thaddeus thelma
    theodora theodore theresa thomas tim timothy tobias toby tom tommy tony tracy trevor
    tristram ursula valerie vanessa vera vernon veronica vincent viola violet vivian vivien
    wallace walter wendy wilfred wilhelmina willa willard william willie winifred winnie winston
    yvonne zachary zoe aoife bridie brigid caoimhe ciaran conor declan diarmuid eoin fergus finn
    fionn grainne liam maeve niamh niall padraig roisin ronan sinead siobhan seamus aneirin
    carys dafydd emrys gwyn ieuan iolo megan nerys rhiannon sian
"""
_ROMANCE = """
    baldomero ulpiano calixto dimas leocadio nicomedes fructuosa eudaldo ceferino cirilo donato
    emeterio fabricio gaudencio hermenegildo isacio jovito ladislao leoncio macario matilda
    nazario ovidio pancracio quirico restituto saturio tarsicio ulises victorino zenaida
    abelardo adela adelina adolfo adrian adriana agueda agustin agustina aida aitor alba alberto
    alejandra alejandro alfonso alfredo alicia almudena alonso alvaro amadeo amalia amparo ana
    anabel anacleto andrea andres angel angelica angelina aniceto anselmo antonia antonio
    araceli arantxa aranzazu ariadna armando arsenio artemio arturo ascension asuncion aurelia
    aurelio aurora azucena baltasar bartolome basilio beatriz begona belen benigno benita benito
    bernarda bernardino bernardo blanca blas bonifacio braulio brigida bruno camila camilo
    candelaria candida caridad carla carlos carlota carmela carmelo carmen carolina casimiro
    catalina cayetano cecilio celestino celia cesar cipriano claudia claudio clemencia clemente
    concepcion concha conrado consuelo cosme crisanto cristina cristobal dalia damaso daniela
    dario delfina demetrio desiderio diego dionisio dolores domingo dorotea edmundo eduardo
    efrain eladio elena eleuterio elias elisa eloisa eloy elvira emerenciana emiliano emilio
    encarnacion enrique enriqueta epifanio ernesto esperanza esteban estela ester estrella
    eufemia eugenio eulalia eusebio eustaquio evaristo ezequiel fabian fabiola facundo fausto
    federica federico felicia feliciano felipa felipe felisa felix fermin fernanda fernando
    fidel filomena florencio florentina florentino fortunato francisca francisco fructuoso
    fulgencio gabriela gaspar genaro genoveva gerardo geronimo gervasio gilberto gines gisela
    gonzalo graciela gregoria gregorio gualberto guadalupe guillermina guillermo gumersindo
    gustavo heliodoro herminia hernan hernando higinio hilario hipolito honorio horacio
    hortensia humberto idoia ignacia ignacio ildefonso inaki ines inmaculada inocencia inocencio
    irma isaias iseo isidora isidoro isidro ismael itziar jacinta jacinto jaime javier jenaro
    jeronimo jesus jesusa jimena joaquin joaquina jon jordi jorge jose josefa josefina josep
    josue jovita juan juana juliana julio justa justina justo laureano lautaro lazaro leandro
    leocadia leonardo leonor leopoldo leticia lidia liliana lope lorenza lorenzo lourdes lucia
    luciano lucrecia luis luisa macarena magdalena maite manuel manuela marcela marcelino
    marcelo marcial marcos margarita maria mariana mariano maribel maricruz marina mario marisol
    marta martina mateo matias mauricio maximiliano maximo mayra melchor melisa mercedes micaela
    miguel milagros mireia modesto moises monserrat montserrat narcisa narciso nemesio nerea
    nestor nicanor nicasio nicolas nieves nuno nuria octavio odon ofelia olegario onofre orlando
    osvaldo pablo paloma pascual pastora patricio paulina paulino paz pedro pelayo pepe petra
    petronila pilar pio placido policarpo primitivo prudencio quintin rafael rafaela ramiro
    ramon raul rebeca refugio regina remedios remigio renato ricarda ricardo rigoberta rita
    roberto rocio rodolfo rodrigo rogelio roman romualdo roque rosa rosalia rosario rosaura
    rosendo ruben rufina ruperto sabina sabino salome salvador sancho santos saturnino
    sebastiana segismundo segundo serafin serafina sergio servando severiano severino severo
    silverio silvestre silvio simona sixto socorro sofia sol soledad susana tadeo telesforo
    teodora teodoro teofilo tiburcio timoteo tirso tomas tomasa toribio trinidad ubaldo ulises
    urbano valentin valentina valeriano vasco venancio ventura vicenta vicente victoriano vidal
    violeta virgilio visitacion viviana wenceslao ximena xavier yolanda zacarias zenon zoila
    abilio afonso agostinho amilcar anibal antonieta aparecida armindo artur baltazar benedita
    caetano candido celeste conceicao custodio davi deolinda diogo domingos duarte edson eduarda
    estevao eurico fabio fatima felisberto filipa fernao florbela gil goncalo graca guilherme
    heitor helder helio henrique iracema ivone jaira joao joaquim jovelina juliao julieta lazara
    leopoldina lourenco luciana luiz luzia machado manoel marilia mateus matilde maurilio
    miguelina milton moacir neusa nilton odete olavo osmar otavio paulo pero quiteria raimunda
    raimundo regiane rui sebastiao simao tarsila teofila thiago tiago tome vasconcelo vitor
    vitoria zelia zilda adelchi adriano agostino alberico aldo alessandra alessandro alessio
    ambrogio amedeo angelo annibale antonella arcangelo arnaldo artemisia assunta bartolomeo
    battista beniamino benvenuto bettina biagio bianca bonaventura camillo carlo caterina cesare
    chiara ciro cosimo cristoforo dino domenico donata donatella donatello elisabetta elio
    emanuela emanuele enrica enrico enzo ercole ettore evangelista ezio fabrizio ferdinando
    filippa filippo fiorella fiorenza flaminia flavia flavio francesca francesco franca franco
    fulvio gaetano gasparo gaspare gennaro giacinta giacomo giambattista gian giancarlo gianluca
    gianni gino gioacchino giordano giorgia giorgio giovanna giovanni giulia giuliana giuliano
    giulio giuseppe giuseppina guglielmo guido ippolita ippolito isabetta jacopo lamberto
    leonello leonora letizia livia livio lodovico luca lucrezia ludovica ludovico luigi
    maddalena marcello marco marianna mariella massimo matteo maurizio michela michelangelo
    michele mirella nello niccolo nicolo nunzia orazio ottavia ottavio palmira paola paolo
    pasquale pellegrino piera pierluigi piero pietro pompeo raffaele raffaella raimondo renata
    renzo riccardo rinaldo rocco romano romolo rosanna rosina ruggero sabrina salvatore sandro
    santo savino scipione sebastiano settimio silvano simonetta sofonisba stefania stefano
    taddeo tancredi tazio tiziana tiziano tommaso torquato tullia tullio ugo umberto valeria
    valerio vincenza vincenzo virginio vitale vito vittoria vittorio zeno achille adolphe adrien
    adrienne agathe aime aimee alain albertine alexandre aline alphonse alphonsine amandine
    ambroise amelie anais anatole andre andree ange angelique anselme antoine antoinette
    apolline aristide armand armelle arnaud arsene auguste augustin aurelie baptiste barthelemy
    bastien benedicte benoit berthe bertrand blaise brigitte camille casimir celestin celestine
    celine cesaire charlemagne chantal christophe claudette claudine clemence clementine colette
    corentin corinne cosette cyprien cyrille damien delphine denis desire dominique edgard edmee
    edmond edouard eliane elie elisabeth elise eloi eloise emeric emile emilie emilienne
    emmanuel emmanuelle ernestine estelle etienne etiennette eugenie evariste fabien fabienne
    felicien felicite ferdinand fernand florent florian francine francois francoise frederic
    frederique gabrielle gaspard gaston genevieve georges georgette germain germaine gervais
    ghislaine gisele guillaume gustave guy helene henri henriette hercule hermine hilaire
    hippolyte honore honorine hortense hyacinthe isabeau isabelle isidore jacqueline jacques
    jeanne jeannette joachim josette jules juliette julien justine lambert laurent leonce leonie
    leontine lise lothaire louison luc lucette lucie lucien lucienne manon marc marcel marceline
    marcelle marguerite marie marielle marine marthe martial mathieu mathilde mathurin maxime
    melanie michel micheline mireille monique nadege nathalie nicole ninon noemie odette odile
    olivier olympe oriane pascal pascale paulette perrine philibert philippe philomene pierre
    pierrette placide prosper raoul raphael raymonde regis remi remy rene renee rodolphe romain
    roxane rosalie sabine sandrine sebastien severine simone solange suzette sylvain sylvie
    theodule theophile therese thibault thierry toussaint urbain valentine valere victoire
    victor vincente virginie viviane xaviere yann yannick yves yvette zacharie zephirin adina
    alexandru anghel aurel bogdan catalin ciprian constantin corneliu costache cristian dacian
    doina dragos dumitru elisabeta eugen gavril gheorghe grigore horia iancu ileana ioan ioana
    ion ionel iulia iulian iuliu liviu lucian marius mihai mihaela mircea nicolae octavian
    ovidiu petru radu raluca sorin stefan smaranda tudor vasile viorel zamfir alenka arnau aleix
    biel carme ferran francesc jaume lluis llorenc marti merce montse neus oriol pau pere quim
    roser sergi xavi
"""
_GERMANIC_AND_NORDIC = """
    achim adalbert adelheid adolf albrecht alexa alfons almut alois aloys alwine amalie andreas
    anja annegret anneliese annemarie annika antje anton armin arndt arno astrid august
    balthasar barthold beate benno bernd bernhard bernhardine berthold birgit birgitta bjarne
    bjorn bodo brigitta brunhilde burkhard carsten caspar christa christel christiane christof
    christoph clemens constanze cornelia dagmar detlef diederich dieter dietmar dietrich dirk
    dorothee ebba eberhard eckhard edda egon ehrenfried ekkehard elfriede elisabet elke elsa
    elsbeth emanuel emil emilia engelbert erich erika ernst erwin ewald franz franziska frauke
    frederike frieda friedemann friedhelm friedrich friederike fritz georg gerda gerhard gerhart
    gerlinde gero gerrit gertraud gottfried gotthold gottlieb gregor gretchen gudrun guenther
    gunter gunther gustav hannelore hanna hannes hans hansjorg harald harro hartmut hedda hedwig
    heide heidi heike heiko heiner heinrich heinz helga hella hellmut helmut helmuth henning
    henrike hermann hiltrud horst huldrych ilse immanuel ingeborg ingo ingrid irmgard isolde
    jakob jan jens jobst jochen johann johanna johannes jorg josef josefine julius jurgen jutta
    kai karin karl karla karoline karsten kaspar katharina kathe katrin klara klaus knut konrad
    konstantin kornelia kunigunde kurt lars leberecht lena leni leonhard leopold levin liesel
    liselotte lorenz lothar lotte ludwig luise lukas lutz manfred margarete margarethe margit
    markus marlene marlies mathias matthaus matthias max mechthild meinhard melchior michaela
    minna monika moritz nepomuk niklas norbert olaf ortwin oskar otfried ottilie otto peer
    philipp pia rainer raimund regine reiner reinhard reinhold renate richarda roswitha rudiger
    rudolf rupprecht ruprecht sebald sepp sibylle sieglinde siegmund sigismund sigmund sigrid
    silke sonja stefanie steffen susanne sven sybille tabea theobald theodor theresia thilo
    thorsten till tilman traugott traute trude udo ulf uli ulrich ulrike ursel uta ute uwe veit
    viktor viktoria volker volkmar waldemar walburga waltraud walther wenzel werner wieland
    wiebke wilhelm wilhelmine willi willy winfried wolf wolfgang wolfram xaver aafke aart
    adriaan aleida alida anneke annelies antonie anouk arend arie barend bart bas berend
    boudewijn bram brecht claes coen cornelie cornelis daan dirck elske evert femke floris frans
    freek geert geertruida gerardus gerbrand gijsbert gijs govert greet griet guus hanneke
    harmen hein hendrik hendrika hendrikje henk hilde huib ignaas jaap jacoba jacobus jacomina
    jannetje jannes jelle jeroen jeltje joost joris judocus jurriaan kees klaas koen koenraad
    laurens lieke lieven lijsbeth lodewijk maaike maarten machteld margaretha marijke marten
    mathijs mattheus meindert mieke nicolaas niels petronella pier piet pieter pieternel pim
    reinier rembrandt renske rijk roel roelof rogier ruud saskia siebe sietske sjoerd stijn
    tjeerd teun theunis tiele trijntje wieke wiebe willem willemijn wim wouter wubbo zacharias
    aage aagot abelone agneta aino aksel alfhild alv anders andor ane ankarcrona annelise
    anniken arne arvid asbjorn aslaug asmund axel bengt bent bente bergljot bertil birger
    birgitte bo borge borghild bror brynhild cathrine christen christiania dag dagny ditlev
    dorte edvard edvin egil eigil eilert einar eirik eivind ellinor elof embrik endre erik
    erland erlend erling eskil espen esben folke fredrik fredrika freja frida frithjof fritjof
    gerd gertrud gjert gorm grete gro gudmund gunilla gunnar gunnhild gunvor gustaf guri haakon
    hakon haldis halfdan hallvard halvor halvdan hanne hedvig helge hemming henny henrik herleif
    herluf hilma hjalmar hjordis holger idar inger ingmar ingvald ingvar ingunn ivar iver jarl
    jeppe jette jesper johan johanne jonas jorgen jorunn jostein kaare kaisa kare katarina
    kerstin ketil kirsten kirsti kjell kjeld kjersti klas knud kolbjorn kristen kristian
    kristiane kristina kristine kristoffer lasse lauritz laurits leif lennart liv lisbet lone
    loretta lovisa ludvig magne magnhild magnus maja malin mads mari marit mathea merete mette
    mogens morten nanna nikolai nils oddvar odd oddny ola olaus olav ole oline olof oluf ove
    oyvind palle peder per pernille petter poul ragna ragnar ragnhild ralf randi rasmus reidar
    roald rolf runar rune sigfrid sigurd signe sigvard sissel siv sofie sofus solveig soren
    staffan steinar stein sten stig stina sture svante svein sverre synnove tage terje thea thor
    thora thorbjorn thorleif thorvald tone tor torben tord tordis tore torgeir torill torkel
    torstein torsten torvald tove trine trond trygve tryggve turid ulla ulrika unni valborg
    vebjorn verner vidar viggo vilhelm villads viveka yngvar yngve aila aleksanteri anneli antti
    armas arvo eero eetu eila eino elina esko hannu heikki helmi helka hilja ilmari irja jaakko
    jari jorma juha juhani juho jukka jussi kaarina kaarlo kaija kalevi kalle kauko kyllikki
    lahja lauri liisa marjatta markku martti matti mauno mikael mikko niilo onni oskari outi
    paavo pekka pentti pirjo pirkko raimo reijo reino risto ritva sakari sanna sauli seppo
    sirkka sulo sylvi taavi taisto tapani tapio tarja tauno tellervo teuvo timo toivo tuomas
    tuula urho vaino veikko veli vieno viljo vilho yrjo aili andaras arnaldur asgeir baldur
    birna bjarni egill einarr gudmundur gudny hallgrimur halldor halldora helgi hrafn ingibjorg
    ingolfur jokull jonina kristjan kristjana olafur ragnheidur sigridur sigurdur sigurjon skuli
    snorri steinunn sveinn thordur thorgeir thorgerdur thorsteinn unnur vigdis
"""

_WORDS_AND_PLACES = """
    a adelaide ai alma amber amparo an angel angeles april art as ascension asuncion at august
    augusta aurora austin ava ba bau be bella benigno blanca blessing bo boss brian-born brook
    cameron carmel carol carolina celeste chad chance charity charlotte china christian clara
    clement cliff concepcion constance consuelo cordelia cosme cruz cut dag dale dallas dalton
    dan dawn de dean deep dev diana dick do dolores don dov drew duke e earl eden ella en
    encarnacion esperanza estrella eve faith fay fern flora florence fortunato frank gay gene
    georgia glen gloria glory grace grant gray guy hai hall hang harry heath heather heidelberg
    holly homer honey hope houston hunter i ida iman in india iris israel ivy jack jade jan
    jewel ji jordan joy june justice justo kent kiki kim king lan lance laurel lee leon lily
    lima lincoln linda long lourdes love luna ma madison mai main man mar maria-theresia marina
    mark martial martinique may melbourne mercedes mercy mia milagros milan miles misty mo
    moderna modesto montana montserrat nancy ne nelson neo ni nice nieves nova olive om opal
    orange pace paloma paris pastor pastora pat patience patricio patton paz peace pearl penny
    perla pero petra phoenix pia pier pierce piers pilar pole poppy precious primitivo prudence
    queen ra ram ran rana ray reed refugio regina rein remedios reno rex rich robin rock rolf
    roma roman rosa rosario rose ruby ruth sage salome salvador san sandy santa santiago santo
    santos savannah see segundo severo sharp short sierra sky so socorro sol soledad son stein
    stella sten sterling stone su summer sun sydney temple the thor tiger till tim tin to tom
    tor trinidad troy u un una urbano valencia valentine van venice ventura vera vi victor
    victoria vienna violet virginia visitacion wade ward wen will willow win wolf wren yes young
    yu
"""
NAMES_AND_WORDS = frozenset(words(_WORDS_AND_PLACES))
"""Given names that are words or places as well, folded."""

GIVEN_NAMES = frozenset(words(_WESTERN + _ROMANCE + _GERMANIC_AND_NORDIC)) | MORE_GIVEN_NAMES
"""Given names of many languages, folded."""
SURE_GIVEN_NAMES = GIVEN_NAMES - NAMES_AND_WORDS
"""Given names that are no other words or places."""

FAMILY_FIRST = frozenset(
    words(
        """
    bai cai cao chai chan chang chao chen cheng cheung chiang chin chiu choi chou chow chu chung cui
    dai deng ding dong du duan fan fang feng fong fu gao gong gu guo han hao he ho hong hou hsu hu
    hua huang hui jia jiang jin kang kong kwan kwok lai lam lau lee leung lei li liang liao lim lin
    ling liu lo lu luo lv ma mao mei meng mo ng ni nie ning ong ouyang pan pang peng qi qian qin qiu
    ren shao shen shi sima song su sun szeto tan tang tao teng teo tian tong tsai tsang tse tu wan
    wang wei wen wong woo wu xi xia xiao xie xiong xu xue yan yang yao ye yeh yi yin yip you yu yuan
    yue zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zou zuo ahn bae baek bang byun cha cho
    choi chun eom gong gu gwak ha han hong hwang hyun im jang jeon jeong ji jin jo joo jung kang kim
    ko koo kwak kwon lee lim min moon myung na nam no noh oh pak park ri roh ryu seo seok shin shim
    sim sohn son song suh sung woo yeo yeon yi yoo yoon yu yun bui cao chau dang dao diep dinh do
    doan duong ha ho hoang huynh khuat kieu la lam le luong ly mac mai ngo nguyen nong pham phan
    phung quach ta thai to ton tran trieu trinh truong tu vo vu vuong
    """
    )
)
"""Family names of China, Korea and Vietnam, which stand before the given name."""

SURNAME_ENDINGS = tuple(
    words(
        """
    ov ova ev eva sky skyi ski ska skii vich vic vna enko chuk ian yan shvili dze sson sen ssen
    dottir sson ez escu eanu opoulos akis idis oglu zade wicz czyk czak ini elli etti ucci acci
    eschi otti ossi azzi mann berger bauer meyer maier stein heimer hofer inger strom stroem
    qvist quist gren lund blad dahl gaard nen inen ainen wala singh swamy nathan murthy karan
    jee pillai moto mura yama kawa zawa shima shita hara guchi saki naka no-ue
    """
    )
)
"""How family names end in many languages."""

"""Words by which names are told apart: titles, particles, heads of institutions and places."""

from __future__ import annotations

from quizapp.core.values.texts import RANKS
from quizapp.core.values.word_lists import phrases, words

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
            sra dra frai mlles mmes messrs monsignor mgr msgr signor signora signorina senhor
            senhora dom nana oba ras tunku datuk datin tengku pasha begum rani maharani
            sheikha shaykh hajji haji mullah ayatollah swami pandit guru lama acharya reb rav
            archduke archduchess tsarina czar kaiser viscount viscountess laird burgomaster
            bailiff sheriff alderman commissioner commandant cpl cpt pvt supt cdr wm maestro
            sensei ustad kapitan fru froken pani frere soeur abbe pere infante infanta
            sto stadtholder landgrave margrave elector doge regent vizier grandmaster
            tio tia hermano hermana madre soror abuela abuelo mister misses mx ven
            comandante contralmirante vicealmirante obispa deputy alferez cacique sargento
            arquitecto arq dip sen rep hon viuda ser mossen mosen micer lugarteniente
            inca bey effendi hanim agha chevalier comte comtesse vicomte duc duchesse saint"""
        )
    )
) - {
    "m", "st", "cabo", "mayor", "major", "santo", "general", "father", "mother", "papa", "judge",
    "sto", "regent", "elector", "guru", "viuda", "ser", "ras", "nana", "maestro", "deputy",
    "inca", "agha", "bey",
}  # fmt: skip
"""Titles, ranks and forms of address, folded, that stand before a name with a capital."""

CAPITAL_TITLES = TITLES | frozenset(
    words(
        """m major general father mother papa judge mayor regent elector guru ser ras nana maestro
        deputy inca agha bey aunt uncle auntie granny grandma grandpa cousin saint st ste santo"""
    )
) - {"saint", "st", "ste", "santo"}
LATER_TITLES = frozenset(
    words("general gen admiral marshal governor minister officer commander president justice")
)
TITLE_OPENINGS = frozenset(
    words(
        """prime vice rear field grand crown flight wing squadron petty master lance able acting
        surgeon staff chief high lord deputy assistant associate attorney primer primera"""
    )
)
"""First words of titles that are none alone: Prime Minister, Crown Prince, Wing Commander."""

EPITHETS = frozenset(
    words(
        """great elder younger terrible bold conqueror magnificent wise fair short tall first second
        third lion navigator confessor pious good bad cruel catholic fat bald red black lawgiver"""
    )
)
"""Second words of titles: Major General, Rear Admiral, Prime Minister."""

WOMEN = frozenset(words("mrs miss ms lady sister queen princess dame mother sra senora dona frau"))
"""Titles of women: Mrs. Bratlie is not the captain of that name."""

PARTICLES = frozenset(
    words(
        """
        de del la las los lo da das do dos di du des le van von vom der den ter ten te zu zur zum y
        e i bin bint binti ibn ben bar al el ul ap af av of ou d l abu umm mac dalla dalle dallo dal
        della delle dello degli dei delli dell nic ni mhic ui ould uld wuld pour op ur az t ad ed
        und thor en
    """
    )
) - {"of", "thor", "pour", "en", "und"}
OPENING_PARTICLES = frozenset(words("von van ibn bint al el ould zu"))
"""Particles with a small letter by which somebody's name may begin: von Braun, al-Razi."""

INSTITUTION_HEADS = frozenset(
    words(
        """
    university college school academy institute institution society association company corporation
    bank ministry department office bureau agency commission committee council board trust
    foundation museum library archive archives observatory laboratory hospital convent monastery
    church cathedral parliament congress senate assembly court party union federation league army
    navy force forces mission press herbarium railway railways club centre center brewery press mint
    authority administration government service services inc ltd plc corp gmbh group brothers sons
    daughters amigos friends hijos hermanos cia fils sohne guard academy orchestra theatre theater
    station universidad colegio escuela academia instituto sociedad asociacion compania banco
    ministerio departamento oficina comision comite consejo fundacion museo biblioteca archivo
    observatorio laboratorio hospital convento monasterio iglesia catedral parlamento congreso
    senado asamblea corte partido sindicato federacion liga ejercito marina armada fuerza mision
    consulado casa studio studios estudio estudios airlines airways pictures records stores holdings
    industries enterprises textiles chemicals electronics technologies associates partners steamship
    shipbuilders publishers insurance orchestra ballet choir band corps regiment battalion squadron
    brigade division clinic surgery parish diocese bishopric archdiocese embassy consulate council
    oil steel gas petroleum energy shipping wind
    industrias astilleros bodegas transportes ferrocarriles hilaturas manufacturas conservas
    talleres
    imprenta editorial cerveceria cooperativa cofradia hermandad gremio orquesta coro regimiento
    batallon escuadron brigada clinica parroquia diocesis embajada ayuntamiento diputacion cabildo
    ateneo liceo casino caja confederacion junta tribunal audiencia ministry textile
    ladies books
    rovers wanderers rangers harriers athletic thistle dynamo dinamo deportivo atletico racing
    hornets panthers tigers lions eagles falcons bears bulls wolves saints
    """
    )
)
TREATY_HEADS = frozenset(
    words(
        """treaty agreement act convention pact protocol accord accords charter armistice tratado
        convenio acuerdo pacto protocolo convencion ley carta concordat edict code statute
        ordinance decree declaration constitution regulations codigo decreto constitucion
        declaracion ordenanza estatuto reglamento"""
    )
)
PLACE_HEADS = frozenset(
    words(
        """bottom edge gill beck fell tarn moor heath dale glen loch cross green common wood woods
        ferry ford wharf dock quay pier wells springs creek brook pass ridge point reef shoal rock
        rocks cliff crag cove sound firth fjord lagoon swamp marsh plain plateau range hills heights
        town village city comb combe mine mines dam cerro loma vega barranco rambla ria cala
        sea ocean river lake island islands isle bay gulf strait cape mount mountain mountains
        valley desert land lands pole peninsula coast street road avenue square park forest zone
        lock locks weir
        canal channel harbour harbor port fort castle palace house hall hill bridge falls glacier
        north south east west upper lower new saint san santa santo st sierra mar rio lago isla
        islas row lane drive crescent terrace court gardens gate
        market parade embankment boulevard paseo ronda carretera camino callejon barrio colonia
        golfo cabo monte punta puerto calle avenida plaza provincia delta moon mars"""
    )
)
OTHER_HEADS = frozenset(
    words(
        """
        nuevo nueva gran great royal national nacional united imperial federal grand civil
        cooperativa war wars battle revolution empire republic prize medal award cup star festival
        games programme program project series journal dictionary encyclopaedia encyclopedia
        quarterly review courier times flora system model expedition age era day eve week night
        guerra batalla revolucion imperio republica premio diario revista faros century safety
        steamer ship order orden little pequena pequeno old viejo vieja greater lesser grande
    operation operacion project express line challenge championship open tournament derby
    campeonato torneo copa feria fair exhibition exposicion biennial bienal congress conference
    strike election elections depression famine plague epidemic pandemic uprising rising rebellion
    revolt mutiny massacre riots blitz boycott crisis earthquake eruption eclipse
    huelga rebelion motin matanza peste epidemia sublevacion levantamiento terremoto hambruna
    depresion erupcion
    """
    )
)
THINGS = frozenset(
    words(
        """
    ship ships vessel boat steamer steamship schooner frigate brig barque bark cutter tug trawler
    liner tanker freighter yacht submarine destroyer cruiser battleship icebreaker ferry lifeboat
    launch galleon caravel airship aircraft aeroplane airplane plane rocket probe satellite
    spacecraft spaceship lander rover capsule shuttle telescope locomotive train engine car
    newspaper magazine paper journal novel book play opera film song album poem ballad symphony
    painting series show game label brand firm company factory mill works brewery shipyard yard
    mine pit quarry colliery farm ranch estate plantation vineyard inn pub hotel restaurant cafe
    shop store club team school hospital prison gaol jail camp village town city hamlet district
    county province state region island river lake mountain volcano peak valley bay strait cape
    glacier desert forest reef canal dam bridge tunnel lighthouse tower castle palace fortress
    fort temple church cathedral chapel mosque synagogue abbey monastery museum gallery theatre
    street square road avenue park station line railway airport harbour port planet comet
    asteroid crater moon star galaxy virus method theorem effect law theory disease syndrome
    piece cantata oratorio sonata suite ballet concerto overture pamphlet memoir documentary
    sculpture statue mural fresco pieza zarzuela himno documental escultura estatua cuento ensayo
    process cup trophy medal prize award stadium ground arena
    cooperative cooperativa movement movimiento
    barco buque vapor goleta fragata bergantin carabela galeon navio crucero acorazado submarino
    lancha velero remolcador pesquero avion cohete sonda satelite tren locomotora periodico diario
    revista novela libro obra opera pelicula cancion disco poema cuadro empresa fabrica molino
    mina hacienda finca estancia bodega hotel hostal restaurante tienda club equipo escuela
    colegio hospital carcel campo pueblo villa ciudad aldea barrio municipio comarca provincia
    estado region isla rio lago laguna monte cerro volcan pico valle bahia estrecho cabo glaciar
    desierto bosque arrecife canal presa puente tunel faro torre castillo palacio fortaleza
    templo iglesia catedral capilla mezquita ermita abadia monasterio museo galeria teatro calle
    plaza avenida parque estacion linea ferrocarril aeropuerto puerto planeta cometa crater
    virus metodo teorema efecto ley teoria enfermedad proceso copa trofeo medalla premio estadio
    """
    )
)
"""What bears names and is no person: the steamer Annie Larsen, el volcán Misti."""

ALSO_SURNAMES = frozenset(
    words(
        """edge gill beck fell moor heath dale glen cross green common wood woods ferry ford wells
        creek brook pass point rock cliff cove marsh range hills mines vega cerro comb
        hall hill park lake street castle house church bank day west north forest east lowe bridge
        bridges court press port fort island night land ford banks major guard league king pole
        canal puente molino mina hacienda bodega barrio valley bay times mission flora star price
        iglesia puerto castillo torre campo monte rio lago calle plaza casas corte ley villa valle
        bosque camino casa station train carr club car paper prior abbott temple farm mills works
        mason school play game show book song moon mines line law store camp chapel tower
        lane little fair band gardens gate market feria copa camino grande viejo express old choir
    drive parade tribunal caja junta order line
    forrest lock locks road fields dam reef cup ground coast
    """
    )
)
"""Heads that are family names as well: Robert Hill, Elena Castillo."""

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

COUNTRIES = frozenset(
    " ".join(p)
    for p in phrases(
        "soviet union|united states|united kingdom|west germany|south africa|estados unidos"
        "|reino unido|hong kong|buenos aires|rio de janeiro|tel aviv|addis ababa|kuala lumpur"
        "|sri lanka|sierra leone|puerto rico|costa rica|burkina faso|saudi arabia|cape verde"
        "|cabo verde|los angeles|las vegas|sao paulo|mexico city|phnom penh|dar es salaam"
        "|monte carlo|nova scotia|british columbia|ho chi minh city|abu dhabi|el salvador"
        "|la habana|la paz|la coruna|la plata|el cairo|great britain|mar del plata"
        "|salt lake city|middle ages|edad media|middle east"
    )
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
    london paris berlin rome madrid vienna moscow lisbon dublin athens cairo tokyo beijing delhi
    mumbai calcutta kolkata lahore karachi dhaka istanbul constantinople baghdad tehran damascus
    jerusalem beirut lima bogota quito caracas santiago montevideo havana washington chicago boston
    philadelphia toronto montreal sydney melbourne auckland nairobi lagos accra johannesburg
    stockholm oslo copenhagen helsinki amsterdam rotterdam brussels antwerp geneva zurich munich
    hamburg cologne leipzig dresden prague budapest warsaw krakow bucharest sofia belgrade zagreb
    kiev kyiv odessa leningrad petersburg venice florence milan naples turin genoa barcelona
    sevilla valencia bilbao zaragoza malaga granada cordoba toledo salamanca valladolid roma
    londres moscu viena berlin ginebra nueva bombay shanghai kyoto osaka singapur manila jakarta
    bangkok hanoi saigon oxford cambridge edinburgh glasgow liverpool manchester bristol cardiff
    belfast york atlantic pacific mediterranean baltic arctic antarctic atlantico pacifico
    mediterraneo caribe god dios bible biblia christendom
    """
    )
)

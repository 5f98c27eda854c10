"""Verbs by which the end of a subject is told: common forms, and endings of the past."""

from __future__ import annotations

from functools import lru_cache

from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.number_words import SMALL
from quizapp.core.values.word_lists import words

AUXILIARIES = frozenset(
    words(
        """
    is are was were be been being has have had does do did will would can could may might shall
    should must used es son era eran fue fueron sera ha han habia habian hubo esta estan estaba
    estaban
    """
    )
)
_ENGLISH = AUXILIARIES - frozenset(words("es son era eran ha han esta")) | frozenset(
    words(
        """
    began became came went gave took made found left led won lost held kept built bought sold
    brought thought taught caught fought sought rose fell grew knew drew flew threw wrote drove
    spoke broke chose froze stole wore tore bore swore ran sang sank drank swam stood understood
    told said paid laid met sat set shut cut hit hurt put cost let read spent sent lent bent meant
    dealt felt slept swept wept dreamt burnt learnt spelt spread shot struck stuck hung dug swung
    spun bound wound lay saw ate beat bit hid rode shook woke forgot got rang sprang shrank heard
    sued died used tied owed lied vied
    withdrew overtook undertook withstood oversaw outgrew fled bred fed sped shed split quit
    born remains lies holds contains carries stands runs covers measures weighs shows gives makes
    takes says lists follows accounts employs produces cast burst clung crept dwelt flung ground
    knelt leapt lit mistook outlived overcame overheard rid slid sold sown spat strode strove
    stung swelled swore underwent upheld wove wrung forbade foresaw forgave misled rebuilt retold
    consists includes owns uses serves lives works stretches reaches draws fills sells spends
    begins ends becomes comes goes rises falls needs keeps leads means marks names tells survives
    hopes fits owes hosts houses attracts receives visits grows flows belongs exists occurs
    happens opens closes appears seems looks feels thinks believes argues claims suggests writes
    describes explains sets puts gets meets brings buys pays earns teaches studies plays sings
    drives finishes starts stops turns moves returns arrives leaves sits wins loses collects
    calls expects rests hangs asks adds provides requires recalls proposes publishes connects joins
    divides separates surrounds dominates overlooks preserves protects enters reflects represents
    welcomes wants tries breaks catches carries pushes pulls throws cuts crosses holds forms gains
    broadcast gives chooses agrees allows offers serves spans sends builds grants extends
    lasts prefers tends weighs hates discovers finds arrives helps chooses shares tries
    climbs travels passes descends occupies beats pumps boasts
    breeds eats drinks feeds breathes swims flies sinks burns boils freezes melts depends stays
    """
    )
)
_BASES = frozenset(
    words(
        """
    owe survive remain lie hold contain carry stand cover employ own use live work produce include
    fill lose play need make take give get go come keep tell say show mark mean run sell buy win
    become begin end grow rise fall eat drink feed breed visit attend speak know think believe agree
    differ vary weigh measure cost reach stretch belong exist occur appear seem form serve help move
    return arrive leave meet write read teach learn study travel swim fly sing dance draw bring pay
    earn receive owe share support follow lead sit sleep wear build account call remember hope want
    love like like
    """
    )
)
"""Forms of the present that are verbs behind a plural or a pronoun only."""
_SPANISH = AUXILIARIES | frozenset(
    words(
        """
    hay estuvo estuvieron tiene tienen tenia tenian tuvo tuvieron hizo hicieron dijo dijeron dio
    dieron vio puso pusieron pudo pudieron quiso vino vinieron trajo trajeron supo anduvo cabe debe
    deben podia puede pueden iba iban va van queda quedan visitan recorren llama llaman mide miden
    pesa pesan cuesta cuestan cuenta cuentan vive viven sigue siguen contiene contienen dura lleva
    llevan hace hacen vale valen sube baja celebra celebran reune figura consta constan salio nacio
    murio fuimos somos conserva conservan recibe reciben ocupa ocupan forma forman produce producen
    vende venden abre cierra empieza termina muestra muestran guarda guardan representa representan
    trabaja trabajan pertenece pertenecen existe existen incluye incluyen alcanza alcanzan llega
    llegan supera superan prohibe prohiben permite cobra cobran paga pagan gana ganan pierde pierden
    dirige preside dicen dice cree creen sabe saben conoce conocen explica escribe quiso quisieron
    supieron hubieron dieran cupo rigio sirve sirven atrae atraen emplea emplean mantiene mantienen
    alberga albergan ofrece ofrecen dispone disponen posee poseen requiere requieren exige exporta
    importa fabrica fabrican financia gestiona acoge acogen atiende atienden cubre cubren suministra
    abastece genera consume transporta une cruza atraviesa rodea domina abarca agrupa concentra
    comprende integra combina comparte compite cultiva explota extrae distribuye reparte imprime
    edita emite difunde ensena investiga analiza demuestra confirma revela indica calcula estima
    considera afirma sostiene opina recuerda presta prestan espera esperan calla suele suelen gasta
    alcanza acude acuden pide piden compra compran utiliza utilizan ayuda ayudan busca buscan
    aparece aparecen parece parecen quiere quieren hablan habla estudian estudia dedica dedican
    dan recuerdan aseguran explican afirman sostienen opinan reconocen admiten mandaron
    suma suman nace nacen muere mueren crece crecen sale salen entra entran pasa pasan vuelve
    """
    )
)
_NOT_VERBS = frozenset(
    words("uncrewed united red bed speed seed hundred need indeed breed feed kindred sacred shed")
)
_UNDONE = frozenset(
    words(
        """united unveiled unearthed unloaded unified unleashed unlocked uncovered undermined
        unfolded unpacked unwrapped underlined underestimated underpinned underscored"""
    )
)
"""Verbs that begin with "un"; others that do are adjectives: left uncleared."""
_ENDINGS = tuple(
    words(
        """ó aron ieron aba aban ía ían ará arán erá irá erán irán drá drán yeron jeron dujo puso
        tuvo hizo
        vino"""
    )
)
_NOT_SPANISH_VERBS = frozenset(
    words(
        """dia dias mayoria compania via guia energia policia economia historia geografia todavia
        tecnologia biologia categoria alegria teoria galeria libreria minoria autonomia anatomia
        varon baron patron tia alcaldia bahia sequia garantia mercancia artilleria caballeria
        ingenieria poesia fotografia astronomia filosofia ciudadania monarquia dinastia
        abadia utopia sinfonia epidemia arriba capilla sílaba alba tumba prueba tribu"""
    )
)
_PRESENT = ("a", "e", "an", "en", "ó", "n")
_BEFORE_PRESENT = frozenset(words("que se quien quienes"))
_NOT_PRESENT = frozenset(
    words(
        """sobre entre ante desde durante nunca siempre ella este esta cada para antes ahora aunque
        donde luego entonces apenas todavia tanto cuando hasta contra mediante gente parte estaba
        ademas tan bien"""
    )
)
_NOT_BEFORE = frozenset(
    words(
        """the a an his her its their el la los las un una su sus to of de por al del my our your
        this these those each every some any no cada"""
    )
)
_COUNTS = (SMALL["en"].keys() | SMALL["es"].keys()) - {"one", "uno", "una", "un"}
_WORKS = frozenset(words("works stores lines records plays studies stops names houses means stays"))
"""Nouns as well as verbs; behind a name with an article they are nouns."""
_WITH_NUMBERS = frozenset(words("records lists numbers counts totals ranks scores"))
_COUNTED = _WORKS | frozenset(
    words(
        "houses hosts lives turns moves visits returns starts falls draws calls crosses forms "
        "climbs passes beats pumps"
    )
)
"""Nouns as well as verbs; behind a small number they are nouns."""
_BEFORE_BASES = frozenset(
    words("they we you i who which that people men women children most many some others both all")
)


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token is most likely a finite verb."""
    token = tokens[at]
    word = token.folded
    named = token.sort != "w" or (token.capital and at > 0)
    if named or not _may_be(word, token.text, tokens.language):
        return False
    before = tokens[at - 1].folded if at else ""
    denied = before == "no" and tokens.language != "en"
    if before in _NOT_BEFORE and not denied and not _may_stand_behind(token.text, word, before):
        return False
    if word in _COUNTED and _is_counted(tokens, at, word, before):
        return False
    if word in _WITH_NUMBERS and (tokens[at + 1].sort == "n" or tokens[at + 1].folded in _COUNTS):
        return True  # the log records twenty-two rescues
    if tokens.language != "es" and _is_english(word, before):
        return True
    return tokens.language != "en" and _is_spanish(token.text.lower(), word, before)


@lru_cache(maxsize=5_000)
def _may_be(word: str, text: str, language: str) -> bool:
    """Whether a word is a verb beside some other word; most words never are."""
    if word in _WITH_NUMBERS:
        return True
    if language != "es" and (word in _ENGLISH or word in _BASES or word.endswith(("ed", "s"))):
        return True
    low = text.lower()
    return language != "en" and (
        word in _SPANISH or low.endswith(_PRESENT) or low.endswith(_ENDINGS)
    )


def _is_counted(tokens: Tokens, at: int, word: str, before: str) -> bool:
    """Whether a word that may be a verb is a noun: at the Marconi works, four houses."""
    named = tokens[at - 1].capital and tokens[at - 2].folded in _NOT_BEFORE and at > 1
    if word in _WORKS and named:
        return True
    return before in _COUNTS or 0 < len(tokens[at - 1].digits) < 4


def _may_stand_behind(text: str, word: str, before: str) -> bool:
    """Whether a verb may follow a word that opens a group: la fundó, his was, this is."""
    if word in _SPANISH and word.endswith("n") and before in ("la", "los", "las"):
        return True
    if before in ("la", "los", "las"):
        return (
            word.endswith(("aron", "ieron", "aba", "aban"))
            or word == "fue"
            or text.endswith(("ó", "ían"))
        )
    pronoun = before in ("this", "these", "those", "some", "each", "his", "her", "su")
    return pronoun and word in AUXILIARIES


def _is_english(word: str, before: str) -> bool:
    if word in _ENGLISH:
        return True
    if word.endswith("ed") and len(word) > 4:
        return word not in _NOT_VERBS and not (word.startswith("un") and word not in _UNDONE)
    if before in ("who", "which", "that") and word.endswith("s") and len(word) > 3:
        return True
    plural = before.endswith("s") and not before.endswith(("ss", "us", "'s"))
    return word in _BASES and (plural or before in _BEFORE_BASES)


def _is_spanish(low: str, word: str, before: str) -> bool:
    if before in _BEFORE_PRESENT and len(word) > 3 and low.endswith(_PRESENT):
        return word not in _NOT_PRESENT
    if word in _SPANISH:
        return low not in ("esta", "este")
    return len(low) > 3 and low.endswith(_ENDINGS) and word not in _NOT_SPANISH_VERBS

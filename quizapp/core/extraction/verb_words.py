"""Words that are verbs beside some other word: common forms, and endings of the past."""

from __future__ import annotations

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
ENGLISH = AUXILIARIES - frozenset(words("es son era eran ha han esta")) | frozenset(
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
BASES = frozenset(
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
SPANISH = AUXILIARIES | frozenset(
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
ENDINGS = tuple(
    words(
        """ó aron ieron aba aban ía ían ará arán erá irá erán irán drá drán yeron jeron dujo puso
        tuvo hizo
        vino"""
    )
)
PRESENT = ("a", "e", "an", "en", "ó", "n")
WITH_NUMBERS = frozenset(words("records lists numbers counts totals ranks scores"))


def languages(word: str, text: str) -> frozenset[str]:
    """The languages in which a word, folded and as written, is a verb beside some other word.

    "" stands for a language that is not known. Most words are none in any.
    """
    low = text.lower()
    english = word in ENGLISH or word in BASES or word.endswith(("ed", "s"))
    spanish = word in SPANISH or low.endswith(PRESENT) or low.endswith(ENDINGS)
    return _IN[english or word in WITH_NUMBERS, spanish or word in WITH_NUMBERS]


_IN = {
    (english, spanish): frozenset(["en"] * english + ["es"] * spanish + [""] * (english or spanish))
    for english in (False, True)
    for spanish in (False, True)
}

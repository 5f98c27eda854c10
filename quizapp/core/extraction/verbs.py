"""Verbs by which the end of a subject is told: common forms, and endings of the past."""

from __future__ import annotations

from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.word_lists import words

_ENGLISH = frozenset(
    words(
        """
    is are was were be been has have had does do did will would can could may might shall should
    must began became came went gave took made found left led lost won held kept built bought sold
    brought thought taught caught fought sought rose fell grew knew drew flew threw wrote drove
    spoke broke chose froze stole wore tore bore swore ran sang sank drank swam stood understood
    told said paid laid met sat set shut cut hit hurt put cost let read spent sent lent bent meant
    dealt felt slept swept wept dreamt burnt learnt spelt spread shot struck stuck hung dug swung
    spun bound wound ground lay saw ate beat bit hid rode shook woke forgot got rang sprang shrank
    withdrew overtook undertook withstood oversaw outgrew fled bred fed sped shed split quit
    born remains lies holds contains carries stands runs covers measures weighs shows gives makes
    takes says lists follows accounts employs produces
    consists includes owns uses serves lives works
    begins ends becomes comes goes rises falls needs keeps leads means marks names tells survives
    hopes weighs fits said owes survive survives remain lie hold contain carry stand cover employ
    own     use live work produce include
    """
    )
)
_SPANISH = frozenset(
    words(
        """
    es son era eran fue fueron sera ha han habia habian hubo hay esta estan estaba estuvo estuvieron
    tiene tienen tenia tenian tuvo tuvieron hizo hicieron dijo dijeron dio dieron vio puso pusieron
    pudo quiso vino vinieron trajo supo anduvo cabe debe deben podia debia iba iban va van queda
    quedan visitan recorren llama llaman mide pesa cuesta cuenta vive viven sigue siguen contiene
    dura lleva hace hacen vale sube baja une celebra reune figura consta debia salio nacio murio
    """
    )
)
_NOT_VERBS = frozenset(
    words("uncrewed united red bed speed seed hundred need indeed breed feed kindred sacred shed")
)
_ENDINGS = ("ó", "aron", "ieron", "aba", "aban", "ía", "ían", "ará", "arán")
_NOT_BEFORE = frozenset(words("the a an his her its their el la los las un una su sus to of de"))


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token is most likely a finite verb."""
    token = tokens[at]
    if token.sort != "w" or (token.capital and at > 0):
        return False
    word = token.folded
    if word in _ENGLISH or word in _SPANISH:
        return tokens.folded(at - 1) not in _NOT_BEFORE or at == 0 or word in ("was", "fue")
    if word.endswith("ed") and len(word) > 4:
        return word not in _NOT_VERBS and tokens.folded(at - 1) not in _NOT_BEFORE
    low = token.text.lower()
    return len(low) > 3 and low.endswith(_ENDINGS) and tokens.folded(at - 1) not in _NOT_BEFORE

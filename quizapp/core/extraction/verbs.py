"""Verbs by which the end of a subject is told: common forms, and endings of the past."""

from __future__ import annotations

import re
from itertools import islice

from quizapp.core.extraction.tokens import Tokens, tokenise
from quizapp.core.extraction.verb_words import (
    AUXILIARIES,
    BASES,
    ENDINGS,
    ENGLISH,
    PRESENT,
    SPANISH,
    WITH_NUMBERS,
)
from quizapp.core.values.number_words import SMALL
from quizapp.core.values.word_lists import words

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
_NOT_SPANISH_VERBS = frozenset(
    words(
        """dia dias mayoria compania via guia energia policia economia historia geografia todavia
        tecnologia biologia categoria alegria teoria galeria libreria minoria autonomia anatomia
        varon baron patron tia alcaldia bahia sequia garantia mercancia artilleria caballeria
        ingenieria poesia fotografia astronomia filosofia ciudadania monarquia dinastia
        abadia utopia sinfonia epidemia arriba capilla sílaba alba tumba prueba tribu"""
    )
)
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
_LETTER = re.compile(r"[^\W\d_]")
_OPENING = re.compile(r".{40,100}[^\W\d_](?= .{140})")
"""The beginning of a long text, which mostly shows whether it tells something."""


def count_verbs(text: str, most: int) -> int:
    """How many verbs a text has, up to so many: a long one is mostly not read to its end."""
    opening = _OPENING.match(text)
    if opening:
        tokens = tokenise(opening[0])
        if _count(tokens, len(tokens) - 1, most) == most:  # the last looks at what follows it
            return most
    if _LETTER.search(text) is None:
        return 0
    tokens = tokenise(text)
    return _count(tokens, len(tokens), most)


def _count(tokens: Tokens, end: int, most: int) -> int:
    found = (1 for at in tokens.verbal() if at < end and is_verb(tokens, at))
    return sum(islice(found, most))


def is_verb(tokens: Tokens, at: int) -> bool:
    """Whether a token is most likely a finite verb."""
    token = tokens[at]
    if tokens.language not in token.verbal or (token.capital and at > 0):
        return False
    word = token.folded
    before = tokens[at - 1].folded if at else ""
    denied = before == "no" and tokens.language != "en"
    if before in _NOT_BEFORE and not denied and not _may_stand_behind(token.text, word, before):
        return False
    if word in _COUNTED and _is_counted(tokens, at, word, before):
        return False
    if word in WITH_NUMBERS and (tokens[at + 1].sort == "n" or tokens[at + 1].folded in _COUNTS):
        return True  # the log records twenty-two rescues
    if tokens.language != "es" and _is_english(word, before):
        return True
    return tokens.language != "en" and _is_spanish(token.text.lower(), word, before)


def _is_counted(tokens: Tokens, at: int, word: str, before: str) -> bool:
    """Whether a word that may be a verb is a noun: at the Marconi works, four houses."""
    named = tokens[at - 1].capital and tokens[at - 2].folded in _NOT_BEFORE and at > 1
    if word in _WORKS and named:
        return True
    return before in _COUNTS or 0 < len(tokens[at - 1].digits) < 4


def _may_stand_behind(text: str, word: str, before: str) -> bool:
    """Whether a verb may follow a word that opens a group: la fundó, his was, this is."""
    if word in SPANISH and word.endswith("n") and before in ("la", "los", "las"):
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
    if word in ENGLISH:
        return True
    if word.endswith("ed") and len(word) > 4:
        return word not in _NOT_VERBS and not (word.startswith("un") and word not in _UNDONE)
    if before in ("who", "which", "that") and word.endswith("s") and len(word) > 3:
        return True
    plural = before.endswith("s") and not before.endswith(("ss", "us", "'s"))
    return word in BASES and (plural or before in _BEFORE_BASES)


def _is_spanish(low: str, word: str, before: str) -> bool:
    if before in _BEFORE_PRESENT and len(word) > 3 and low.endswith(PRESENT):
        return word not in _NOT_PRESENT
    if word in SPANISH:
        return low not in ("esta", "este")
    return len(low) > 3 and low.endswith(ENDINGS) and word not in _NOT_SPANISH_VERBS

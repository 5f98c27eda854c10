"""The ways to read a typed name: what stands around it, short forms, initials.

"In Chorrillos (Peru)" is Chorrillos where the question speaks of Peru; the USA are the United
States; "P. Clément" is Paul Clément. Nothing here makes one name of two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from quizapp.core.grading.sentences import own_words
from quizapp.core.values.texts import RANKS, fold, tokens
from quizapp.core.values.word_lists import words

_LEADING = frozenset(
    words(
        """it he she they was were is are in at on from with within inside during by of to for only
        just all whole entire called named
        era eran fue fueron es en de del desde con durante por para"""
    )
)
"""Words before a name that say nothing."""

SORTS = frozenset(
    words("town city village district republic country state nation island area region institute")
)
"""What may stand before the name of a place, mostly with "of"."""

SORTS_BEHIND = frozenset(words("district island area region institute"))
"""What may stand behind a name; Panama City is not Panama."""

_PLACING = frozenset(words("in of at en de del"))
"""Words by which a question places what it asks for: "in Peru"; help *to* Peru places none."""

_LYING = frozenset(words("in at en"))
"""Words between a name and the place where it lies; an air force *of* Peru is another one."""

_SHORT_FORMS = (
    ("us", ("united states of america", "united states", "usa", "estados unidos", "eeuu", "eua")),
    ("uk", ("united kingdom", "reino unido")),
    ("ussr", ("union of soviet socialist republics", "soviet union", "union sovietica", "urss",
              "cccp", "sssr", "udssr")),
    ("frg", ("federal republic of germany", "republica federal alemania")),
    ("ww1", ("world war i", "world war 1", "world war one", "first world war", "1st world war",
             "great war", "primera guerra mundial", "wwi", "ww i", "ww 1", "w w 1", "w w i",
             "1st ww", "first ww", "ww one", "worldwar1", "worldwar 1", "worldwar i")),
    ("ww2", ("world war ii", "world war 2", "world war two", "second world war", "2nd world war",
             "segunda guerra mundial", "wwii", "ww ii", "ww 2", "w w 2", "w w ii", "2nd ww",
             "second ww", "ww two", "worldwar2", "worldwar 2", "worldwar ii")),
)  # fmt: skip
"""Folded names that everybody writes in several ways."""

_SHORTEN = re.compile(
    r"\b(?:"
    + "|".join(sorted((long for _, several in _SHORT_FORMS for long in several), reverse=True))
    + r")\b"
)
_SHORT_OF = {long: short for short, several in _SHORT_FORMS for long in several}
_YEARS = re.compile(
    r"[\s,]*\(?(?:\b(?:in|of|from|between|since|en|de|desde|entre)\s+)?"
    r"\d{4}(?:(?:\s*[-–—/]\s*|\s+(?:to|and|until|a|y|hasta)\s+)\d{2,4})?\s*\)?[\s.]*$"
)
"""A year or years at the end, in brackets or behind a comma or a word of time."""
_YEAR_BEFORE = re.compile(r"^\s*(?:the\s+)?\d{4}\s+(?=\D)", re.IGNORECASE)
_SPACED = re.compile(
    r"(?<![\w.])(?<!\b\w )([a-z])\.? ([a-z])\b(?:\.? ([a-z])\b)?(?!\.? \w\b)", re.IGNORECASE
)
"""Two or three letters that stand apart: "U. S.", "U S A"."""
_OWN = re.compile(r"['’`´]s\b|(?<=s)['’`´](?!\w)", re.IGNORECASE)
_ROMAN = frozenset("ivxlcdm")
_VOWELS = frozenset("aeiou")
_TWINS = frozenset(
    frozenset(words(pair))
    for pair in (
        "ireland iceland",
        "francis frances",
        "martial marital",
        "america americas",
    )
)
"""Long words that one slip makes of each other."""
_WHOLE = 3
"""A written-out word beside an initial has more letters."""


@lru_cache(1 << 12)
def canonical(text: str, stem: str = "") -> str:
    """The text folded, with the names that have short forms in these.

    A name that the stem holds in any form stays as it is written, where it is the whole text:
    who is asked what the USSR is short for does not answer with it.
    """
    folded = fold(text)
    if _SHORT_OF.get(folded) in told_short_forms(stem):
        return folded
    return _SHORTEN.sub(lambda found: _SHORT_OF[found[0]], folded)


def told_short_forms(stem: str) -> set[str]:
    """The short forms of the names that a stem holds in any form."""
    return {_SHORT_OF[found] for found in _SHORTEN.findall(fold(stem))} | _codes(stem)


def _codes(stem: str) -> set[str]:
    """The short forms that a stem holds."""
    return {short for short, _ in _SHORT_FORMS} & set(fold(stem).split())


def readings(typed: str, stem: str) -> tuple[str, ...]:
    """The typed text as it stands, then without what only leads to it or places it."""
    found = [canonical(typed, stem)]
    alone = _YEAR_BEFORE.sub("", _without_years(typed))
    texts = [typed, alone, _without_place(alone, stem), _SPACED.sub(r"\1\2\3", typed)]
    opening = set(tokens(stem)[:1]) - own_words(stem)[1]
    for text in (*texts, *map(without_own, texts)):
        kept = canonical(text, stem).split()
        while len(kept) > 1 and (kept[0] in _LEADING or kept[0] in SORTS or kept[0] in opening):
            kept = kept[1:]
        found.append(" ".join(kept))
        if kept[-2:] == ["as", "whole"]:
            found.append(" ".join(kept[:-2]))
    return tuple(dict.fromkeys(found))


def without_own(text: str) -> str:
    """The text without what makes a name the owner of something: "Cuba's" is Cuba."""
    return _OWN.sub("", text)


def _without_years(typed: str) -> str:
    """The text without years behind it: "France in 1896" names France, and no other country."""
    head = _YEARS.sub("", typed)
    return head if tokens(head) else typed


def names_alike(form: str, typed: str) -> bool:
    """Whether two canonical texts are one name, where given names may be initials."""
    if form == typed:
        return True
    ours, theirs = form.split(), typed.split()
    if len(ours) != len(theirs) or ours[-1] != theirs[-1]:
        return False
    return len(ours[-1]) > _WHOLE and all(
        a == b or _initial(a, b) for a, b in zip(ours, theirs, strict=True)
    )


def tells_apart(word: str, written: str) -> bool:
    """Whether the one letter between two words is one by which names are told apart.

    Another first letter (Zambia, Gambia), another vowel at the end (France, Franco), or an added
    one that makes a woman's name of a man's.
    """
    if frozenset((word, written)) in _TWINS or word[1:] == written[1:]:
        return True
    short, long = sorted((word, written), key=len)
    if len(short) < len(long):
        return long == f"{short}a"
    return word[:-1] == written[:-1] and {word[-1], written[-1]} <= _VOWELS


def _initial(word: str, letter: str) -> bool:
    if len(word) <= _WHOLE or word in RANKS:
        return False
    return word[0] == letter and not set(word) <= _ROMAN


def _without_place(typed: str, stem: str) -> str:
    """The text without a place behind it of which the question speaks: ", Peru", "(Peru)"."""
    known = _places(stem)
    for sign in ("(", ",", " "):
        head, _, tail = typed.rpartition(sign)
        if not tokens(head) or not set(tokens(tail)) <= known:
            continue
        if sign != " ":
            return head
        if tokens(head)[-1] in _LYING:
            return head.rsplit(maxsplit=1)[0]
    return typed


def _places(stem: str) -> frozenset[str]:
    """The single words that the stem places things by: "in Peru", "Peru's"."""
    return frozenset(_named(stem.split()))


def _named(written: list[str]) -> Iterable[str]:
    for before, word in zip(["", *written], written, strict=False):
        bare = re.sub(r"(?:['’]s)?[?.,:;]*$", "", word)
        owns = re.search(r"['’]s[?.,:;]*$", word) is not None
        if bare[:1].isupper() and (owns or before.lower() in _PLACING):
            yield from tokens(bare)

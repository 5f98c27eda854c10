"""What a learner writes beside a name: whose it is, where it lies, a rank, a year, a synonym.

What the question or its right answers tell may stand there; what they contradict ("General"
for a colonel), or know nothing of (a year), has the answer asked back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quizapp.core.grading.demonyms import COUNTRIES, as_country
from quizapp.core.grading.name_readings import (
    SORTS,
    SORTS_BEHIND,
    canonical,
    names_alike,
    without_own,
)
from quizapp.core.values.texts import ARTICLES, tokens
from quizapp.core.values.word_lists import words

_RANKS = """
president pres presidente presidenta
general gen gral
colonel col coronel cnel
captain capt capitan capitaine
major maj mayor
lieutenant lt teniente tte
commander cmdr comandante commandant cmdte
commodore comodoro
admiral adm almirante amiral
marshal mariscal marechal
sergeant sgt sargento
brigadier brig
minister ministro ministra
senator sen senador senadora
governor gov gobernador
ambassador embajador embajadora
king rey roi
queen reina reine
bishop obispo
pope papa
"""
_RANK_OF = {word: row for row in _RANKS.strip().splitlines() for word in words(row)}
"""Ranks and offices that exclude each other; forms of address (Mr, Don) exclude nothing."""

_PLACING = frozenset(words("of in at near en"))
_LEADING = _PLACING - {"near"} | {"officer"}
_APART = re.compile(r"[(),;:=/]| [-–—] ")
_YEAR = re.compile(r"(?<!\d)(\d\d)(\d\d)(?:\s*[-–—/]\s*(\d{2}(?:\d\d)?))?(?!\d)", re.ASCII)


def said_of_it(typed: str, stem: str, forms: tuple[str, ...]) -> str:
    """The right form that a text says with its owner, place, rank or synonym, "" for none."""
    names = {canonical(form, stem): form for form in forms}
    beside = _owners(forms) | _ranks(stem, *forms)
    parts = _APART.split(typed)
    right = [_within(canonical(without_own(part), stem), names, beside) for part in parts]
    fitting = (form or _only(part, beside) for form, part in zip(right, parts, strict=True))
    return next((form for form in right if form), "") if all(fitting) else ""


def contradicts(typed: str, stem: str, forms: tuple[str, ...]) -> bool:
    """Whether a rank or a year beside the name is another than is told, or no one told it."""
    told = _ranks(stem, *forms)
    if told and _ranks(typed) - told:
        return True
    return bool(_years(typed) - _years(stem, *forms))


def spells_out(typed: str, forms: Iterable[str]) -> str:
    """The form of capitals whose letters a text gives one by one (D E A, F/R/G), "" for none."""
    letters = "".join(word for word in tokens(typed) if word != "and")
    return next((form for form in forms if letters and _capitals(form) == letters), "")


def _within(said: str, names: dict[str, str], beside: frozenset[str]) -> str:
    """The form that is left when what may stand beside it is taken off both ends."""
    for text in _shorter(said.split(), beside):
        found = next((form for name, form in names.items() if names_alike(name, text)), "")
        if found:
            return found
    return ""


def _shorter(said: list[str], beside: frozenset[str]) -> Iterator[str]:
    """The text as it stands and without more and more of what may stand around a name."""
    while said:
        rest = said
        while rest:
            yield " ".join(rest)
            if _key(rest[-1]) not in beside and rest[-1] not in SORTS_BEHIND:
                break
            rest = rest[:-1]
            while rest and rest[-1] in _PLACING:
                rest = rest[:-1]
        if _key(said[0]) not in beside and said[0] not in _LEADING:
            return
        if said[1:2] == ["of"] and beside.isdisjoint(map(_key, said[2:3])):
            return  # the president of Congress is no Congress
        said = said[1:]


def _only(part: str, beside: frozenset[str]) -> bool:
    """Whether a part says nothing but what may stand beside the name: "a colonel", "Peru"."""
    allowed = _LEADING | _PLACING | SORTS
    return all(_key(word) in beside or word in allowed for word in canonical(part).split())


def _key(word: str) -> str:
    return _RANK_OF.get(word, as_country(word))


@lru_cache(1 << 12)
def _owners(forms: tuple[str, ...]) -> frozenset[str]:
    """Countries and places that one form has besides another: "National War College of Peru"."""
    names = {canonical(form) for form in forms}
    found: set[str] = set()
    for form in forms:
        said = canonical(form).split()
        for place, word in enumerate(said):
            head, behind = said[:place], said[place + 1 :]
            placed = not _PLACING.isdisjoint(head[-1:])
            rest = " ".join((*(head[:-1] if placed else head), *behind))
            if (placed or as_country(word) in COUNTRIES) and rest in names:
                found.add(as_country(word))
    return frozenset(found)


def _ranks(*texts: str) -> frozenset[str]:
    return frozenset(_RANK_OF[word] for text in texts for word in tokens(text) if word in _RANK_OF)


def _years(*texts: str) -> frozenset[str]:
    """Every year in the texts, 1883 of "1879-83" too."""
    found: set[str] = set()
    for text in texts:
        for century, year, last in _YEAR.findall(text):
            found.add(century + year)
            if last:
                found.add(last if last[2:] else century + last)
    return frozenset(found)


def _capitals(form: str) -> str:
    """The letters of a short form such as "the DEA", "" for any other text."""
    bare = [word for word in form.split() if word.lower() not in ARTICLES]
    letters = "".join(bare).replace(".", "")
    return letters.lower() if len(bare) == 1 and letters.isupper() else ""

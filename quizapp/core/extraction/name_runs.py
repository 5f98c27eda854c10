"""Runs of capitals that may be names, with titles, particles, initials and hyphens."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.extraction.name_words import (
    CAPITAL_TITLES,
    GIVEN_NAMES,
    INSTITUTION_HEADS,
    LATER_TITLES,
    NOT_NAMES,
    OTHER_HEADS,
    PARTICLES,
    PEOPLE_NOUNS,
    PLACE_HEADS,
    TITLES,
    TREATY_HEADS,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.word_lists import words

_LONGEST = 12


_PEOPLES = tuple(words("ian ese ish ean soviet french german dutch greek czech american"))
"""How words end that name a people."""
_OF = frozenset(words("of for de del para"))


@dataclass(frozen=True, slots=True)
class Run:
    """Capitals that stand together: a title up to `name`, then the name up to `last`."""

    first: int
    name: int
    last: int
    title: str


def runs(tokens: Tokens) -> list[Run]:
    """Every run of capitals that may be a name, without the small words around it."""
    found: list[Run] = []
    at = 0
    while at < len(tokens):
        run = _run(tokens, at)
        if run is None:
            at += 1
            continue
        found.append(run)
        at = max(run.last, at + 1)
    return found


def _run(tokens: Tokens, at: int) -> Run | None:
    token = tokens[at]
    particle = token.folded in ("von", "van", "de", "al", "ap", "ibn", "el", "ben")
    opens = particle and token.capital and tokens[at + 1].capital and token.folded != "el"
    if token.folded in TITLES and (token.capital or tokens[at + 1].capital):
        return _titled(tokens, at)
    if token.capital and token.folded in CAPITAL_TITLES:
        return _titled(tokens, at)
    if not token.capital or (_is_small(tokens, at) and not opens):
        return None
    if _is_people_before_name(tokens, at):
        return None
    if len(token.text) == 1 and tokens[at + 1].text != ".":
        return None
    last = _end(tokens, at)
    return Run(at, at, last, "") if last > at else None


def _is_people_before_name(tokens: Tokens, at: int) -> bool:
    """The Jesuit Father Tomé, the Chilean Ramón O'Higgins: a people or order, then the name."""
    word, following, further = tokens.folded(at), tokens[at + 1], tokens[at + 2]
    noun = word in PEOPLE_NOUNS
    if not following.capital or word in GIVEN_NAMES or not (noun or word.endswith(_PEOPLES)):
        return False
    if following.folded in CAPITAL_TITLES:
        return further.capital or further.text == "."
    named = further.capital or further.text in ("-", ".") or further.folded in PARTICLES
    article = tokens.folded(at - 1) in ("the", "a", "an")
    return named and (noun or (article and following.folded in GIVEN_NAMES))


def _titled(tokens: Tokens, at: int) -> Run | None:
    place = at
    while place < at + 6:
        word = tokens.folded(place)
        if word in CAPITAL_TITLES or (place > at and word in LATER_TITLES):
            place += 1 + (tokens[place + 1].text == "." and tokens[place + 1].glued)
            continue
        break
    start = place
    if tokens.folded(place) in PARTICLES and tokens[place + 1].capital:
        last = _end(tokens, place + 1)
    elif tokens[place].capital and tokens.folded(place) not in NOT_NAMES:
        last = _end(tokens, place)
    else:
        named = tokens[at].capital and tokens.folded(place) in _OF
        return Run(at, at, _end(tokens, at), "") if named else None
    return Run(at, start, last, tokens.folded(at)) if last > start else None


def _end(tokens: Tokens, at: int) -> int:
    """The place behind the capitals that begin at a token, particles and initials included."""
    place = last = at
    while place < at + _LONGEST:
        token = tokens[place]
        if token.capital and (place == at or not _is_small(tokens, place)):
            place += 1
            if len(token.text) == 1 and tokens[place].text == "." and tokens[place].glued:
                place += 1
            elif len(token.text) <= 2 and tokens[place].text == "." and tokens[place + 1].capital:
                place += token.folded in ("st", "jr", "sr")
            last = place
            continue
        step = _link(tokens, place, at)
        if not step:
            break
        place += step
    return last


def _is_small(tokens: Tokens, at: int) -> bool:
    """Whether a word with a capital is no name: "The", "March"; initials and Ánte are."""
    token = tokens[at]
    if len(token.text) == 1 and tokens[at + 1].text == "." and tokens[at + 1].glued:
        return False
    return token.text.lower() in NOT_NAMES


def _link(tokens: Tokens, place: int, at: int) -> int:
    """How many tokens between capitals belong to the name: hyphens, particles, "&"."""
    token, following = tokens[place], tokens[place + 1]
    hyphen = token.text == "-" and token.glued and following.glued
    if hyphen or token.text == "&":
        return int(following.capital)
    if token.folded in ("y", "i", "e") and following.capital:
        return int(tokens[place - 1].capital and _opens_as_person(tokens, at, place))
    if token.folded not in PARTICLES or not _opens_as_person(tokens, at, place):
        return _of(tokens, place, at) or _widow(tokens, place)
    for step in (1, 2, 3):
        if tokens[place + step].capital:
            return step
        hyphen = tokens[place + step].text in ("-", "'", "’")
        if tokens.folded(place + step) not in PARTICLES and not hyphen:
            return 0
    return 0


def _widow(tokens: Tokens, place: int) -> int:
    """Remedios Arce viuda de Lizana: a Spanish name with the late husband's."""
    said = tokens.folded(place) in ("viuda", "vda") and tokens.folded(place + 1) == "de"
    return 2 if said and tokens[place + 2].capital else 0


def _of(tokens: Tokens, place: int, at: int) -> int:
    """University of Guelph, Treaty of Vardø, Hospital de la Caridad: heads take "of"."""
    if tokens.folded(place) not in _OF:
        return 0
    heads = INSTITUTION_HEADS | TREATY_HEADS | OTHER_HEADS | LATER_TITLES
    if not any(tokens.folded(back) in heads for back in range(at, place)):
        return 0
    step = 1
    while tokens.folded(place + step) in ("the", "la", "las", "los", "el") and step < 3:
        step += 1
    return step if tokens[place + step].capital else 0


def _opens_as_person(tokens: Tokens, at: int, place: int) -> bool:
    heads = INSTITUTION_HEADS | TREATY_HEADS | PLACE_HEADS | OTHER_HEADS
    return not any(tokens.folded(back) in heads for back in range(at, place))

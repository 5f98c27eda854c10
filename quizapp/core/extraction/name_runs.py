"""Runs of capitals that may be names, with titles, particles, initials and hyphens."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from quizapp.core.extraction.given_names import GIVEN_NAMES, SURE_GIVEN_NAMES
from quizapp.core.extraction.name_links import HEADS, OF, capital_behind, is_small, link_at
from quizapp.core.extraction.name_words import (
    CAPITAL_TITLES,
    LATER_TITLES,
    OPENING_PARTICLES,
    PARTICLES,
    TITLE_OPENINGS,
    TITLES,
)
from quizapp.core.extraction.peoples import is_people
from quizapp.core.extraction.person_words import PEOPLE_NOUNS, is_role
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.word_lists import words

_LONGEST = 12
_SECOND_TITLES = CAPITAL_TITLES | LATER_TITLES
_SIDES = frozenset(words("new south north west east puerto costa sri"))
"""What stands before a people's name: the New Zealander, the South African."""
_SMALL_OPENINGS = TITLES | OPENING_PARTICLES
"""Words with a small letter that a name may begin with."""


class Run(NamedTuple):
    """Capitals that stand together: a title up to `name`, then the name up to `last`."""

    first: int
    name: int
    last: int
    title: str


def runs(tokens: Tokens, plain: Container[str] = ()) -> list[Run]:
    """Every run of capitals that may be a name, without the small words around it.

    `plain` are the words that the text writes small elsewhere: at the beginning of a sentence
    they are no names.
    """
    found: list[Run] = []
    free = 0
    for at in _openings(tokens):
        run = _run(tokens, at, plain) if at >= free else None
        if run is not None:
            found.append(run)
            free = run.last
    return found


def _openings(tokens: Tokens) -> list[int]:
    """Where words with capitals stand, and small ones that a name may begin with."""
    return [
        at
        for at, token in enumerate(tokens[: len(tokens)])
        if (token.folded in _SMALL_OPENINGS if token.small else token.sort == "w")
    ]


def _run(tokens: Tokens, at: int, plain: Container[str]) -> Run | None:
    token = tokens[at]
    if _opens_title(tokens, at):
        return _titled(tokens, at)
    if not token.capital:
        return _with_particle(tokens, at)
    if is_small(tokens, at) and not _opens_with_particle(tokens, at):
        return None
    if _is_people_before_name(tokens, at) or _is_plain_opening(tokens, at, plain):
        return None
    if len(token.text) == 1 and tokens[at + 1].text != ".":
        return None
    last = _end(tokens, at)
    return Run(at, at, last, "") if last > at else None


def _opens_title(tokens: Tokens, at: int) -> bool:
    token, following = tokens[at], tokens[at + 1]
    if token.text == "brig":
        return False  # the ship, and no brigadier
    if token.folded in TITLE_OPENINGS and following.folded in _SECOND_TITLES:
        further = tokens[at + 2]
        return token.capital and (further.capital or further.folded in PARTICLES)
    if token.folded in TITLES and (token.capital or following.capital):
        return True
    if not token.capital or token.folded in CAPITAL_TITLES:
        return token.capital
    if not following.capital or tokens[at - 1].capital:
        return False
    named = following.folded in GIVEN_NAMES or tokens[at + 2].capital
    return named and is_role(token.folded) and token.folded not in GIVEN_NAMES


def _with_particle(tokens: Tokens, at: int) -> Run | None:
    """The run that a particle with a small letter opens: al-Razi, ibn Sina, von Braun."""
    if tokens[at].folded not in OPENING_PARTICLES or tokens[at - 1].capital:
        return None
    place = at + 1 + (tokens[at + 1].text == "-" and tokens[at + 1].glued)
    joined = place > at + 1
    article = tokens[at].folded in ("al", "el")
    if not tokens[place].capital or (article and not joined) or is_small(tokens, place):
        return None
    return Run(at, at, _end(tokens, place), "")


def _opens_with_particle(tokens: Tokens, at: int) -> bool:
    """Whether a particle with a capital opens a name: Von Stackel, De la Cruz, Al-Khwarizmi."""
    token, following = tokens[at], tokens[at + 1]
    if token.folded not in ("von", "van", "de", "al", "ap", "ibn", "el", "ben", "bin", "da", "di"):
        return False
    if following.text == "-" and following.glued:
        return tokens[at + 2].capital
    return following.capital and token.folded != "el" and not is_small(tokens, at + 1)


def _is_people_before_name(tokens: Tokens, at: int) -> bool:
    """The Jesuit Father Tomé, the Chilean Ramón O'Higgins: a people or order, then the name."""
    word, following, further = tokens[at].folded, tokens[at + 1], tokens[at + 2]
    noun = word in PEOPLE_NOUNS
    if word in _SIDES and (is_people(following.folded) or following.folded in PEOPLE_NOUNS):
        return further.capital
    if not following.capital or not (noun or is_people(word)):
        return False
    if following.folded in CAPITAL_TITLES or following.folded in TITLE_OPENINGS:
        return further.capital or further.text == "."
    named = further.capital or further.text in ("-", ".") or further.folded in PARTICLES
    article = tokens[at - 1].folded in ("the", "a", "an")
    return named and (noun or article) and not _has_head(tokens, at + 1)


def _has_head(tokens: Tokens, at: int) -> bool:
    """Whether the capitals from a place on hold the head of a body, place or work."""
    place = at
    while tokens[place].capital and place < at + 6:
        if tokens[place].folded in HEADS:
            return True
        place += 1
    return False


def _is_plain_opening(tokens: Tokens, at: int, plain: Container[str]) -> bool:
    """Whether a word has its capital from the sentence that it opens."""
    before, token = tokens[at - 1], tokens[at]
    if at > 0 and not (before.text in '"“«(¿¡:*' and before.text):
        return False
    if tokens[at + 1].text == "-" and tokens[at + 1].glued:
        return False
    if not tokens[at + 1].capital and token.folded in SURE_GIVEN_NAMES:
        return False
    low = token.text.lower()
    if tokens[at + 1].capital:
        if token.folded in GIVEN_NAMES or token.folded in HEADS:
            return False
        return low in plain or low.endswith(("ly", "mente"))
    return low in plain


def _titled(tokens: Tokens, at: int) -> Run | None:
    place = at
    while place < at + 6:
        word = tokens[place].folded
        later = place > at and word in LATER_TITLES
        opens = place == at or word in CAPITAL_TITLES
        if opens or later:
            place += 1 + (tokens[place + 1].text == "." and tokens[place + 1].glued)
            continue
        break
    start = place
    if tokens[place].folded in PARTICLES and capital_behind(tokens, place):
        last = _end(tokens, capital_behind(tokens, place))
    elif tokens[place].capital and not is_small(tokens, place):
        last = _end(tokens, place)
    else:
        named = tokens[at].capital and tokens[place].folded in OF
        return Run(at, at, _end(tokens, at), "") if named else None
    return Run(at, start, last, tokens[at].folded) if last > start else None


def _end(tokens: Tokens, at: int) -> int:
    """The place behind the capitals that begin at a token, particles and initials included."""
    place = last = at
    while place < at + _LONGEST:
        token = tokens[place]
        if token.capital and (place == at or not is_small(tokens, place)):
            place += 1
            if len(token.text) == 1 and tokens[place].text == "." and tokens[place].glued:
                place += 1
            elif len(token.text) <= 2 and tokens[place].text == "." and tokens[place + 1].capital:
                place += token.folded in ("st", "jr", "sr")
            elif token.folded in ("jr", "sr") and place > at + 1:
                place += tokens[place].text == "." and tokens[place].glued
            last = place
            continue
        step = link_at(tokens, place, at)
        if not step:
            break
        place += step
        if tokens[place - 1].text.islower() and not tokens[place].capital:
            last = place
    return last

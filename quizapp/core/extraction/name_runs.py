"""Runs of capitals that may be names, with titles, particles, initials and hyphens."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from quizapp.core.extraction.given_names import GIVEN_NAMES, NAMES_AND_WORDS
from quizapp.core.extraction.name_words import (
    CAPITAL_TITLES,
    COUNTRIES,
    EPITHETS,
    INSTITUTION_HEADS,
    LATER_TITLES,
    NOT_NAMES,
    OPENING_PARTICLES,
    OTHER_HEADS,
    PARTICLES,
    PLACE_HEADS,
    TITLE_OPENINGS,
    TITLES,
    TREATY_HEADS,
)
from quizapp.core.extraction.peoples import is_people
from quizapp.core.extraction.person_words import PEOPLE_NOUNS, is_role
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.word_lists import words

_LONGEST = 12
_OF = frozenset(words("of for de del para"))
_HEADS = INSTITUTION_HEADS | TREATY_HEADS | PLACE_HEADS | OTHER_HEADS
_MONTH_NAMES = frozenset(words("april may june august abril julio domingo"))
_BEFORE_MONTHS = frozenset(
    words(
        """in of by since until till from to early late mid last that next this every each on the
        during through between and before after en de desde hasta a por para cada"""
    )
)
_SMALL_OPENINGS = TITLES | OPENING_PARTICLES
"""Words with a small letter that a name may begin with."""
_AFTER_HYPHEN = frozenset(
    words(
        """like style wide era led free owned only made built born based old long day class type
        speaking language rich sur century year born time born backed style held bred grown run
        a o y the to and in sur sous lès au aux"""
    )
)
"""What joins a capital by a hyphen and makes no name of it: London-born, Paris-like."""


@dataclass(frozen=True, slots=True)
class Run:
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
    at = 0
    while at < len(tokens):
        token = tokens[at]
        small = token.sort != "w" or (token.text.islower() and token.folded not in _SMALL_OPENINGS)
        run = None if small else _run(tokens, at, plain)
        if run is None:
            at += 1
            continue
        found.append(run)
        at = max(run.last, at + 1)
    return found


def _run(tokens: Tokens, at: int, plain: Container[str]) -> Run | None:
    token = tokens[at]
    if _opens_title(tokens, at):
        return _titled(tokens, at)
    if not token.capital:
        return _with_particle(tokens, at)
    if _is_small(tokens, at) and not _opens_with_particle(tokens, at):
        return None
    if _is_people_before_name(tokens, at) or _is_plain_opening(tokens, at, plain):
        return None
    if len(token.text) == 1 and tokens[at + 1].text != ".":
        return None
    last = _end(tokens, at)
    return Run(at, at, last, "") if last > at else None


def _opens_title(tokens: Tokens, at: int) -> bool:
    token, following = tokens[at], tokens[at + 1]
    if token.folded in TITLE_OPENINGS and following.folded in CAPITAL_TITLES | LATER_TITLES:
        further = tokens[at + 2]
        return token.capital and (further.capital or further.folded in PARTICLES)
    if token.folded in TITLES and (token.capital or following.capital):
        return True
    if not token.capital:
        return False
    if token.folded in CAPITAL_TITLES:
        return True
    named = following.folded in GIVEN_NAMES or tokens[at + 2].capital
    apart = not tokens[at - 1].capital and following.capital
    return apart and named and is_role(token.folded) and token.folded not in GIVEN_NAMES


def _with_particle(tokens: Tokens, at: int) -> Run | None:
    """The run that a particle with a small letter opens: al-Razi, ibn Sina, von Braun."""
    if tokens.folded(at) not in OPENING_PARTICLES or tokens[at - 1].capital:
        return None
    place = at + 1 + (tokens[at + 1].text == "-" and tokens[at + 1].glued)
    joined = place > at + 1
    article = tokens.folded(at) in ("al", "el")
    if not tokens[place].capital or (article and not joined) or _is_small(tokens, place):
        return None
    return Run(at, at, _end(tokens, place), "")


def _opens_with_particle(tokens: Tokens, at: int) -> bool:
    """Whether a particle with a capital opens a name: Von Stackel, De la Cruz, Al-Khwarizmi."""
    token, following = tokens[at], tokens[at + 1]
    if token.folded not in ("von", "van", "de", "al", "ap", "ibn", "el", "ben", "bin", "da", "di"):
        return False
    if following.text == "-" and following.glued:
        return tokens[at + 2].capital
    return following.capital and token.folded != "el" and not _is_small(tokens, at + 1)


def _is_people_before_name(tokens: Tokens, at: int) -> bool:
    """The Jesuit Father Tomé, the Chilean Ramón O'Higgins: a people or order, then the name."""
    word, following, further = tokens.folded(at), tokens[at + 1], tokens[at + 2]
    noun = word in PEOPLE_NOUNS
    if not following.capital or not (noun or is_people(word)):
        return False
    if following.folded in CAPITAL_TITLES or following.folded in TITLE_OPENINGS:
        return further.capital or further.text == "."
    named = further.capital or further.text in ("-", ".") or further.folded in PARTICLES
    article = tokens.folded(at - 1) in ("the", "a", "an")
    return named and (noun or article) and not _has_head(tokens, at + 1)


def _has_head(tokens: Tokens, at: int) -> bool:
    """Whether the capitals from a place on hold the head of a body, place or work."""
    place = at
    while tokens[place].capital and place < at + 6:
        if tokens.folded(place) in _HEADS:
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
    if not tokens[at + 1].capital and token.folded in GIVEN_NAMES - NAMES_AND_WORDS:
        return False
    low = token.text.lower()
    if tokens[at + 1].capital:
        if token.folded in GIVEN_NAMES or token.folded in _HEADS:
            return False
        return low in plain or low.endswith(("ly", "mente"))
    return low in plain


def _titled(tokens: Tokens, at: int) -> Run | None:
    place = at
    while place < at + 6:
        word = tokens.folded(place)
        later = place > at and word in LATER_TITLES
        opens = place == at or word in CAPITAL_TITLES
        if opens or later:
            place += 1 + (tokens[place + 1].text == "." and tokens[place + 1].glued)
            continue
        break
    start = place
    if tokens.folded(place) in PARTICLES and _capital_behind(tokens, place):
        last = _end(tokens, _capital_behind(tokens, place))
    elif tokens[place].capital and not _is_small(tokens, place):
        last = _end(tokens, place)
    else:
        named = tokens[at].capital and tokens.folded(place) in _OF
        return Run(at, at, _end(tokens, at), "") if named else None
    return Run(at, start, last, tokens.folded(at)) if last > start else None


def _capital_behind(tokens: Tokens, at: int) -> int:
    """The place of the capital behind particles: von der Goltz, al-Rashid; 0 for none."""
    for place in range(at + 1, at + 4):
        if tokens[place].capital:
            return place
        if tokens.folded(place) not in PARTICLES and tokens[place].text not in ("-", "'", "’"):
            return 0
    return 0


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
            elif token.folded in ("jr", "sr") and place > at + 1:
                place += tokens[place].text == "." and tokens[place].glued
            last = place
            continue
        step = _link(tokens, place, at)
        if not step:
            break
        place += step
        if tokens[place - 1].text.islower() and not tokens[place].capital:
            last = place
    return last


def _is_small(tokens: Tokens, at: int) -> bool:
    """Whether a word with a capital is no name: "The", "March"; initials and Ánte are."""
    token, before, following = tokens[at], tokens[at - 1], tokens[at + 1]
    if len(token.text) == 1 and following.text == "." and following.glued:
        return False
    if before.text == "-" and token.glued and tokens[at - 2].capital:
        return False
    if following.text == "-" and following.glued and before.capital:
        return False
    if token.folded in PARTICLES and before.capital and following.capital and at > 0:
        return False
    if token.folded in _MONTH_NAMES and following.capital:
        return before.folded in _BEFORE_MONTHS or before.sort == "n"
    return token.text.lower() in NOT_NAMES


def _link(tokens: Tokens, place: int, at: int) -> int:
    """How many tokens between capitals belong to the name: hyphens, particles, "&"."""
    token, following = tokens[place], tokens[place + 1]
    hyphen = token.text == "-" and token.glued and following.glued
    if hyphen and following.text.islower() and following.sort == "w":
        return 2 * _is_syllable(tokens, place + 1)
    apostrophe = token.text in ("‘", "’", "'", "ʻ") and token.glued and following.glued
    if hyphen or apostrophe or token.text == "&":
        return int(following.capital)
    if token.folded in ("the", "y", "i", "e") and following.capital:
        epithet = following.folded in EPITHETS and place == at + 1
        another = following.folded in GIVEN_NAMES - NAMES_AND_WORDS and tokens[place + 2].capital
        both = tokens[place - 1].capital and _opens_as_person(tokens, at, place) and not another
        return int(epithet if token.folded == "the" else both)
    if token.folded not in PARTICLES or not _opens_as_person(tokens, at, place):
        return _of(tokens, place, at) or _widow(tokens, place)
    behind = _capital_behind(tokens, place)
    if behind and _is_work_of(tokens, at, place, behind):
        return 0
    return behind - place if behind and not _is_small(tokens, behind) else 0


def _is_work_of(tokens: Tokens, at: int, place: int, behind: int) -> bool:
    """Whether "de" joins a work and somebody: el Herbario de José Cabrales."""
    sure = GIVEN_NAMES - NAMES_AND_WORDS
    alone = place == at + 1 and tokens.folded(at) not in GIVEN_NAMES
    return alone and tokens.folded(behind) in sure and tokens[behind + 1].capital


def _is_syllable(tokens: Tokens, at: int) -> bool:
    """Whether a small word behind a hyphen ends a given name: Dae-jung, Kai-shek."""
    word = tokens.folded(at)
    if word in _AFTER_HYPHEN or not 1 < len(word) < 8 or tokens[at + 1].text == "-":
        return False
    return not word.endswith(("ed", "ing")) and not is_role(word)


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
        return int(_is_origin(tokens, place, at))
    step = 1
    while tokens.folded(place + step) in ("the", "la", "las", "los", "el") and step < 3:
        step += 1
    return step if tokens[place + step].capital else 0


def _is_origin(tokens: Tokens, place: int, at: int) -> bool:
    """Catherine of Aragon, but not King Haakon of Norway."""
    alone = place == at + 1 and tokens.folded(at) in GIVEN_NAMES - NAMES_AND_WORDS
    following = tokens[place + 1]
    titled = tokens.folded(at - 1) in TITLES
    named = following.capital and not (titled and following.folded in COUNTRIES)
    return tokens.folded(place) == "of" and alone and named and not _is_small(tokens, place + 1)


def _opens_as_person(tokens: Tokens, at: int, place: int) -> bool:
    return not any(tokens.folded(back) in _HEADS for back in range(at, place))

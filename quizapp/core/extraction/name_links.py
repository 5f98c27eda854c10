"""What joins capitals to one name: hyphens, particles, epithets, "of" behind a head."""

from __future__ import annotations

from quizapp.core.extraction.given_names import GIVEN_NAMES, SURE_GIVEN_NAMES
from quizapp.core.extraction.name_words import (
    COUNTRIES,
    EPITHETS,
    INSTITUTION_HEADS,
    LATER_TITLES,
    NOT_NAMES,
    OTHER_HEADS,
    PARTICLES,
    PLACE_HEADS,
    TITLES,
    TREATY_HEADS,
)
from quizapp.core.extraction.person_words import is_role
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.values.word_lists import words

OF = frozenset(words("of for de del para"))
"""What a head takes behind it: University of, Hospital de."""
HEADS = INSTITUTION_HEADS | TREATY_HEADS | PLACE_HEADS | OTHER_HEADS
"""Words of a name that make it a body's, a treaty's, a place's or a work's."""
_TAKING_OF = INSTITUTION_HEADS | TREATY_HEADS | OTHER_HEADS | LATER_TITLES
_MONTH_NAMES = frozenset(words("april may june august abril julio domingo"))
_BEFORE_MONTHS = frozenset(
    words(
        """in of by since until till from to early late mid last that next this every each on the
        during through between and before after en de desde hasta a por para cada"""
    )
)
_AFTER_HYPHEN = frozenset(
    words(
        """like style wide era led free owned only made built born based old long day class type
        speaking language rich sur century year born time born backed style held bred grown run
        a o y the to and in sur sous lès au aux"""
    )
)
"""What joins a capital by a hyphen and makes no name of it: London-born, Paris-like."""


def capital_behind(tokens: Tokens, at: int) -> int:
    """The place of the capital behind particles: von der Goltz, al-Rashid; 0 for none."""
    for place in range(at + 1, at + 4):
        if tokens[place].capital:
            return place
        if tokens[place].folded not in PARTICLES and tokens[place].text not in ("-", "'", "’"):
            return 0
    return 0


def is_small(tokens: Tokens, at: int) -> bool:
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


def link_at(tokens: Tokens, place: int, at: int) -> int:
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
        another = following.folded in SURE_GIVEN_NAMES and tokens[place + 2].capital
        both = tokens[place - 1].capital and _opens_as_person(tokens, at, place) and not another
        return int(epithet if token.folded == "the" else both)
    if token.folded not in PARTICLES or not _opens_as_person(tokens, at, place):
        return _of(tokens, place, at) or _widow(tokens, place)
    behind = capital_behind(tokens, place)
    if behind and _is_work_of(tokens, at, place, behind):
        return 0
    return behind - place if behind and not is_small(tokens, behind) else 0


def _is_work_of(tokens: Tokens, at: int, place: int, behind: int) -> bool:
    """Whether "de" joins a work and somebody: el Herbario de José Cabrales."""
    alone = (
        place == at + 1
        and tokens[place].folded in ("de", "del", "of")
        and tokens[at].folded not in GIVEN_NAMES
    )
    return alone and tokens[behind].folded in SURE_GIVEN_NAMES and tokens[behind + 1].capital


def _is_syllable(tokens: Tokens, at: int) -> bool:
    """Whether a small word behind a hyphen ends a given name: Dae-jung, Kai-shek."""
    word = tokens[at].folded
    if word in _AFTER_HYPHEN or not 1 < len(word) < 8 or tokens[at + 1].text == "-":
        return False
    ends = word.endswith("ed") or (word.endswith("ing") and len(word) > 4)  # Wu Mei-ling
    return not ends and not is_role(word)


def _widow(tokens: Tokens, place: int) -> int:
    """Remedios Arce viuda de Lizana: a Spanish name with the late husband's."""
    said = tokens[place].folded in ("viuda", "vda") and tokens[place + 1].folded == "de"
    return 2 if said and tokens[place + 2].capital else 0


def _of(tokens: Tokens, place: int, at: int) -> int:
    """University of Guelph, Treaty of Vardø, Hospital de la Caridad: heads take "of"."""
    if tokens[place].folded not in OF:
        return 0
    if not any(tokens[back].folded in _TAKING_OF for back in range(at, place)):
        return int(_is_origin(tokens, place, at))
    step = 1
    while tokens[place + step].folded in ("the", "la", "las", "los", "el") and step < 3:
        step += 1
    return step if tokens[place + step].capital else 0


def _is_origin(tokens: Tokens, place: int, at: int) -> bool:
    """Catherine of Aragon, but not King Haakon of Norway."""
    alone = place == at + 1 and tokens[at].folded in SURE_GIVEN_NAMES
    following = tokens[place + 1]
    titled = tokens[at - 1].folded in TITLES
    named = following.capital and not (titled and following.folded in COUNTRIES)
    return tokens[place].folded == "of" and alone and named and not is_small(tokens, place + 1)


def _opens_as_person(tokens: Tokens, at: int, place: int) -> bool:
    return not any(tokens[back].folded in HEADS for back in range(at, place))

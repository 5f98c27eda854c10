"""What a value is told of as its attribute: the census of 1931, a frame of 22 metres."""

from __future__ import annotations

from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.person_words import is_person
from quizapp.core.extraction.phrases import (
    DETERMINERS,
    LINKS,
    RELATIVES,
    is_preposition,
)
from quizapp.core.extraction.points import PARTS, SEASONS
from quizapp.core.extraction.tokens import Tokens, folded
from quizapp.core.extraction.units import MEASURES
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_OF = frozenset(words("of de del"))
_TIMES = frozenset(("year", "date", "range"))
_NO_OWNERS = (
    frozenset(PARTS)
    | SEASONS
    | frozenset(
        words(
            """heat space exhibition span matter exposicion espacio plazo year years month day
            night week morning evening afternoon decade century course war
            months days ano anos mes dia noche semana manana tarde decada siglo curso temporada
            season cargo period time periodo epoca total average rate speed height depth cost price
            distance number age sum precio altura profundidad velocidad distancia numero edad
            madrugada rest audience crew population capital debts rent wage salary sueldo"""
        )
    )
)
"""Nouns before "of" that only tell when, or how much of something else."""
_LONGEST = 6


def attributed_to(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    """The noun whose attribute a value is, with its article; None for none."""
    opening = hit.first if tokens[hit.first].folded in _OF else hit.first - 1
    if tokens[opening].folded not in _OF or opening < 1:
        return None
    if hit.kind in _TIMES:
        return _noun_before(tokens, opening)
    measured = folded(hit.unit.split(" ")[-1]) in MEASURES or tokens[opening - 1].text == ","
    if not measured or hit.kind != "figure":
        return None
    group = _noun_before(tokens, opening)
    apart = tokens[opening - 1].text == ","  # the Gibrán Hospital, of 64 beds
    if group is not None and (apart or is_person(tokens[group[1] - 1].folded)):
        return group
    if group is None or tokens[group[0] - 1].text == "," or group[0] == 1:
        return None  # the picture, a comedy of 82 minutes; in a career of 50 years
    return group


def _noun_before(tokens: Tokens, at: int) -> tuple[int, int] | None:
    last = at - (tokens[at - 1].text == ",")
    if tokens[last - 1].folded in _NO_OWNERS or tokens[last - 1].sort != "w":
        return None
    first = last - 1
    while first > 0 and last - first < _LONGEST:
        token = tokens[first]
        if token.folded in DETERMINERS:
            return first, last
        if token.sort != "w" or token.folded in LINKS or is_verb(tokens, first):
            return None
        if is_preposition(tokens, first) and token.folded not in _OF:
            return None
        first -= 1
    return (first, last) if tokens[first].folded in DETERMINERS else None


def role_behind(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    """What an apposition tells: Walter Heaton, the quarry foreman, …, became leader."""
    first = hit.last + 1
    if tokens[hit.last].text != "," or tokens[first].folded not in DETERMINERS:
        return None
    for last in range(first + 1, first + _LONGEST + 2):
        token = tokens[last]
        if token.text == ",":
            told = any(is_person(tokens[place].folded) for place in range(first + 1, last))
            return (first, last) if told else None
        if token.sort != "w" or token.folded in RELATIVES or is_verb(tokens, last):
            return None
    return None


def role_before(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    """The words before a name that tell who it is: the Japanese sound man, its first director."""
    last = hit.first - (tokens[hit.first - 1].text == ",")
    first = last - 1
    if first < 0 or not any(is_person(tokens[place].folded) for place in (first, first - 1)):
        return None
    while first > max(-1, last - _LONGEST - 1):
        token = tokens[first]
        if token.folded in DETERMINERS:
            return first, last
        inside = token.sort == "w" or token.text in ("-", "'s", "’s")
        if not inside or token.folded in LINKS or is_verb(tokens, first):
            return None
        first -= 1
    return None

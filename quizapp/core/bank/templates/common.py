"""What all templates share: ids, keys, and the list of look-alikes."""

from __future__ import annotations

from quizapp.core.bank.candidates import Pools, kinship
from quizapp.core.bank.faces import Face
from quizapp.core.bank.naming import is_name
from quizapp.core.bank.words import fold, typo_distance
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import quantity_of, time_of
from quizapp.core.questions import AnswerKey
from quizapp.core.values.times import ends, part_of_decade

_NEAR_YEARS = 2
_RARE = 4
"""Words shorter than this say too little to make two answers alike."""


def question_id(fact: Fact, template: str, slot: str = "") -> str:
    """The stable id of a question on one fact: fact, template, asked slot."""
    return ".".join(part for part in (fact.id, template.split("/", maxsplit=1)[0], slot) if part)


def text_key(pools: Pools, face: Face) -> AnswerKey:
    """The key of a text answer with the names that a typo must never reach."""
    return AnswerKey(
        text=face.answer, accept=face.accept, look_alikes=text_look_alikes(pools, face)
    )


def value_key(pools: Pools, fact: Fact) -> AnswerKey:
    """The key of a time or a number with the values that a tolerance must never reach."""
    return AnswerKey(
        text=fact.answer,
        accept=fact.accept,
        value=fact.value,
        unit=fact.unit,
        approx=fact.approx,
        look_alikes=value_look_alikes(pools, fact),
    )


def shown_key(face: Face) -> AnswerKey:
    """The key where nothing is typed: no look-alikes, so that other facts change nothing here."""
    fact = face.fact
    if face.forward and (fact.is_time or fact.is_number):
        return AnswerKey(fact.answer, fact.accept, fact.value, fact.unit, fact.approx)
    return AnswerKey(face.answer, face.accept)


def text_look_alikes(pools: Pools, face: Face) -> tuple[str, ...]:
    """Answers of other facts that share a word with this one, or nearly do."""
    own = {fold(text) for text in (face.answer, *face.accept, *face.fact.also_true)}
    found = set()
    for other in pools.by_pool.get(face.pool, ()):
        if other.fact.truth_group == face.fact.truth_group or fold(other.answer) in own:
            continue
        if _alike(face.answer, other.answer):
            found.add(other.answer)
    return tuple(sorted(found))


def value_look_alikes(pools: Pools, fact: Fact) -> tuple[str, ...]:
    """Values of other facts of the same unit or precision that lie near this one's."""
    found = set()
    for other in pools.kindred[kinship(fact)]:
        if other.truth_group == fact.truth_group or other.value == fact.value:
            continue
        if fact.is_number:
            own, near = quantity_of(fact), quantity_of(other)
            if own.low / 2 <= near.high and near.low <= own.high * 2:
                found.add(other.value)
        elif _near_times(fact, other):
            found.add(other.value)
    return tuple(sorted(found))


def typable(face: Face) -> bool:
    """Whether a learner can be asked to type the answer: a name, which is written in few ways."""
    fact = face.fact
    if face.forward and (fact.is_time or fact.is_number):
        return False
    return is_name(face.answer, fact.language)


def typed_time(fact: Fact) -> bool:
    """Whether the fact's time can be typed and read back: a point, a span, part of a decade."""
    value = time_of(fact)
    if value.precision != "range":
        return True
    start, end = ends(value)
    if start is None or end is None:
        return False
    return bool(part_of_decade(value)) or (
        start.precision == end.precision and not (value.approximate or value.uncertain)
    )


def _alike(first: str, second: str) -> bool:
    a, b = fold(first), fold(second)
    return bool(_rare(a) & _rare(b)) or typo_distance(a, b) <= 2


def _rare(text: str) -> set[str]:
    return {word for word in text.split() if len(word) >= _RARE}


def _near_times(fact: Fact, other: Fact) -> bool:
    own, near = time_of(fact), time_of(other)
    return (
        abs(own.earliest.year - near.earliest.year) <= _NEAR_YEARS
        or abs(own.latest.year - near.latest.year) <= _NEAR_YEARS
    )

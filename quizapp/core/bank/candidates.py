"""Finds the possible wrong answers to a face among the facts, and computes further ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from quizapp.core.bank import computed
from quizapp.core.bank.distractors import (
    FAR,
    NAMED,
    OTHER_SOURCE,
    SAME_SOURCE,
    Candidate,
)
from quizapp.core.bank.faces import Face, feedback, forward, reverse
from quizapp.core.bank.render import number_like
from quizapp.core.bank.words import fold, tokens
from quizapp.core.facts.model import Fact, Source
from quizapp.core.facts.truth import (
    barred_pairs,
    by_truth_group,
    disjoint,
    entailed,
    quantity_of,
    reach,
    time_of,
    times_apart,
)
from quizapp.core.values.numbers import Quantity, read_number
from quizapp.core.values.read_times import read_time
from quizapp.core.values.times import TimeValue, parse_edtf

_FAR = timedelta(days=40 * 365)
"""Times further apart than this are too easy to tell; computed ones come before them."""


_Of = TypeVar("_Of", bound=Hashable)
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Pools:
    """All approved facts, arranged by which answers may be compared."""

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    by_pool: Mapping[tuple[str, ...], tuple[Face, ...]]
    eras: Mapping[str, computed.Era] = field(default_factory=dict)
    barred: frozenset[tuple[str, str]] = frozenset()
    groups: Mapping[tuple[str, str], tuple[Fact, ...]] = field(default_factory=dict)
    kindred: Mapping[tuple[str, ...], tuple[Fact, ...]] = field(default_factory=dict)
    voices: Mapping[tuple[str, str], tuple[Fact, ...]] = field(default_factory=dict)
    found: dict[tuple[object, Hashable], Any] = field(default_factory=dict)

    def once(self, find: Callable[[Pools, _Of], _Found], of: _Of) -> _Found:
        """What a template finds in these pools for a fact, found once for all that ask for it."""
        key = (find, of)
        if key not in self.found:
            self.found[key] = find(self, of)
        found: _Found = self.found[key]
        return found

    def may_stand(self, asked: Fact, other: Fact) -> bool:
        """Whether the other fact's answer may be a wrong answer to this fact's question."""
        return (asked.id, other.id) not in self.barred

    def candidates(self, face: Face) -> tuple[Candidate, ...]:
        """Every wrong answer that may stand beside the face's answer."""
        return self.once(Pools._candidates, face)

    def _candidates(self, face: Face) -> tuple[Candidate, ...]:
        if not face.forward:
            return tuple(self._reverse_candidates(face))
        if face.fact.is_time:
            return (*self._times(face), *computed.times(face, self.eras[face.fact.source]))
        if face.fact.is_number:
            return (*self._numbers(face), *computed.numbers(face))
        return tuple(self._texts(face))

    def others(self, face: Face) -> Iterable[Fact]:
        """Facts of a time's or a number's pool whose answers may stand beside its own."""
        for other in self.by_pool.get(face.pool, ()):
            if self.may_stand(face.fact, other.fact):
                yield other.fact

    def _tier(self, asked: Fact, other: Fact) -> int:
        if other.id in asked.confusable:
            return NAMED
        return SAME_SOURCE if other.source == asked.source else OTHER_SOURCE

    def _times(self, face: Face) -> Iterable[Candidate]:
        taken = taken_times(face.fact)
        yield from _rival_times(face.fact)
        for other in self.others(face):
            value = time_of(other)
            if times_apart(value, taken):
                tier = self._tier(face.fact, other)
                if tier != NAMED and abs(value.earliest - taken[0].earliest) > _FAR:
                    tier = FAR
                yield Candidate(
                    other.id, other.answer, time_order(value), tier,
                    other.id, feedback(other), other.value,
                )  # fmt: skip

    def _numbers(self, face: Face) -> Iterable[Candidate]:
        own = entailed(quantity_of(face.fact))
        yield from _rival_numbers(face.fact)
        for other in self.others(face):
            quantity = quantity_of(other)
            if quantity.single and not computed.comparable(face.fact, quantity):
                continue
            text = number_like(face.fact, face.fact.answer, quantity)
            if text and disjoint(own, reach(quantity)):
                yield Candidate(
                    other.id, text, (float(quantity.low), float(quantity.high)),
                    self._tier(face.fact, other), other.id, feedback(other), other.value,
                )  # fmt: skip

    def _texts(self, face: Face) -> Iterable[Candidate]:
        fact = face.fact
        true = self._true_names(fact)
        for other in self.by_pool.get(face.pool, ()):
            if not self.may_stand(fact, other.fact):
                continue
            names = {fold(text) for text in (other.answer, *other.accept)}
            if names & true or named_in(other.answer, face.stem):
                continue
            said = feedback(other.fact) if other.forward else other.fact.statement
            yield Candidate(
                other.fact.id, other.answer, (float(len(other.answer)),),
                self._tier(fact, other.fact), other.fact.id, said,
            )  # fmt: skip
        for answer, name in fact.rival_answers:
            rival = self.facts.get(name)
            if name and (rival is None or not self.may_stand(fact, rival)):
                continue
            if fold(answer) not in true and not named_in(answer, face.stem):
                yield Candidate(
                    f"{name}={answer}", answer, (float(len(answer)),),
                    OTHER_SOURCE, name, rival.statement if rival else "",
                    false=bool(name) or answer in fact.contradicting,
                )  # fmt: skip

    def _true_names(self, fact: Fact) -> set[str]:
        """What would be right as well: the names of all answers of the fact's truth group."""
        group = (fact, *self.groups.get(fact.truth_group, ()))
        return {fold(text) for one in group for text in (one.answer, *one.accept, *one.also_true)}

    def _reverse_candidates(self, face: Face) -> Iterable[Candidate]:
        fact = face.fact
        for other in self.by_pool.get(face.pool, ()):
            answer = other.answer
            if not self.may_stand(fact, other.fact) or not _apart(fact, other.fact):
                continue
            if fold(answer) == fold(face.answer) or named_in(answer, face.stem):
                continue
            yield Candidate(
                other.fact.id, answer, (float(len(answer)),), self._tier(fact, other.fact),
                other.fact.id, other.fact.statement,
            )  # fmt: skip


def _rival_times(fact: Fact) -> Iterable[Candidate]:
    """The times that the author would have beside the fact's own."""
    for text, _ in fact.rival_answers:
        value = read_time(text, fact.language)
        if isinstance(value, TimeValue):
            yield Candidate(f"={value.edtf}", text, time_order(value), NAMED, value=value.edtf)


def _rival_numbers(fact: Fact) -> Iterable[Candidate]:
    """The numbers that the author would have beside the fact's own."""
    for text, _ in fact.rival_answers:
        found = read_number(text, fact.language)
        if isinstance(found, Quantity):
            order = (float(found.low), float(found.high))
            yield Candidate(f"={text}", text, order, NAMED, value=str(found.low))


def make_pools(sources: Iterable[Source], facts: Iterable[Fact]) -> Pools:
    """The pools of the approved facts."""
    approved = tuple(facts)
    by_pool: dict[tuple[str, ...], list[Face]] = defaultdict(list)
    for fact in approved:
        face = forward(fact)
        by_pool[face.pool].append(face)
        back = reverse(fact) or Face(
            fact, "reverse", "", fact.reverse_answer or fact.cue, (), ("reverse", fact.predicate)
        )
        if fact.is_time or fact.is_number:
            by_pool[back.pool].append(back)
        if fact.reverse_class:
            by_pool["text", fact.reverse_class].append(back)
    known = {source.id: source for source in sources}
    return Pools(
        facts={fact.id: fact for fact in approved},
        sources=known,
        by_pool={key: tuple(faces) for key, faces in by_pool.items()},
        eras={key: computed.era(source, approved) for key, source in known.items()},
        barred=barred_pairs(approved),
        groups=by_truth_group(approved),
        kindred=_grouped(approved, kinship),
        voices=_grouped(approved, voice),
    )


def kinship(fact: Fact) -> tuple[str, ...]:
    """What a fact shares with those whose values may come near its own."""
    if fact.is_time:
        return ("time", time_of(fact).precision)
    if fact.is_number:
        return ("number", fact.unit)
    return ("text", fact.source)


def voice(fact: Fact) -> tuple[str, str]:
    """Where a fact is said, and by whom."""
    return (fact.source, fact.according_to)


def _grouped(facts: Iterable[Fact], by: Callable[[Fact], _Of]) -> dict[_Of, tuple[Fact, ...]]:
    found: dict[_Of, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[by(fact)].append(fact)
    return {key: tuple(rows) for key, rows in found.items()}


def key_candidate(face: Face) -> Candidate:
    """The face's right answer, placed as its wrong ones are."""
    fact = face.fact
    if not face.forward:
        return Candidate(fact.id, face.answer, (float(len(face.answer)),), NAMED)
    if fact.is_time:
        return Candidate(fact.id, fact.answer, time_order(time_of(fact)), NAMED)
    if fact.is_number:
        quantity = quantity_of(fact)
        order = (float(quantity.low), float(quantity.high))
        return Candidate(fact.id, fact.answer, order, NAMED)
    return Candidate(fact.id, fact.answer, (float(len(fact.answer)),), NAMED)


def taken_times(fact: Fact) -> tuple[TimeValue, ...]:
    """The times that no wrong answer may touch: the fact's own, what is also true or arguable."""
    barred = (*fact.also_true, *fact.never_times)
    return (time_of(fact), *(parse_edtf(value) for value in barred))


def time_order(value: TimeValue) -> tuple[float, ...]:
    """Where a time stands among others."""
    return (float(value.earliest.toordinal()), float(value.latest.toordinal()))


def named_in(answer: str, stem: str) -> bool:
    """Whether all words of an answer stand in the stem already."""
    return set(tokens(fold(answer))) <= set(tokens(stem))


def _apart(first: Fact, second: Fact) -> bool:
    """Whether two values of the same kind exclude each other."""
    if first.is_time and second.is_time:
        return times_apart(time_of(second), taken_times(first))
    if first.is_number and second.is_number:
        return disjoint(reach(quantity_of(first)), reach(quantity_of(second)))
    return False

"""Questions that compare facts: which came first or last, what came before, which is largest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quizapp.core.bank.candidates import Pools
from quizapp.core.bank.distractors import FEWEST, WANTED, clash
from quizapp.core.bank.faces import plain_point, plain_span
from quizapp.core.bank.seeds import draw, number, seed_of, shuffled
from quizapp.core.bank.templates.common import question_id
from quizapp.core.bank.wording import capitalised, wording
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import disjoint, quantity_of, reach, time_of
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

FIRST = "came-first/1"
BEFORE = "came-before/1"
LARGEST = "largest/1"
_RIGHT = 2


def came_first(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Which of several events was the first, or the last; no two of them overlap."""
    if not event(fact):
        return
    seed = seed_of(FIRST, (fact.id,))
    earlier, later = apart(pools, fact, seed, WANTED)
    sides = [(side, slot) for side, slot in ((later, "first"), (earlier, "last"))
             if len(side) >= FEWEST]  # fmt: skip
    if not sides:
        return
    others, slot = sides[draw(seed, len(sides))]
    words = wording(fact.language)
    stem = words.came_first if slot == "first" else words.came_last
    yield _choice(FIRST, slot, stem, fact, others, seed)


def came_before(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Which of several events came before this one: some did, some came after."""
    if not event(fact):
        return
    seed = seed_of(BEFORE, (fact.id,))
    earlier, later = apart(pools, fact, seed, _RIGHT + 1)
    if len(earlier) < _RIGHT or len(later) < _RIGHT:
        return
    right = earlier[: _RIGHT + draw(f"{seed}|right", 2)]
    wrong = later[:_RIGHT]
    rows = [(item.id, Option(item.named, True, fact=item.id)) for item in right]
    rows += [(item.id, _option(item)) for item in wrong]
    named = sorted(right, key=lambda item: (time_of(item).earliest, item.id))
    yield Question(
        id=question_id(fact, BEFORE),
        kind=QuestionKind.MULTIPLE_CHOICE,
        template=BEFORE,
        stem=wording(fact.language).came_before.format(fact.cue_long or fact.cue),
        key=AnswerKey("; ".join(item.named for item in named)),
        facts=(fact.id,),
        options=tuple(shuffled(seed, rows)),
        explanation=fact.statement,
        language=fact.language,
    )


def largest(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Which of several figures with the same predicate is the largest."""
    if not fact.is_number or not fact.ask_largest:
        return
    seed = seed_of(LARGEST, (fact.id,))
    own = reach(quantity_of(fact))
    smaller = [
        other
        for other in pools.facts.values()
        if other.is_number
        and other.ask_largest == fact.ask_largest
        and disjoint(reach(quantity_of(other)), own)
        and reach(quantity_of(other)) < own
    ]
    smaller.sort(key=lambda item: (number(seed, item.id), item.id))
    if len(smaller) >= FEWEST:
        yield _choice(LARGEST, "", fact.ask_largest, fact, smaller[:WANTED], seed)


def event(fact: Fact) -> bool:
    """Whether the fact is dated without doubt, so that it can be put before or after others."""
    if not fact.is_time or not fact.orderable:
        return False
    value = time_of(fact)
    return (plain_point(value) and value.precision in ("year", "month", "day")) or plain_span(value)


def apart(
    pools: Pools, fact: Fact, seed: str, most: int | None = None
) -> tuple[list[Fact], list[Fact]]:
    """Dated facts of the same source wholly before and wholly after this one, best first.

    The facts that the author named as confusable come first, then those of the same topic.
    """
    earlier, later = (
        sorted(side, key=lambda item: (_distance(fact, item), number(seed, item.id), item.id))
        for side in pools.once(_around, fact)
    )
    return list(islice(_distinct(earlier), most)), list(islice(_distinct(later), most))


def _around(pools: Pools, fact: Fact) -> tuple[list[Fact], list[Fact]]:
    """The events before a fact and those after it, as they stand in the files."""
    value = time_of(fact)
    others = [
        other
        for other in pools.once(_events, fact.source)
        if pools.may_stand(fact, other) and not clash(other.named, fact.named)
    ]
    earlier = [item for item in others if time_of(item).latest < value.earliest]
    later = [item for item in others if time_of(item).earliest > value.latest]
    return earlier, later


def _events(pools: Pools, source: str) -> tuple[Fact, ...]:
    return tuple(fact for fact in pools.facts.values() if fact.source == source and event(fact))


def _distance(fact: Fact, other: Fact) -> int:
    if other.id in fact.confusable:
        return 0
    return 1 if other.topic == fact.topic else 2


def _distinct(facts: Iterable[Fact]) -> Iterator[Fact]:
    kept: list[str] = []
    for fact in facts:
        named = fact.named
        if not any(clash(named, other) for other in kept):
            kept.append(named)
            yield fact


def _choice(
    template: str, slot: str, stem: str, fact: Fact, others: Sequence[Fact], seed: str
) -> Question:
    rows = [(fact.id, _option(fact, correct=True))] + [(item.id, _option(item)) for item in others]
    return Question(
        id=question_id(fact, template, slot),
        kind=QuestionKind.SINGLE_CHOICE,
        template=template,
        stem=stem,
        key=AnswerKey(fact.named),
        facts=(fact.id,),
        options=tuple(shuffled(seed, rows)),
        explanation=fact.statement,
        language=fact.language,
    )


def _option(fact: Fact, *, correct: bool = False) -> Option:
    if correct:
        return Option(fact.named, True)
    return Option(fact.named, False, f"{capitalised(fact.named)}: {fact.answer}.", fact.id)

"""Questions that ask for several facts at once: all of a group, an order, a matching.

An ordering holds its items as options in the right order, each marked right, each with its
fact; whoever shows it shuffles them. A matching holds prompt and partner in turn, all marked
right, each prompt with its fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizapp.core.bank.candidates import Pools, kinship, voice
from quizapp.core.bank.distractors import Candidate, clash
from quizapp.core.bank.faces import Face, feedback, forward
from quizapp.core.bank.seeds import number, seed_of, shuffled
from quizapp.core.bank.templates.common import question_id
from quizapp.core.bank.templates.compare import apart, event
from quizapp.core.bank.wording import attributed, wording
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import disjoint, quantity_of, reach, time_of, times_apart
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

ORDERING = "ordering/1"
MATCHING = "matching/1"
ALL_OF = "multiple-choice/1"
_ITEMS = 4
_FEWEST_PAIRS = 3
_WRONG = 3


def all_of_group(pools: Pools, fact: Fact) -> Iterable[Question]:
    """All true answers of a truth group among honest wrong ones; asked once for each group."""
    group = pools.groups[fact.truth_group]
    if not fact.group_ask or len(group) < 2 or group[0].id != fact.id:
        return
    seed = seed_of(ALL_OF, (item.id for item in group))
    true = sorted(group, key=lambda item: number(seed, item.id))[:_ITEMS]
    wrong = _wrong(pools, true, seed)
    if len(wrong) < 2:
        return
    rows = [(item.id, Option(item.answer, True, fact=item.id)) for item in true]
    rows += [(item.name, Option(item.text, False, item.feedback, item.fact)) for item in wrong]
    asked = sorted(true, key=lambda item: item.id)
    yield Question(
        id=question_id(fact, ALL_OF),
        kind=QuestionKind.MULTIPLE_CHOICE,
        template=ALL_OF,
        stem=fact.group_ask,
        key=AnswerKey("; ".join(item.answer for item in asked)),
        facts=tuple(item.id for item in asked),
        options=tuple(shuffled(seed, rows)),
        explanation=" ".join(item.statement for item in asked),
        language=fact.language,
    )


def _wrong(pools: Pools, true: Sequence[Fact], seed: str) -> list[Candidate]:
    found = {item.name: item for fact in true for item in pools.candidates(forward(fact))}
    ranked = sorted(found.values(), key=lambda item: (item.tier, number(seed, item.name)))
    picked: list[Candidate] = []
    for item in ranked:
        texts = [*(fact.answer for fact in true), *(other.text for other in picked)]
        if len(picked) < _WRONG and not any(clash(item.text, text) for text in texts):
            picked.append(item)
    return picked


def ordering(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Four dated facts to be put in order; no two of them overlap."""
    if not event(fact):
        return
    seed = seed_of(ORDERING, (fact.id,))
    earlier, later = apart(pools, fact, seed)
    chosen = [fact]
    for other in sorted((*earlier, *later), key=lambda item: (number(seed, item.id), item.id)):
        if len(chosen) < _ITEMS and fits_in(pools, other, chosen):
            chosen.append(other)
    if len(chosen) < _ITEMS:
        return
    chosen.sort(key=lambda item: time_of(item).earliest)
    yield Question(
        id=question_id(fact, ORDERING),
        kind=QuestionKind.ORDERING,
        template=ORDERING,
        stem=attributed(wording(fact.language).order, fact.according_to, fact.language),
        key=AnswerKey(" → ".join(item.cue_long or item.cue for item in chosen)),
        facts=tuple(item.id for item in chosen),
        options=tuple(
            Option(item.cue_long or item.cue, True, item.answer, item.id) for item in chosen
        ),
        explanation=" ".join(item.statement for item in chosen),
        language=fact.language,
    )


def fits_in(pools: Pools, other: Fact, chosen: Sequence[Fact]) -> bool:
    """Whether an event may stand in one order with those already chosen."""
    return all(
        pools.may_stand(item, other)
        and times_apart(time_of(other), [time_of(item)])
        and not clash(item.named, other.named)
        for item in chosen
    )


def matching(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Three or four facts of one sort, each to be matched with its answer in one way only."""
    face = forward(fact)
    seed = seed_of(MATCHING, (fact.id,))
    chosen = [fact]
    ranked = sorted(_comparable(pools, face), key=lambda item: (number(seed, item.id), item.id))
    for other in ranked:
        if len(chosen) < _ITEMS and all(_one_pairing(pools, item, other) for item in chosen):
            chosen.append(other)
    if len(chosen) < _FEWEST_PAIRS:
        return
    chosen.sort(key=lambda item: (number(seed, f"left {item.id}"), item.id))
    yield Question(
        id=question_id(fact, MATCHING),
        kind=QuestionKind.MATCHING,
        template=MATCHING,
        stem=attributed(_match_stem(fact), fact.according_to, fact.language),
        key=AnswerKey("; ".join(f"{item.cue_long or item.cue}: {item.answer}" for item in chosen)),
        facts=tuple(item.id for item in chosen),
        options=tuple(option for item in chosen for option in _pair(item)),
        explanation=" ".join(item.statement for item in chosen),
        language=fact.language,
    )


def _pair(fact: Fact) -> tuple[Option, Option]:
    prompt = Option(fact.cue_long or fact.cue, True, feedback(fact), fact.id)
    return prompt, Option(fact.answer, True)


def _comparable(pools: Pools, face: Face) -> Iterable[Fact]:
    """Facts whose answers could be taken for this one's: the same predicate, or the same pool."""
    fact = face.fact
    if fact.is_time or fact.is_number:
        near = [
            other for other in pools.kindred[kinship(fact)] if other.predicate == fact.predicate
        ]
    else:
        near = [other.fact for other in pools.by_pool.get(face.pool, ()) if other.forward]
    return [
        other
        for other in near
        if other.id != fact.id and other.kind == fact.kind and voice(other) == voice(fact)
    ]


def _one_pairing(pools: Pools, first: Fact, second: Fact) -> bool:
    """Whether neither answer could belong to the other fact as well."""
    if not (pools.may_stand(first, second) and pools.may_stand(second, first)):
        return False
    if first.cue == second.cue or clash(first.answer, second.answer):
        return False
    if first.is_time:
        return times_apart(time_of(first), [time_of(second)])
    if first.is_number:
        return disjoint(reach(quantity_of(first)), reach(quantity_of(second)))
    return True


def _match_stem(fact: Fact) -> str:
    words = wording(fact.language)
    if fact.is_time:
        return words.match_times
    return words.match_figures if fact.is_number else words.match_names

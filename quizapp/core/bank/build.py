"""Facts to questions: a pure function. The same facts give the same bank everywhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from quizapp.core.bank.candidates import Pools, make_pools
from quizapp.core.bank.model import Bank
from quizapp.core.bank.templates import (
    choice,
    compare,
    recall,
    several,
    spans,
    statements,
    timeline,
)
from quizapp.core.facts.model import Fact, FactStatus, Source
from quizapp.core.questions import Question, QuestionKind

Template = Callable[[Pools, Fact], Iterable[Question]]

TEMPLATES: tuple[Template, ...] = (
    recall.flashcards,
    recall.typed,
    recall.cloze,
    choice.single_choice,
    choice.true_false,
    statements.true_statement,
    statements.true_statements,
    spans.ends_and_duration,
    spans.active_in_year,
    compare.came_first,
    compare.came_before,
    compare.largest,
    timeline.decade,
    timeline.place,
    several.all_of_group,
    several.ordering,
    several.matching,
)
"""Templates on one fact, each yielding the questions that the fact allows."""


def build_bank(sources: Iterable[Source], facts: Iterable[Fact]) -> Bank:
    """The bank of all approved facts. The others stay in it without questions."""
    sources, facts = tuple(sources), tuple(facts)
    approved = [fact for fact in facts if fact.status is FactStatus.APPROVED]
    pools = make_pools(sources, approved)
    questions = [
        question for fact in approved for make in TEMPLATES for question in make(pools, fact)
    ]
    questions.sort(key=lambda question: question.id)
    return Bank(sources, facts, tuple(_without_twins(questions)))


def _without_twins(questions: Sequence[Question]) -> Iterable[Question]:
    """Leaves out what asks the same words twice.

    The same words for the same answer are kept once; the same words for different answers,
    with no options to tell them apart, are kept nowhere. An order or a matching of the same
    facts is the same question.
    """
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for question in questions:
        if not question.options:
            answers[question.kind.value, question.stem].add(question.key.text)
    seen: set[tuple[str, str, str]] = set()
    for question in questions:
        identity = (question.kind.value, question.stem, _answer(question))
        torn = len(answers.get(identity[:2], ())) > 1
        if identity not in seen and not torn:
            seen.add(identity)
            yield question


def _answer(question: Question) -> str:
    if question.kind in (QuestionKind.ORDERING, QuestionKind.MATCHING):
        return ",".join(sorted(question.facts))
    return question.key.text

"""Questions whose answer is not shown: flashcards, typed dates, numbers, names, and cloze."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.bank.candidates import Pools
from quizapp.core.bank.faces import forward, reverse
from quizapp.core.bank.naming import is_name
from quizapp.core.bank.templates.common import (
    question_id,
    shown_key,
    text_key,
    typable,
    typed_time,
    value_key,
)
from quizapp.core.bank.wording import BLANK
from quizapp.core.facts.model import Fact
from quizapp.core.questions import AnswerKey, Question, QuestionKind

FLASHCARD = "flashcard/1"
DATE = "date/1"
NUMERIC = "numeric/1"
SHORT = "short-answer/1"
CLOZE = "cloze/1"


def flashcards(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The fact asked openly, and back where the reverse has one answer."""
    del pools
    for face in (forward(fact), reverse(fact)):
        if face is not None:
            yield Question(
                id=question_id(fact, FLASHCARD, face.slot),
                kind=QuestionKind.FLASHCARD,
                template=FLASHCARD,
                stem=face.stem,
                key=shown_key(face),
                facts=(fact.id,),
                explanation=fact.statement,
                language=fact.language,
            )


def typed(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The fact's answer typed: a date, a number or a name; and the name that goes with it."""
    if fact.is_time and typed_time(fact):
        yield _typed(pools, fact, QuestionKind.DATE, DATE)
    if fact.is_number:
        yield _typed(pools, fact, QuestionKind.NUMERIC, NUMERIC)
    for face in (forward(fact), reverse(fact)):
        if face is not None and typable(face):
            yield Question(
                id=question_id(fact, SHORT, face.slot),
                kind=QuestionKind.SHORT_ANSWER,
                template=SHORT,
                stem=face.stem,
                key=text_key(pools, face),
                facts=(fact.id,),
                explanation=fact.statement,
                language=fact.language,
            )


def cloze(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Our own statement with a value or a name left out, never the sentence of the source."""
    gap = fact.gap or fact.answer
    askable = typed_time(fact) if fact.is_time else fact.is_number or is_name(gap, fact.language)
    if not askable:
        return
    at = fact.statement.casefold().find(gap.casefold())
    if at <= 0:
        return
    shown = fact.statement[at : at + len(gap)]
    yield Question(
        id=question_id(fact, CLOZE),
        kind=QuestionKind.CLOZE,
        template=CLOZE,
        stem=fact.statement[:at] + BLANK + fact.statement[at + len(gap) :],
        key=_cloze_key(pools, fact, shown),
        facts=(fact.id,),
        explanation=fact.statement,
        language=fact.language,
    )


def _cloze_key(pools: Pools, fact: Fact, shown: str) -> AnswerKey:
    if fact.is_time or fact.is_number:
        key = value_key(pools, fact)
        accept = (*fact.gap_accept, *(text for text in (key.text, *key.accept) if text != shown))
        return AnswerKey(shown, accept, key.value, key.unit, key.approx, key.look_alikes)
    if not fact.gap or fact.gap == fact.answer:
        key = text_key(pools, forward(fact))
        return AnswerKey(shown, (*key.accept, *fact.gap_accept), look_alikes=key.look_alikes)
    return AnswerKey(shown, fact.gap_accept)


def _typed(pools: Pools, fact: Fact, kind: QuestionKind, template: str) -> Question:
    return Question(
        id=question_id(fact, template),
        kind=kind,
        template=template,
        stem=fact.ask,
        key=value_key(pools, fact),
        facts=(fact.id,),
        explanation=fact.statement,
        language=fact.language,
    )

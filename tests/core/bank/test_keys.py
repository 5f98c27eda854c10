"""The shipped keys judged by grading: what they hold is right, and what others hold is not."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.short_answer import ASKED_BACK
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import RECALL_KINDS, Question, QuestionKind
from tests.core.bank.at_hand import polar, shipped

QUESTIONS = [*shipped().questions, *polar().questions]
CHOICES = (QuestionKind.SINGLE_CHOICE, QuestionKind.TRUE_FALSE, QuestionKind.MULTIPLE_CHOICE)


def right(question: Question, response: Response) -> bool:
    return grade(question, response, "en").right


def of(*kinds: QuestionKind) -> list[Question]:
    return [question for question in QUESTIONS if question.kind in kinds]


@pytest.mark.parametrize("kind", sorted(RECALL_KINDS))
def test_what_the_key_says_is_accepted(kind: QuestionKind) -> None:
    for question in of(kind):
        for text in (question.key.text, *question.key.accept):
            if text.startswith(ASKED_BACK):
                verdict = grade(question, Response(text=text[1:]), "en")
                assert verdict.outcome is Outcome.UNCLEAR, (question.id, text)
            elif f"{ASKED_BACK}{text}" not in question.key.accept:
                assert right(question, Response(text=text)), (question.id, text)


@pytest.mark.parametrize("kind", sorted(RECALL_KINDS))
def test_what_only_looks_alike_is_not(kind: QuestionKind) -> None:
    for question in of(kind):
        for text in question.key.look_alikes:
            assert not right(question, Response(text=text)), (question.id, text)


def test_a_wrong_option_is_wrong_when_typed_too() -> None:
    typed = {
        (question.facts[0], question.id.endswith(".reverse")): question
        for question in of(QuestionKind.DATE, QuestionKind.NUMERIC, QuestionKind.SHORT_ANSWER)
        if not question.template.startswith(("span-end", "duration"))
    }
    tried = 0
    for question in of(QuestionKind.SINGLE_CHOICE):
        asked = typed.get((question.facts[0], question.id.endswith(".reverse")))
        if asked is None or not question.template.startswith("single-choice"):
            continue
        for option in question.options:
            if not option.correct:
                tried += 1
                assert not right(asked, Response(text=option.text)), (asked.id, option.text)
    assert tried > 200


def test_only_the_marked_options_are_right() -> None:
    for question in of(*CHOICES):
        marked = {n for n, option in enumerate(question.options) if option.correct}
        assert right(question, Response(chosen=tuple(marked))), question.id
        for n in range(len(question.options)):
            if n not in marked:
                assert not right(question, Response(chosen=(n,))), question.id


def test_orders_and_pairs_are_right_as_they_stand_and_have_a_part_for_each_fact() -> None:
    for question in of(QuestionKind.ORDERING, QuestionKind.MATCHING):
        size = len(question.options)
        matching = question.kind is QuestionKind.MATCHING
        chosen = tuple(range(1, size, 2)) if matching else tuple(range(size))
        verdict = grade(question, Response(chosen=chosen), "en")
        assert verdict.right, question.id
        assert verdict.parts == (1.0,) * len(question.facts), question.id
        assert not right(question, Response(chosen=chosen[::-1])), question.id

from __future__ import annotations

from collections import Counter

import pytest

from quizapp.core.bank.lint import Lint, lint_bank, lint_question
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from tests.core.bank.at_hand import POLAR, polar, shipped, words
from tests.core.bank.at_hand import QUESTIONS as SHIPPED
from tests.core.bank.planting import PLANTERS, plant

EACH = 15
FACTS = {fact.id: fact for made in (shipped(), polar()) for fact in made.facts}
SOURCES = {source.id: source for made in (shipped(), polar()) for source in made.sources}
LINT = Lint(FACTS, SOURCES, {**words(SHIPPED), **words(POLAR)})
QUESTIONS = [*shipped().questions, *polar().questions]


def planted(code: str) -> list[Question]:
    found = list(plant(code, QUESTIONS, FACTS))
    step = max(1, len(found) // 24)
    return found[::step]


@pytest.mark.parametrize("code", sorted(PLANTERS))
def test_planted_flaws_are_found(code: str) -> None:
    flawed = planted(code)
    missed = [item for item in flawed if code not in {found.code for found in LINT.question(item)}]
    assert len(missed) <= 0.03 * len(flawed), [(item.id, item.stem) for item in missed]


def test_enough_flaws_are_planted() -> None:
    counts = Counter({code: len(planted(code)) for code in PLANTERS})
    few = {code: count for code, count in counts.items() if count < EACH}
    assert few.keys() <= {"E08", "E15"}, few
    assert counts.total() >= 300


def test_approved_questions_raise_hardly_an_alarm() -> None:
    found = [
        *lint_bank(shipped(), words(SHIPPED)),
        *lint_bank(polar(), words(POLAR)),
    ]
    assert not [finding for finding in found if finding.blocks]
    assert len({finding.question for finding in found}) <= 0.01 * len(QUESTIONS)


def test_a_question_of_a_teacher_without_facts_is_linted_for_form() -> None:
    question = Question(
        id="mine",
        kind=QuestionKind.SINGLE_CHOICE,
        template="",
        stem="Which river is the longest?",
        key=AnswerKey("Amazon"),
        facts=(),
        options=(Option("Amazon", True), Option("All of the above"), Option("amazon")),
    )
    assert {finding.code for finding in lint_question(question)} == {"E05", "E11"}
    good = Question(
        id="mine",
        kind=QuestionKind.SHORT_ANSWER,
        template="",
        stem="Which river runs through Iquitos?",
        key=AnswerKey("the Amazon"),
        facts=(),
    )
    assert lint_question(good) == ()


def test_findings_stand_in_the_order_of_their_codes() -> None:
    codes = [finding.code for finding in lint_bank(shipped())]
    assert codes == sorted(codes)

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

import quizapp.core.bank
from quizapp.core.bank.lint import Lint, lint_bank, lint_question
from quizapp.core.bank.quoting import copied_in
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from tests.core.bank.at_hand import POLAR, polar, shipped, words
from tests.core.bank.at_hand import QUESTIONS as SHIPPED
from tests.core.bank.planting import PLANTERS, plant
from tests.core.bank.planting_wholes import WHOLE_PLANTERS, copied_words, other_texts, wrong_anchors

EACH = 15
FACTS = {fact.id: fact for made in (shipped(), polar()) for fact in made.facts}
SOURCES = {source.id: source for made in (shipped(), polar()) for source in made.sources}
LINT = Lint(FACTS, SOURCES, {**words(SHIPPED), **words(POLAR)})
QUESTIONS = [*shipped().questions, *polar().questions]


def planted(code: str) -> list[Question]:
    found = list(plant(code, QUESTIONS, FACTS))
    step = max(1, len(found) // 24)
    return found[::step]


@cache
def outcomes(code: str) -> tuple[tuple[str, bool], ...]:
    """What was planted for a code, and whether lint found it."""
    found = [
        (item.id, code in {finding.code for finding in LINT.question(item)})
        for item in (planted(code) if code in PLANTERS else ())
    ]
    if code in WHOLE_PLANTERS:
        found += WHOLE_PLANTERS[code](shipped())
    lock = json.loads((SHIPPED / "bank" / "anchors.json").read_bytes())
    for source in shipped().sources:
        mine = [fact for fact in shipped().facts if fact.source == source.id]
        if code == "E01":
            found += wrong_anchors(source, mine[::5], lock)
        if code == "E18":
            found += other_texts(source, lock)
    if code == "E19":
        found += copied_words(POLAR, QUESTIONS)
    return tuple(found)


CODES = sorted({"E01", "E19", *PLANTERS, *WHOLE_PLANTERS})


@pytest.mark.parametrize("code", CODES)
def test_planted_flaws_are_found(code: str) -> None:
    missed = [where for where, seen in outcomes(code) if not seen]
    assert len(missed) <= 0.03 * len(outcomes(code)), missed


def test_enough_flaws_are_planted_and_nearly_all_are_found() -> None:
    counts = Counter({code: len(outcomes(code)) for code in CODES})
    found = Counter({code: sum(seen for _, seen in outcomes(code)) for code in CODES})
    table = {code: f"{found[code]}/{counts[code]}" for code in CODES}
    assert {code for code, count in counts.items() if count < EACH} <= {"E08", "E15"}, table
    assert counts["E15"] >= 5, table
    assert counts.total() >= 300, table
    assert found.total() >= 0.97 * counts.total(), table


def test_every_code_of_lint_is_planted() -> None:
    folder = Path(quizapp.core.bank.__file__).parent
    told = {
        code
        for path in (*folder.glob("lint*.py"), folder / "anchors.py", folder / "quoting.py")
        for code in re.findall(r'"([EW]\d\d)"', path.read_text("utf-8"))
    }
    assert told == set(CODES)


def test_approved_questions_raise_hardly_an_alarm() -> None:
    found = [
        *lint_bank(shipped(), words(SHIPPED)),
        *lint_bank(polar(), words(POLAR)),
    ]
    assert not [finding for finding in found if finding.blocks]
    assert len({finding.question for finding in found}) <= 0.01 * len(QUESTIONS)


def test_no_shipped_answer_to_be_typed_is_a_free_phrase() -> None:
    assert "W16" not in {finding.code for finding in lint_bank(shipped())}
    assert "W16" not in {finding.code for finding in lint_bank(polar())}


def test_a_teacher_may_ask_for_a_term_but_is_told_of_a_phrase() -> None:
    asked = Question(
        id="mine",
        kind=QuestionKind.SHORT_ANSWER,
        template="",
        stem="How do plants feed on light?",
        key=AnswerKey("photosynthesis"),
        facts=(),
    )
    assert lint_question(asked) == ()
    phrase = replace(asked, key=AnswerKey("they turn it into sugar"))
    assert {finding.code for finding in lint_question(phrase)} == {"W16"}


def test_no_shipped_question_copies_a_sentence(source_texts: Path) -> None:
    texts = {item.id: (source_texts / item.file).read_text("utf-8") for item in shipped().sources}
    assert [str(finding) for finding in copied_in(shipped(), texts)] == []


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

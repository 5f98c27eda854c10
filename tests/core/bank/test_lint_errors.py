from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.questions import AnswerKey, QuestionKind
from tests.core.bank.written import asked, codes

TOWN = "In which town was the survey founded?"


def test_a_clean_question_has_no_finding() -> None:
    assert codes(asked(TOWN)) == set()
    assert codes(asked(TOWN, "Orsvik", "Bergen", "Tromsø", "Hammerfest")) == set()


def test_a_question_needs_one_key() -> None:
    assert "E03" in codes(replace(asked(TOWN), key=AnswerKey(" ")))
    choice = asked(TOWN, "Orsvik", "Bergen", "Tromsø")
    assert "E03" in codes(replace(choice, key=AnswerKey("Bergen")))
    many = replace(choice, kind=QuestionKind.MULTIPLE_CHOICE)
    assert "E03" not in codes(many)
    assert "E03" in codes(replace(many, options=many.options[:1]))


@pytest.mark.parametrize(
    ("stem", "answer", "found"),
    [
        ("In which town, Orsvik or Bergen, was it founded?", "Orsvik", True),
        ("What did the Orsvik company do?", "the town of Orsvik", False),
        ("Which company paid, the whaling one?", "the Company", True),
        ("Who was it?", "the", False),
    ],
)
def test_the_answer_does_not_stand_in_the_stem(stem: str, answer: str, *, found: bool) -> None:
    assert ("E06" in codes(asked(stem, answer))) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("When did it begin?", True),
        ("It was founded where?", True),
        ("In which year did they return?", True),
        ("What does the text above say?", False),
        ("What does this article say of Orsvik?", True),
        ("Which of these came first?", False),
        ("Its captain was who?", True),
        ("Italian ships sailed where?", False),
    ],
)
def test_a_stem_stands_alone(stem: str, *, found: bool) -> None:
    assert ("E09" in codes(asked(stem))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("all of the above", True),
        ("None of these", True),
        ("A and C", True),
        ("both of them", True),
        ("a captain and a cook", False),
        ("all of the coal", False),
        ("A captain", False),
    ],
)
def test_an_option_speaks_for_itself(text: str, *, found: bool) -> None:
    assert ("E11" in codes(asked(TOWN, "Orsvik", "Bergen", text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("© 2004 The Halden Pages", True),
        ("www.example.org", True),
        ("Support our sponsor", True),
        ("the right to copy charts", False),
        ("a revised chart", False),
    ],
)
def test_page_furniture_is_no_answer(text: str, *, found: bool) -> None:
    assert ("E10" in codes(asked(TOWN, "Orsvik", "Bergen", text))) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("The survey was founded in _____.", False),
        ("The survey was founded in the town.", True),
        ("The _____ was founded in _____.", True),
        ("_____ was the town of the survey.", True),
    ],
)
def test_a_cloze_has_one_blank_behind_a_cue(stem: str, *, found: bool) -> None:
    assert ("E12" in codes(asked(stem, kind=QuestionKind.CLOZE))) == found


@pytest.mark.parametrize(
    ("stem", "answer", "wrong", "found"),
    [
        ("It was called an _____?", "anchor", ("barrel", "carpet"), True),
        ("It was called an _____?", "anchor", ("engine", "island"), False),
        ("What they saw were _____?", "islands", ("a ship", "a bear"), True),
        ("It was called the _____?", "anchor", ("barrel", "carpet"), False),
    ],
)
def test_grammar_gives_nothing_away(
    stem: str, answer: str, wrong: tuple[str, ...], *, found: bool
) -> None:
    assert ("E13" in codes(asked(stem, answer, *wrong))) == found


def test_a_fact_that_nobody_knows_is_told() -> None:
    assert "E18" in codes(asked(TOWN, facts=("nobody",)))
    assert "E18" not in codes(asked(TOWN, facts=("town",)))


def test_two_spellings_of_one_option_are_one() -> None:
    assert "E05" in codes(asked(TOWN, "Orsvik", "Tromsø", "tromso"))
    assert "E05" not in codes(asked(TOWN, "Orsvik", "Tromsø", "Tromsdal"))

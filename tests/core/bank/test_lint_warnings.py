from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.bank.lint_warnings import near_duplicates, whole_bank
from quizapp.core.bank.model import Bank
from quizapp.core.questions import Question, QuestionKind
from tests.core.bank.at_hand import polar, question
from tests.core.bank.written import asked, codes

TOWN = "In which town was the survey founded?"


@pytest.mark.parametrize(
    ("stem", "answer", "wrong", "code"),
    [
        (TOWN, "the harbour town of Orsvik in the far north", ("Bergen", "Oslo"), "W01"),
        ("Which town was not on the coast?", "Orsvik", ("Bergen", "Oslo"), "W03"),
        (TOWN, "Orsvik", ("never Bergen", "Oslo"), "W04"),
        ("Where did the ships often sail?", "Orsvik", ("Bergen", "Oslo"), "W05"),
        (f"Where {'and where ' * 20} was it?", "Orsvik", ("Bergen", "Oslo"), "W06"),
        ("The town of the survey.", "Orsvik", ("Bergen", "Oslo"), "W07"),
        ("How many?", "5", ("9", "7"), "W08"),
    ],
)
def test_a_weakness_is_told(stem: str, answer: str, wrong: tuple[str, ...], code: str) -> None:
    assert code in codes(asked(stem, answer, *wrong))


@pytest.mark.parametrize(
    ("stem", "answer", "wrong"),
    [
        (TOWN, "Orsvik", ("Bergen", "Oslo")),
        ("Which town was NOT on the coast?", "Orsvik", ("Bergen", "Oslo")),
        (TOWN, "only Orsvik", ("never Bergen", "Oslo")),
        ("How many?", "5", ("7", "9")),
    ],
)
def test_and_strength_is_not(stem: str, answer: str, wrong: tuple[str, ...]) -> None:
    assert codes(asked(stem, answer, *wrong)) == set()


def test_the_key_that_shares_most_with_the_others_is_told() -> None:
    others = ("cold Bergen", "northern Oslo", "Moss harbour", "rainy Tromsø")
    shared = asked(TOWN, "cold northern rainy harbour", *others)
    assert "W02" in codes(shared)


def test_options_of_one_form_belong_together() -> None:
    mixed = asked("How many?", "5 ships", "7 tonnes", "9 ships", ordered=True)
    assert "W14" in codes(mixed)
    assert codes(asked("How many?", "5 ships", "7 ships", "9 ships", ordered=True)) == set()
    months = asked("When?", "May 1875", "June 1876", "August 1881", ordered=True)
    assert "W14" not in codes(months)


def test_the_same_words_for_the_same_answer_are_near_duplicates() -> None:
    one = asked(TOWN)
    assert near_duplicates(one, replace(one, id="b", stem="In which town was the survey founded"))
    assert not near_duplicates(one, replace(one, id="b", stem="Where did the survey begin?"))
    assert not near_duplicates(one, asked(TOWN, "Bergen"))


def bank(*questions: Question) -> Bank:
    made = polar()
    return Bank(made.sources, made.facts, questions)


def test_a_bank_that_says_only_true_is_out_of_balance() -> None:
    true = [
        item
        for item in polar().questions
        if item.kind is QuestionKind.TRUE_FALSE and item.id.endswith("true")
    ]
    assert "W09" in {finding.code for finding in whole_bank(bank(*true))}
    assert whole_bank(polar()) == []


def test_a_twin_in_the_bank_is_told() -> None:
    one = question("town.flashcard")
    found = whole_bank(bank(one, replace(one, id="town.flashcard.again")))
    assert [finding.code for finding in found] == ["W11"]


def test_a_key_that_always_stands_first_is_told() -> None:
    choices = [
        replace(asked(TOWN, f"Orsvik {n}", "Bergen", "Oslo", "Moss"), id=f"q{n}", facts=("town",))
        for n in range(40)
    ]
    assert "W12" in {finding.code for finding in whole_bank(bank(*choices))}

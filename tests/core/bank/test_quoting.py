from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.quoting import copied, copied_in, runs_of
from quizapp.core.questions import Option
from tests.core.bank.at_hand import POLAR, polar
from tests.core.bank.written import asked

SENTENCE = "One two three four five six seven eight nine ten."
RUNS = runs_of([SENTENCE])


def test_eight_words_are_a_citation_and_nine_are_a_copy() -> None:
    assert not list(copied(asked("Zero two three four five six seven eight nine?"), RUNS))
    (found,) = copied(asked("Which TWO three, four five six seven eight nine ten?"), RUNS)
    assert (found.code, found.blocks) == ("E19", True)


def test_options_and_explanation_are_looked_at_too() -> None:
    plain = asked("Which?")
    assert list(copied(replace(plain, explanation=SENTENCE), RUNS))
    assert list(copied(replace(plain, options=(Option(SENTENCE),)), RUNS))


def test_a_run_does_not_go_on_over_the_end_of_a_sentence() -> None:
    assert not list(copied(asked("One two three four five. Six seven eight nine ten?"), RUNS))


def test_a_bank_is_held_against_the_texts_of_its_sources() -> None:
    text = (POLAR / "texts" / "halden.txt").read_text("utf-8")
    stem = next(item.stem for item in polar().questions if len(item.stem.split()) > 12)
    assert copied_in(polar(), {"halden": text + "\n" + stem})

"""Numbers at the edges of what is taken: fractions, shares, look-alikes, long texts."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import AnswerKey as Key
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.values.read_numbers import LONGEST
from tests.core.grading.test_reasons import ask

ROWS: list[tuple[str, Key, str, str]] = [
    ("thirteen digits have no end", Key("0.67", (), "0.67"), "0.6666666666667", "right"),
    ("twelve are what was meant", Key("0.67", (), "0.67"), "0.666666666667", "not_yet"),
    ("rounded to one digit", Key("0.7", (), "0.7"), "two thirds", "right"),
    ("rounded to none", Key("33 %", (), "33", "%"), "one third", "right"),
    ("both ends rounded", Key("a third", (), "0.33/0.67"), "one third to two thirds", "right"),
    ("an accepted form, rounded", Key("0.5", ("0.67",), "0.5"), "two thirds", "right"),
    ("rounded, of another unit", Key("0.67 tons", (), "0.67", "tons"), "two thirds years",
     "not_yet: other_unit unit=tons"),
    ("half is no fifty", Key("50", (), "50"), "0.5", "not_yet"),
    ("a share ends at the whole", Key("150 %", (), "150", "%"), "1.5", "not_yet"),
    ("a small share as a fraction", Key("2 %", (), "2", "%"), "0.02", "right"),
    ("two shares as fractions", Key("50 to 60 %", (), "50/60", "%"), "0.5 to 0.6", "right"),
    ("a share keeps its hedge", Key("almost 63 %", (), "63", "%", "almost"), "over 0.63",
     "not_yet: hedge_contradicts written=almost 63 %"),
    ("below nothing is no share", Key("63 %", (), "63", "%", "", ("-50",)), "-0.5", "not_yet"),
    ("a look-alike behind one that is no number",
     Key("about 7 %", (), "7", "%", "about", ("soon", "6")), "6.5", "not_yet"),
    ("on the answer's side of it",
     Key("about 7 %", (), "7", "%", "about", ("soon", "6")), "6.6",
     "accepted: within_tolerance written=about 7 %"),
    ("the unit of the last figure",
     Key("about 7.5 %", (), "7.5", "%", "about"), "7.4",
     "accepted: within_tolerance written=about 7.5 %"),
    ("more than the unit of the last figure",
     Key("about 7.5 %", (), "7.5", "%", "about"), "7.39", "not_yet"),
    ("a hedge within a sentence", Key("650", (), "650", "soldiers"), "they were perhaps 650",
     "right"),
    *(("a length that has passed", Key(f"3 {unit}", (), "3", unit), f"after 3 {unit}", "right")
      for unit in ("months", "weeks", "days", "hours", "minutes")),
    *(("years said in decades", Key("20 years", (), "20", "years"), f"2 {word}", "right")
      for word in ("decade", "decades", "decada", "décadas")),
    ("a span of years said in decades", Key("20 to 30 years", (), "20/30", "years"),
     "2 to 3 decades", "right"),
    ("two readings keep their unit", Key("7,000", (), "7000", "soldiers"), "7.000 soldiers",
     "unclear: ambiguous_number first=7 soldiers second=7,000 soldiers"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "typed", "expected"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS]
)
def test_a_number_is_taken_up_to_its_edge(key: Key, typed: str, expected: str) -> None:
    assert ask(QuestionKind.NUMERIC, key, typed) == expected


def test_words_for_a_number_may_be_as_long_as_numbers_are_read() -> None:
    key = Key("many years", (), "7")
    padded = "many" + " " * (LONGEST - len("manyyears")) + "years"
    assert ask(QuestionKind.NUMERIC, key, padded) == "right"
    longer = padded.replace("many", "many ")
    assert ask(QuestionKind.NUMERIC, key, longer) == "unclear: unreadable_number"


def test_a_gap_with_a_part_of_a_year_s_figure_is_a_number() -> None:
    key = Key("1,500.5", (), "1500.5")
    assert ask(QuestionKind.CLOZE, key, "1500.5") == "right"


@pytest.mark.parametrize(
    ("stem", "text", "expected"),
    [
        ("How many Soviet technicians worked there?", "79", "right"),
        ("How many people worked there?", "79 Soviet technicians", "right"),
        ("How many people worked there?", "79", "unclear"),
    ],
)
def test_a_name_behind_a_number_is_one_of_the_question_s(
    stem: str, text: str, expected: str
) -> None:
    key = Key(text, (), "79", "technicians")
    question = Question("q", QuestionKind.NUMERIC, "t", stem, key, ("f",))
    assert grade(question, Response("79 Soviet technicians"), "en").outcome == expected

"""What stands around a typed answer and is not meant, and what only looks as if it were not."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.asides import LONGEST, without_asides
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import AnswerKey, Question, QuestionKind

ASIDES = {
    '"20"': "20",
    "“20”": "20",
    "„20“": "20",
    "‘20’": "20",
    "'20'": "20",
    "«20»": "20",
    "[20]": "20",
    "((20))": "20",
    "**20**": "20",
    "__20__": "20",
    "`20`": "20",
    "¿20?": "20",
    "¡20!": "20",
    "20?!": "20",
    "20 …": "20",
    "um, so, 20, I think": "20",
    'The answer is "20", right?': "20",
    "I'd say that 20 (probably)": "20",
    "creo que 20, supongo": "20",
    "pues... mi respuesta es: 20": "20",
    "son los Andes": "los Andes",
    "por supuesto, 20": "20",
    "20, por supuesto": "20",
    # what is meant
    "Lima, so Cusco": "Lima, so Cusco",
    "20 son 30": "20 son 30",
    "(a) b)": "(a) b)",
    "(a (b)": "(a (b)",
    "?": "?",
    "''": "''",
    "()": "()",
    "um": "um",
    "'74": "'74",
    "'30s and '40s'": "'30s and '40s'",
    "(a) or (b)": "(a) or (b)",
    '"a" or "b"': '"a" or "b"',
    "son of Ann": "son of Ann",
    "son de Ana": "son de Ana",
    "Bright": "Bright",
    "Soham": "Soham",
    "20 upright": "20 upright",
}


@pytest.mark.parametrize(("typed", "meant"), ASIDES.items())
def test_asides_are_left_out(typed: str, meant: str) -> None:
    assert without_asides(typed) == meant


def test_a_long_text_is_searched_for_none() -> None:
    assert without_asides("20" + "?" * (LONGEST - 2)) == "20"
    assert len(without_asides("20" + "?" * (LONGEST - 1))) == LONGEST + 1


def test_what_is_right_as_it_stands_or_names_something_else_is_judged_so() -> None:
    key = AnswerKey("Lima", ("Maybe",), look_alikes=("Probably Lima", "(Lima)"))
    assert _ask(key, "perhaps Lima").outcome == "right"
    assert _ask(key, "maybe").outcome == "right"
    assert _ask(key, "Probably Lima").notes[0].code == "is_look_alike"


def test_the_better_verdict_counts_and_a_read_one_for_one_that_was_not() -> None:
    years = AnswerKey("20 years", value="20", unit="years")
    assert _ask(years, "20 supongo", QuestionKind.NUMERIC).outcome == "right"
    assert _ask(years, '"21"', QuestionKind.NUMERIC).outcome == "not_yet"
    assert _ask(years, "30 supongo", QuestionKind.NUMERIC).outcome == "not_yet"
    span = AnswerKey("1905–12", value="1905/1912")
    assert _ask(span, '"1905"', QuestionKind.DATE).outcome == "partly"


@pytest.mark.parametrize("sign", ["≠", "¬", "!=", "<>", "=/="])
def test_a_sign_for_not_is_read(sign: str) -> None:
    assert _ask(AnswerKey("Lima"), f"{sign}Lima").outcome == "not_yet"
    assert _ask(AnswerKey("Lima"), f"{sign} (Lima)").outcome == "not_yet"


def _ask(key: AnswerKey, typed: str, kind: QuestionKind = QuestionKind.SHORT_ANSWER) -> Verdict:
    return grade(Question("q", kind, "t", "?", key, ("f",)), Response(typed), "en")

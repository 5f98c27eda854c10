"""Every typed question of the banks: its own key is right, what is only near to it never is."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.grading import grade
from quizapp.core.grading.cloze import is_number
from quizapp.core.grading.verdict import Response
from quizapp.core.questions import RECALL_KINDS, Question
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.times import parse_edtf
from tests.core.bank.at_hand import polar, shipped

SAID = (
    *("{}", "{}.", " {} ", '"{}"', "“{}”", "«{}»", "({})", "**{}**", "{}?", "¿{}?", "{}!"),
    *("it was {}", "I think it was {}", "my answer is {}", "um, {}", "probably {}", "{}, I think"),
    *("{}, right?", "maybe {}", 'Well, "{}"'),
    *("fue {}", "creo que fue {}", "la respuesta es {}", "quizás {}", "{}, creo", "tal vez: {}"),
    *("son {}", "seguramente {}"),
)
NOT = (
    *("not {}", "no {}", "it was not {}", "it wasn't {}", "never {}", "{} is wrong", "{} is false"),
    *("anything but {}", "everyone except {}", "rather than {}", "instead of {}", "{}, not"),
    *("no fue {}", "nunca {}", "cualquiera menos {}", "todos excepto {}", "en vez de {}", "ni {}"),
    *("≠ {}", "!= {}", "<> {}", "¬{}", "a year before {}", "poco antes de {}", "son of {}"),
    *("the enemy of {}", "I doubt it was {}", "{} Smith-Jones and sons", "twice {}", "{} squared"),
)
BOTH = (
    *("{0} or {1}", "{1} or {0}", "{0} and {1}", "{0}, {1}", "{1} / {0}", "{0} ({1})", "{1} {0}"),
    *("{0} o {1}", "{1} y {0}", "either {1} or {0}", "not {0} but {1}", "no {0} sino {1}"),
    *("{1}, not {0}", "{0}? no, {1}", "{1} instead of {0}", "{1} en lugar de {0}", "{0}\n{1}"),
)
ALONE = ("{}", "it was {}", "en {}", "{}?", "I think {}", "(el {})", "c. {}", "fue {}", "the {}")
OTHERS = ("Toribio Pacheco", "Bolivia", "Cáceres", "Trujillo", "the Coast Guard", "Ulysses Grant")
LANGUAGES = st.sampled_from(("en", "es"))


@cache
def typed_questions() -> tuple[Question, ...]:
    every = (*shipped().questions, *polar().questions)
    return tuple(question for question in every if question.kind in RECALL_KINDS)


def number(question: Question) -> bool:
    return bool(question.key.value) and is_number(question.key)


def right(question: Question, typed: str, language: str) -> bool:
    return grade(question, Response(typed), language).right


ANY = st.deferred(lambda: st.sampled_from(typed_questions()))
NAMES = ANY.filter(lambda question: not question.key.value)


def test_every_key_is_right_however_it_is_said() -> None:
    for place, question in enumerate(typed_questions()):
        for at in range(6):
            said = SAID[(place + at * 5) % len(SAID)].format(question.key.text)
            for language in ("en", "es"):
                assert right(question, said, language), (question.id, said, language)


@given(ANY, st.sampled_from(NOT), LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_no_key_is_right_when_it_is_taken_back(question: Question, said: str, code: str) -> None:
    assert not right(question, said.format(question.key.text), code)


@given(ANY, st.data(), st.sampled_from(BOTH), LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_no_two_answers_at_once_are_right(
    question: Question, data: st.DataObject, said: str, language: str
) -> None:
    other = data.draw(another(question))
    assert not right(question, said.format(question.key.text, other), language)


@given(ANY, st.data(), st.sampled_from(ALONE), LANGUAGES)
@settings(max_examples=200, deadline=None)
def test_no_other_year_number_or_name_is_right(
    question: Question, data: st.DataObject, said: str, language: str
) -> None:
    other = data.draw(another(question))
    assert not right(question, said.format(other), language)
    assert not right(question, question.stem.replace("_____", other), language)


@given(ANY, st.integers(0, 40), st.integers(1, 40), LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_the_question_s_own_words_are_no_answer(
    question: Question, first: int, size: int, language: str
) -> None:
    said = " ".join(question.stem.split()[first : first + size])
    assert not right(question, said, language)


@given(NAMES, st.sampled_from(OTHERS), LANGUAGES)
@settings(max_examples=80, deadline=None)
def test_no_name_with_another_beside_it_is_right(
    question: Question, other: str, language: str
) -> None:
    given_name, _, surname = question.key.text.rpartition(" ")
    for said in (f"{given_name} {other}", f"{other} {surname}", f"{question.key.text} {other}"):
        assert not right(question, said, language), said


def another(question: Question) -> st.SearchStrategy[str]:
    """Another year, number or name than the key of a question."""
    if question.key.value and not number(question):
        value = parse_edtf(question.key.value)
        years = {int(year) for year in re.findall(r"\d{4}", question.key.value)}
        years |= {value.earliest.year, value.latest.year}
        return (
            st.sampled_from(sorted(years))
            .flatmap(
                lambda year: st.sampled_from(
                    sorted({year + off for off in (-100, -10, -1, 1, 2, 9, 10, 90, 100)} - years)
                ).filter(lambda other: not value.earliest.year <= other <= value.latest.year)
            )
            .map(str)
        )
    if number(question):
        low = parse_value(question.key.value).low
        ends = {low, parse_value(question.key.value).high}
        near = {low * 10, low * 2, low + 2, low + 100, low * 1000} - ends
        return st.sampled_from(sorted(near)).map(lambda one: f"{one.normalize():f}")
    return st.sampled_from(OTHERS)

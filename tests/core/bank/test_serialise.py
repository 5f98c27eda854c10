from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.bank.serialise import (
    question_from_dict,
    question_to_dict,
    questions_from_bytes,
    questions_to_bytes,
    to_bytes,
)
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from tests.core.bank.at_hand import shipped

texts = st.text(max_size=20)
named = st.text(min_size=1, max_size=20)
many = st.lists(named, max_size=2).map(tuple)
options = st.builds(Option, text=named, correct=st.booleans(), feedback=texts, fact=texts)
keys = st.builds(AnswerKey, text=named, accept=many, value=texts, look_alikes=many)
questions = st.builds(
    Question,
    id=named,
    kind=st.sampled_from(QuestionKind),
    template=named,
    stem=named,
    key=keys,
    facts=st.lists(named, min_size=1, max_size=2).map(tuple),
    options=st.lists(options, max_size=3).map(tuple),
    ordered=st.booleans(),
    explanation=texts,
    language=st.sampled_from(["en", "es"]),
)


@given(questions)
def test_a_question_survives_the_journey(question: Question) -> None:
    again = question_from_dict(json.loads(to_bytes(question_to_dict(question))))
    assert again == question


def test_a_bank_file_is_sorted_and_comes_back() -> None:
    asked = shipped().questions
    data = questions_to_bytes("peru-missions", reversed(asked))
    assert data == questions_to_bytes("peru-missions", asked)
    assert questions_from_bytes(data, "x.json") == asked
    assert data.endswith(b"}\n")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"format": 2}', b'{"format": 1, "questions": [1]}']
)
def test_what_is_no_bank_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"x\.json"):
        questions_from_bytes(data, "x.json")

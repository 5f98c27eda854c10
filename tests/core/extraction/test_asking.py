"""How a statement's value is asked for, and what stands for it."""

from __future__ import annotations

import pytest

from quizapp.core.extraction.asking import ask, cue, gap

ASKED = [
    (
        "The works were founded in 1764 by Reuter.", "1764", "year", "1764",
        "The works were founded in which year by Reuter?",
    ),
    (
        "The hall opened on 3 May 1818.", "3 May 1818", "date", "1818-05-03",
        "The hall opened on which date?",
    ),
    (
        "Johann Reuter founded the works.", "Johann Reuter", "person", "Johann Reuter",
        "Who founded the works?",
    ),
    (
        "Ida Lund's letters are lost.", "Ida Lund", "person", "Ida Lund",
        "Whose letters are lost?",
    ),
    (
        "The works employed about 140 people.", "about 140 people", "figure", "140",
        "The works employed about how many people?",
    ),
    (
        "1764 was a cold year.", "1764", "year", "1764",
        "Which year is missing? _____ was a cold year.",
    ),
    (
        "The mission (1905–12) was naval.", "1905–12", "range", "1905/1912",
        "Which time is missing? The mission (_____) was naval.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "said", "kind", "value", "asked"), ASKED)
def test_the_question_word_stands_where_it_reads_well(
    statement: str, said: str, kind: str, value: str, asked: str
) -> None:
    start = statement.index(said)
    assert ask(statement, kind, value, start, start + len(said), "en") == asked


def test_spanish_asks_what_is_missing() -> None:
    statement = "La obra empezó en 1871."
    assert ask(statement, "year", "1871", 18, 22, "es") == (
        "¿Qué año falta? La obra empezó en _____."
    )


def test_a_unit_stays_and_the_number_is_the_gap() -> None:
    assert gap("about 900 kg", "figure", "kg") == "about 900"
    assert gap("4,5 millones de pesos", "figure", "pesos") == "4,5 millones"
    assert gap("1764", "year", "") == "1764"


def test_feedback_names_the_event_or_the_subject() -> None:
    assert cue("The mine closed in 1929.", "The mine", 19, 23) == "The mine closed"
    assert cue("In 1929 the mine closed.", "The mine", 3, 7) == "The mine"

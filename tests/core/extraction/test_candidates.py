"""Candidates: the figures on annotated texts hold, furniture gives none, time is linear."""

from __future__ import annotations

import time

import pytest

from quizapp.core.extraction.candidates import extract
from tests.core.extraction import scoring

GOALS = {"times": (0.97, 0.97), "figures": (0.92, 0.93), "people": (0.85, 0.88)}

# What four texts scored on the day they were written, by rules that had never met them, less
# 0.01. People, the precision of times and the subjects stand below the goals above.
MEASURED_UNSEEN = {"times": (0.963, 0.902), "figures": (0.936, 0.962), "people": (0.643, 0.734)}


@pytest.mark.parametrize("kind", GOALS)
def test_recall_and_precision_on_the_annotated_texts(kind: str) -> None:
    tally = getattr(scoring.total(scoring.TEXTS), kind)
    assert tally.recall >= GOALS[kind][0], tally.missed
    assert tally.precision >= GOALS[kind][1], tally.extra


@pytest.mark.parametrize("kind", GOALS)
def test_recall_and_precision_on_texts_that_were_held_out(kind: str) -> None:
    tally = getattr(scoring.total(scoring.HELD_OUT), kind)
    assert tally.recall >= GOALS[kind][0], tally.missed
    assert tally.precision >= GOALS[kind][1], tally.extra


@pytest.mark.parametrize("folder", [scoring.TEXTS, scoring.HELD_OUT])
def test_furniture_gives_nothing_and_most_candidates_stand_as_proposed(folder: object) -> None:
    found = scoring.total(scoring.TEXTS if folder == scoring.TEXTS else scoring.HELD_OUT)
    assert (found.furniture, found.lost) == ([], [])
    assert found.as_proposed >= 0.70
    assert found.after_subject >= 0.90


@pytest.mark.parametrize("kind", MEASURED_UNSEEN)
def test_unseen_texts_do_not_fall_below_what_was_measured_on_them(kind: str) -> None:
    tally = getattr(scoring.total(scoring.UNSEEN), kind)
    assert tally.recall >= MEASURED_UNSEEN[kind][0], tally.missed
    assert tally.precision >= MEASURED_UNSEEN[kind][1], tally.extra


def test_unseen_texts_give_no_more_furniture_and_no_fewer_good_candidates_than_measured() -> None:
    found = scoring.total(scoring.UNSEEN)
    assert found.lost == []
    assert len(found.furniture) <= 13, found.furniture
    assert found.as_proposed >= 0.605
    assert found.after_subject >= 0.907


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("The mission worked in the town from 1905-12 and left.", "range", "1905/1912"),
        ("The pattern of the sales held through the late 1970s.", "range", "1977~/1979~"),
        ("The fort was built c. 1850 by the king of the land.", "year", "1850~"),
        ("The king was in the town from 3 to 5 December 1992.", "range", "1992-12-03/1992-12-05"),
        ("The ship carried up to seventy-nine men to the island.", "figure", "79"),
        ("El barco costó unos 4,5 millones de pesos al rey de la isla.", "figure", "4500000"),
        ("In May 1890 the ship sank, and on the 9th of that month it rose.", "date", "1890-05-09"),
        ("The staff of the school grew from 9 to 64 in the war.", "figure", "9"),
        ("El gasto cayó de 3,2 a 1,1 millones de pesos en la guerra.", "figure", "3200000"),
        ("The club grew from 900 to 1.1 million members in the war.", "figure", "900"),
        ("El fuego quemó tres cuartas partes de la ciudad del rey.", "figure", "0.75"),
        ("The captain had a son, a boy of eleven named Haroun Molla.", "figure", "11"),
        ("In the town lived a boy of eleven named Haroun Molla.", "person", "Haroun Molla"),
        ("The book was lent by the Jesuit Father Tomé de Almeida.", "person", "Tomé de Almeida"),
        ("They met the Icelander Guðrún Jónsdóttir in the town.", "person", "Guðrún Jónsdóttir"),
        ("Allí trabajó la ingeniera polaca Wanda Zielińska.", "person", "Wanda Zielińska"),
    ],
)
def test_one_value_of_each_family(text: str, kind: str, value: str) -> None:
    assert (kind, value) in [(one.kind, one.value) for one in extract(text).candidates]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Version 2.3 of the tool",
        "© 2004-2020 John Smith",
        "See page 12 of the book.",
        "Fig. 7.3 The first train at Tolver Bridge, 1869 (photograph: Lodd Museum).",
        "Discuss: Why did the king leave the town in 1900? Write 150 to 200 words.",
        "Actividades: 1. Haz una línea del tiempo con cinco fechas de la vida del rey.",
    ],
)
def test_labels_and_emptiness_give_none(text: str) -> None:
    assert extract(text).candidates == ()


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The share of the town never rose above 12 per cent in the war.", "at-most"),
        ("The share of the town rose above 12 per cent in the war.", "over"),
        ("Ha leído menos del 5 % de los libros de la casa.", "at-most"),
    ],
)
def test_hedges_are_read_with_what_denies_them(text: str, hedge: str) -> None:
    assert [one.approx for one in extract(text).candidates if one.kind == "percent"] == [hedge]


def test_text_and_sentence_stand_in_the_paragraph_word_for_word() -> None:
    text = (scoring.TEXTS / "polar.txt").read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for one in extract(text).candidates:
        line = lines[one.paragraph - 1]
        assert one.sentence in line
        assert line[one.start : one.start + len(one.text)] == one.text


def test_a_pronoun_or_several_values_ask_for_a_subject() -> None:
    found = extract("He left the town in 1900. The fort was built in 1850 by the king.").candidates
    assert [one.needs for one in found] == [("subject",), ()]


@pytest.mark.parametrize(
    "piece", ["...", "1 ", "from 1900 to ", "Dr. De La ", "a, b, ", "one hundred and "]
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    def once(size: int) -> float:
        begin = time.process_time()
        extract((piece * size)[:size])
        return time.process_time() - begin

    def seconds(size: int) -> float:
        """The least of three: what else the machine does comes on top, never off."""
        return min(once(size) for _ in range(3))

    assert seconds(160_000) < 6 * max(seconds(40_000), 0.05) + 0.2

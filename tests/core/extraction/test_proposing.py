"""A candidate's sentence becomes a statement that stands alone and says its value."""

from __future__ import annotations

import pytest

from quizapp.core.extraction.candidates import extract
from quizapp.core.extraction.model import Candidate
from quizapp.core.extraction.proposing import anchor_of, place_of_value, propose


def candidate(text: str, said: str, code: str = "en") -> Candidate:
    """The candidate of a text whose value is written so."""
    found = extract(text, code, keep=True).candidates
    return next(one for one in found if one.text == said)


@pytest.mark.parametrize(
    ("text", "said", "statement"),
    [
        (
            "Rosa Valdivia founded the school. She left it in 1911.",
            "1911",
            "Rosa Valdivia left it in 1911.",
        ),
        (
            "The party left on 2 March 1898. On 19 April they turned back.",
            "19 April",
            "On 19 April 1898 they turned back.",
        ),
        (
            "However, the mine closed in 1929 [12].",
            "1929",
            "The mine closed in 1929 .",
        ),
        (
            "Captain Anders Bratlie led the ship. Bratlie died in Bergen in 1921.",
            "Bratlie",
            "Anders Bratlie died in Bergen in 1921.",
        ),
    ],
)
def test_a_statement_leans_on_nothing(text: str, said: str, statement: str) -> None:
    assert propose(candidate(text, said), "en").replace(" .", ".") == statement.replace(" .", ".")


def test_a_bold_guess_is_put_into_nobodys_mouth() -> None:
    one = candidate("In May open water stopped the men. They turned back in 1898.", "1898")
    assert propose(one, "en") == "They turned back in 1898."


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("The mission served from 1905 to 1912.", "1905 to 1912"),
        ("The mission served (1905–12).", "1905–12"),
        ("The mission ended in 1912.", ""),
        ("The mission served in 1905–12 and again in 1905–12.", ""),
    ],
)
def test_the_value_may_be_said_in_other_words_but_once(statement: str, said: str) -> None:
    one = candidate("A naval mission (1905–12) served beside it.", "1905–12")
    place = place_of_value(statement, one, "en")
    found = "" if place is None else statement[place[0] : place[1]]
    assert found.endswith(said) if said else place is None or found != "1912"


def test_an_anchor_is_short_and_stands_once() -> None:
    text = "The hall opened in 1903. The tower opened in 1903 and closed in 1931."
    for one in extract(text, "en").candidates:
        anchor = anchor_of(text, one)
        assert text.count(anchor) == 1, one
        assert one.text.rstrip(".") in anchor
        assert len(anchor.split()) <= 8

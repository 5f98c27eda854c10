"""Markdown and formulas in a question: on every page as they are meant, faults named."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.web.authoring.test_authoring import SPOKEN, alice, hidden, write
from tests.web.conftest import Visit

__all__ = ["alice"]
MARKED = {
    "stem": "In **which** year?\n\n- the room\n- $\\frac{1}{2}$ of it",
    "options-0-text": "$1900 + 79$",
    "options-0-feedback": "The *school* moved here for $5 and $10.",
    "explanation": "The plate says\n`so`.",
}
HALF = "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>"


def test_what_is_written_with_signs_is_seen_without_them(alice: FlaskClient, visit: Visit) -> None:
    place = write(alice, **MARKED)
    for address in (place, f"{place}/history"):
        page = alice.get(address).text
        for part in ("<strong>which</strong>", HALF, "<code>so</code>", 'alttext="1900 + 79"'):
            assert part in page, part
        assert "The <em>school</em> moved here for $5 and $10." in page
    listed = alice.get("/questions?place=mine").text
    assert "In which year? - the room" in listed
    assert "**which**" not in listed


def test_the_preview_shows_it_while_one_types(alice: FlaskClient) -> None:
    data = hidden(alice) | SPOKEN | MARKED
    page = alice.post("/questions/preview", data=data, headers={"X-Fragment": "1"}).text
    assert '<fieldset aria-describedby="kind stem-rest">' in page
    assert "<strong>which</strong>" in page
    assert HALF in page
    assert "<code>so</code>" in page


def test_a_formula_that_cannot_be_read_is_named_and_comes_back(alice: FlaskClient) -> None:
    wrong = {"stem": r"Is $\fraq{1}{2}$ half?", "options-0-text": "$x_{1$"}
    answer = alice.post("/questions/new", data=hidden(alice) | SPOKEN | wrong)
    assert answer.status_code == 422
    assert "The formula has an unknown command. “\\fraq” is not known." in answer.text
    assert "The braces of a formula do not fit" in answer.text
    assert r"Is $\fraq{1}{2}$ half?" in answer.text
    kept = alice.post("/questions/new", data=hidden(alice) | SPOKEN | wrong | {"as": "draft"})
    assert kept.status_code == 303
    assert r"<code>\fraq{1}{2}</code>" in alice.get(kept.location).text

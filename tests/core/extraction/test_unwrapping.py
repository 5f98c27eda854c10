"""Lines broken by a page become paragraphs; lines that are meant to end stay."""

from __future__ import annotations

from quizapp.core.extraction.unwrapping import unwrap


def test_lines_of_a_page_are_joined() -> None:
    page = (
        "The works of Vellmar were founded in the year 1764 by a merchant\n"
        "who had seen glass in Venice. The first furnace burned beech wood\n"
        "from the hills, and its hall was forty-six metres long by then, un-\n"
        "til it burned.\n\n"
        "A second paragraph."
    )
    joined = unwrap(page).split("\n")
    assert len(joined) == 2
    assert joined[0].endswith("by then, until it burned.")
    assert "merchant who had" in joined[0]


def test_one_line_for_each_paragraph_stays() -> None:
    text = "A first paragraph that is whole.\nA second one.\nA third."
    assert unwrap(text) == text


def test_lists_stay() -> None:
    text = "Founded in 1764.\nBurned down in 1812.\nClosed in 1931.\n\nThe end."
    assert unwrap(text).split("\n")[:3] == text.split("\n")[:3]

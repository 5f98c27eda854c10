"""A changed text: what still stands, what must be looked at, what is gone."""

from __future__ import annotations

from quizapp.core.extraction.candidates import extract
from quizapp.core.extraction.reanchoring import Outcome, Placed, reanchor

OLD = (
    "The works were founded in 1764 by the merchant Johann Reuter.\n"
    "The works burned down in 1812.\n"
    "The new hall was opened on 3 May 1818."
)


def placed(text: str) -> list[Placed]:
    found = extract(text, "en", keep=True).candidates
    return [
        Placed(n, one.kind, one.value, one.unit, one.approx, one.text, one.sentence, one.sentence)
        for n, one in enumerate(found)
    ]


def outcome(new: str) -> tuple[Outcome, dict[int, str]]:
    return reanchor(placed(OLD), placed(new)), {one.key: one.text for one in placed(OLD)}


def test_paragraphs_may_move() -> None:
    found, _ = outcome("\n".join(["A new line about nothing.", *reversed(OLD.split("\n"))]))
    assert found.changed == {}
    assert found.gone == ()


def test_another_year_is_changed_and_nothing_else() -> None:
    found, texts = outcome(OLD.replace("1812", "1813"))
    assert [texts[key] for key in found.changed] == ["1812"]
    assert found.gone == ()


def test_mended_wording_that_says_the_same_stands() -> None:
    found, _ = outcome(OLD.replace("The works burned", "The old works burned"))
    assert found.changed == {}


def test_what_the_text_no_longer_says_is_gone() -> None:
    found, texts = outcome("\n".join(OLD.split("\n")[:2]))
    assert [texts[key] for key in found.gone] == ["3 May 1818"]
    assert found.changed == {}

"""Names are shown as written and compared as people mean them."""

from __future__ import annotations

import pytest

from quizapp.services.names import cleaned, folded, problem


def test_a_name_is_shown_as_it_was_written() -> None:
    assert cleaned("  4.º  B\u200b ") == "4.º B"
    assert cleaned("E\u0301lena") == "Élena"


@pytest.mark.parametrize("other", ["bob", " BOB ", "Bób", "B\u200bob", "\uff22ob", "\U0001d401ob"])
def test_look_alikes_are_one_name(other: str) -> None:
    assert folded(other) == folded("Bob")


@pytest.mark.parametrize("other", ["Bobo", "Rob", "Bob2", "B ob"])
def test_other_names_are_others(other: str) -> None:
    assert folded(other) != folded("Bob")


@pytest.mark.parametrize(
    ("name", "wrong"), [("", "empty"), ("\u200b", "empty"), ("--", "empty"), ("x" * 81, "too_long")]
)
def test_what_cannot_be_a_name(name: str, wrong: str) -> None:
    assert problem(name) == wrong
    assert problem("Ana") is None

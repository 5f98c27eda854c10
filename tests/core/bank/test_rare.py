"""What is passed over because no piece of a pattern stands in it, the pattern would not fit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.bank import lint_errors, lint_warnings
from quizapp.core.bank.rare import Rare, folded

ALL = {
    name: found
    for module in (lint_errors, lint_warnings)
    for name, found in vars(module).items()
    if isinstance(found, Rare)
}


@pytest.mark.parametrize("name", ALL)
def test_each_text_that_a_pattern_fits_holds_one_of_its_pieces(name: str) -> None:
    rare = ALL[name]

    @settings(max_examples=60)
    @given(st.from_regex(rare.pattern))
    def whatever_fits(text: str) -> None:
        assert rare.may_be_in(folded(["Which of both", text]))

    whatever_fits()


def test_hardly_any_text_holds_a_piece() -> None:
    for name, rare in ALL.items():
        assert not rare.may_be_in(folded(["In which town was the survey founded?", "Orsvik"])), name


@pytest.mark.parametrize("text", ["ALWAYS", "alwayſ", "ſometımes", "SOMETİMES", "cooKİES"])
def test_letters_that_pass_for_plain_ones_are_plain_ones(text: str) -> None:
    rares = [rare for rare in ALL.values() if rare.pattern.search(text)]
    assert rares
    assert all(rare.may_be_in(folded([text])) for rare in rares)

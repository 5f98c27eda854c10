"""Numbers typed in haste, rewritten for the reader."""

from __future__ import annotations

import pytest

from quizapp.core.values.typed_numbers import respelled


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1½ billion", "1.5 billion"),
        ("½", "0.5"),
        ("2 3/4", "2.75"),
        ("12 1/4", "12.25"),
        ("1/2", "1/2"),
        ("1.2 1/2", "1.2 1/2"),
        ("3 1/2/1990", "3 1/2/1990"),
        ("U.S. dollars", "us dollars"),
        ("U. S. $5", "us$5"),
        ("US $1.5", "us$1.5"),
        ("US-$1.5", "us$1.5"),
        ("us$2", "us$2"),
        ("US 30 million", "us$30 million"),
        ("US troops", "US troops"),
        ("bus 30", "bus 30"),
        ("twentythree", "twenty three"),
        ("Fourtyfour", "forty four"),
        ("fourty-four", "forty-four"),
        ("seventyfive years", "seventy five years"),
        ("at least 100 and at most 400", "from 100 to 400"),
        ("At least 100, but no more than 400 men", "from 100 to 400 men"),
        ("at least 100 and up to 400", "from 100 to 400"),
        ("at least 100 and 400", "at least 100 and 400"),
        ("at least 100", "at least 100"),
    ],
)
def test_it_is_written_as_the_reader_expects(typed: str, written: str) -> None:
    assert respelled(typed) == written

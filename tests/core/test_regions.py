"""Places on a picture: read, written, told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.regions import Region, overlapping, read_region, shared

TENTHS = st.integers(1, 500).map(lambda number: number / 10)


@given(st.sampled_from(["box", "round"]), TENTHS, TENTHS, TENTHS, TENTHS)
def test_a_region_is_read_as_it_was_written(
    shape: str, x: float, y: float, width: float, height: float
) -> None:
    one = Region(shape, x, y, width, height)
    assert read_region(str(one)) == one


@pytest.mark.parametrize(
    "text",
    [
        *("", "box", "box 1 2 3", "box 1 2 3 4 5", "star 1 2 3 4", "box a 2 3 4", "box -1 2 3 4"),
        *("box 1 2 0 4", "box 60 2 50 4", "box 1 60 4 50", "box nan 1 1 1", "box inf 1 1 1"),
    ],
)
def test_what_is_no_place_on_the_picture_is_none(text: str) -> None:
    assert read_region(text) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        *(("box 0 0 20 20", "top-left"), ("box 40 40 20 20", "middle"), ("box 40 0 20 20", "top")),
        *(("box 80 40 20 20", "right"), ("box 80 80 20 20", "bottom-right")),
    ],
)
def test_a_place_is_named_by_thirds(text: str, place: str) -> None:
    found = read_region(text)
    assert found is not None
    assert found.place == place


def test_regions_over_each_other_are_found() -> None:
    one, other, far = (Region("box", x, 10, 20, 20) for x in (10, 20, 60))
    assert shared(one, other) == 0.5
    assert shared(one, far) == 0
    assert overlapping({0: one, 2: other, 5: far}) == [(0, 2)]

"""Times: read from EDTF, compared, and written for readers. The one door to them."""

from quizapp.core.values.edtf import (
    PARTS_OF_CENTURY,
    PARTS_OF_DECADE,
    TimeValue,
    contains_year,
    duration_years,
    ends,
    overlaps,
    parse_edtf,
    part_of_century,
    part_of_decade,
)
from quizapp.core.values.show_times import format_time

__all__ = [
    "PARTS_OF_CENTURY",
    "PARTS_OF_DECADE",
    "TimeValue",
    "contains_year",
    "duration_years",
    "ends",
    "format_time",
    "overlaps",
    "parse_edtf",
    "part_of_century",
    "part_of_decade",
]

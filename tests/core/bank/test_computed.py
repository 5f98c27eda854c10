from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.bank.computed import comparable, era, numbers, times
from quizapp.core.bank.distractors import COMPUTED, Candidate
from quizapp.core.bank.faces import forward
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import disjoint, quantity_of, reach
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.times import overlaps, parse_edtf
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material

ERA = (date(1850, 1, 1), date(1992, 9, 30))
YEAR = fact("founded")
FIGURE = fact("soviet-mission-size", QUESTIONS)


@given(st.integers(1880, 1985))
def test_no_computed_year_is_the_key_or_lies_outside_the_era(year: int) -> None:
    asked = replace(YEAR, value=str(year), answer=str(year))
    found = list(times(forward(asked), ERA))
    assert found
    for item in found:
        assert item.text != str(year)
        assert 1850 <= int(item.text) <= 1992


def test_a_year_before_the_calendar_does_not_end_the_others() -> None:
    early = replace(YEAR, value="0010", answer="10")
    found = [item.text for item in times(forward(early), (date(1, 1, 1), date(99, 12, 31)))]
    assert found[:4] == ["2", "3", "4", "5"]
    assert found[-1] == "40"


def test_a_computed_year_stands_bare_as_years_do() -> None:
    asked = replace(YEAR, value="1900", answer="the year 1900")
    assert "1905" in {item.text for item in times(forward(asked), ERA)}


@given(st.integers(1880, 1960), st.integers(1, 25))
def test_no_computed_span_meets_the_key(start: int, years: int) -> None:
    value = f"{start}/{start + years}"
    asked = replace(YEAR, kind=fact("tern-years").kind, value=value, answer="x")
    for item in times(forward(asked), ERA):
        assert not overlaps(parse_edtf(item.value), parse_edtf(value))


@given(st.integers(1, 10**7), st.sampled_from(["", "about", "almost", "over", "up-to"]))
def test_no_computed_number_is_true(number: int, approx: str) -> None:
    asked = replace(FIGURE, value=str(number), approx=approx, answer=f"{number:,}")
    own = quantity_of(asked)
    for item in numbers(forward(asked)):
        other = parse_value(item.value, asked.unit, approx)
        assert disjoint(reach(own), reach(other))
        assert not (approx == "over" and other.low < own.low)
        assert not (approx == "up-to" and other.low > own.low)
        assert item.text == f"{other.low:,}"


def test_percentages_stay_below_a_hundred() -> None:
    found = list(numbers(forward(fact("share-soviet-union", QUESTIONS))))
    assert found
    assert all(float(item.value) <= 100 for item in found)


def test_the_era_is_that_of_the_source() -> None:
    (source,), facts = material(POLAR)
    assert era(source, facts) == (date(1851, 1, 1), date(1902, 12, 31))
    assert era(source, []) == (date.min, date.min)
    undated = replace(source, as_of="")
    assert era(undated, facts)[1] == date(1902, 12, 31)


def test_a_number_of_another_size_is_not_comparable() -> None:
    assert comparable(FIGURE, parse_value("79"))
    assert not comparable(FIGURE, parse_value("9000"))


def test_the_first_year_of_the_era_still_counts() -> None:
    asked = replace(YEAR, value="1880", answer="1880")
    found = {item.text for item in times(forward(asked), ERA)}
    assert "1850" in found
    assert "1855" in found
    assert "1849" not in {item.text for item in times(forward(asked), (date(1850, 1, 2), ERA[1]))}
    assert "1850" not in {item.text for item in times(forward(asked), (date(1850, 1, 2), ERA[1]))}


def test_computed_years_are_near_but_never_next_door() -> None:
    asked = replace(YEAR, value="1920", answer="1920")
    gaps = {abs(int(item.text) - 1920) for item in times(forward(asked), ERA)}
    assert min(gaps) == 5
    assert max(gaps) == 30
    assert any(gap % 10 == 0 for gap in gaps)


def test_computed_numbers_are_as_round_as_the_key() -> None:
    found = [int(item.text.replace(",", "")) for item in numbers(forward(FIGURE))]
    assert all(number % 10 == 0 for number in found)
    assert 325 not in found
    assert 980 in found
    small = [item.text for item in numbers(forward(fact("us-training-longest", QUESTIONS)))]
    assert small == ["2 years", "3 years"]
    shares = [item.text for item in numbers(forward(fact("share-italy", QUESTIONS)))]
    assert shares[:3] == ["1 percent", "2 percent", "3 percent"]


def test_a_computed_month_keeps_its_year_right() -> None:
    found = {item.text: item.value for item in times(forward(fact("lantern-date")), ERA)}
    assert found["August 1875"] == "1875-08"
    assert found["January 1876"] == "1876-01"
    assert found["October 1874"] == "1874-10"
    assert "March 1875" not in found


def test_a_long_span_moves_beyond_its_own_ends() -> None:
    span = replace(fact("tern-years"), value="1900/1940", answer="1900–40")
    found = {item.text for item in times(forward(span), (date(1800, 1, 1), date(1999, 12, 31)))}
    assert {"1945–85", "1855–95", "1950–90"} <= found
    assert "1941–81" not in found
    assert len(found) == 11 + 8, "all before, and those behind that end in time"


def test_what_is_said_in_decades_moves_by_decades_and_the_rest_by_years() -> None:
    early = fact("soviet-reduced-by", QUESTIONS)
    found = {item.text for item in times(forward(replace(early, never_times=())), ERA)}
    assert {"early 1985", "early 1984", "early 1981"} <= found
    middle = fact("us-training-units-from", QUESTIONS)
    found = {item.text for item in times(forward(replace(middle, never_times=())), ERA)}
    assert found
    assert all(re.fullmatch(r"the mid-\d{3}0s", text) for text in found), found


WIDE = (date(1000, 1, 1), date(2999, 12, 31))


def distances(asked: Fact, unit: int = 1) -> set[int]:
    """How far the computed times lie from the key, in years (12: in months)."""
    own = parse_edtf(asked.value).earliest
    found = set()
    for item in times(forward(asked), WIDE):
        other = parse_edtf(item.value).earliest
        months = (other.year - own.year) * 12 + other.month - own.month
        assert months % (12 // unit) == 0
        found.add(months * unit // 12)
    return found


def test_nobody_wins_by_taking_the_middle_of_computed_times() -> None:
    years = distances(replace(YEAR, value="1900", answer="1900"))
    assert years == {-years for years in years}
    assert len(years) == 22
    decades = distances(replace(fact("cuban-technicians-time", QUESTIONS), never_times=()))
    assert decades == {-years for years in decades} == {n * 10 for n in range(-5, 6) if n}
    for month in ("01", "06", "12"):
        asked = replace(fact("lantern-date"), value=f"1900-{month}", answer="x")
        months = distances(asked, unit=12)
        assert months == {-months for months in months}
        assert len(months) == 16
        assert min(map(abs, months)) == 5, "less than five months apart is a slip of memory"


def figures(value: str, unit: str = "people", approx: str = "", text: str = "") -> list[str]:
    number = replace(FIGURE, value=value, unit=unit, approx=approx, answer=text or value)
    return [item.text for item in numbers(forward(number))]


def test_small_counts_are_missed_by_little() -> None:
    assert figures("6") == ["2", "3", "4", "5", "7", "8", "9", "10", "12", "14"]
    assert figures("12") == ["8", "9", "10", "11", "13", "14", "15", "16", "18", "20"]
    assert figures("3") == ["2", "4", "5", "6", "7", "9", "11"], "one of a thing is no plural"
    assert figures("1") == ["2", "3", "4", "5", "7", "9"], "nor is none"
    assert {"11", "12", "14", "15"}.isdisjoint(figures("13"))
    share = replace(fact("share-italy", QUESTIONS), value="3", answer="3 percent", approx="")
    assert "1 percent" in [item.text for item in numbers(forward(share))]


def test_shares_go_up_to_the_whole() -> None:
    share = replace(fact("share-italy", QUESTIONS), value="40", answer="40 percent", approx="")
    found = [item.text for item in numbers(forward(share))]
    assert "100 percent" in found
    assert "200 percent" not in found
    assert "200" in figures("40"), "only a share ends there"


def test_a_changed_number_is_written_as_the_key_is() -> None:
    money = figures("1500000000", "US$", "about", "about US$1.5 billion")
    assert "about US$2.3 billion" in money, "half way is rounded up"
    assert "about US$3 billion" in money
    assert not [text for text in money if "US$0." in text]
    assert "0.3 billion" in figures("500000000", "tons", "", "0.5 billion")
    assert figures("700", text="some seven hundred") == []


def test_spans_of_numbers_move_without_meeting_the_key() -> None:
    asked = fact("trained-in-soviet-union", QUESTIONS)
    found = {item.text: item for item in numbers(forward(asked))}
    assert set(found) == {
        "10 to 40", "20 to 80", "500 to 2,000",
        "550 to 850", "700 to 1,000", "850 to 1,150",
    }  # fmt: skip
    assert found["700 to 1,000"].value == "700/1000"
    assert found["700 to 1,000"].order == (700.0, 1000.0)
    high = replace(asked, value="1000/1100", answer="1,000 to 1,100")
    texts = {item.text for item in numbers(forward(high))}
    assert {"800 to 900", "850 to 950", "1,200 to 1,300"} <= texts


def test_a_number_twelve_times_as_large_is_the_last_to_compare() -> None:
    assert comparable(FIGURE, parse_value("7800"))
    assert not comparable(FIGURE, parse_value("7801"))
    assert comparable(FIGURE, parse_value("55"))
    assert not comparable(FIGURE, parse_value("54"))
    assert comparable(fact("share-italy", QUESTIONS), parse_value("100"))


def test_an_era_begins_with_the_calendar() -> None:
    (source,), _ = material(POLAR)
    early = replace(YEAR, value="0010", answer="10")
    other = replace(YEAR, source="another", value="0001")
    assert era(source, [early, other, fact("town")])[0] == date(1, 1, 1)
    assert era(replace(source, as_of=""), [early]) == (date(1, 1, 1), date(10, 12, 31))


def test_computed_times_never_touch_what_is_true_or_arguable() -> None:
    asked = replace(
        YEAR, value="1900", answer="1900", also_true=("1905",), never_times=("1910/1920",)
    )
    found = {int(item.text) for item in times(forward(asked), WIDE)}
    assert 1905 not in found
    assert not found & set(range(1910, 1921))
    assert {1906, 1907, 1908, 1925} <= found


def test_a_vague_month_moves_by_years_in_its_own_words() -> None:
    asked = replace(fact("lantern-date"), value="1875-03~", answer="about March 1875")
    found = {item.text for item in times(forward(asked), ERA)}
    assert "about March 1880" in found
    assert all(text.startswith("about March ") for text in found)


def test_a_span_of_thirty_years_moves_beyond_its_own_ends() -> None:
    span = replace(fact("tern-years"), value="1900/1930", answer="1900–30")
    assert "1935–65" in {item.text for item in times(forward(span), WIDE)}


def test_the_smallest_number_that_compares_is_a_twelfth() -> None:
    asked = replace(FIGURE, value="660", answer="660")
    assert comparable(asked, parse_value("55"))
    assert not comparable(asked, parse_value("54.9"))


def test_a_computed_number_is_named_by_its_value() -> None:
    assert all(item.name == f"={item.value}" for item in numbers(forward(FIGURE)))


def test_numbers_change_in_steps_that_their_words_allow() -> None:
    assert figures("2") == ["3", "4", "5", "6", "8", "10"], "one of a thing is no plural"
    assert "68" in figures("34")
    assert "about 15" in figures("12", approx="about", text="about 12")
    assert "about 14" not in figures("12", approx="about", text="about 12"), "it may be 13 too"
    share = replace(fact("share-italy", QUESTIONS), value="50.5", answer="50.5 percent", approx="")
    found = [item.text for item in numbers(forward(share))]
    assert found
    assert "101 percent" not in found


def spans(value: str, approx: str = "") -> set[str]:
    text = value.replace("/", " to ")
    asked = replace(FIGURE, value=value, approx=approx, answer=text)
    return {item.text for item in numbers(forward(asked))}


def test_spans_move_by_their_width_or_grow_and_never_begin_at_nothing() -> None:
    assert "3,000 to 3,300" in spans("1000/1100")
    assert "1,150 to 1,250" in spans("1000/1100")
    assert "1,150 to 1,250" not in spans("1000/1100", "about"), "it may be 1,100 too"
    assert "20 to 88" in spans("100/440")
    assert "20 to 88" not in spans("100/440", "about")
    assert "0 to 100" not in spans("200/300")
    assert "1 to 3" in spans("4/6")


def test_decades_and_parts_of_them_move_by_whole_decades() -> None:
    tens = {years * 10 for years in range(-5, 6) if years}
    assert distances(replace(YEAR, value="197X", answer="the 1970s")) == tens
    middle = replace(
        YEAR, value="1974~/1976~", answer="the mid-1970s", kind=fact("tern-years").kind
    )
    assert distances(middle) == tens


def test_a_day_moves_in_the_words_of_its_answer() -> None:
    asked = replace(YEAR, value="1900-12-03", answer="December 3, 1900")
    (first, *_) = times(forward(asked), ERA)
    assert first == Candidate(
        "=1870-12-03",
        "December 3, 1870",
        (float(date(1870, 12, 3).toordinal()),) * 2,
        COMPUTED,
        value="1870-12-03",
    )


def test_words_without_a_number_cannot_be_moved() -> None:
    asked = replace(YEAR, value="1900~", answer="the turn of the century")
    assert list(times(forward(asked), WIDE)) == []


def test_the_last_day_of_the_era_still_counts() -> None:
    asked = replace(YEAR, value="1900", answer="1900")
    found = {item.text for item in times(forward(asked), (ERA[0], date(1905, 12, 31)))}
    assert "1905" in found
    assert "1906" not in found


def test_a_short_span_moves_by_years() -> None:
    span = replace(fact("tern-years"), value="1900/1907", answer="1900–07")
    assert "1908–15" in {item.text for item in times(forward(span), WIDE)}


def test_the_era_of_a_source_is_not_that_of_another() -> None:
    (source,), _ = material(POLAR)
    other = replace(YEAR, source="another", value="1750")
    assert era(source, [YEAR, other])[0] == date(1851, 1, 1)


def test_a_wide_span_moves_as_far_as_its_hedge_reaches() -> None:
    assert "1,150 to 1,450" in spans("700/1000")
    assert "1,150 to 1,450" not in spans("700/1000", "about")

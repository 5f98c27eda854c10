"""Why an answer was taken as it was: what a learner is told, row by row."""

from __future__ import annotations

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.questions import AnswerKey, Question, QuestionKind
from quizapp.core.values.read_times import LONGEST

D, N, S, C = (
    QuestionKind.DATE,
    QuestionKind.NUMERIC,
    QuestionKind.SHORT_ANSWER,
    QuestionKind.CLOZE,
)
YEAR = AnswerKey("1896", value="1896", look_alikes=("1904", "1919/1921", "soon"))
MONTH = AnswerKey("February 1990", value="1990-02")
DAY = AnswerKey("3 December 1992", value="1992-12-03")
YEARLESS = AnswerKey("28 July", value="XXXX-07-28")
DECADE = AnswerKey("the 1930s", value="193X")
PART = AnswerKey("the mid-1980s", value="1984~/1986~")
LATE = AnswerKey("the late 19th century", value="1867~/1899~")
CENTURY = AnswerKey("the 20th century", value="19XX")
SPAN = AnswerKey("1905–12", value="1905/1912", look_alikes=("1919/1921", "1905/1921", "1906"))
MONTHS = AnswerKey("February to May 1990", value="1990-02/1990-05")
SINCE = AnswerKey("since 1973", value="1973/..")
UNTIL = AnswerKey("until 1940", value="../1940")
TWO = AnswerKey("1905–12", ("1905–1913", "1905/1913", "1904"), "1905/1912")

TIMES: dict[str, tuple[AnswerKey, dict[str, str]]] = {
    "a year": (
        YEAR,
        {
            "1896": "right",
            "May 1896": "unclear: finer_than_asked asked=year",
            "'96": "unclear: unreadable_date",
            "3/5/1896": "unclear: finer_than_asked asked=year",
            "3/5/1897": "not_yet",
            "1890s": "not_yet: coarser_than_asked asked=year",
            "19th century": "not_yet: coarser_than_asked asked=year",
            "1890-1899": "not_yet: coarser_than_asked asked=year",
            "1897": "not_yet",
            "1904": "not_yet: is_look_alike text=1904",
            "May 1904": "not_yet",
            "1919 to 1921": "not_yet: is_look_alike text=1919–21",
            "until 1896": "right",
            "since 1904": "not_yet",
            "soonish": "unclear: unreadable_date",
        },
    ),
    "a month": (
        MONTH,
        {
            "February 1990": "right",
            "3 February 1990": "unclear: finer_than_asked asked=month",
            "Febuary 1990": "right",
            "February '90": "right",
            "feb 90": "right",
            "2/90": "right",
            "13/90": "unclear: unreadable_date",
            "0/90": "unclear: unreadable_date",
            "12/90": "not_yet",
            "1/90": "not_yet",
            "soon 90": "unclear: unreadable_date",
            "Feb 31": "unclear: unreadable_date",
            "1990": "partly 0.5: coarser_than_asked asked=month",
            "the 1990s": "not_yet: coarser_than_asked asked=month",
            "March 1990": "not_yet",
            "2/3/1990": "unclear: ambiguous_date first=2 March 1990 second=3 February 1990",
        },
    ),
    "a day": (
        DAY,
        {
            "December 1992": "partly 0.5: coarser_than_asked asked=day",
            "1992": "not_yet: coarser_than_asked asked=day",
            "3 December": "not_yet: coarser_than_asked asked=day",
            "4 December": "not_yet",
            "3/12/1992": "unclear: ambiguous_date first=3 December 1992 second=12 March 1992",
        },
    ),
    "a day of no year": (
        YEARLESS,
        {
            "28 July": "right",
            "about 28 July": "right",
            "28 July 1821": "unclear: finer_than_asked asked=day",
            "29 July 1821": "not_yet",
            "28 June 1821": "not_yet",
            "July 1821": "not_yet",
            "1821": "not_yet",
        },
    ),
    "a month is no day": (MONTH, {"28 February": "not_yet", "3 February": "not_yet"}),
    "a decade": (
        DECADE,
        {
            "1935": "unclear: finer_than_asked asked=decade",
            "late 1930s": "unclear: finer_than_asked asked=decade",
            "1939": "unclear: finer_than_asked asked=decade",
            "'30s": "right",
            "20th century": "not_yet: coarser_than_asked asked=decade",
            "1929": "not_yet",
            "28 July": "not_yet",
        },
    ),
    "a part of a decade": (
        PART,
        {
            "1985": "partly 0.5: finer_than_source written=the mid-1980s",
            "'86": "partly 0.5: finer_than_source written=the mid-1980s",
            "mid 1980": "unclear: ambiguous_date first=1980 second=mid-1980s",
            "mid-1980": "unclear: ambiguous_date first=1980 second=mid-1980s",
            "mid 1970": "not_yet",
            "mid 1985": "partly 0.5: finer_than_source written=the mid-1980s",
            "the 1980s": "partly 0.5: coarser_than_asked asked=part",
            "20th century": "not_yet: coarser_than_asked asked=part",
            "the 1970s": "not_yet",
            "1984-87": "not_yet: coarser_than_asked asked=part",
            "1984-86": "right",
            "late 1980s": "not_yet",
        },
    ),
    "a part of a century": (
        LATE,
        {
            "late 19th century": "right",
            "1880": "partly 0.5: finer_than_source written=the late 19th century",
            "1867": "partly 0.5: finer_than_source written=the late 19th century",
            "19th century": "partly 0.5: coarser_than_asked asked=part",
            "1860-1899": "not_yet: coarser_than_asked asked=part",
        },
    ),
    "a century": (CENTURY, {"1950": "unclear: finer_than_asked asked=century"}),
    "a span": (
        SPAN,
        {
            "1905-12": "right",
            "May 1905 to 1912": "unclear: finer_than_asked asked=range",
            "1905 to '12": "right",
            "'05-'12": "right",
            "05-12": "unclear: unreadable_date",
            "1905": "partly 0.5: half_of_range which=start",
            "1912": "partly 0.5: half_of_range which=end",
            "since 1905": "partly 0.5: half_of_range which=start",
            "until 1912": "partly 0.5: half_of_range which=end",
            "1905-13": "partly 0.5: half_of_range which=start",
            "1904-12": "partly 0.5: half_of_range which=end",
            "May 1905": "partly 0.5: half_of_range which=start",
            "1905 to 1921": ("partly 0.5: half_of_range which=start; is_look_alike text=1905–21"),
            "1910": "not_yet: inside_the_range",
            "June 1910": "not_yet: inside_the_range",
            "1906": "not_yet: is_look_alike text=1906",
            "1906-11": "not_yet",
            "1904-13": "not_yet: coarser_than_asked asked=range",
            "the 1900s": "not_yet",
            "20th century": "not_yet: coarser_than_asked asked=range",
            "1913": "not_yet",
            "since 1912": "not_yet",
            "since 1900": "not_yet",
            "until 1905": "not_yet",
            "until 1920": "not_yet",
            "28 July": "not_yet",
            "3/12/1905": "partly 0.5: half_of_range which=start",
        },
    ),
    "a span within a year": (
        MONTHS,
        {
            "February to May 1990": "right",
            "1990": "not_yet: coarser_than_asked asked=range",
            "February 1990": "partly 0.5: half_of_range which=start",
            "May 1990": "partly 0.5: half_of_range which=end",
            "March 1990": "not_yet: inside_the_range",
            "January to June 1990": "not_yet: coarser_than_asked asked=range",
            "March to April 1990": "not_yet",
        },
    ),
    "an open end": (
        SINCE,
        {
            "1973": "right",
            "since March 1973": "unclear: finer_than_asked asked=year",
            "1973 to 1985": "partly 0.5: half_of_range which=start",
            "May 1973 to 1985": "partly 0.5: half_of_range which=start",
            "1974 to 1985": "not_yet",
            "until 1973": "not_yet",
            "until 1980": "not_yet",
            "since 1974": "not_yet",
            "the 1970s": "not_yet: coarser_than_asked asked=year",
            "the mid-1970s": "not_yet",
            "early 1970s": "not_yet: coarser_than_asked asked=year",
        },
    ),
    "an open end that a vague time does not name": (
        AnswerKey("since 1977", value="1977/.."),
        {
            "late 1970s": "not_yet: coarser_than_asked asked=year",
            "since the late 1970s": "not_yet: coarser_than_asked asked=year",
        },
    ),
    "a span whose ends a vague time does not name": (
        AnswerKey("1977–85", value="1977/1985"),
        {
            "late 1970s": "not_yet: inside_the_range",
            "mid-1980s": "not_yet",
            "early 1970s": "not_yet",
        },
    ),
    "a span within a part of a decade": (
        AnswerKey("1977–78", value="1977/1978"),
        {"late 1970s": "not_yet: coarser_than_asked asked=range"},
    ),
    "an open beginning": (
        UNTIL,
        {
            "1940": "right",
            "until 1940": "right",
            "1930 to 1940": "partly 0.5: half_of_range which=end",
            "1940 to 1950": "not_yet",
            "since 1940": "not_yet",
        },
    ),
    "about a day of no year": (
        AnswerKey("about 28 July", value="XXXX-07-28~"),
        {"28 July": "right", "28 July 1821": "unclear: finer_than_asked asked=day"},
    ),
    "a reason outlives another accepted value": (
        AnswerKey("1896", ("1797",), "1896"),
        {"19th century": "not_yet: coarser_than_asked asked=year"},
    ),
    "a span whose ends overlap": (
        AnswerKey("1990 to May 1990", value="1990/1990-05"),
        {"3 May 1990": "partly 0.5: half_of_range which=start"},
    ),
    "further accepted values": (
        TWO,
        {
            "1905-12": "right",
            "1905-1913": "right",
            "from 1905 till May 1913": "partly 0.5: half_of_range which=start",
            "May 1904": "unclear: finer_than_asked asked=year",
            "1913": "partly 0.5: half_of_range which=end",
            "1905": "partly 0.5: half_of_range which=start",
            "1914": "not_yet",
        },
    ),
}


EXACT = AnswerKey(
    "650 personnel", ("six fifty",), "650", "personnel", look_alikes=("7000", "100/400", "x")
)
ALMOST = AnswerKey("almost 7,000", (), "7000", "", "almost")
OVER = AnswerKey("over 20 years", (), "20", "years", "over")
UP_TO = AnswerKey("up to 79", (), "79", "technicians", "up-to")
AT_LEAST = AnswerKey("at least 20", (), "20", "", "at-least")
AT_MOST = AnswerKey("at most 20", (), "20", "", "at-most")
MONEY = AnswerKey("about US$1.5 billion", ("1400000000",), "1500000000", "US$", "about")
BETWEEN = AnswerKey("100 to 400", (), "100/400", "personnel", look_alikes=("650", "600/700"))
ANY = AnswerKey("100 to 400", ("inside", "a few hundred"), "100/400")
SHARE = AnswerKey("63 %", (), "63", "%")
SMALL = AnswerKey("0.5 %", (), "0.5", "%")
THIRD = AnswerKey("0.67", (), "0.67")
BELOW_ZERO = AnswerKey("about -10", (), "-10", "", "about", ("-12",))

NUMBERS: dict[str, tuple[AnswerKey, dict[str, str]]] = {
    "an exact number": (
        EXACT,
        {
            "650": "right",
            "six fifty": "right",
            "651": "not_yet",
            "7000": "not_yet: is_look_alike text=7,000",
            "100 to 400": "not_yet: is_look_alike text=100 to 400",
            "600-700": "not_yet: coarser_than_asked asked=number",
            "650-700": "not_yet: coarser_than_asked asked=number",
            "600-650": "not_yet: coarser_than_asked asked=number",
            "700-800": "not_yet",
            "100-200": "not_yet",
            "650 years": "not_yet: other_unit unit=personnel",
            "650 %": "not_yet: other_unit unit=personnel",
            "651 years": "not_yet",
            "650-700 years": "not_yet",
            "600-650 years": "not_yet",
            "over 650": "partly 0.5: hedge_contradicts written=650 personnel",
            "exactly 650": "right",
            "over 651": "not_yet",
            "many": "unclear: unreadable_number",
        },
    ),
    "almost a number": (
        ALMOST,
        {
            "6,900": "not_yet",
            "7001": "not_yet",
            "over 7,000": "not_yet: hedge_contradicts written=almost 7,000",
            "at least 7,000": "not_yet: hedge_contradicts written=almost 7,000",
            "exactly 7,000": "partly 0.5: hedge_contradicts written=almost 7,000",
            "at least 6,900": "not_yet",
            "at most 7000": "right",
            "over 8000": "not_yet",
            "7.000": "unclear: ambiguous_number first=7 second=7,000",
        },
    ),
    "over a number": (
        OVER,
        {
            "22": "not_yet",
            "19.9": "not_yet",
            "almost 20": "not_yet: hedge_contradicts written=over 20 years",
            "up to 20": "not_yet: hedge_contradicts written=over 20 years",
            "at most 20": "not_yet: hedge_contradicts written=over 20 years",
            "exactly 20": "not_yet: hedge_contradicts written=over 20 years",
            "at least 20": "right",
            "20 months": "not_yet: other_unit unit=years",
        },
    ),
    "at most, as a maximum": (
        UP_TO,
        {
            "over 79": "not_yet: hedge_contradicts written=up to 79",
            "at least 79": "not_yet: hedge_contradicts written=up to 79",
            "almost 79": "partly 0.5: hedge_contradicts written=up to 79",
            "under 79": "partly 0.5: hedge_contradicts written=up to 79",
            "at most 79": "right",
        },
    ),
    "at least": (
        AT_LEAST,
        {
            "20": "right",
            "over 20": "right",
            "up to 20": "not_yet: hedge_contradicts written=at least 20",
            "at most 20": "not_yet: hedge_contradicts written=at least 20",
            "21": "not_yet",
        },
    ),
    "at most": (
        AT_MOST,
        {
            "almost 20": "partly 0.5: hedge_contradicts written=at most 20",
            "up to 20": "right",
            "at least 20": "not_yet: hedge_contradicts written=at most 20",
            "19": "not_yet",
        },
    ),
    "a sum of money": (
        MONEY,
        {
            "1.4 billion": "right",
            "1.65 billion": "not_yet",
            "€1.5 billion": "not_yet: other_unit unit=US$",
            "1.5 billion years": "not_yet: other_unit unit=US$",
            "1.5 billion soldiers": "not_yet: other_unit unit=US$",
        },
    ),
    "a span": (
        BETWEEN,
        {
            "100 to 400": "right",
            "100": "partly 0.5: half_of_range which=start",
            "400": "partly 0.5: half_of_range which=end",
            "100 to 300": "partly 0.5: half_of_range which=start",
            "50 to 400": "partly 0.5: half_of_range which=end",
            "250": "not_yet: inside_the_range",
            "101": "not_yet: inside_the_range",
            "200 to 300": "not_yet",
            "99": "not_yet",
            "650": "not_yet: is_look_alike text=650",
            "600 to 700": "not_yet: is_look_alike text=600 to 700",
            "600": "not_yet",
            "100 to 400 years": "not_yet: other_unit unit=personnel",
            "100 to 300 years": "not_yet",
            "50 to 400 years": "not_yet",
        },
    ),
    "any value of a span": (
        ANY,
        {
            "250": "right",
            "100": "right",
            "400": "right",
            "a few hundred": "right",
            "inside": "unclear: unreadable_number",
            "100 to 300": "partly 0.5: half_of_range which=start",
            "99": "not_yet",
        },
    ),
    "a share": (
        SHARE,
        {
            "0.63": "right",
            "0.63 %": "not_yet",
            "1": "not_yet",
            "63 people": "not_yet: other_unit unit=%",
        },
    ),
    "a teacher's tolerance": (
        AnswerKey("200", ("±10",), "200"),
        {
            "210": "accepted: within_tolerance written=200",
            "190": "accepted: within_tolerance written=200",
            "211": "not_yet",
            "-200": "not_yet",
        },
    ),
    "a teacher's tolerance in percent": (
        AnswerKey("200", ("±10%",), "200"),
        {
            "220": "accepted: within_tolerance written=200",
            "180": "accepted: within_tolerance written=200",
            "220.1": "not_yet",
        },
    ),
    "the whole": (
        AnswerKey("100 %", (), "100", "%"),
        {"1": "right", "100": "right", "0": "not_yet"},
    ),
    "nothing": (AnswerKey("0 %", (), "0", "%"), {"0": "right", "1": "not_yet"}),
    "a share below one": (
        SMALL,
        {"0.5": "right", "half a percent": "right", "0.005": "right", "50 %": "not_yet"},
    ),
    "a whole percent": (
        AnswerKey("1 %", (), "1", "%"),
        {"1": "right", "0.01": "right", "0.02": "not_yet"},
    ),
    "an endless fraction": (
        THIRD,
        {"two thirds": "right", "0.6666": "not_yet", "0.67": "right", "one third": "not_yet"},
    ),
    "below zero": (
        BELOW_ZERO,
        {
            "-10": "right",
            "-9": "not_yet",
            "10": "not_yet",
        },
    ),
}


def said(verdict: Verdict) -> str:
    """A verdict in one line: outcome, part of the score, each note with its values."""
    score = f" {verdict.score:g}" if 0 < verdict.score < 1 else ""
    notes = [" ".join((n.code, *(f"{k}={v}" for k, v in n.values.items()))) for n in verdict.notes]
    return f"{verdict.outcome}{score}" + (f": {'; '.join(notes)}" if notes else "")


def ask(kind: QuestionKind, key: AnswerKey, typed: str, *, language: str = "en") -> str:
    return said(grade(Question("q", kind, "t", "?", key, ("f",)), Response(typed), language))


def test_the_end_of_a_decade_answers_who_asks_through_which() -> None:
    for stem, last in (("Through which decade?", "accepted"), ("In which decade?", "unclear")):
        question = Question("q", D, "t", stem, DECADE, ("f",))
        for typed in ("1939", "until 1939", "the end of the 1930s"):
            assert grade(question, Response(typed), "en").outcome == last
        for typed in ("1935", "early 1930s", "1930"):
            assert grade(question, Response(typed), "en").outcome == "unclear"
    year = Question("q", D, "t", "Until which year?", YEAR, ("f",))
    assert grade(year, Response("December 1896"), "en").outcome == "unclear"
    part = Question("q", D, "t", "Until which part of which decade?", PART, ("f",))
    assert grade(part, Response("1986"), "en").outcome == "partly"


@pytest.mark.parametrize("name", TIMES)
def test_a_time_is_told_why(name: str) -> None:
    key, rows = TIMES[name]
    found = {typed: ask(D, key, typed) for typed in rows}
    assert found == rows


GAPS: list[tuple[AnswerKey, str, str]] = [
    (AnswerKey("1896", (), "1896"), "May 1896", "unclear: finer_than_asked asked=year"),
    (AnswerKey("1896", (), "1896", "men"), "May 1896", "unclear: unreadable_number"),
    (AnswerKey("1896", (), "1896", "men"), "1896 men", "right"),
    (AnswerKey("1500", (), "1500", "", "about"), "1600", "not_yet"),
    (AnswerKey("1000", (), "1000"), "May 1000", "unclear: finer_than_asked asked=year"),
    (AnswerKey("999", (), "0999"), "999.0", "right"),
    (AnswerKey("2100", (), "2100"), "May 2100", "unclear: finer_than_asked asked=year"),
    (AnswerKey("2101", (), "2101"), "2101.0", "right"),
    (AnswerKey("7,000", (), "7000"), "seven thousand", "right"),
    (AnswerKey("1.5", (), "1.5"), "one and a half", "right"),
    (
        AnswerKey("May 1990", (), "1990-05"),
        "3 May 1990",
        "unclear: finer_than_asked asked=month",
    ),
    (AnswerKey("1905–12", (), "1905/1912"), "1910", "not_yet: inside_the_range"),
    (AnswerKey("1905–2200", (), "1905/2200"), "1905.0", "partly 0.5: half_of_range which=start"),
    (AnswerKey("999–1912", (), "0999/1912"), "999.0", "partly 0.5: half_of_range which=start"),
    (AnswerKey("Clément"), "Clement", "accepted: spelled written=Clément accent=yes"),
]


@pytest.mark.parametrize(
    ("key", "typed", "expected"), GAPS, ids=[f"{k.text}: {t}" for k, t, _ in GAPS]
)
def test_a_gap_is_judged_as_what_it_holds(key: AnswerKey, typed: str, expected: str) -> None:
    assert ask(C, key, typed) == expected


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_told_why(name: str) -> None:
    key, rows = NUMBERS[name]
    found = {typed: ask(N, key, typed) for typed in rows}
    assert found == rows


def test_a_time_may_be_as_long_as_it_is_read() -> None:
    padded = "May" + " " * (LONGEST - 7) + "1896"
    assert len(padded) == LONGEST
    assert ask(D, YEAR, padded) == "unclear: finer_than_asked asked=year"
    assert ask(D, YEAR, padded.replace("May", "May ")) == "unclear: unreadable_date"


def test_a_date_is_read_by_the_question_s_language_where_the_interface_s_fails() -> None:
    key = AnswerKey("13 December 1992", value="1992-12-13")
    assert ask(D, key, "12/13/1992", language="es") == "right"
    question = Question("q", D, "t", "?", key, ("f",), language="es")
    assert said(grade(question, Response("12/13/1992"), "es")) == "unclear: unreadable_date"

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from quizapp.core.bank.candidates import make_pools
from quizapp.core.bank.templates.timeline import decade, place
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import time_of
from quizapp.core.questions import Question
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material, polar_pools

POOLS = polar_pools()
SHIPPED = make_pools(*material(QUESTIONS))


def right(question: Question) -> int:
    return [option.correct for option in question.options].index(True)


def test_an_event_is_placed_in_its_decade() -> None:
    (asked,) = decade(POOLS, fact("founded"))
    assert asked.stem == "Which decade saw the founding of the Halden Polar Survey?"
    texts = [option.text for option in asked.options]
    assert "the 1870s" in texts
    assert texts == sorted(texts)
    assert all(re.fullmatch(r"the \d{3}0s", text) for text in texts)
    assert (asked.key.text, asked.key.value) == ("the 1870s", "187X")
    assert asked.template == "decade/1"
    assert [option.text for option in asked.options if option.correct] == ["the 1870s"]


@pytest.mark.parametrize("name", ["tern-years", "town", "tern-sailors"])
def test_spans_and_what_is_no_time_have_no_decade(name: str) -> None:
    assert list(decade(POOLS, fact(name))) == []


def test_decades_lie_in_the_era_of_the_source_and_outside_what_is_arguable() -> None:
    month = fact("package-suspended-date", QUESTIONS)
    (asked,) = decade(SHIPPED, month)
    decades = {int(option.text[4:8]) for option in asked.options}
    assert max(decades) == 1990
    assert min(decades) >= 1940
    barred = replace(month, never_times=("1800/1969",))
    (asked,) = decade(SHIPPED, barred)
    assert [option.text for option in asked.options] == ["the 1970s", "the 1980s", "the 1990s"]
    assert list(decade(SHIPPED, replace(barred, never_times=("1800/1979",)))) == []


def decades_beside(asked: Fact, first: str, as_of: str) -> set[int]:
    """The decades that ever stand beside that of a fact, the earliest fact being of that year."""
    (source,) = material(POLAR)[0]
    oldest = replace(asked, id="oldest", subject="oldest", value=first, answer=first)
    pools = make_pools([replace(source, as_of=as_of)], [asked, oldest])
    seen = {
        int(option.text[4:8])
        for number in range(60)
        for question in decade(pools, replace(asked, id=f"asked-{number}"))
        for option in question.options
    }
    return seen - {time_of(asked).earliest.year // 10 * 10}


def test_five_decades_on_either_side_may_stand_beside_one() -> None:
    asked = replace(fact("founded"), value="1871", answer="1871")
    near = {1870 + 10 * steps for steps in range(-5, 6)} - {1870}
    assert decades_beside(asked, "1700", "1999") == near
    assert decades_beside(asked, "1840", "1999") == near
    assert decades_beside(asked, "1841", "1999") == near - {1820}
    assert decades_beside(asked, "1700", "1909") == near - {1910, 1920}
    assert decades_beside(asked, "1700", "1908") == near - {1900, 1910, 1920}


def test_an_event_stands_between_its_neighbours() -> None:
    (asked,) = place(POOLS, fact("auk-years"))
    assert asked.stem == "Where does the voyage of the Auk belong in time?"
    assert asked.template == "timeline/1"
    assert asked.ordered
    first, *middle, last = (option.text for option in asked.options)
    assert first.startswith("before ")
    assert all(text.startswith("between ") and " and " in text for text in middle)
    assert last.startswith("after ")
    landmarks = [fact(option.fact) for option in asked.options[1:]]
    years = [int(item.value[:4]) for item in landmarks]
    assert years == sorted(years)
    assert right(asked) == sum(year < 1880 for year in years)


def test_a_wrong_place_says_when_its_neighbours_were() -> None:
    (asked,) = place(POOLS, fact("auk-years"))
    for at, option in enumerate(asked.options):
        around = [asked.options[n].fact for n in (at, at + 1) if 0 < n < len(asked.options)]
        told = [f"{fact(name).answer}." for name in around]
        if option.correct:
            assert option.feedback == ""
        else:
            assert re.findall(r": ([^:]*?\.)(?= |$)", option.feedback) == told


def test_the_places_of_the_key_are_spread() -> None:
    found = [
        right(asked)
        for name in ("auk-years", "petrel-years", "thimble-date")
        for number in range(60)
        for asked in place(POOLS, replace(fact(name), id=f"{name}-{number}"))
    ]
    counts = Counter(found)
    assert set(counts) == {0, 1, 2, 3}
    assert min(counts.values()) > 15, counts


def test_who_claims_it_is_named_and_too_few_events_ask_nothing() -> None:
    said = replace(fact("founded"), according_to="the log")
    (asked,) = decade(POOLS, said)
    assert asked.stem.endswith(", according to the log?")
    sources, facts = material(POLAR)
    few = [item for item in facts if item.id in ("founded", "tern-years", "auk-years")]
    assert list(place(make_pools(sources, few), few[0])) == []


def test_spanish_places_and_decades() -> None:
    (asked,) = decade(POOLS, replace(fact("founded"), language="es"))
    assert "la década de 1870" in [option.text for option in asked.options]
    assert asked.stem.endswith(": ¿en qué década?")
    (asked,) = place(POOLS, replace(fact("auk-years"), language="es"))
    assert asked.options[0].text.startswith("antes de: ")

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.bank.candidates import make_pools
from quizapp.core.bank.faces import forward
from quizapp.core.bank.templates.common import (
    question_id,
    shown_key,
    text_key,
    text_look_alikes,
    typable,
    typed_time,
    value_key,
    value_look_alikes,
)
from quizapp.core.facts.model import Fact
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material, polar_pools

POOLS = polar_pools()


def test_an_id_is_made_of_fact_template_and_slot() -> None:
    assert question_id(fact("aim"), "cloze/3") == "aim.cloze"
    assert question_id(fact("aim"), "date/1", "reverse") == "aim.date.reverse"


def test_names_that_share_a_word_are_look_alikes() -> None:
    assert text_look_alikes(POOLS, forward(fact("lantern-name"))) == ("Camp Anvil", "Camp Thimble")
    assert text_look_alikes(POOLS, forward(fact("chairman"))) == ()


def test_values_nearby_are_look_alikes() -> None:
    assert value_look_alikes(POOLS, fact("tern-sailors")) == ("27", "48", "61")
    assert value_look_alikes(POOLS, fact("founded")) == ()


def test_a_key_is_typed_by_what_it_holds() -> None:
    assert shown_key(forward(fact("founded"))).value == "1871"
    shown = shown_key(forward(fact("tern-sailors")))
    assert replace(value_key(POOLS, fact("tern-sailors")), look_alikes=()) == shown
    assert shown_key(forward(fact("town"))) == text_key(POOLS, forward(fact("town")))
    assert text_key(POOLS, forward(fact("chairman"))).accept == ("Solheim",)


def test_what_is_only_shown_does_not_change_with_other_facts() -> None:
    face = forward(fact("lantern-name"))
    assert text_key(POOLS, face).look_alikes
    assert shown_key(face) == replace(text_key(POOLS, face), look_alikes=())


def test_only_names_and_plain_times_are_typed() -> None:
    assert typable(forward(fact("town")))
    assert not typable(forward(fact("aim")))
    phrase = replace(fact("town"), answer="a small white town called Halden", accept=("Halden",))
    assert not typable(forward(phrase))
    assert not typable(forward(fact("founded")))
    assert typed_time(fact("cuban-technicians-time", QUESTIONS))
    assert not typed_time(fact("diversity-worked-best", QUESTIONS))


def look_alikes(asked: Fact, *others: Fact) -> tuple[str, ...]:
    pools = make_pools(material(POLAR)[0], [asked, *others])
    is_text = not (asked.is_time or asked.is_number)
    return text_look_alikes(pools, forward(asked)) if is_text else value_look_alikes(pools, asked)


@pytest.mark.parametrize(
    ("answer", "other", "alike"),
    [
        ("Ana", "Anna", True),
        ("Dahl", "Doll", True),
        ("Dahl", "Dyer", False),
        ("Mary Lund", "Jane Lund", True),
        ("Mary Lie", "Jane Lie", False),
    ],
)
def test_a_long_word_in_common_or_two_slips_make_names_look_alike(
    answer: str, other: str, *, alike: bool
) -> None:
    asked = replace(fact("tern-captain"), answer=answer, accept=())
    beside = replace(fact("auk-captain"), answer=other, accept=())
    assert look_alikes(asked, beside) == ((other,) if alike else ())
    right_too = replace(beside, subject=asked.subject)
    assert look_alikes(asked, right_too) == (), "who is right as well is no other"


def test_two_years_are_near_and_three_are_not() -> None:
    def span(name: str, value: str, **changes: str) -> Fact:
        changed = {"id": name, "subject": name, "value": value, "answer": value, **changes}
        return replace(fact("tern-years"), **changed)  # type: ignore[arg-type]

    asked = span("asked", "1870/1880")
    near = [span(f"near-{n}", value) for n, value in enumerate(("1872/1890", "1860/1878"))]
    far = [span(f"far-{n}", value) for n, value in enumerate(("1873/1890", "1860/1877"))]
    group = span("group", "1871/1880", subject="asked")
    assert look_alikes(asked, *near, *far, group) == ("1860/1878", "1872/1890")


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        ("1896", True),
        ("1896~", True),
        ("1905/1912", True),
        ("1984~/1986~", True),
        ("1905/1912-05", False),
        ("1905~/1912", False),
        ("1905/1912?", False),
        ("../1940", False),
        ("1973/..", False),
    ],
)
def test_a_span_is_typed_where_both_ends_are_known_alike(value: str, *, typed: bool) -> None:
    assert typed_time(replace(fact("tern-years"), value=value)) is typed

from __future__ import annotations

from dataclasses import replace

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
from tests.core.bank.at_hand import QUESTIONS, fact, polar_pools

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

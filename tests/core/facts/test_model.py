from __future__ import annotations

from dataclasses import replace

from tests.core.bank.at_hand import POLAR, fact, material


def test_what_a_value_belongs_to_can_stand_alone() -> None:
    span = fact("tern-years")
    assert span.named == "the voyage of the Tern"
    assert replace(span, cue_long="").named == "the Tern"
    assert fact("auk-share").named == "the second voyage"
    assert fact("founded").named == "the founding of the Halden Polar Survey"


def test_times_and_numbers_are_told_apart() -> None:
    assert fact("founded").is_time
    assert not fact("founded").is_number
    assert fact("auk-share").is_number
    assert not fact("chairman").is_time


def test_only_an_opinion_needs_its_speaker() -> None:
    (source,) = material(POLAR)[0]
    assert not source.opinion
    assert replace(source, evidence="opinion article").opinion

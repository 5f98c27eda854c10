from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.candidates import key_candidate, make_pools, named_in
from quizapp.core.bank.distractors import COMPUTED, FAR, NAMED, OTHER_SOURCE, SAME_SOURCE
from quizapp.core.bank.faces import forward, reverse
from tests.core.bank.at_hand import POLAR, QUESTIONS, fact, material, polar_pools

SHIPPED = make_pools(*material(QUESTIONS))


def texts(name: str, *, back: bool = False) -> dict[str, int]:
    asked = fact(name, QUESTIONS)
    face = reverse(asked) if back else forward(asked)
    assert face is not None
    return {item.text: item.tier for item in SHIPPED.candidates(face)}


def test_overlapping_spans_are_no_candidates() -> None:
    found = texts("french-naval-mission-years")
    assert "1896–1940" not in found
    assert found["1919–21"] == NAMED
    assert found["1915–22"] == COMPUTED


def test_nothing_is_computed_behind_the_date_of_the_source() -> None:
    found = texts("package-suspended-date")
    assert "May 1991" in found
    assert not [text for text in found if text.endswith(("1993", "1994"))]
    assert "November 1992" not in found


def test_what_a_hedge_allows_is_no_candidate() -> None:
    found = texts("academy-staffed-years")
    assert "over 10 years" not in found
    assert "over 30 years" in found
    assert not [text for text in texts("cuban-technicians-number") if int(text.split()[-1]) > 79]


def test_the_same_name_from_another_fact_is_no_candidate() -> None:
    assert "France" not in texts("most-significant-presence")
    assert "the Soviet Union" not in texts("biggest-supplier")
    assert "Italy" in texts("biggest-supplier")


def test_a_name_that_the_stem_holds_is_no_candidate() -> None:
    assert named_in("the Tern", "Who led the Tern?")
    assert not named_in("the Auk", "Who led the Tern?")


def test_asked_back_only_what_was_not_at_the_same_time_fits() -> None:
    found = texts("french-naval-mission-years", back=True)
    assert "the French missions as a whole" not in found
    assert "the French air mission" in found


def test_facts_that_are_not_approved_are_in_no_pool() -> None:
    sources, facts = material(POLAR)
    pools = make_pools(sources, [item for item in facts if item.id != "auk-captain"])
    found = {item.text for item in pools.candidates(forward(fact("tern-captain")))}
    assert "Maren Holt" not in found
    assert "Siri Lunde" in found


def test_the_key_is_placed_as_the_others_are() -> None:
    asked = fact("tern-years")
    key = key_candidate(forward(asked))
    rows = sorted([key, *polar_pools().candidates(forward(asked))], key=lambda item: item.order)
    years = [int(item.text[:4]) for item in rows]
    assert years == sorted(years)


def test_the_same_document_comes_before_another() -> None:
    (source,), facts = material(POLAR)
    moved = [replace(item, source="other") if item.id == "auk-captain" else item for item in facts]
    pools = make_pools([source, replace(source, id="other")], moved)
    tiers = {item.text: item.tier for item in pools.candidates(forward(fact("tern-captain")))}
    assert tiers["Maren Holt"] == OTHER_SOURCE
    assert tiers["Siri Lunde"] == SAME_SOURCE


def test_times_far_away_come_last() -> None:
    asked = replace(fact("founded"), value="1992", answer="1992")
    pools = make_pools(*material(POLAR))
    tiers = {item.text: item.tier for item in pools.candidates(forward(asked))}
    assert tiers["1902"] == FAR
    near = {item.text: item.tier for item in pools.candidates(forward(fact("founded")))}
    assert near["1902"] == SAME_SOURCE

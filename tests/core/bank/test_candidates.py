from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.candidates import key_candidate, make_pools, named_in
from quizapp.core.bank.distractors import COMPUTED, FAR, NAMED, OTHER_SOURCE, SAME_SOURCE
from quizapp.core.bank.faces import forward, reverse
from quizapp.core.facts.model import Fact
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
    assert "10 years" not in found
    assert "30 years" in found
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


def test_a_rival_is_shown_in_its_own_words_and_told_by_its_fact() -> None:
    asked = fact("german-general-nationality", QUESTIONS)
    found = {item.text: item for item in SHIPPED.candidates(forward(asked))}
    soviet = found["Soviet"]
    assert (soviet.fact, soviet.tier) == ("soviet-mission-size", OTHER_SOURCE)
    assert soviet.feedback == fact("soviet-mission-size", QUESTIONS).statement
    assert len({item.name for item in found.values()}) == len(found)


def rivals_of(asked: Fact, *rivals: str) -> set[str]:
    changed = replace(asked, rivals=rivals)
    face = forward(changed)
    return {item.text for item in polar_pools().candidates(face)}


def test_a_rival_that_is_right_or_barred_or_in_the_stem_is_left_out() -> None:
    asked = fact("tern-captain")
    usual = rivals_of(asked)
    assert rivals_of(asked, "Per Dahl = town") == usual | {"Per Dahl"}
    assert rivals_of(asked, f"{asked.answer} = town") == usual
    assert rivals_of(asked, f"Per Dahl = {asked.id}") == usual
    assert rivals_of(asked, "Per Dahl = nobody-knows") == usual
    assert rivals_of(asked, "the Tern = town") == usual
    assert rivals_of(asked, "Per Dahl") == usual | {"Per Dahl"}
    assert rivals_of(asked, asked.answer) == usual
    barred = replace(asked, never_beside=("town",))
    pools = make_pools(*(material(POLAR)[0], [*material(POLAR)[1], replace(barred, id="again")]))
    face = forward(replace(barred, rivals=("Per Dahl = town",)))
    assert "Per Dahl" not in {item.text for item in pools.candidates(face)}


def test_an_answer_of_another_fact_that_is_right_here_too_is_no_candidate() -> None:
    asked = fact("tern-captain")
    twin = replace(asked, id="tern-second-captain", answer="Siri Lunde", accept=())
    pools = make_pools(material(POLAR)[0], [*material(POLAR)[1], twin])
    found = {item.text for item in pools.candidates(forward(asked))}
    assert "Siri Lunde" not in found
    assert "Maren Holt" in found

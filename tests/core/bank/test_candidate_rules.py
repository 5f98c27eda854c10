"""What may stand beside an answer, rule by rule, on facts that differ in that rule alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from quizapp.core.bank.candidates import Pools, key_candidate, kinship, make_pools, named_in
from quizapp.core.bank.distractors import (
    COMPUTED,
    FAR,
    NAMED,
    OTHER_SOURCE,
    SAME_SOURCE,
    Candidate,
)
from quizapp.core.bank.faces import Face, feedback, forward, reverse
from quizapp.core.facts.model import Fact
from tests.core.bank.at_hand import POLAR, fact, material, polar_pools

SOURCES, FACTS = material(POLAR)


def back_of(asked: Fact) -> Face:
    face = reverse(asked)
    assert face is not None
    return face


def pools_of(*facts: Fact) -> Pools:
    return make_pools(SOURCES, facts)


def others(pools: Pools, face: Face) -> dict[str, Candidate]:
    """The candidates that are no computed ones, by name."""
    return {item.name: item for item in pools.candidates(face) if item.tier != COMPUTED}


def day(name: str, at: date, **changes: Any) -> Fact:
    value = at.isoformat()
    return replace(fact("founded"), id=name, value=value, answer=value, subject=name, **changes)


def test_forty_years_are_the_last_that_are_near() -> None:
    start = date(1860, 1, 1)
    gap = timedelta(days=40 * 365)
    asked = day("asked", start, never_times=("1790",))
    near, far = day("near", start + gap), day("far", start + gap + timedelta(days=1))
    found = others(pools_of(asked, near, far), forward(asked))
    assert {name: item.tier for name, item in found.items()} == {"near": SAME_SOURCE, "far": FAR}
    known = replace(asked, confusable=("far",))
    found = others(pools_of(known, near, far), forward(known))
    assert {name: item.tier for name, item in found.items()} == {"near": SAME_SOURCE, "far": NAMED}
    assert others(pools_of(known, near, far), forward(far))["asked"].tier == FAR, "one way only"
    assert found["near"].fact == "near"
    assert found["near"].feedback == feedback(near)
    assert found["near"].value == near.value


def test_one_member_bars_for_its_whole_group_but_not_the_other_way_round() -> None:
    for kind in ({}, {"value": ""}):
        year = fact("founded") if not kind else fact("town")
        one = replace(year, id="one", subject="g", never_beside=("other",))
        two = replace(year, id="two", subject="g", answer="1890", value=kind.get("value", "1890"))
        other = replace(
            year, id="other", subject="x", answer="1880", value=kind.get("value", "1880")
        )
        pools = pools_of(one, two, other)
        assert not pools.may_stand(two, other)
        assert pools.may_stand(other, two)
        assert others(pools, forward(two)) == {}
        assert set(others(pools, forward(other))) == {"two"}


def sailors(name: str, value: str, **changes: Any) -> Fact:
    base = replace(fact("tern-sailors"), id=name, subject=name, value=value)
    return replace(base, answer=value.replace("/", " to "), reverse_answer=f"the {name}", **changes)


def test_numbers_of_another_size_are_passed_over_and_spans_are_not() -> None:
    asked = sailors("asked", "650", confusable=("near",))
    huge, near = sailors("huge", "9000"), sailors("near", "79")
    found = others(pools_of(asked, huge, near), forward(asked))
    assert set(found) == {"near"}
    assert found["near"] == Candidate(
        "near", "79", (79.0, 79.0), NAMED, "near", feedback(near), "79"
    )
    assert others(pools_of(asked, huge, near), forward(near))["asked"].tier == SAME_SOURCE
    span, wide = sailors("span", "100/400"), sailors("wide", "9000/9500")
    found = others(pools_of(span, wide), forward(span))
    assert found["wide"].order == (9000.0, 9500.0)
    words = replace(asked, answer="some seven hundred")
    assert others(pools_of(words, near), forward(words)) == {}, "not in the words of the key"


def test_a_text_from_the_stem_is_left_out_and_one_asked_back_tells_its_statement() -> None:
    asked = replace(fact("tern-captain"), confusable=("auk-captain",))
    auk, petrel = fact("auk-captain"), fact("petrel-captain")
    backed = replace(fact("gannet-years"), reverse_class="person", reverse_answer="Ada Berg")
    found = others(pools_of(asked, auk, petrel, backed), forward(asked))
    assert {name: item.tier for name, item in found.items()} == {
        "auk-captain": NAMED, "petrel-captain": SAME_SOURCE, "gannet-years": SAME_SOURCE,
    }  # fmt: skip
    assert found["auk-captain"].fact == "auk-captain"
    assert found["auk-captain"].feedback == feedback(auk)
    assert found["gannet-years"].text == "Ada Berg"
    assert found["gannet-years"].feedback == backed.statement
    assert others(pools_of(asked, auk), forward(auk))["tern-captain"].tier == SAME_SOURCE
    told = replace(asked, ask="Who led the Tern when Maren Holt led the Auk?")
    assert set(others(pools_of(told, auk, petrel), forward(told))) == {"petrel-captain"}


def test_a_rival_of_an_unknown_fact_does_not_hide_the_next() -> None:
    asked = replace(
        fact("tern-captain"),
        rivals=("Per Dahl = nobody", f"{fact('tern-captain').answer} = town", "Per Dahl = town"),
    )
    found = others(pools_of(asked, fact("town")), forward(asked))
    assert set(found) == {"town=Per Dahl"}


def test_asked_back_what_may_be_true_and_what_the_stem_names_is_left_out() -> None:
    tern, auk = fact("tern-years"), fact("auk-years")
    found = others(pools_of(tern, auk), back_of(tern))
    assert found["auk-years"] == Candidate(
        "auk-years", "the Auk", (7.0,), SAME_SOURCE, "auk-years", auk.statement
    )
    arguable = replace(tern, never_times=("1881",))
    assert others(pools_of(arguable, auk), back_of(arguable)) == {}
    assert set(others(pools_of(arguable, auk), back_of(auk))) == {"tern-years"}
    twice = replace(auk, id="again", value="1850/1851", reverse_answer="The Tern")
    assert set(others(pools_of(tern, auk, twice), back_of(tern))) == {"auk-years"}
    named = replace(tern, ask_reverse="Which ship came before the Auk in 1874–76?")
    petrel = fact("petrel-years")
    assert set(others(pools_of(named, auk, petrel), back_of(named))) == {"petrel-years"}
    barred = replace(tern, never_beside=("auk-years",))
    assert others(pools_of(barred, auk), back_of(barred)) == {}
    known = replace(tern, confusable=("auk-years",))
    assert others(pools_of(known, auk), back_of(known))["auk-years"].tier == NAMED
    assert others(pools_of(known, auk), back_of(auk))["tern-years"].tier == SAME_SOURCE


def test_asked_back_one_of_a_group_bars_for_the_other() -> None:
    tern, auk = fact("tern-years"), fact("auk-years")
    one = replace(tern, id="one", value="1860/1861", never_beside=("auk-years",))
    two = replace(tern, reverse_answer="the Second Tern")
    pools = pools_of(one, two, auk)
    assert others(pools, back_of(two)) == {}
    assert set(others(pools, back_of(auk))) == {"tern-years"}


def test_asked_back_numbers_keep_apart_and_times_are_no_numbers() -> None:
    low, high, other = sailors("low", "34"), sailors("high", "48"), sailors("hedged", "36")
    hedged = replace(other, approx="about")
    year = replace(
        fact("founded"),
        predicate=low.predicate,
        subject="y",
        cue="the founding",
        ask_reverse="What was in 1871?",
    )
    text = replace(fact("town"), predicate=low.predicate)
    pools = pools_of(low, high, hedged, year, text)
    assert set(others(pools, back_of(low))) == {"high"}, "34 is about 36"
    assert set(others(pools, back_of(high))) == {"low", "hedged"}
    assert others(pools, back_of(year)) == {}
    assert set(pools.by_pool["reverse", low.predicate]) >= {back_of(low), back_of(year)}


def test_a_fact_that_is_not_asked_back_still_stands_beside_those_that_are() -> None:
    silent = replace(fact("auk-years"), ask_reverse="", reverse_answer="")
    pools = pools_of(fact("tern-years"), silent, fact("town"))
    (_, back) = pools.by_pool["reverse", "voyage"]
    assert back == Face(silent, "reverse", "", silent.cue, (), ("reverse", "voyage"))
    assert not back.forward
    named = replace(silent, reverse_answer="the good ship")
    assert pools_of(named).by_pool["reverse", "voyage"][0].answer == "the good ship"
    assert ("reverse", "town") not in pools.by_pool, "names are asked back in their class alone"
    classed = replace(fact("town"), reverse_class="seat")
    assert [face.fact.id for face in pools_of(classed).by_pool["text", "seat"]] == ["town"]
    assert ("text", "") not in pools.by_pool


def test_kin_share_precision_unit_or_source() -> None:
    assert kinship(fact("founded")) == ("time", "year")
    assert kinship(fact("lantern-date")) == ("time", "month")
    assert kinship(fact("tern-sailors")) == ("number", "sailors")
    assert kinship(fact("town")) == ("text", fact("town").source)
    rows = polar_pools().kindred
    assert sorted(one.id for kin in rows.values() for one in kin) == sorted(f.id for f in FACTS)
    assert all(kinship(one) == key for key, kin in rows.items() for one in kin)


def test_the_key_stands_as_its_candidates_do() -> None:
    name = fact("tern-captain")
    size = float(len(name.answer))
    assert key_candidate(forward(name)) == Candidate(name.id, name.answer, (size,), NAMED)
    many = sailors("span", "100/400")
    assert key_candidate(forward(many)) == Candidate("span", "100 to 400", (100.0, 400.0), NAMED)
    assert key_candidate(back_of(many)) == Candidate("span", "the span", (8.0,), NAMED)


def test_all_words_of_an_answer_may_be_the_stem() -> None:
    assert named_in("Tern", "Tern")
    assert not named_in("Tern Island", "Tern")
    assert OTHER_SOURCE > SAME_SOURCE

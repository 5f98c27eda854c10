"""Distractors judged by brute force: the only code shared with the generator is the data."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from quizapp.core.bank.distractors import Candidate, choose, clash, one
from quizapp.core.facts.model import Fact
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.values.read_times import read_time
from quizapp.core.values.times import TimeValue, overlaps, parse_edtf
from tests.core.bank.at_hand import POLAR, QUESTIONS, bank

BOTH = pytest.mark.parametrize("folder", [QUESTIONS, POLAR], ids=["shipped", "polar"])
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WIDEN = {"about": (0.9, 1.1), "almost": (0.93, 1), "over": (0, 1.1), "up-to": (1, 1e9)}


def days(text: str) -> tuple[float, float] | None:
    """Years and months from plain words, as (first, last) in twelfths of a year."""
    found = re.fullmatch(r"(\d{4})(?:[–-](\d{2,4}))?", text)
    if found:
        first = int(found[1])
        last = int(found[2] or first)
        last = last if last > 99 else first // 100 * 100 + last
        return first * 12, last * 12 + 11
    month = re.fullmatch(r"([A-Z][a-z]+) (\d{4})", text)
    if month and month[1] in MONTHS:
        at = int(month[2]) * 12 + MONTHS.index(month[1])
        return at, at
    decades = re.findall(r"(\d{3}0)s", text)
    if decades:
        part = re.match(r"the (early|mid|late)[- ]", text)
        first, last = int(decades[0]), int(decades[-1]) + 9
        if part and len(decades) == 1:
            low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part[1]]
            first, last = int(decades[0]) + low, int(decades[0]) + high
        return first * 12, last * 12 + 11
    early = re.fullmatch(r"early (\d{4})", text)
    return (int(early[1]) * 12, int(early[1]) * 12 + 4) if early else None


def figures(text: str) -> tuple[float, float]:
    scale = 1e9 if "billion" in text else 1e6 if "million" in text else 1.0
    numbers = [float(item.replace(",", "")) * scale for item in re.findall(r"\d[\d,.]*\d|\d", text)]
    return min(numbers), max(numbers)


def own_figures(fact: Fact) -> tuple[float, float]:
    low, high = figures(fact.answer)
    down, up = WIDEN.get(fact.approx, (1.0, 1.0))
    return low * down, high * up


def meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def asked_forward(question: Question, fact: Fact) -> bool:
    return question.template.startswith("single-choice") and not question.id.endswith(".reverse")


@BOTH
def test_no_wrong_option_is_true_or_overlaps(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    seen = 0
    for question in made.questions:
        if question.kind is not QuestionKind.SINGLE_CHOICE:
            continue
        fact = facts[question.facts[0]]
        right = {option.text for option in question.options if option.correct}
        assert len(right) == 1, question.id
        for option in question.options:
            if option.correct or not asked_forward(question, fact):
                continue
            seen += 1
            assert option.text.casefold() not in {item.casefold() for item in fact.accept}
            assert option.text not in right | set(fact.also_true), question.id
            if fact.kind in ("year", "date", "range"):
                ours, theirs = days(fact.answer), days(option.text)
                assert ours, fact.id
                assert theirs, (question.id, option.text)
                assert not meet(ours, theirs), (question.id, option.text)
            elif fact.kind in ("figure", "percent"):
                assert not meet(own_figures(fact), figures(option.text)), (question.id, option.text)
    assert seen > 50


@BOTH
def test_no_wrong_option_answers_the_same_question(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in made.facts:
        groups[fact.subject, fact.predicate] |= {fact.answer, *fact.accept}
    for question in made.questions:
        fact = facts[question.facts[0]]
        if question.template.startswith(("single-choice", "multiple-choice")):
            if question.id.endswith(".reverse"):
                continue
            wrong = {option.text for option in question.options if not option.correct}
            assert not wrong & groups[fact.subject, fact.predicate], question.id
            for option in question.options:
                other = facts.get(option.fact)
                if other and not option.correct:
                    assert other.id not in fact.never_beside, question.id
                    assert fact.id not in other.never_beside, question.id


@BOTH
def test_a_reversed_question_has_one_right_name(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    for question in made.questions:
        if question.kind is not QuestionKind.SINGLE_CHOICE or not question.id.endswith(".reverse"):
            continue
        fact = facts[question.facts[0]]
        for option in question.options:
            if option.correct:
                continue
            other = facts[option.fact]
            assert other.predicate == fact.predicate
            if fact.kind == "range":
                ours, theirs = days(fact.answer), days(other.answer)
                assert ours
                assert theirs
                assert not meet(ours, theirs), question.id
            else:
                assert not meet(own_figures(fact), own_figures(other)), question.id


@BOTH
def test_orders_and_pairs_are_the_only_ones(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    for question in made.questions:
        if question.kind is QuestionKind.ORDERING:
            times = [days(facts[option.fact].answer) for option in question.options]
            assert all(a and b and a[1] < b[0] for a, b in pairwise(times))
        if question.kind is QuestionKind.MATCHING:
            partners = [option.text for option in question.options[1::2]]
            assert len(set(partners)) == len(partners) >= 3
            asked = [facts[name] for name in question.facts]
            assert len({(fact.subject, fact.predicate) for fact in asked}) == len(asked)


@BOTH
def test_comparisons_hold(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    for question in made.questions:
        fact = facts[question.facts[0]]
        for option in question.options:
            if not option.fact or option.fact == fact.id:
                continue
            other = facts[option.fact]
            if question.template.startswith("largest"):
                assert figures(other.answer)[1] < figures(fact.answer)[0], question.id
            if not question.template.startswith("came-"):
                continue
            ours, theirs = days(fact.answer), days(other.answer)
            assert ours
            assert theirs
            before = theirs[1] < ours[0]
            assert before or theirs[0] > ours[1], question.id
            if question.template.startswith("came-before"):
                assert before == option.correct, question.id
            else:
                assert before == question.id.endswith(".last"), question.id


@BOTH
def test_the_year_of_an_active_question_lies_in_one_span_only(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    for question in made.questions:
        if question.template.startswith("active-in-year"):
            year = int(re.findall(r"\d{4}", question.stem)[0])
            fits = [
                option
                for option in question.options
                if meet(
                    days(facts[option.fact or question.facts[0]].answer) or (0, 0),
                    (year * 12, year * 12),
                )
            ]
            assert [option.correct for option in fits] == [True], question.id


@BOTH
def test_a_place_in_time_is_the_only_right_one(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    events = {fact.named: days(fact.answer) for fact in made.facts if days(fact.answer)}
    seen = 0
    for question in made.questions:
        asked = days(facts[question.facts[0]].answer) if question.facts else None
        if question.template.startswith("decade") and asked:
            for option in question.options:
                decade = days(option.text)
                assert decade, option.text
                inside = decade[0] <= asked[0] <= asked[1] <= decade[1]
                assert inside == option.correct, question.id
                assert inside or not meet(decade, asked), question.id
                seen += 1
        if question.template.startswith("timeline") and asked:
            for option in question.options:
                word, _, rest = option.text.partition(" ")
                around = sorted(
                    (rest.find(name), time)
                    for name, time in events.items()
                    if time and re.search(rf"(^|and ){re.escape(name)}( and|$)", rest)
                )
                times = [time for _, time in around]
                assert len(times) == (2 if word == "between" else 1), option.text
                before = word != "before" and not times[0][1] < asked[0]
                behind = word != "after" and not asked[1] < times[-1][0]
                assert (not before and not behind) == option.correct, question.id
                seen += 1
    assert seen > 40


@BOTH
def test_no_option_contains_another(folder: Path) -> None:
    for question in bank(folder).questions:
        if question.kind is QuestionKind.SINGLE_CHOICE:
            texts = [f" {option.text.casefold()} " for option in question.options]
            for text in texts:
                assert sum(text in other for other in texts) == 1, question.id


@BOTH
def test_numbers_and_times_stand_in_order(folder: Path) -> None:
    for question in bank(folder).questions:
        if question.template.startswith("timeline"):
            continue  # these stand in the order of their events
        if question.kind is QuestionKind.SINGLE_CHOICE and question.ordered:
            texts = [option.text for option in question.options]
            values = [days(text) or figures(text) for text in texts]
            assert values == sorted(values), question.id


def wrong_answers() -> tuple[float, float]:
    """Share with three wrong options: of the facts with a value, of the text choices."""
    made = bank(QUESTIONS)
    facts = {fact.id: fact for fact in made.facts}
    counts: dict[bool, Counter[int]] = defaultdict(Counter)
    for question in made.questions:
        if question.template.startswith("single-choice") and not question.id.endswith(".reverse"):
            fact = facts[question.facts[0]]
            counts[bool(fact.value)][len(question.options) - 1] += 1
    assert set(counts[True]) | set(counts[False]) <= {2, 3}
    asked = sum(bool(fact.value) for fact in facts.values())
    return counts[True][3] / asked, counts[False][3] / counts[False].total()


def test_nearly_every_value_and_most_texts_have_three_wrong_answers() -> None:
    values, texts = wrong_answers()
    assert values >= 0.95
    assert texts >= 0.85


@BOTH
def test_a_hand_written_rival_is_never_right(folder: Path) -> None:
    made = bank(folder)
    facts = {fact.id: fact for fact in made.facts}
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in made.facts:
        names = {fact.answer, *fact.accept, *fact.also_true}
        answers[fact.truth_group] |= {name.casefold().removeprefix("the ") for name in names}
    for fact in made.facts:
        for text, other in fact.rival_answers:
            assert text.casefold().removeprefix("the ") not in answers[fact.truth_group], fact.id
            assert not other or facts[other].truth_group != fact.truth_group, fact.id
            assert other not in fact.never_beside, fact.id


def test_no_arguable_time_is_offered() -> None:
    made = bank(QUESTIONS)
    barred = [fact for fact in made.facts if fact.never_times]
    offered = 0
    for fact in barred:
        times = [parse_edtf(value) for value in fact.never_times]
        for question in made.questions:
            if question.id == f"{fact.id}.single-choice":
                for option in question.options:
                    value = read_time(option.text, "en")
                    if not option.correct and isinstance(value, TimeValue):
                        assert not any(overlaps(value, time) for time in times), question.id
                        offered += 1
    assert offered >= 3


def _texts(*texts: str) -> list[Candidate]:
    return [Candidate(text, text, (float(len(text)),), 1) for text in texts]


def test_too_few_honest_ones_means_none() -> None:
    key = Candidate("key", "Lima", (4.0,), 0)
    assert choose(key, _texts("Cusco"), "seed") == ()
    assert choose(key, _texts("Lima", "the Lima", "lima"), "seed") == ()
    assert len(choose(key, _texts("Cusco", "Puno"), "seed")) == 2
    assert len(choose(key, _texts("Cusco", "Puno", "Tacna", "Ica"), "seed")) == 3


def test_a_named_one_comes_first() -> None:
    key = Candidate("key", "1920", (1920.0,), 0)
    others = [Candidate(str(year), str(year), (float(year),), 3) for year in range(1900, 1940, 3)]
    named = Candidate("1941", "1941", (1941.0,), 0)
    picked = [choose(key, [*others, named], f"seed {n}") for n in range(40)]
    with_room = [row for row in picked if any(item.order > key.order for item in row)]
    assert with_room
    assert all(named in row for row in with_room)


def test_the_rank_of_the_key_is_drawn_evenly() -> None:
    key = Candidate("key", "1920", (1920.0,), 0)
    others = [
        Candidate(str(year), str(year), (float(year),), 3)
        for year in (*range(1890, 1915), *range(1926, 1950))
    ]
    ranks = Counter(
        sum(item.order < key.order for item in choose(key, others, f"seed {n}"))
        for n in range(4000)
    )
    assert set(ranks) == {0, 1, 2, 3}
    assert all(abs(count - 1000) < 120 for count in ranks.values()), ranks


def test_the_single_wrong_one_never_repeats_the_key() -> None:
    key = Candidate("key", "Lima", (4.0,), 0)
    assert one(key, _texts("the Lima"), "seed") is None
    found = one(key, _texts("Cusco"), "seed")
    assert found is not None
    assert found.text == "Cusco"


def test_clash_sees_words_not_letters() -> None:
    assert clash("the Soviet Union", "Soviet Union")
    assert clash("economic problems", "severe economic problems")
    assert not clash("Iran", "Iranian oil")


def _at(place: float, text: str = "", tier: int = 1) -> Candidate:
    return Candidate(text or f"c{place:g}", text or f"c{place:g}", (place,), tier)


@pytest.mark.parametrize(("below", "above"), [(0, 3), (1, 2), (2, 1), (3, 0)])
def test_where_only_one_rank_is_possible_it_is_taken(below: int, above: int) -> None:
    others = [_at(-1 - n) for n in range(below)] + [_at(1 + n) for n in range(above)]
    for seed in ("a", "b", "c"):
        picked = choose(_at(0, "key"), others, seed)
        assert {item.text for item in picked} == {item.text for item in others}


def test_a_better_tier_goes_before_a_worse_on_its_side() -> None:
    others = [_at(-n, tier=3) for n in range(1, 9)] + [_at(-20, tier=0), _at(-21, tier=2)]
    for n in range(30):
        picked = {item.text for item in choose(_at(0, "key"), others, f"seed {n}")}
        assert {"c-20", "c-21"} <= picked
        found = one(_at(0, "key"), others, f"seed {n}")
        assert found is not None
        assert found.text == "c-20"


def test_a_text_stands_once_and_the_better_of_two_is_kept() -> None:
    twin = [_at(1, "Lima", 3), _at(-1, "lima", 0), _at(2, "Puno"), _at(3, "Ica")]
    for n in range(20):
        picked = choose(_at(0, "key"), twin, f"seed {n}")
        assert [item.text for item in picked].count("Lima") == 0
        assert len(picked) == 3


def test_options_that_contain_each_other_are_never_together() -> None:
    others = [_at(1, "Peru"), _at(-1, "Peru and Chile"), _at(2, "Cuba"), _at(-2, "Iran")]
    for n in range(40):
        texts = {item.text for item in choose(_at(0, "key"), others, f"seed {n}")}
        assert not {"Peru", "Peru and Chile"} <= texts
        assert len(texts) == 3
    assert choose(_at(0, "key"), others[:2], "seed") == ()
    same_side = [_at(1, "Peru"), _at(2, "Peru and Chile"), _at(3, "Cuba"), _at(4, "Iran")]
    for n in range(20):
        texts = {item.text for item in choose(_at(0, "key"), same_side, f"seed {n}")}
        assert not {"Peru", "Peru and Chile"} <= texts


def test_fewer_can_be_asked_for() -> None:
    others = [_at(n) for n in (-3, -2, -1, 1, 2, 3)]
    assert len(choose(_at(0, "key"), others, "seed", 2)) == 2
    assert choose(_at(0, "key"), others, "seed", 1) == ()


def test_what_is_as_long_as_the_key_goes_to_either_side() -> None:
    key, others = _at(0, "key"), [_at(0, f"text{n}") for n in range(12)]
    seen = Counter(len(choose(key, others[n:], f"seed {n}")) for n in range(8))
    assert set(seen) == {3}


def test_a_single_wrong_one_comes_from_either_side() -> None:
    others = [_at(-1, "low"), _at(1, "high")]
    found = Counter(
        item.text for n in range(100) if (item := one(_at(0, "key"), others, f"seed {n}"))
    )
    assert min(found["low"], found["high"]) > 25
    assert one(_at(0, "key"), [], "seed") is None


def test_what_repeats_the_key_is_no_option_however_few_there_are() -> None:
    key = _at(0, "Lima")
    assert choose(key, [_at(1, "the Lima"), _at(-1, "Cusco")], "seed") == ()
    assert len(choose(key, [_at(1, "the Lima"), _at(-1, "Cusco"), _at(2, "Ica")], "seed")) == 2


def test_a_repeated_text_hides_none_of_those_behind_it() -> None:
    others = [_at(1, "Puno", 0), _at(2, "puno", 0), _at(3, "Ica", 3), _at(4, "Tacna", 3)]
    for n in range(10):
        assert len(choose(_at(0, "key"), others, f"seed {n}")) == 3


def test_a_candidate_says_nothing_that_was_not_given() -> None:
    plain = Candidate("c", "c", (0.0,), 1)
    assert (plain.fact, plain.feedback, plain.value) == ("", "", "")

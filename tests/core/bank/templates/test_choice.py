from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quizapp.core.bank.candidates import make_pools
from quizapp.core.bank.faces import forward
from quizapp.core.bank.templates.choice import false_statement, single_choice, true_false
from tests.core.bank.at_hand import QUESTIONS, fact, polar_pools, question

POOLS = polar_pools()


def test_each_side_of_a_fact_is_chosen() -> None:
    there, back = single_choice(POOLS, fact("auk-years"))
    assert there.ordered
    assert not back.ordered
    assert [option.text for option in there.options if option.correct] == ["1880–83"]
    assert [option.text for option in back.options if option.correct] == ["the Auk"]


def test_a_wrong_option_names_its_fact_and_says_what_it_is() -> None:
    asked = question("french-naval-mission-years.single-choice", QUESTIONS)
    said = {option.text: (option.fact, option.feedback) for option in asked.options}
    assert said["1919–21"] == ("french-air-mission-years", "The French air mission: 1919–21.")
    assert said["1905–12"] == ("", "")


def test_true_and_false_come_in_pairs() -> None:
    true, false = true_false(POOLS, fact("auk-turned"))
    assert true.stem == f"True or false? {fact('auk-turned').statement}"
    assert [option.correct for option in true.options] == [True, False]
    assert [option.correct for option in false.options] == [False, True]
    assert false.options[0].feedback
    assert "turned back because" in false.stem
    assert "coal" not in false.stem


def test_a_swapped_number_keeps_its_hedge() -> None:
    assert "almost " in false_statement(POOLS, fact("givers"))
    assert "1,200" not in false_statement(POOLS, fact("givers"))


def test_a_fact_without_honest_wrong_answers_is_not_swapped() -> None:
    assert false_statement(POOLS, fact("aim")) == ""
    assert list(true_false(POOLS, fact("aim"))) == []
    assert list(single_choice(POOLS, fact("aim"))) == []


def test_what_is_merely_not_said_makes_no_false_statement() -> None:
    held = fact("auk-turned")
    alone = replace(held, answer_class="its own")
    for rivals, made in (
        (("the crew fell ill",), 0),
        (("the crew fell ill = !",), 2),
        (("the crew fell ill = aim",), 2),
    ):
        asked = replace(alone, rivals=rivals)
        others = [item for item in POOLS.facts.values() if item.id != held.id]
        pools = make_pools(POOLS.sources.values(), [*others, asked])
        assert len(list(true_false(pools, asked))) == made, rivals


def test_a_negated_statement_is_not_asked_as_true_or_false() -> None:
    held = fact("auk-turned")
    negated = replace(held, statement=held.statement.replace("turned", "did not go but turned"))
    assert list(true_false(POOLS, negated)) == []


def test_a_false_statement_by_hand_comes_before_any_exchange() -> None:
    held = fact("auk-turned")
    by_hand = replace(held, false_statement="The Auk reached the Pole.")
    _, false = true_false(POOLS, by_hand)
    assert false.stem == "True or false? The Auk reached the Pole."
    negated = replace(by_hand, statement=held.statement.replace("turned", "never turned"))
    assert len(list(true_false(POOLS, negated))) == 2
    assert false_statement(POOLS, negated) == "The Auk reached the Pole."


def test_the_author_says_which_years_stand_beside_the_right_one() -> None:
    held = replace(fact("founded"), rivals=("1869", "1870", "1873"))
    others = [item for item in POOLS.facts.values() if item.id != held.id]
    (asked, *_) = single_choice(make_pools(POOLS.sources.values(), [*others, held]), held)
    wrong = {option.text for option in asked.options if not option.correct}
    assert {"1869", "1870", "1873"} & wrong
    assert [option.text for option in asked.options] == sorted(o.text for o in asked.options)


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        ("auk-years", {}, r".* lasted from \d{4} to \d{4}\."),
        ("auk-years", {"statement": "The Auk was out 1880–1883.", "gap": "1880–1883"}, ""),
        ("auk-years", {"statement": "The Auk was out long ago.", "gap": "long ago"}, ""),
        (
            "auk-years",
            {
                "statement": "From 1880 the Auk was out.",
                "value": "1880/..",
                "answer": "since 1880",
                "gap": "1880",
            },
            "",
        ),
        (
            "givers",
            {"statement": "Of all, 1,200 gave.", "gap": "1,200"},
            r"Of all, (?!1,200)[\d,]+ gave\.",
        ),
        ("givers", {"statement": "Of all, a few gave.", "gap": "a few"}, ""),
        ("auk-turned", {"statement": "Its coal made the Auk turn back."}, ""),
    ],
)
def test_another_value_is_put_where_the_answer_or_the_gap_stands(
    name: str, changes: dict[str, str], said: str
) -> None:
    asked = replace(fact(name), **changes)  # type: ignore[arg-type]
    assert re.fullmatch(said, false_statement(POOLS, asked))
    assert len(list(true_false(POOLS, asked))) == (2 if said else 0)


def test_one_of_several_true_answers_is_asked_for_by_the_question_of_the_group() -> None:
    asked = replace(fact("auk-years"), group_question="In which of these years was a voyage?")
    there, back = single_choice(POOLS, asked)
    assert there.stem == "In which of these years was a voyage?"
    assert back.stem == asked.ask_reverse


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("1880/..", "1850~/1860"),
        ("../1880", "1890~/1895"),
        ("1880~/1890", "1895/.."),
        ("1880~/1890", "../1870"),
    ],
)
def test_what_has_no_end_is_put_in_no_gap(own: str, other: str) -> None:
    years = replace(fact("auk-years"), predicate="x", ask_reverse="", rivals=())
    said = {"statement": "The Auk was out, 1880 to 1890.", "gap": "1880 to 1890"}
    asked = replace(years, value=own, answer="from 1880", **said)  # type: ignore[arg-type]
    beside = replace(years, id="beside", subject="beside", value=other, answer="from 1850")
    pools = make_pools(POOLS.sources.values(), [asked, beside])
    assert "beside" in {item.name for item in pools.candidates(forward(asked))}
    assert false_statement(pools, asked) == ""

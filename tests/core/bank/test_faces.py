from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.bank.faces import (
    Face,
    feedback,
    forward,
    plain_point,
    plain_span,
    pool_of,
    reverse,
    time_form,
)
from quizapp.core.values.times import parse_edtf
from tests.core.bank.at_hand import QUESTIONS, fact


def test_a_wrong_choice_is_told_what_it_is() -> None:
    assert feedback(fact("french-air-mission-years", QUESTIONS)) == (
        "The French air mission: 1919–21."
    )
    assert feedback(fact("french-first-head", QUESTIONS)) == (
        "The first head of the French military mission in Peru: Paul Clément."
    )
    assert feedback(fact("article-stakeholder-leaders", QUESTIONS)) == (
        "Those are stakeholders named by the article."
    )
    assert feedback(fact("us-expulsion-cause", QUESTIONS)) == (
        "That is why the United States military missions were expelled from Peru."
    )


def test_only_what_is_written_alike_is_compared() -> None:
    assert pool_of(fact("caem-year", QUESTIONS)) == pool_of(fact("soviet-start", QUESTIONS))
    assert pool_of(fact("caem-year", QUESTIONS)) != pool_of(fact("cartagena-date", QUESTIONS))
    assert pool_of(fact("soviet-advisers", QUESTIONS)) != pool_of(
        fact("soviet-mission-size", QUESTIONS)
    )
    assert time_form(fact("french-missions-span", QUESTIONS)) == "years"
    assert time_form(fact("cuban-technicians-time", QUESTIONS)) == "the late ####s"


def test_a_fact_has_two_faces_where_it_can_be_asked_back() -> None:
    two = fact("share-france", QUESTIONS)
    assert forward(two).answer == "7 percent"
    back = reverse(two)
    assert back is not None
    assert back.answer == "France"
    assert not back.forward
    assert reverse(fact("caem-year", QUESTIONS)) is None


def test_asked_back_a_fact_is_answered_by_its_cue_unless_it_says_another() -> None:
    two = fact("share-france", QUESTIONS)
    back = ("reverse", two.ask_reverse, two.reverse_answer, two.reverse_accept)
    pool = ("reverse", two.predicate)
    assert reverse(two) == Face(two, *back, pool)
    silent = replace(two, reverse_answer="")
    assert reverse(silent) == Face(silent, *back[:2], two.cue, two.reverse_accept, pool)


def test_the_pool_of_a_figure_is_its_form_and_class_and_that_of_a_name_its_class() -> None:
    figure = replace(fact("soviet-advisers", QUESTIONS), answer_class="")
    span, single = replace(figure, value="100/400"), replace(figure, value="100")
    assert pool_of(span) == ("number", "span", figure.unit)
    assert pool_of(single) == ("number", "single", figure.unit)
    assert pool_of(replace(single, answer_class="aid")) == ("number", "single", "aid")
    name = fact("french-first-head", QUESTIONS)
    assert pool_of(replace(name, answer_class="head")) == ("text", "head")
    assert pool_of(replace(name, answer_class="")) == ("text", f"only {name.id}")


@pytest.mark.parametrize(
    ("edtf", "point", "span"),
    [
        ("1896", True, False),
        ("1896~", False, False),
        ("1896?", False, False),
        ("1896/1940", False, True),
        ("1896?/1940", False, False),
        ("1896~/1940", False, False),
        ("../1940", False, False),
        ("1973/..", False, False),
        ("1896-02/1940-05", False, False),
    ],
)
def test_a_time_is_plain_without_any_doubt(edtf: str, *, point: bool, span: bool) -> None:
    value = parse_edtf(edtf)
    assert (plain_point(value), plain_span(value)) == (point, span)

from __future__ import annotations

from quizapp.core.bank.faces import feedback, forward, pool_of, reverse, time_form
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

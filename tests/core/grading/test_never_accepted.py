"""What grading must never do: take another year, number or name for the right one."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import AnswerKey, Question, QuestionKind
from quizapp.core.values.quantity import APPROX
from quizapp.core.values.texts import fold
from quizapp.core.values.word_lists import words

YEARS = st.integers(1000, 2099)
LANGUAGES = st.sampled_from(["en", "es"])


def ask(kind: QuestionKind, key: AnswerKey, typed: str, language: str = "en") -> Outcome:
    return grade(Question("q", kind, "t", "?", key, ("f",)), Response(text=typed), language).outcome


@given(YEARS, YEARS, LANGUAGES)
@settings(max_examples=150)
def test_only_the_year_itself_is_the_year(year: int, typed: int, language: str) -> None:
    key = AnswerKey(str(year), value=str(year))
    for form in ("{}", "in {}", "en {}", "c. {}", "since {}"):
        outcome = ask(QuestionKind.DATE, key, form.format(typed), language)
        assert (outcome in (Outcome.RIGHT, Outcome.ACCEPTED)) == (typed == year)
    for form in ("May {}", "3 de mayo de {}"):
        outcome = ask(QuestionKind.DATE, key, form.format(typed), language)
        assert outcome is (Outcome.UNCLEAR if typed == year else Outcome.NOT_YET)


@given(YEARS, st.integers(1, 60), st.integers(-3, 3), st.integers(-3, 3))
@settings(max_examples=150)
def test_a_span_is_right_by_both_ends_and_half_by_one(
    first: int, length: int, before: int, behind: int
) -> None:
    last = first + length
    typed = (first + before, last + behind)
    assume(typed[0] < typed[1])
    key = AnswerKey(f"{first}–{last}", value=f"{first}/{last}")
    outcome = ask(QuestionKind.DATE, key, f"{typed[0]} to {typed[1]}")
    ends_right = (before == 0) + (behind == 0)
    expected = {2: Outcome.RIGHT, 1: Outcome.PARTLY, 0: Outcome.NOT_YET}[ends_right]
    assert outcome is expected


@given(
    st.integers(1, 10**7),
    st.sampled_from(APPROX),
    st.sampled_from(["", "percent", "US$", "years"]),
    st.integers(-3, 3),
    st.lists(st.integers(-5, 5), max_size=2),
)
@settings(max_examples=250)
def test_only_the_number_itself_counts_or_its_neighbour_among_hedged_shares(
    number: int, approx: str, unit: str, off: int, others: list[int]
) -> None:
    assume(number + off > 1)
    look_alikes = [number + other for other in others if other]
    key = AnswerKey(
        str(number),
        value=str(number),
        unit=unit,
        approx=approx,
        look_alikes=tuple(map(str, look_alikes)),
    )
    typed = number + off
    nearest = all(abs(off) < abs(typed - other) for other in look_alikes)
    neighbour = (approx, unit, abs(off)) == ("about", "percent", 1)
    outcome = ask(QuestionKind.NUMERIC, key, str(typed))
    expected = off == 0 or (neighbour and nearest)
    assert (outcome in (Outcome.RIGHT, Outcome.ACCEPTED)) == expected


BOUNDS = {
    "more than {}": {"over", "at-least"},
    "at least {}": {"over", "at-least"},
    "less than {}": {"almost"},
    "nearly {}": {"almost"},
    "at most {}": {"almost", "up-to", "at-most"},
    "up to {}": {"almost", "up-to", "at-most"},
}


@given(st.integers(2, 10**6), st.sampled_from(APPROX), st.sampled_from(list(BOUNDS)))
@settings(max_examples=150)
def test_a_bound_that_the_source_does_not_name_is_never_right(
    number: int, approx: str, bound: str
) -> None:
    key = AnswerKey(str(number), value=str(number), approx=approx)
    outcome = ask(QuestionKind.NUMERIC, key, bound.format(number))
    assert (outcome is Outcome.RIGHT) == (approx in BOUNDS[bound])


NAMES = st.sampled_from(
    words(
        """Fujimori Clément Piérola Bolognesi Castilla Leguía Benavides Odría Velasco Morales
        Belaúnde García Toledo Humala Pizarro Almagro Gamarra Salaverry Orbegoso Cruz Germany
        France Slovakia Slovenia Austria Australia Niger Nigeria Iran Iraq EP FAP MGP CAEM"""
    )
)


@given(NAMES, NAMES, st.integers(0, 12), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
@settings(max_examples=300)
def test_no_other_name_and_nothing_as_near_to_it_is_accepted(
    name: str, other: str, place: int, letter: str
) -> None:
    assume(fold(name) != fold(other))
    key = AnswerKey(name, look_alikes=(other,))
    assert ask(QuestionKind.SHORT_ANSWER, key, other) is Outcome.NOT_YET
    assert ask(QuestionKind.SHORT_ANSWER, key, other.upper()) is Outcome.NOT_YET
    slipped = other[:place] + letter + other[place:]
    assert ask(QuestionKind.SHORT_ANSWER, key, slipped) is Outcome.NOT_YET


@given(NAMES, st.integers(0, 8), st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
@settings(max_examples=200)
def test_one_slip_passes_in_long_words_only(name: str, place: int, letter: str) -> None:
    slipped = name[:place] + letter + name[place:]
    outcome = ask(QuestionKind.SHORT_ANSWER, AnswerKey(name), slipped)
    accepted = outcome in (Outcome.RIGHT, Outcome.ACCEPTED)
    if len(name) <= 5:
        assert not accepted
    elif slipped.lower() not in (f"a{name.lower()}", f"{name.lower()}a"):
        assert accepted


@given(st.integers(1000, 9999), st.integers(1000, 9999))
@settings(max_examples=100)
def test_digits_are_never_a_typing_mistake(number: int, typed: int) -> None:
    key = AnswerKey(f"Resolution {number}")
    outcome = ask(QuestionKind.SHORT_ANSWER, key, f"Resolution {typed}")
    assert (outcome is Outcome.RIGHT) == (typed == number)
    assert outcome is not Outcome.ACCEPTED

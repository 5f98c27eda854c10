"""Who knows nothing but tests well should win nothing: guessers against the shipped bank."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

import pytest

from quizapp.core.questions import Question, QuestionKind
from tests.core.bank.at_hand import shipped

Guess = Callable[[Question], list[int]]


def longest(question: Question) -> list[int]:
    lengths = [len(option.text) for option in question.options]
    return [n for n, length in enumerate(lengths) if length == max(lengths)]


def shortest(question: Question) -> list[int]:
    lengths = [len(option.text) for option in question.options]
    return [n for n, length in enumerate(lengths) if length == min(lengths)]


def middle(question: Question) -> list[int]:
    size = len(question.options)
    return [n for n in range(size) if abs(n - (size - 1) / 2) < 1]


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def stem_overlap(question: Question) -> list[int]:
    shared = [len(words(option.text) & words(question.stem)) for option in question.options]
    return [n for n, count in enumerate(shared) if count == max(shared)]


def odd_one_out(question: Question) -> list[int]:
    shared = [
        sum(len(words(option.text) & words(other.text)) for other in question.options)
        - len(words(option.text))
        for option in question.options
    ]
    return [n for n, count in enumerate(shared) if count == min(shared)]


def first(question: Question) -> list[int]:
    del question
    return [0]


def last(question: Question) -> list[int]:
    return [len(question.options) - 1]


GUESSERS: tuple[Guess, ...] = (
    longest, shortest, middle, stem_overlap, odd_one_out, first, last,
)  # fmt: skip


def gain(questions: list[Question], guess: Guess) -> float:
    """Share won above chance; a guesser who is torn picks one of his favourites at random."""
    won = chance = 0.0
    for question in questions:
        picked = guess(question)
        right = {n for n, option in enumerate(question.options) if option.correct}
        won += len(right & set(picked)) / len(picked)
        chance += 1 / len(question.options)
    return (won - chance) / len(questions)


def choices() -> list[Question]:
    kinds = (QuestionKind.SINGLE_CHOICE, QuestionKind.TRUE_FALSE)
    return [question for question in shipped().questions if question.kind in kinds]


@pytest.mark.parametrize("guess", GUESSERS, ids=[guess.__name__ for guess in GUESSERS])
def test_a_guesser_wins_no_more_than_chance(guess: Guess) -> None:
    assert gain(choices(), guess) <= 0.03


@pytest.mark.parametrize("guess", GUESSERS, ids=[guess.__name__ for guess in GUESSERS])
def test_nor_in_any_kind(guess: Guess) -> None:
    kinds: dict[str, list[Question]] = defaultdict(list)
    for question in choices():
        kinds[question.kind.value].append(question)
    for kind, questions in kinds.items():
        if len(questions) >= 50:
            assert gain(questions, guess) <= 0.05, (kind, gain(questions, guess))


def test_the_guessers_would_find_a_bank_that_gives_itself_away() -> None:
    always_last = [
        question
        for question in choices()
        if question.kind is QuestionKind.SINGLE_CHOICE and question.options[-1].correct
    ]
    assert gain(always_last, last) > 0.5

"""Bringing options into order.

`Question.options` stand in their right order (the page shuffles them); `Response.chosen`
lists their indexes as the learner put them.
"""

from __future__ import annotations

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import by_parts, chosen_indexes, no_answer
from quizapp.core.questions import Question


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Each option's part is the share of the others that stand on its right side.

    So one option out of place costs little for the rest, and most for itself. The score is
    their mean. Raises ValueError when an index is unknown or named twice.
    """
    del language
    order = chosen_indexes(question, response)
    if response.dont_know or not order:
        return no_answer(question)
    if len(set(order)) != len(order):
        raise ValueError(f"Question {question.id}: an option stands at two places.")
    shares = _shares(order, len(question.options))
    score = sum(shares) / len(shares)
    in_place = sum(place == index for place, index in enumerate(order))
    said = note("in_place", right=str(in_place), total=str(len(shares)))
    notes = () if score >= 1 else (said,)
    return by_parts(_by_fact(question, shares), score, *notes)


def _shares(order: tuple[int, ...], total: int) -> list[float]:
    """For each option, the share of the others that it stands rightly before or behind."""
    place = {index: at for at, index in enumerate(order)}
    shares = []
    for index in range(total):
        agreeing = sum(
            index in place and other in place and (place[index] < place[other]) == (index < other)
            for other in range(total)
            if other != index
        )
        shares.append(agreeing / (total - 1) if total > 1 else float(index in place))
    return shares


def _by_fact(question: Question, shares: list[float]) -> tuple[float, ...]:
    """The share of the option that states each fact; the mean where no option names it."""
    named = {
        option.fact: share
        for option, share in zip(question.options, shares, strict=True)
        if option.fact
    }
    if not named and len(question.facts) == len(shares):
        return tuple(shares)
    mean = sum(shares) / len(shares)
    return tuple(named.get(fact, mean) for fact in question.facts)

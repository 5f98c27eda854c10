"""Names that make something else of a number: 79 is right, "79 Main Street" is a house."""

from __future__ import annotations

from quizapp.core.grading.nations import OF_A_COUNTRY
from quizapp.core.grading.sentences import root
from quizapp.core.questions import Question
from quizapp.core.values.texts import tokens


def counts_a_name(typed: str, unit: str, question: Question) -> bool:
    """Whether a unit is written as names are, and the question does not tell of it.

    `unit` is what was read behind the typed number. Where all is in capitals nothing is a name.
    """
    if typed.isupper():
        return False
    key = question.key
    told = {root(word) for text in (question.stem, key.text, key.unit) for word in tokens(text)}
    capitals = (written for written in typed.split() if written[0].isupper())
    names = {word for written in capitals for word in tokens(written)}
    return any(root(word) not in told for word in names.intersection(unit.split()) - OF_A_COUNTRY)

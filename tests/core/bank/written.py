"""Questions as somebody might write them, for the tests of single rules."""

from __future__ import annotations

from quizapp.core.bank.lint import Lint
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from tests.core.bank.at_hand import POLAR, material, words

SOURCES, FACTS = material(POLAR)
LINT = Lint({fact.id: fact for fact in FACTS}, {item.id: item for item in SOURCES}, words(POLAR))


def asked(
    stem: str,
    answer: str = "Orsvik",
    *wrong: str,
    kind: QuestionKind | None = None,
    facts: tuple[str, ...] = (),
    ordered: bool = False,
) -> Question:
    """A choice where wrong answers are given, else a question to be typed."""
    options = (Option(answer, True), *(Option(text) for text in wrong)) if wrong else ()
    usual = QuestionKind.SINGLE_CHOICE if wrong else QuestionKind.SHORT_ANSWER
    return Question(
        id="written",
        kind=kind or usual,
        template="",
        stem=stem,
        key=AnswerKey(answer),
        facts=facts,
        options=options,
        ordered=ordered,
    )


def codes(question: Question) -> set[str]:
    return {finding.code for finding in LINT.question(question)}

"""Checks on the markup of a draft: that its formulas can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from quizapp.core.questions import QuestionKind
from quizapp.core.values.markup import has_formula
from quizapp.services.authoring.draft import Draft
from quizapp.services.authoring.finding import Check


def marked_up(draft: Draft) -> Iterator[tuple[str, str]]:
    """The texts of a draft that may hold markup, each with its field."""
    yield "stem", draft.stem
    if draft.kind is QuestionKind.FLASHCARD:
        yield "answer", draft.answer
    if draft.kind is QuestionKind.TRUE_FALSE:
        yield "feedback", draft.feedback
    for number, row in enumerate(draft.options if draft.has_rows else ()):
        for name in ("text", "partner", "feedback"):
            yield f"options-{number}-{name}", getattr(row, name)
    if draft.kind is QuestionKind.ESSAY:
        yield "model", draft.model
    yield "explanation", draft.explanation


def formulas_readable(draft: Draft) -> Iterator[Check]:
    """A formula that cannot be shown: unknown command, open brace, something missing, too long."""
    for about, text in marked_up(draft):
        if "$" not in text or not has_formula(text):
            continue
        # loaded with the first formula: most teachers write none
        for trouble in import_module("quizapp.exchange.formatted").troubles(text):
            yield Check(trouble.code, "error", about, {"text": trouble.what[:60]})


MARKUP_CHECKS = (formulas_readable,)

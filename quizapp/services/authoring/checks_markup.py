"""Checks on the markup of a draft: that its formulas can be shown, its pictures are described."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from quizapp.core.questions import QuestionKind
from quizapp.core.values.markup import PICTURE, has_formula
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
    yield from (("explanation", draft.explanation), ("hints", draft.hints))


def formulas_readable(draft: Draft) -> Iterator[Check]:
    """A formula that cannot be shown: unknown command, open brace, something missing, too long."""
    for about, text in marked_up(draft):
        if "$" not in text or not has_formula(text):
            continue
        # loaded with the first formula: most teachers write none
        for trouble in import_module("quizapp.exchange.formatted").troubles(text):
            yield Check(trouble.code, "error", about, {"text": trouble.what[:60]})


def pictures_described(draft: Draft) -> Iterator[Check]:
    """A picture that says nothing to who does not see it."""
    if draft.picture and not draft.picture_alt:
        yield Check("picture_undescribed", "missing", "picture_alt")
    for about, text in marked_up(draft):
        if any(not found[1].strip() for found in PICTURE.finditer(text)):
            yield Check("picture_undescribed_inside", "error", about)


MARKUP_CHECKS = (formulas_readable, pictures_described)

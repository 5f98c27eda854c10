"""The kinds of questions in the words of who writes them, and what the rows of each are."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.questions import QuestionKind
from quizapp.web.shared.texts import gettext as _


def kind_names() -> dict[QuestionKind, str]:
    """Every kind with its name, in the order in which the form offers them."""
    return {
        QuestionKind.SINGLE_CHOICE: _("Single choice"),
        QuestionKind.MULTIPLE_CHOICE: _("Several right"),
        QuestionKind.TRUE_FALSE: _("True or false"),
        QuestionKind.SHORT_ANSWER: _("Short answer"),
        QuestionKind.NUMERIC: _("Number"),
        QuestionKind.DATE: _("Date"),
        QuestionKind.CLOZE: _("Gap"),
        QuestionKind.ORDERING: _("Order"),
        QuestionKind.MATCHING: _("Pairs"),
        QuestionKind.IMAGE_REGIONS: _("On a picture"),
        QuestionKind.FLASHCARD: _("Flashcard"),
        QuestionKind.ESSAY: _("Essay"),
    }


@dataclass(frozen=True, slots=True)
class RowWords:
    """How the rows of a kind are headed: at their beginning and at their end."""

    kinds: tuple[str, ...]
    name: str
    hint: str


def row_words() -> tuple[RowWords, ...]:
    """The headings of the rows, by kinds."""
    return (
        RowWords(("single_choice", "multiple_choice"), _("Options"), _("Feedback when chosen")),
        RowWords(
            ("ordering",), _("Lines, in the right order"), _("What stands beside it afterwards")
        ),
        RowWords(("matching",), _("Pairs"), _("Its partner")),
        RowWords(("essay",), _("Rubric: what earns points"), _("How many at most")),
        RowWords(("image_regions",), _("Regions"), _("Name, place, feedback")),
    )


def markup_hints() -> tuple[tuple[str, str], ...]:
    """What may be written in a text, and what becomes of it."""
    return (
        ("**strong** *soft*", _("emphasis")),
        ("- one", _("a list: each line begins like this, or with 1.")),
        ("`code`", _("code")),
        ("| a | b |", _("a table, with | --- | --- | as its second line")),
        (r"$\frac{1}{2}$", _("a formula as in LaTeX; with $$ it stands alone")),
        (r"\$ \*", _("the sign itself")),
    )


def state_words(state: str) -> str:
    """Where a question stands."""
    words = {
        "draft": _("draft"),
        "review": _("in review"),
        "ready": _("ready"),
        "retired": _("retired"),
    }
    return words.get(state, state)


def collection_words(collection: str, classroom: str = "") -> str:
    """Whose a question is."""
    words = {
        "mine": _("only me"),
        "classroom": classroom or _("a classroom"),
        "school": _("the school"),
        "shipped": _("shipped"),
    }
    return words.get(collection, collection)


def precision_words(precision: str) -> str:
    """How exactly a time is asked for."""
    words = {
        "day": _("to the day"),
        "month": _("to the month"),
        "year": _("to the year"),
        "decade": _("to the decade"),
        "century": _("to the century"),
        "range": _("both ends"),
    }
    return words.get(precision, precision)

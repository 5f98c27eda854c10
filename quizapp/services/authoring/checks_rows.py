"""Checks on the rows of a draft: options, lines of an order, pairs; and on a statement's truth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.questions import QuestionKind
from quizapp.core.values.texts import fold
from quizapp.services.authoring.draft import FALSE, PICKED, TRUE, Draft, lines
from quizapp.services.authoring.finding import Check

FEWEST = {
    QuestionKind.SINGLE_CHOICE: 3,
    QuestionKind.MULTIPLE_CHOICE: 3,
    QuestionKind.ORDERING: 3,
    QuestionKind.MATCHING: 2,
    QuestionKind.ESSAY: 1,
    QuestionKind.IMAGE_REGIONS: 2,
}
LONGER_KEY = 1.25
"""A right answer longer than the longest other by more than this gives itself away."""
_OF_THE_ABOVE = re.compile(
    r"\b(?:all|none|both|any|neither) of (?:the above|these|those|them)\b|\ball the above\b"
    r"|\b(?:todas?|todos|ningun[oa]|ambas|ambos)(?: de)? (?:las |los )?anteriores\b",
    re.IGNORECASE,
)


def row_field(number: int) -> str:
    """The field of a row's text."""
    return f"options-{number}-text"


def enough_rows(draft: Draft) -> Iterator[Check]:
    """Fewer rows than this kind needs."""
    fewest = FEWEST.get(draft.kind, 0)
    if sum(bool(option.text) for option in draft.options) < fewest:
        code = "options_few" if draft.kind in PICKED else f"rows_few_{draft.kind.value}"
        yield Check(code, "missing", "options", {"number": str(fewest)})


def right_marked(draft: Draft) -> Iterator[Check]:
    """No right answer, or more than one where one is asked for."""
    if draft.kind is QuestionKind.TRUE_FALSE and draft.answer not in (TRUE, FALSE):
        yield Check("truth_missing", "missing", "truth")
    if draft.kind not in PICKED:
        return
    right = sum(option.correct and bool(option.text) for option in draft.options)
    if not right:
        yield Check("right_none", "missing", "options")
    elif right > 1 and draft.kind is not QuestionKind.MULTIPLE_CHOICE:
        yield Check("right_many", "error", "options")


def no_empty_row(draft: Draft) -> Iterator[Check]:
    """A row whose text is missing, or a prompt without its partner."""
    if not draft.has_rows:
        return
    for number, option in enumerate(draft.options):
        values = {"number": str(number + 1)}
        if not option.text and not option.blank:
            yield Check("option_empty", "error", row_field(number), values)
        elif draft.kind is QuestionKind.MATCHING and option.text and not option.partner:
            yield Check("partner_missing", "missing", f"options-{number}-partner", values)


def different_rows(draft: Draft) -> Iterator[Check]:
    """Two rows that differ in spelling only."""
    seen: dict[str, str] = {}
    for number, option in enumerate(draft.options if draft.has_rows else ()):
        folded = fold(option.text)
        if folded and folded in seen:
            values = {"text": option.text, "other": seen[folded]}
            yield Check("options_equal", "error", row_field(number), values)
        seen.setdefault(folded, option.text)


def one_pairing(draft: Draft) -> Iterator[Check]:
    """Two prompts with the same partner, or a partner of nobody that is somebody's."""
    if draft.kind is not QuestionKind.MATCHING:
        return
    seen: set[str] = set()
    for number, option in enumerate(draft.options):
        folded = fold(option.partner)
        if folded and folded in seen:
            about = f"options-{number}-partner"
            yield Check("partners_equal", "error", about, {"text": option.partner})
        seen.add(folded)
    for text in lines(draft.extra):
        if fold(text) in seen:
            yield Check("extra_is_partner", "error", "extra", {"text": text})


def key_not_longest(draft: Draft) -> Iterator[Check]:
    """The right option is by far the longest."""
    right = draft.right
    others = [len(o.text) for o in draft.filled if not o.correct and o.text]
    longest = right and others and len(right.text) > LONGER_KEY * max(others)
    if right and longest and draft.kind is QuestionKind.SINGLE_CHOICE:
        yield Check("key_longest", "advice", "options", {"text": right.text})


def no_above(draft: Draft) -> Iterator[Check]:
    """An option that points to the others."""
    for option in draft.options if draft.kind in PICKED else ():
        if _OF_THE_ABOVE.search(option.text):
            yield Check("option_of_the_above", "advice", "options", {"text": option.text})


def feedback_given(draft: Draft) -> Iterator[Check]:
    """A wrong choice that teaches nothing."""
    if draft.kind is QuestionKind.TRUE_FALSE:
        if draft.answer == FALSE and not draft.feedback:
            yield Check("truth_unsaid", "advice", "feedback")
    elif draft.kind is QuestionKind.SINGLE_CHOICE and draft.right:
        bare = [o.text for o in draft.filled if o.text and not o.correct and not o.feedback]
        if bare:
            yield Check("feedback_missing", "advice", "options", {"text": ", ".join(bare)})


ROW_CHECKS = (
    *(enough_rows, right_marked, no_empty_row, different_rows, one_pairing),
    *(key_not_longest, no_above, feedback_given),
)

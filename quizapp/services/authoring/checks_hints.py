"""Checks on the hints of a draft: not too many, and none that says what is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizapp.core.questions import QuestionKind
from quizapp.core.values.texts import tokens
from quizapp.services.authoring.draft import PICKED, TYPED, Draft, lines
from quizapp.services.authoring.finding import Check

MOST_HINTS = 5


def few_hints(draft: Draft) -> Iterator[Check]:
    """More hints than anybody would ask for."""
    if len(lines(draft.hints)) > MOST_HINTS:
        yield Check("hints_many", "error", "hints", {"limit": str(MOST_HINTS)})


def hint_keeps_the_answer(draft: Draft) -> Iterator[Check]:
    """A hint in which the right answer stands."""
    for number, hint in enumerate(lines(draft.hints), start=1):
        said = tokens(hint)
        found = next((" – ".join(told) for told in _answers(draft) if _all_in(told, said)), "")
        if found:
            values = {"number": str(number), "text": found}
            yield Check("hint_tells", "advice", "hints", values)


def _answers(draft: Draft) -> Iterator[tuple[str, ...]]:
    """What a hint must not say; of several texts only all of them together."""
    if draft.kind in TYPED:
        yield from ((form,) for form in (draft.answer, *lines(draft.accept)))
    elif draft.kind in PICKED:
        yield from ((row.text,) for row in draft.filled if row.correct)
    elif draft.kind is QuestionKind.MATCHING:
        yield from ((row.text, row.partner) for row in draft.filled if row.partner)
    elif draft.kind is QuestionKind.ORDERING:
        yield tuple(row.text for row in draft.filled)


def _all_in(told: Sequence[str], said: Sequence[str]) -> bool:
    runs = [tokens(text) for text in told]
    return bool(runs) and all(run and _stands_in(run, said) for run in runs)


def _stands_in(run: Sequence[str], said: Sequence[str]) -> bool:
    """Whether these words stand in a row in what was said."""
    starts = range(len(said) - len(run) + 1)
    return any(list(said[start : start + len(run)]) == list(run) for start in starts)


HINT_CHECKS = (few_hints, hint_keeps_the_answer)

"""What differs between two versions: which parts, and in them which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from quizapp.core.questions import QuestionKind
from quizapp.services.authoring.draft import FALSE, TRUE, Draft, DraftOption
from quizapp.services.authoring.making import truth_words

CONTENT = (
    *("kind", "stem", "options", "last_stays", "answer", "feedback", "accept", "look_alikes"),
    *("unit", "tolerance", "inside", "extra", "explanation", "hints", "language"),
    *("model", "words", "rubric_shown"),
    *("picture", "picture_alt"),
)
"""The parts of a draft that belong to the version itself."""
_PIECE = re.compile(r"\s+|\w+|[^\w\s]")
LONGEST = 4000
"""Signs of a text whose words are compared; anything longer is shown as old and new."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: `how` is "same", "gone" or "new"."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of a question in which two versions differ."""

    part: str
    pieces: tuple[Piece, ...]


def parts_of(draft: Draft) -> dict[str, str]:
    """The parts of a version as texts, one line for each row."""
    rows = draft.filled if draft.has_rows else ()
    return {
        "stem": draft.stem,
        "options": "\n".join(_row(draft, row) for row in rows),
        "answer": _answer(draft, rows),
        "feedback": "\n".join(row.feedback for row in rows) if rows else draft.feedback,
        "accept": draft.accept,
        "look_alikes": draft.look_alikes,
        "unit": draft.unit,
        "tolerance": draft.tolerance,
        "extra": draft.extra,
        "model": draft.model,
        "words": draft.words,
        "rubric_shown": _shown(draft),
        "explanation": draft.explanation,
        "hints": draft.hints,
        "picture": f"{draft.picture_alt} ({draft.picture[:4]})" if draft.picture else "",
    }


def _row(draft: Draft, row: DraftOption) -> str:
    if draft.kind is QuestionKind.ESSAY:
        return f"{row.text} – {row.points}"
    if draft.kind is QuestionKind.IMAGE_REGIONS:
        return f"{row.text} ({row.region})"
    return f"{row.text} – {row.partner}" if draft.kind is QuestionKind.MATCHING else row.text


def _shown(draft: Draft) -> str:
    """Whether pupils see the rubric, as a sign that needs no words."""
    return ("✓" if draft.rubric_shown else "✗") if draft.kind is QuestionKind.ESSAY else ""


def _answer(draft: Draft, rows: tuple[DraftOption, ...]) -> str:
    if draft.kind is QuestionKind.TRUE_FALSE:
        words = dict(zip((TRUE, FALSE), truth_words(draft.language), strict=True))
        return words.get(draft.answer, "")
    if draft.kind in (QuestionKind.ORDERING, QuestionKind.MATCHING, QuestionKind.ESSAY):
        return ""
    return "\n".join(row.text for row in rows if row.correct) if rows else draft.answer


def changed_parts(old: Draft, new: Draft) -> tuple[str, ...]:
    """The names of the parts in which two versions differ."""
    before, after = parts_of(old), parts_of(new)
    return tuple(part for part in after if before[part] != after[part])


def differences(old: Draft, new: Draft) -> tuple[Difference, ...]:
    """The parts in which two versions differ, word by word."""
    before, after = parts_of(old), parts_of(new)
    return tuple(
        Difference(part, compare(before[part], after[part])) for part in changed_parts(old, new)
    )


def compare(old: str, new: str) -> tuple[Piece, ...]:
    """Two texts as runs of words that stayed, went and came."""
    if max(len(old), len(new)) > LONGEST:
        return tuple(Piece(how, text) for how, text in (("gone", old), ("new", new)) if text)
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    found: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for how, start, end, first, last in matcher.get_opcodes():
        gone, came = "".join(before[start:end]), "".join(after[first:last])
        if how == "equal":
            found.append(Piece("same", gone))
            continue
        found += [Piece(name, text) for name, text in (("gone", gone), ("new", came)) if text]
    return tuple(found)

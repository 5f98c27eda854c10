"""A question as rows: its version and its options, and the fingerprint of what it says."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from quizapp.core.questions import Question
from quizapp.store.base import new_public_id


def digest_of(question: Question) -> str:
    """A fingerprint of what a question says; what most questions and options lack is left out."""
    said = asdict(question)
    if not said["hints"]:
        del said["hints"]
    for option in said["options"]:
        if not option["pinned"]:
            del option["pinned"]
    return digest(said)


def digest(values: Any) -> str:
    """A fingerprint of plain values."""
    return hashlib.sha256(repr(values).encode()).hexdigest()


def version_row(question: Question, question_id: int, number: int, at: datetime) -> dict[str, Any]:
    """One question's content as the row of a version."""
    return {
        "public_id": new_public_id(),
        "question_id": question_id,
        "number": number,
        "stem": question.stem,
        "answer": question.key.text,
        "accept": list(question.key.accept),
        "value": question.key.value,
        "unit": question.key.unit,
        "approx": question.key.approx,
        "look_alikes": list(question.key.look_alikes),
        "explanation": question.explanation,
        "hints": list(question.hints),
        "language": question.language,
        "ordered": question.ordered,
        "digest": digest_of(question),
        "created_at": at,
    }


def option_rows(question: Question, version_id: int) -> list[dict[str, Any]]:
    """One question's options as rows."""
    return [
        {
            "version_id": version_id,
            "position": position,
            "text": option.text,
            "correct": option.correct,
            "feedback": option.feedback,
            "fact": option.fact,
            "pinned": option.pinned,
        }
        for position, option in enumerate(question.options)
    ]

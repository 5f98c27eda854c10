"""A question as rows: its version and its options, and the fingerprint of what it says."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime
from typing import Any

from quizapp.core.questions import Question
from quizapp.store.base import new_public_id


def digest_of(question: Question) -> str:
    """A fingerprint of what a question says; what came later and is empty is not among it."""
    said = asdict(question)
    later = (
        (said, ("hints", "picture", "picture_alt")),
        *((one, ("pinned", "region")) for one in said["options"]),
    )
    for values, names in later:
        for name in names:
            if not values[name]:
                del values[name]
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
        "picture": question.picture,
        "picture_alt": question.picture_alt,
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
            "region": option.region,
        }
        for position, option in enumerate(question.options)
    ]

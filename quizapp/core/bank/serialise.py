"""Bank and anchor lock as sorted JSON: the same bank is the same bytes on every platform."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

FORMAT = 1
"""The version of the file format; a reader refuses any other."""


def to_bytes(document: Mapping[str, object]) -> bytes:
    """A document as UTF-8 JSON with sorted keys, one line per value, a newline at the end."""
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode()


def questions_to_bytes(source: str, questions: Iterable[Question]) -> bytes:
    """The questions of one source as a bank file."""
    rows = [question_to_dict(item) for item in sorted(questions, key=lambda item: item.id)]
    return to_bytes({"format": FORMAT, "source": source, "questions": rows})


def questions_from_bytes(data: bytes, name: str) -> tuple[Question, ...]:
    """The questions of a bank file. Raises ValueError with a sentence that names the file."""
    try:
        document = json.loads(data)
        if document["format"] == FORMAT:
            return tuple(question_from_dict(row) for row in document["questions"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{name} cannot be read as a bank file: {error}") from None
    raise ValueError(f"{name} is a bank file of a format that is not known here")


def question_to_dict(question: Question) -> dict[str, Any]:
    """A question as plain values; what is empty or false is left out."""
    row: dict[str, Any] = _without_empty(asdict(question))
    return row


def question_from_dict(row: Mapping[str, Any]) -> Question:
    """The question that `question_to_dict` wrote. Raises KeyError, TypeError or ValueError."""
    values = dict(row)
    key = dict(values.pop("key"))
    for name in ("accept", "look_alikes"):
        key[name] = tuple(key.get(name, ()))
    options = tuple(Option(**option) for option in values.pop("options", ()))
    return Question(
        **{
            **values,
            "kind": QuestionKind(values["kind"]),
            "key": AnswerKey(**key),
            "facts": tuple(values["facts"]),
            "options": options,
        }
    )


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _without_empty(item)
            for key, item in value.items()
            if item not in ("", (), [], False)
        }
    if isinstance(value, (list, tuple)):
        return [_without_empty(item) for item in value]
    return value

"""A fact as plain values, as it is kept: written, read back, and told apart from another."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from hashlib import sha256
from typing import Any

from quizapp.core.facts.model import Fact, FactKind, FactStatus

_FIELDS = {field.name: field for field in fields(Fact)}


def to_content(fact: Fact) -> dict[str, Any]:
    """The fact as values that JSON knows; what is as it is by itself is left out."""
    row = asdict(fact)
    kept = {name: row[name] for name, field in _FIELDS.items() if row[name] != field.default}
    plain = {
        name: list(value) if isinstance(value, tuple) else value for name, value in kept.items()
    }
    return plain | {"kind": fact.kind.value, "status": fact.status.value}


def from_content(content: Mapping[str, Any]) -> Fact:
    """The fact that `to_content` wrote; keys of another time are passed over.

    Raises KeyError, TypeError or ValueError where it was none.
    """
    values = {name: value for name, value in content.items() if name in _FIELDS}
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    values["kind"], values["status"] = FactKind(values["kind"]), FactStatus(values["status"])
    return Fact(**values)


def digest_of(content: Mapping[str, Any]) -> str:
    """A fingerprint of a content: equal digests mean that the fact says the same."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

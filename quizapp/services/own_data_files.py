"""A person's own data as files: one JSON document, or a ZIP with a CSV for each part."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from quizapp.exchange.tables import csv_of, safe_text
from quizapp.services.own_data import headings
from quizapp.store.personal import PERSONAL


def as_json(document: dict[str, Any]) -> bytes:
    """The document in UTF-8, indented for people."""
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8", "replace")


def as_zip(document: dict[str, Any]) -> bytes:
    """A CSV (RFC 4180, UTF-8 with a byte order mark) for each part that has rows."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in PERSONAL:
            if rows := document[part.name]:
                archive.writestr(f"{part.name}.csv", as_csv(headings(part), rows))
    return packed.getvalue()


def as_csv(names: list[str], rows: list[dict[str, Any]]) -> bytes:
    """Rows under their headings; no cell is taken for a formula by a spreadsheet."""
    return csv_of([names, *([_cell(row[name]) for name in names] for row in rows)])


def _cell(value: Any) -> str:
    if isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    return safe_text("" if value is None else str(value))

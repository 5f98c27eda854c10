"""Tables for spreadsheets: what a cell may hold, how it reads as text, and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

Cell = str | int | Decimal | date | datetime | None
"""A text, a number (with the decimals it is shown with), a day, an instant in UTC, or nothing."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Signs with which a spreadsheet begins a formula."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headings."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before its first sign."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def text_of(cell: Cell) -> str:
    """A cell as it stands in a text file: instants and days by ISO 8601, nothing as ""."""
    if isinstance(cell, str):
        return safe_text(cell)
    if isinstance(cell, datetime):
        return f"{cell.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def csv_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV (RFC 4180) in UTF-8 with a byte order mark.

    Without the mark Excel reads the file in the machine's old code page and spoils accents;
    other programs skip it.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def as_csv(tables: Sequence[Table]) -> bytes:
    """The tables in one file, an empty line between them."""
    rows: list[Sequence[str]] = []
    for table in tables:
        rows += [[]] if rows else []
        rows.append([safe_text(head) for head in table.heads])
        rows += [[text_of(cell) for cell in row] for row in table.rows]
    return csv_of(rows)

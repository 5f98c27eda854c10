"""Tables as a spreadsheet (Office Open XML), through the optional package openpyxl."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from quizapp.exchange.tables import FORMULA_SIGNS, Cell, Table, text_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

INSTALL = 'pip install ".[xlsx]"'
"""What brings the package."""
LONGEST_TITLE = 31
"""Characters of a sheet's name that Excel takes."""
NARROWEST, WIDEST = 9, 60
"""Widths of columns in characters."""


class PackageMissing(Exception):
    """The extra `xlsx` is not installed."""


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """The tables as the sheets of one file. Raises PackageMissing.

    Numbers, days and instants (UTC) are such to the spreadsheet; texts are texts, whatever they
    begin with. The headings are bold and stay where they are.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra, 0.65 s to import
    except ImportError:
        raise PackageMissing from None
    book = Workbook()
    book.remove(book.worksheets[0])
    names: set[str] = set()
    for table in tables:
        name = sheet_name(table.title, names)
        names.add(name.casefold())
        _fill(book.create_sheet(name), table)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def sheet_name(title: str, taken: set[str]) -> str:
    """A name that Excel takes: without its signs, short enough, not given twice."""
    plain = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).split()).strip("'")
    name = plain[:LONGEST_TITLE].strip("' ") or "Table"
    number = 2
    while name.casefold() in taken:
        end = f" {number}"
        name = plain[: LONGEST_TITLE - len(end)].rstrip("' ") + end
        number += 1
    return name


def _fill(sheet: Worksheet, table: Table) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415 - see above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - see above

    for row, cells in enumerate((table.heads, *table.rows), 1):
        for column, cell in enumerate(cells, 1):
            if cell is not None:
                _write(sheet.cell(row, column), cell)
    for head in sheet[1]:
        head.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column in range(len(table.heads)):
        texts = [table.heads[column], *(text_of(row[column]) for row in table.rows)]
        width = min(max(NARROWEST, *map(len, texts)) + 2, WIDEST)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width


def _write(place: Any, cell: Cell) -> None:
    """Put a value in its place with the form in which it is shown."""
    if isinstance(cell, str):
        _write_text(place, cell)
    elif isinstance(cell, datetime):
        place.value = cell.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        place.number_format = "yyyy-mm-dd hh:mm:ss"
    elif isinstance(cell, date):
        place.value, place.number_format = cell, "yyyy-mm-dd"
    elif isinstance(cell, Decimal):
        place.value, place.number_format = cell, _decimals(cell)
    else:
        place.value = cell


def _write_text(place: Any, text: str) -> None:
    # XML has no control signs; the type is set last, because the package reads "=" as a formula
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415 - see above

    place.value = ILLEGAL_CHARACTERS_RE.sub("", text).encode("utf-8", "replace").decode()
    place.data_type = "s"
    place.quotePrefix = text.startswith(FORMULA_SIGNS)


def _decimals(number: Decimal) -> str:
    places = -int(number.as_tuple().exponent)
    return f"0.{'0' * places}" if places > 0 else "0"

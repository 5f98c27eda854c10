"""A class list as teachers have it: text or a file becomes rows of name, group, password.

Rows are parted by lines, columns by tab, semicolon or comma. A first row that names its columns
is read as such, in English or Spanish; surname and given name in columns of their own are put
together. What is read is shown before anything is kept.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.services import names
from quizapp.services.context import Refused

MOST_ROWS = 500
LONGEST_TEXT = 200_000
"""Characters; 500 rows of 400 each."""
SEPARATORS = {"tab": "\t", "semicolon": ";", "comma": ",", "none": ""}
"""What may be chosen, and the sign that it stands for."""
HEADINGS = {
    "name": "name names pupil student learner nombre alumno alumna estudiante",
    "given": "first name|given name|firstname|nombres",
    "surname": "last name|surname|family name|lastname|apellidos|apellido",
    "group": "group team grupo equipo seccion section",
    "password": "password contrasena clave",
}
FULL_NAMES = ("full name", "nombre completo", "apellidos y nombres", "nombres y apellidos")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a class list as it was written."""

    name: str
    group: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class ReadList:
    """The rows of a list, and the headings of columns that are not used."""

    rows: tuple[ListRow, ...]
    unused: tuple[str, ...] = ()


def decoded(data: bytes) -> str:
    """The text of an uploaded file.

    UTF-8 and UTF-16 with their marks, UTF-8 without, else the code page of western Windows; a
    byte that means nothing there becomes U+FFFD, which no name may hold. Raises Refused with
    not_a_text for spreadsheets and other files that are no text.
    """
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise Refused("not_a_text")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise Refused("not_a_text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_list(text: str, separator: str = "") -> ReadList:
    """The rows of a class list; empty lines are skipped.

    `separator` is a key of SEPARATORS, "" for whatever fits. Raises Refused with list_empty or
    list_too_long.
    """
    if len(text) > LONGEST_TEXT:
        raise Refused("list_too_long")
    lines = [line for line in text.splitlines() if line.strip(" \t;,\ufeff")]
    if not lines:
        raise Refused("list_empty")
    if len(lines) > MOST_ROWS + 1:
        raise Refused("list_too_long")
    sign = SEPARATORS[separator] if separator in SEPARATORS else _fitting(lines)
    cells = [_cells(line, sign) for line in lines]
    columns = _columns(cells[0])
    if columns is None:
        return _limited([_row(row, {"name": [0], "group": [1], "password": [2]}) for row in cells])
    used = {place for places in columns.values() for place in places}
    unused = tuple(head for place, head in enumerate(cells[0]) if place not in used and head)
    if len(cells) == 1:
        raise Refused("list_empty")
    return _limited([_row(row, columns) for row in cells[1:]], unused)


def _limited(rows: list[ListRow], unused: tuple[str, ...] = ()) -> ReadList:
    if len(rows) > MOST_ROWS:
        raise Refused("list_too_long")
    return ReadList(tuple(rows), unused)


def _fitting(lines: list[str]) -> str:
    """The separator that most lines hold; a tab before a semicolon before a comma."""
    holding = Counter(sign for sign in "\t;," for line in lines if sign in line)
    return max("\t;,", key=lambda sign: holding[sign]) if holding else ""


def _cells(line: str, sign: str) -> list[str]:
    """One line in cells. Each line stands alone, so an open quotation mark swallows no other."""
    if not sign:
        return [line.strip(" \t\ufeff")]
    try:
        cells = next(csv.reader([line], delimiter=sign))
    except csv.Error:  # one cell longer than the reader takes
        cells = line.split(sign)
    return [cell.strip(" \t\ufeff") for cell in cells]


def _columns(first: list[str]) -> dict[str, list[int]] | None:
    """Which columns hold what, when the first row names them; None when it is a pupil already."""
    heads = [names.folded(cell).strip(" :*") for cell in first]
    found: dict[str, list[int]] = {}
    for kind, words in HEADINGS.items():
        known = words.split("|") if "|" in words else words.split()
        places = [place for place, head in enumerate(heads) if head in known]
        if places:
            found[kind] = places[:1]
    full = [place for place, head in enumerate(heads) if head in FULL_NAMES]
    given, surname = found.pop("given", []), found.pop("surname", [])
    named = full[:1] or (given + surname if given and surname else found.get("name", given))
    return {**found, "name": named} if named else None


def _row(cells: Sequence[str], columns: dict[str, list[int]]) -> ListRow:
    def cell(kind: str) -> str:
        places = (place for place in columns.get(kind, []) if place < len(cells))
        return " ".join(text for place in places if (text := cells[place]))

    return ListRow(cell("name"), cell("group"), cell("password"))

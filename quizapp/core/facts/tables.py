"""Tables of a TOML file with the lines they stand on, checked against a list of known keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.core.facts.errors import FactFileError, FileProblem

TYPES: dict[str, str] = {
    "text": "a text in quotes",
    "number": "a whole number",
    "texts": "a list of texts",
    "numbers": "a list of whole numbers",
    "flag": "true or false",
}


@dataclass(slots=True)
class Table:
    """One `[[name]]` table: its values, the line of its head and of each of its keys."""

    file: str
    line: int
    values: dict[str, object]
    key_lines: dict[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The entry's id, "" where there is none that can be read."""
        found = self.values.get("id")
        return found if isinstance(found, str) else ""

    def problem(self, message: str, key: str = "") -> FileProblem:
        """A problem at the line of `key`, or of the table's head."""
        return FileProblem(self.file, self.key_lines.get(key, self.line), self.id, message)

    def text(self, key: str, default: str = "") -> str:
        """A text value, stripped; the default where it is missing or no text."""
        found = self.values.get(key, default)
        return found.strip() if isinstance(found, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where it is missing."""
        found = self.values.get(key, [])
        return tuple(str(item).strip() for item in found) if isinstance(found, list) else ()

    def number(self, key: str) -> int:
        """A whole number, 0 where it is missing."""
        found = self.values.get(key, 0)
        return found if isinstance(found, int) else 0


def read_document(text: str, name: str) -> dict[str, object]:
    """The document as TOML reads it. Raises FactFileError with the line where it cannot."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise FactFileError((FileProblem(name, line, "", f"this is not TOML: {error}"),)) from None


def tables(document: Mapping[str, object], text: str, name: str, head: str) -> list[Table]:
    """The `[[head]]` tables in file order, each with its lines."""
    found = document.get(head, [])
    if not isinstance(found, list):
        problem = FileProblem(name, 1, "", f"{head} must be written as [[{head}]] tables")
        raise FactFileError((problem,))
    lines = text.split("\n")
    heads = [n for n, line in enumerate(lines, 1) if _is_head(line, head)]
    result = []
    for index, values in enumerate(found):
        start = heads[index] if index < len(heads) else 1
        end = heads[index + 1] if index + 1 < len(heads) else len(lines) + 1
        result.append(Table(name, start, dict(values), _key_lines(lines, start, end)))
    return result


def check_keys(
    table: Table, known: Mapping[str, str], required: frozenset[str]
) -> list[FileProblem]:
    """Unknown keys, missing keys and values of the wrong type."""
    problems = [
        table.problem(f"unknown key {key!r}", key) for key in table.values if key not in known
    ]
    for key in sorted(required):
        if key not in table.values:
            problems.append(table.problem(f"missing key {key!r}"))
        elif table.values[key] == "":
            problems.append(table.problem(f"{key!r} is empty", key))
    for key, value in table.values.items():
        if key in known and not _fits(value, known[key]):
            problems.append(table.problem(f"{key!r} must be {TYPES[known[key]]}", key))
    return problems


def _fits(value: object, wanted: str) -> bool:
    if wanted == "text":
        return isinstance(value, str)
    if wanted == "flag":
        return isinstance(value, bool)
    if wanted == "number":
        return isinstance(value, int) and not isinstance(value, bool)
    if not isinstance(value, list):
        return False
    return all(_fits(item, "text" if wanted == "texts" else "number") for item in value)


def _is_head(line: str, head: str) -> bool:
    return line.split("#", maxsplit=1)[0].replace(" ", "").strip() == f"[[{head}]]"


def _key_lines(lines: list[str], start: int, end: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in range(start, end - 1):
        match = re.match(r"\s*([A-Za-z_]+)\s*=", lines[number])
        if match:
            found.setdefault(match[1], number + 1)
    return found

"""The file of a backup: a zip with one JSON-lines file for each table, and a manifest.

The manifest names format, program, schema, and for each table its columns, the number of its rows
and the SHA-256 of its lines. A file is believed only after all of it was read and agreed. That
finds damage and careless changes; who can write the file can also write a manifest, so a backup
is to be kept like the database itself. Nothing in it is ever run: no pickle, no SQL.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Self
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

FORMAT = 1
MANIFEST = "manifest.json"
LARGEST_MANIFEST = 1_000_000
LONGEST_LINE = 16_000_000
"""Bytes of one row; the largest column holds a text that a form of 10 MB can bring."""
UNREADABLE = (
    *(BadZipFile, zlib.error, EOFError, OSError, KeyError, TypeError, ValueError),
    *(NotImplementedError, RuntimeError),
)
"""What reading a hostile or broken zip or JSON can raise."""


class BadBackup(Exception):
    """This file cannot be restored; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table as the manifest knows it. `sha256` is of its lines, in hexadecimal."""

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself. `revision` is the schema, `made_at` an instant (UTC)."""

    revision: str
    made_at: str
    tables: tuple[TableEntry, ...]

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(table.rows for table in self.tables)

    def rows_of(self, name: str) -> int:
        """The rows of one table, 0 when it is not there."""
        return sum(table.rows for table in self.tables if table.name == name)


class Writer:
    """Writes tables one after another, then the manifest."""

    def __init__(self, file: IO[bytes], revision: str, at: datetime) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        self._revision, self._at = revision, at
        self._tables: list[TableEntry] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def add(self, name: str, columns: Iterable[str], rows: Iterable[list[Any]]) -> None:
        """Write one table."""
        digest, count = hashlib.sha256(), 0
        with self._zip.open(_info(f"{name}.jsonl"), "w", force_zip64=True) as file:
            for row in rows:
                line = json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                digest.update(line)
                file.write(line)
                count += 1
        self._tables.append(TableEntry(name, tuple(columns), count, digest.hexdigest()))

    def finish(self) -> Manifest:
        """Write the manifest and the end of the file."""
        manifest = Manifest(self._revision, self._at.isoformat(), tuple(self._tables))
        document = {"format": FORMAT, "program": "quizapp", **asdict(manifest)}
        document["digest"] = _digest(document)
        with self._zip.open(_info(MANIFEST), "w") as file:
            file.write(json.dumps(document, indent=1).encode())
        return manifest


class Reader:
    """An opened backup, of which every byte was read and agrees with the manifest.

    Raises BadBackup while it is made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with _named(path):
            self._zip = ZipFile(path)
        try:
            with _named(path):
                self.manifest = self._read_manifest()
                for table in self.manifest.tables:
                    self._verify(table)
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def rows(self, name: str) -> Iterator[list[Any]]:
        """The rows of a table in the order of writing."""
        for line in self._lines(name):
            row = json.loads(line)
            if not isinstance(row, list):
                raise BadBackup(f"{self._path}: a row of {name} is no list.")
            yield row

    def _lines(self, name: str) -> Iterator[bytes]:
        with self._zip.open(f"{name}.jsonl") as file:
            while line := file.readline(LONGEST_LINE):
                yield line

    def _read_manifest(self) -> Manifest:
        if self._zip.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
            raise BadBackup(f"{self._path}: the manifest is too large.")
        document = json.loads(self._zip.read(MANIFEST))
        digest = document.pop("digest")
        if document["program"] != "quizapp":
            raise BadBackup(f"{self._path} is no backup of quizapp.")
        if document["format"] != FORMAT:
            raise BadBackup(
                f"{self._path} was made by a newer program (format {document['format']}); "
                "restore it with that one."
            )
        if digest != _digest(document):
            raise BadBackup(f"{self._path} was changed after it was made: its manifest.")
        entries = tuple(
            TableEntry(str(one["name"]), tuple(one["columns"]), int(one["rows"]), one["sha256"])
            for one in document["tables"]
        )
        manifest = Manifest(str(document["revision"]), str(document["made_at"]), entries)
        self._check_names(manifest)
        return manifest

    def _check_names(self, manifest: Manifest) -> None:
        expected = sorted([MANIFEST, *(f"{table.name}.jsonl" for table in manifest.tables)])
        if sorted(self._zip.namelist()) != expected:
            raise BadBackup(f"{self._path} does not hold the tables that its manifest names.")

    def _verify(self, table: TableEntry) -> None:
        digest, count = hashlib.sha256(), 0
        for line in self._lines(table.name):
            digest.update(line)
            count += 1
        if (digest.hexdigest(), count) != (table.sha256, table.rows):
            raise BadBackup(f"{self._path} was changed after it was made: table {table.name}.")


def is_backup(path: Path) -> bool:
    """Whether a file looks like a backup, without reading all of it."""
    try:
        with ZipFile(path) as file:
            return MANIFEST in file.namelist()
    except (OSError, BadZipFile):
        return False


def _info(name: str) -> ZipInfo:
    """An entry with no clock in it: the same tables give the same bytes."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    return info


def _digest(document: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn whatever a broken file makes of its reader into one sentence."""
    try:
        yield
    except FileNotFoundError:
        raise BadBackup(f"There is no file {path}.") from None
    except UNREADABLE as error:
        reason = str(error) or type(error).__name__
        raise BadBackup(f"{path} is cut, broken or no backup ({reason}).") from None

"""The shipped bank at a start: read and loaded only when its files are not the ones known.

What reads and checks a bank is imported then, too: a usual start does without both.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from quizapp.services.context import Context
from quizapp.services.load_report import DIGEST, LoadReport
from quizapp.store.models import Remembered

FILES = "shipped-files"
"""Where the digest of the files that were loaded last is remembered, and of the bank in them."""


def bring_up_to_date(context: Context, folder: Path, at: datetime) -> LoadReport:
    """Load the bank of `folder` unless these very files are what the database holds already."""
    files = _digest(folder)
    with context.store.read() as connection:
        if _remembered(connection, FILES) == f"{files} {_remembered(connection, DIGEST)}":
            return LoadReport()
    from quizapp.services.bank_loading import load_bank
    from quizapp.services.banks import read_bank

    bank = read_bank(folder)
    report = load_bank(context, bank, at)

    def remember(connection: Connection) -> None:
        connection.execute(delete(Remembered).where(Remembered.name == FILES))
        connection.execute(insert(Remembered).values(name=FILES, value=f"{files} {bank.digest}"))

    context.store.transact(remember)
    return report


def _remembered(connection: Connection, name: str) -> str | None:
    value: str | None = connection.execute(
        select(Remembered.value).where(Remembered.name == name)
    ).scalar()
    return value


def _digest(folder: Path) -> str:
    """A digest over names and contents of everything that a bank is read from."""
    found = hashlib.sha256()
    parts = (folder.glob("*.toml"), folder.glob("facts/*.toml"), folder.glob("bank/*.json"))
    for file in sorted(path for paths in parts for path in paths):
        found.update(f"{file.relative_to(folder)} {file.stat().st_size}\n".encode())
        found.update(file.read_bytes())
    return found.hexdigest()

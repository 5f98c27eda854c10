"""Whether the installation can take an answer now: what is checked, and the reason in words."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from quizapp.services.context import Context
from quizapp.store import migrate

LITTLE_SPACE = 200 * 1024 * 1024
"""Bytes: below this SQLite's log or a backup may fill the disk within a school day."""
_TOUCH = text("UPDATE remembered SET value = value WHERE name = ''")  # takes the lock, changes none


@dataclass(frozen=True, slots=True)
class Readiness:
    """`reasons` why no answer can be taken; `warnings` of what will become one. Plain words."""

    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether answers can be taken."""
        return not self.reasons


def readiness(context: Context) -> Readiness:
    """Check schema, database and disk. Tells nothing that a stranger may not know."""
    reason = _database(context)
    return Readiness((reason,) if reason else (), _disk(context))


def _database(context: Context) -> str:
    try:
        revision = migrate.current(context.store)
    except migrate.NewerDatabase:
        return "the database is newer than this program"
    except SQLAlchemyError:
        return "the database does not answer"
    if revision != migrate.head():
        return "the database is older than this program: it must be migrated (quizapp db upgrade)"
    try:
        context.store.execute(_TOUCH)
    except SQLAlchemyError:
        return "the database cannot be written"
    return ""


def _disk(context: Context) -> tuple[str, ...]:
    try:
        free = shutil.disk_usage(context.settings.data_dir).free
    except OSError:
        return ("the data folder cannot be looked at",)
    if free >= LITTLE_SPACE:
        return ()
    return (f"only {free // 1_048_576} MB are free on the disk of the data folder",)

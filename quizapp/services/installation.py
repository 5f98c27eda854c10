"""Getting an installation ready: folder, database, migrations, shipped bank."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from quizapp.services.backups import CannotBackUp, is_damage, keep_aside
from quizapp.services.context import Context, load_secret
from quizapp.services.load_report import LoadReport
from quizapp.services.questions_folder import questions_folder
from quizapp.services.shipped import bring_up_to_date
from quizapp.settings import Settings
from quizapp.store import migrate
from quizapp.store.engine import Store, make_engine


class CannotStart(Exception):
    """The installation cannot be used as it is; the message says why and what to do."""


def check_folder(folder: Path) -> None:
    """Make the data folder. Raises CannotStart when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        raise CannotStart(
            f"The data folder {folder} cannot be written ({error.strerror}). "
            "Choose another one with --data, or change its permissions."
        ) from None


def open_store(settings: Settings, at: datetime) -> Store:
    """A store whose database is up to date; an older one is backed up before it is migrated.

    Raises CannotStart when the database is newer than the program or does not answer.
    """
    check_folder(settings.data_dir)
    store = Store(make_engine(settings))
    try:
        revision = migrate.current(store)
        if revision is not None and revision != migrate.head():
            keep_aside(store, settings.data_dir / "backups", f"before-{migrate.head()}", at)
        migrate.upgrade(store)
    except (migrate.NewerDatabase, CannotBackUp) as error:
        store.close()
        raise CannotStart(str(error)) from None
    except (DBAPIError, sqlite3.DatabaseError) as error:
        store.close()
        raise CannotStart(reason_of(error)) from None
    return store


def is_new(settings: Settings) -> bool:
    """Whether the database is a file that nothing has been written to yet."""
    file = _file_of(settings)
    return file is not None and not (file.is_file() and file.stat().st_size)


def _file_of(settings: Settings) -> Path | None:
    """SQLite's file, None for another database."""
    name = make_url(settings.url).database if settings.url.startswith("sqlite") else None
    return Path(name) if name else None


def existing_store(settings: Settings) -> Store:
    """A store on the database as it is, neither made nor migrated.

    Raises CannotStart when there is none, or NewerDatabase.
    """
    file = _file_of(settings)
    if file is not None and not file.is_file():
        raise CannotStart(f"There is no database {file}; name its folder with --data.")
    store = Store(make_engine(settings))
    try:
        migrate.current(store)
    except BaseException:
        store.close()
        raise
    return store


def reason_of(error: Exception) -> str:
    """One sentence for what a database or a file system had against being used."""
    if is_damage(error):
        return (
            "The database file is damaged or is none. Put a backup in its place with "
            "`quizapp restore FILE`; the damaged file is kept."
        )
    said = " ".join(str(getattr(error, "orig", None) or error).split()).rstrip(".")
    return f"The database cannot be used: {said}."


def prepare(settings: Settings, at: datetime) -> tuple[Context, LoadReport]:
    """Everything that a server or a command needs, with the shipped bank loaded."""
    store = open_store(settings, at)
    context = Context(store, load_secret(settings), settings)
    report = bring_up_to_date(context, questions_folder(), at)
    if not report.nothing:
        store.learn_sizes()
    return context, report

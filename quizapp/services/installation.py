"""Getting an installation ready: folder, database, migrations, shipped bank."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import OperationalError

from quizapp.services.bank_loading import LoadReport, load_bank
from quizapp.services.banks import read_bank
from quizapp.services.context import Context, load_secret
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
    """A store whose database is up to date; an older one is copied aside before it is migrated.

    Raises CannotStart when the database is newer than the program or does not answer.
    """
    check_folder(settings.data_dir)
    store = Store(make_engine(settings))
    try:
        revision = migrate.current(store)
        if revision is not None and revision != migrate.head() and store.is_sqlite:
            copy_aside(store, settings.data_dir / "backups", f"before-{migrate.head()}", at)
        migrate.upgrade(store)
    except migrate.NewerDatabase as error:
        raise CannotStart(str(error)) from None
    except OperationalError as error:
        raise CannotStart(f"The database cannot be opened: {error.orig}.") from None
    return store


def copy_aside(store: Store, folder: Path, label: str, at: datetime) -> Path:
    """A consistent copy of the SQLite database in `folder`; the path of the copy."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{at:%Y%m%dT%H%M%S}-{label}.sqlite3"
    with (
        closing(sqlite3.connect(str(store.engine.url.database))) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
    return target


def prepare(settings: Settings, at: datetime) -> tuple[Context, LoadReport]:
    """Everything that a server or a command needs, with the shipped bank loaded."""
    store = open_store(settings, at)
    context = Context(store, load_secret(settings), settings)
    return context, load_bank(context, read_bank(), at)

"""Backups while serving, and the way back.

A backup is one moment of the whole database, taken in one reading transaction, in a file that
fits SQLite and PostgreSQL alike (`backup_files`). Signed-in browsers and one-time codes are left
out: a restore must not sign in who signed out. The key file is not in it either; without it forms
that stand open on screens have to be loaded anew, nothing else.

A restore believes a file only when every byte agrees with the manifest and its schema is known.
It then works in one writing transaction, which other processes wait for: the database as it was
is kept aside as a backup, tables are made in the backup's schema, filled, and migrated to this
program's. Any failure leaves the database as it was. A guest comes back without the browser that
was known: the session is not kept, and a cookie of before the first answer, which may have been
claimed or have expired since, opens nothing. People who were erased after the backup was made are
in it again; `own_data.erase_listed` erases them anew.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, create_engine, make_url, update
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError
from sqlalchemy.pool import StaticPool

from quizapp.services.accounts import audit
from quizapp.services.backup_files import BadBackup, Manifest, Reader, Writer, is_backup
from quizapp.settings import Settings
from quizapp.store import archive, migrate
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import User

NOT_KEPT = frozenset({"login_sessions", "one_time_codes", "limits"})
"""Tables whose rows stay out of backups: what was used up or ended must not come back."""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class CannotBackUp(Exception):
    """The backup could not be written; the message says why in one sentence."""


class Unreadable(CannotBackUp):
    """The database holds values that cannot be read as what they should be."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. `aside` is where the database before it lies, None if there was none."""

    manifest: Manifest
    aside: Path | None


def back_up(store: Store, target: Path, at: datetime) -> Manifest:
    """Write a backup of the database to `target`, while others go on writing.

    The file is there only when it is whole and on disk. An older backup of this name is replaced,
    anything else is not. Raises CannotBackUp.
    """
    if target.exists() and not is_backup(target):
        raise CannotBackUp(f"{target} is there already and is no backup; choose another name.")
    with archive.snapshot(store) as connection:
        return _write(connection, target, at)


def _write(connection: Connection, target: Path, at: datetime) -> Manifest:
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with _private(part) as file:
            manifest = _pack(connection, file, at)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise CannotBackUp(f"{target} cannot be written ({error.strerror}).") from None
    except ValueError as error:
        raise Unreadable(
            f"The database holds something unreadable ({error}); see `quizapp check`."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _private(path: Path) -> IO[bytes]:
    """A new file that only its owner may read: it holds everybody's answers."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _settle(folder: Path) -> None:
    """Make the new name in a folder survive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _pack(connection: Connection, file: IO[bytes], at: datetime) -> Manifest:
    revision = migrate.revision_on(connection)
    if revision is None:
        raise CannotBackUp("The database is empty: there is nothing to back up.")
    with Writer(file, revision, at) as writer:
        for table in archive.tables(connection):
            if table.name not in NOT_KEPT:
                names = [column.name for column in table.columns]
                writer.add(table.name, names, archive.rows(connection, table))
        return writer.finish()


def keep_aside(store: Store, folder: Path, label: str, at: datetime) -> Path:
    """A backup of the database in `folder`, named by instant and label; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, f"{at:%Y%m%dT%H%M%S}-{label}", ".zip")
    back_up(store, target, at)
    return target


def _free_name(folder: Path, stem: str, ending: str) -> Path:
    target, number = folder / f"{stem}{ending}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}{ending}"
    return target


def restore(settings: Settings, path: Path, at: datetime) -> Restored:
    """Put the database of a backup in the place of the current one, which is kept aside.

    Raises BadBackup for a file that is broken, changed, foreign or of a schema that this program
    does not know, before anything is touched; and for one that its own schema refuses, with
    everything as it was.
    """
    with Reader(path) as reader:
        _check_schema(path, reader.manifest)
        try:
            return Restored(reader.manifest, _replace(settings, reader, at))
        except (DBAPIError, sqlite3.DatabaseError) as error:
            if not is_damage(error):
                raise
        aside = _move_aside(settings, at)
        _replace(settings, reader, at)
        return Restored(reader.manifest, aside)


def is_damage(error: Exception) -> bool:
    """Whether an error says that an SQLite file is damaged or no database at all."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    return getattr(origin, "sqlite_errorcode", None) in DAMAGED


def _check_schema(path: Path, manifest: Manifest) -> None:
    if not migrate.knows(manifest.revision):
        raise BadBackup(
            f"{path} has the schema '{manifest.revision}', which this program does not know; "
            "restore it with the program that made it, or a newer one."
        )
    columns = {table.name: frozenset(table.columns) for table in manifest.tables}
    if columns != _columns_at(manifest.revision):
        raise BadBackup(f"{path} does not have the tables of its schema '{manifest.revision}'.")


@cache
def _columns_at(revision: str) -> dict[str, frozenset[str]]:
    """Tables and their columns at a revision, found by making that schema in memory, once."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        migrate.apply(connection, revision)
        found = {
            table.name: frozenset(column.name for column in table.columns)
            for table in archive.tables(connection)
            if table.name not in NOT_KEPT
        }
    engine.dispose()
    return found


def _replace(settings: Settings, reader: Reader, at: datetime) -> Path | None:
    """The one transaction of a restore; where the database before it was put."""
    store = Store(make_engine(settings))
    try:
        with store.write() as connection:
            archive.hold_writers(connection)
            aside = _aside(store, connection, settings.data_dir / "backups", at)
            archive.drop_everything(connection)
            _load(connection, reader, at)
        return aside
    finally:
        store.close()


def _aside(store: Store, connection: Connection, folder: Path, at: datetime) -> Path | None:
    if migrate.revision_on(connection) is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{at:%Y%m%dT%H%M%S}-before-restore"
    target = _free_name(folder, stem, ".zip")
    try:
        _write(connection, target, at)
    except Unreadable:
        if not store.is_sqlite:
            raise
        target = _free_name(folder, stem, ".sqlite3")
        _copy_file(str(store.engine.url.database), target)
    return target


def _copy_file(path: str, target: Path) -> None:
    """The SQLite file as it is, for a database whose rows cannot be read any more."""
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def _move_aside(settings: Settings, at: datetime) -> Path:
    """Put a damaged SQLite file and what belongs to it into a folder among the backups."""
    path = Path(str(make_url(settings.url).database))
    folder = _free_name(settings.data_dir / "backups", f"{at:%Y%m%dT%H%M%S}-damaged", "")
    folder.mkdir(parents=True)
    for ending in ("", "-wal", "-shm"):
        found = path.with_name(path.name + ending)
        if found.exists():
            shutil.move(found, folder / found.name)
    return folder


def _load(connection: Connection, reader: Reader, at: datetime) -> None:
    manifest = reader.manifest
    try:
        archive.late_references(connection)
        migrate.apply(connection, manifest.revision)
        columns = {table.name: table.columns for table in manifest.tables}
        for table in archive.tables(connection):
            if table.name not in NOT_KEPT:
                archive.fill(connection, table, columns[table.name], reader.rows(table.name))
                archive.count_on(connection, table)
        archive.prove_references(connection)
        migrate.apply(connection)
        connection.execute(update(User).values(guest_key=None))
    except (StatementError, TypeError, ValueError, RecursionError) as error:
        if isinstance(error, OperationalError) or is_damage(error):
            raise
        reason = " ".join(str(getattr(error, "orig", error)).split())
        raise BadBackup(f"The backup does not fit its own schema: {reason}.") from None
    detail = {"made_at": manifest.made_at, "revision": manifest.revision, "rows": manifest.rows}
    audit(connection, at, None, "database.restored", "backup", "", **detail)

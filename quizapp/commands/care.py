"""`quizapp backup`, `restore` and `check`: looking after the data, also while serving."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.commands.shared import (
    FILE,
    data_option,
    fail,
    json_option,
    print_json,
    settings_with,
)

if TYPE_CHECKING:
    from quizapp.services.checking import Report
    from quizapp.store.engine import Store


@contextmanager
def _clear_words() -> Iterator[None]:
    """One sentence for whatever a database can have against being used."""
    from sqlalchemy.exc import SQLAlchemyError

    from quizapp.services.backup_files import BadBackup
    from quizapp.services.backups import CannotBackUp
    from quizapp.services.checking import OtherSchema
    from quizapp.services.installation import CannotStart, reason_of
    from quizapp.store.migrate import NewerDatabase

    try:
        yield
    except (BadBackup, CannotBackUp, CannotStart, NewerDatabase, OtherSchema) as error:
        fail(str(error))
    except (SQLAlchemyError, OSError) as error:
        fail(reason_of(error))


@contextmanager
def _opened(data: Path | None) -> Iterator[Store]:
    """The database as it is: neither made nor migrated."""
    from quizapp.services.installation import existing_store

    with _clear_words():
        store = existing_store(settings_with(data))
        try:
            yield store
        finally:
            store.close()


@click.command()
@click.argument("file", type=FILE)
@data_option
def backup(file: Path, data: Path | None) -> None:
    """Write the whole database to FILE, also while serving."""
    from quizapp.services.backups import back_up

    with _opened(data) as store:
        manifest = back_up(store, file, datetime.now(UTC))
    answers = manifest.rows_of("answers")
    click.echo(f"{file} holds {manifest.rows} rows, {answers} answers among them.")


@click.command()
@click.argument("file", type=FILE)
@data_option
def restore(file: Path, data: Path | None) -> None:
    """Put the database of a backup in place of the current one, which is kept aside."""
    from quizapp.services.backups import restore as put_back
    from quizapp.services.context import Context, load_secret
    from quizapp.services.installation import check_folder
    from quizapp.services.own_data import erase_listed
    from quizapp.store import migrate

    settings = settings_with(data)
    with _clear_words():
        check_folder(settings.data_dir)
        done = put_back(settings, file, datetime.now(UTC))
    answers = done.manifest.rows_of("answers")
    click.echo(f"Restored as of {done.manifest.made_at}: {answers} answers.")
    if done.aside is not None:
        click.echo(f"The database as it was before is kept as {done.aside}.")
    with _opened(data) as store:
        if migrate.current(store) == migrate.head():  # an older one is migrated by the next start
            context = Context(store, load_secret(settings), settings)
            erased = erase_listed(context, datetime.now(UTC))
            click.echo(f"Erased again, because erased after the backup: {erased}.")
    click.echo("Everybody signs in anew.")


@click.command()
@json_option
@data_option
def check(*, as_json: bool, data: Path | None) -> None:
    """Prove that everything derived equals its rebuild; name what does not."""
    from quizapp.services.checking import check as check_data

    with _opened(data) as store:
        report = check_data(store, datetime.now(UTC))
    if as_json:
        print_json(report.as_json())
    else:
        _tell(report)
    sys.exit(1 if report.findings else 0)


def _tell(report: Report) -> None:
    for finding in report.findings:
        click.echo(f"{finding.code} {finding.table} {finding.row}: {finding.what}")
        click.echo(f"    {finding.cure}")
    if report.left_out:
        click.echo(f"... and {report.left_out} more of the same kinds")
    counted = ", ".join(f"{number} {name}" for name, number in report.proven.items())
    found = len(report.findings) + report.left_out
    click.echo(f"{counted}: {'all is as it should be' if not found else f'{found} found'}.")

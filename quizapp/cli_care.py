"""`quizapp backup`, `restore` and `check`: looking after the data, also while serving."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from quizapp.services.checking import Report
    from quizapp.settings import Settings
    from quizapp.store.engine import Store

FILE = click.Path(path_type=Path, dir_okay=False)
data_option = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), help="Folder of the database."
)


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(2)


def _settings(data: Path | None) -> Settings:
    from quizapp.cli import settings_with

    return settings_with(data)


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
        _fail(str(error))
    except (SQLAlchemyError, OSError) as error:
        _fail(reason_of(error))


@contextmanager
def _opened(data: Path | None) -> Iterator[Store]:
    """The database as it is: neither made nor migrated."""
    from quizapp.services.installation import existing_store

    with _clear_words():
        store = existing_store(_settings(data))
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
    from quizapp.services.installation import check_folder

    settings = _settings(data)
    with _clear_words():
        check_folder(settings.data_dir)
        done = put_back(settings, file, datetime.now(UTC))
    answers = done.manifest.rows_of("answers")
    click.echo(f"Restored as of {done.manifest.made_at}: {answers} answers.")
    if done.aside is not None:
        click.echo(f"The database as it was before is kept as {done.aside}.")
    click.echo("Everybody signs in anew. Who was erased after the backup is in it again.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@data_option
def check(*, as_json: bool, data: Path | None) -> None:
    """Prove that everything derived equals its rebuild; name what does not."""
    from quizapp.services.checking import check as check_data

    with _opened(data) as store:
        report = check_data(store, datetime.now(UTC))
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
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

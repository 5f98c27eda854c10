"""`quizapp db ...`: the database's schema."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizapp.commands.shared import data_option, fail, opened


@click.group()
def db() -> None:
    """The database's schema."""


@db.command("upgrade")
@data_option
def db_upgrade(data: Path | None) -> None:
    """Migrate to this program's schema."""
    from quizapp.store import migrate

    click.echo(f"The database is at {migrate.current(opened(data).store)}.")


@db.command("downgrade")
@click.argument("revision", default="-1")
@data_option
def db_downgrade(revision: str, data: Path | None) -> None:
    """Migrate one step down, or to REVISION ("base": empty)."""
    from alembic.util import CommandError

    from quizapp.store import migrate

    store = opened(data).store
    try:
        migrate.downgrade(store, revision)
    except CommandError as error:
        fail(f"{error}.")
    click.echo(f"The database is at {migrate.current(store) or 'base'}.")


@db.command("check")
@data_option
def db_check(data: Path | None) -> None:
    """Fail if models and migrations differ."""
    from quizapp.store import migrate

    differences = migrate.differences(opened(data).store)
    for difference in differences:
        click.echo(difference)
    click.echo("Models and migrations agree." if not differences else "They differ.")
    sys.exit(1 if differences else 0)

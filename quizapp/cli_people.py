"""`quizapp user reset`: the way back in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command("reset")
@click.argument("name")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder of the database and the key.",
)
def user_reset(name: str, data: Path | None) -> None:
    """Print a one-time code with which NAME sets a new password within 24 hours."""
    from quizapp.cli import fail, opened
    from quizapp.services.codes import make_for
    from quizapp.services.context import NotFound

    try:
        made = make_for(opened(data), name, datetime.now(UTC))
    except NotFound:
        fail(f"There is nobody called {name}.")
    click.echo(made.code)
    click.echo(
        f"{made.name} opens /account/code and sets a new password with it, "
        f"once, until {made.until:%Y-%m-%d %H:%M} UTC.",
        err=True,
    )

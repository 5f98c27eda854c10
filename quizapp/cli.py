"""The command line, put together. Heavy imports happen inside the commands: --help is quick."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

import click

from quizapp.commands.bank import bank
from quizapp.commands.care import backup, check, restore
from quizapp.commands.database import db
from quizapp.commands.facts import facts
from quizapp.commands.people import classroom, user
from quizapp.commands.records import answers, schedule
from quizapp.commands.shared import data_option, fail, settings_with
from quizapp.commands.worker import worker


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name=None, version="0.1.0", prog_name="quizapp")
@click.pass_context
def commands(context: click.Context) -> None:
    """Quizzes and flashcards that a school runs by itself. Without a command: start."""
    if context.invoked_subcommand is None:
        context.invoke(start)


@commands.command()
@click.option("--host", help="Address to listen on (127.0.0.1).")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to listen on (8000); 0 picks one."
)
@click.option("--lan", is_flag=True, help="Serve the local network: print address and QR code.")
@data_option
def start(host: str | None, port: int | None, data: Path | None, *, lan: bool) -> None:
    """Serve: migrate the database, load the shipped bank, print the address."""
    gc.disable()  # a sixth of the time of the imports; the server enables it before it serves
    from quizapp.services.installation import CannotStart
    from quizapp.serving import serve

    try:
        serve(settings_with(data, host=host, port=port), lan=lan)
    except CannotStart as error:
        fail(str(error))


for command in (
    db,
    bank,
    facts,
    user,
    classroom,
    answers,
    schedule,
    backup,
    restore,
    check,
    worker,
):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the commands; the exit code."""
    given = None if arguments is None else list(arguments)
    try:
        commands.main(args=given, prog_name="quizapp")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except Exception as error:
        # locked, full or gone; SQLAlchemy is not imported only to name its errors
        if not type(error).__module__.startswith("sqlalchemy."):
            raise
        from quizapp.services.installation import reason_of

        click.echo(reason_of(error), err=True)
        return 2

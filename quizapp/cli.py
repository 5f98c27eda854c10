"""The command line. Heavy imports happen inside the commands, so that --help is quick."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from quizapp.cli_people import user_reset

if TYPE_CHECKING:
    from quizapp.services.context import Context
    from quizapp.settings import Settings

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)


def fail(message: str) -> NoReturn:
    """One clear sentence on standard error, exit 2."""
    click.echo(message, err=True)
    sys.exit(2)


def print_json(document: Any) -> None:
    """Exactly one JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def settings_with(data: Path | None = None, **changes: Any) -> Settings:
    """The environment's settings with the options given on the command line."""
    from quizapp.settings import SettingsError, read_settings

    try:
        settings = read_settings()
    except SettingsError as error:
        fail(str(error))
    given = {name: value for name, value in changes.items() if value is not None}
    if data is not None:
        given["data_dir"] = data
    return replace(settings, **given)


def opened(data: Path | None) -> Context:
    """The installation's context with an up-to-date database."""
    from quizapp.services.context import Context, load_secret
    from quizapp.services.installation import CannotStart, open_store

    settings = settings_with(data)
    try:
        store = open_store(settings, datetime.now(UTC))
    except CannotStart as error:
        fail(str(error))
    return Context(store, load_secret(settings), settings)


data_option = click.option("--data", type=FOLDER, help="Folder of the database and the key.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")


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
    from quizapp.services.installation import CannotStart
    from quizapp.serving import serve

    try:
        serve(settings_with(data, host=host, port=port), lan=lan)
    except CannotStart as error:
        fail(str(error))


@commands.group()
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


@commands.group()
def user() -> None:
    """People."""


@user.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice(["student", "teacher", "admin"]), default="student")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@data_option
def user_add(name: str, role: str, *, password_stdin: bool, data: Path | None) -> None:
    """Make an account for NAME; the password is prompted for, or read from standard input."""
    from quizapp.services.accounts import NewAccount, create
    from quizapp.services.context import Refused

    context = opened(data)
    password = (
        sys.stdin.readline().rstrip("\r\n")
        if password_stdin
        else click.prompt("Password", hide_input=True, confirmation_prompt=True)
    )
    settings = context.settings
    account = NewAccount(name, password, settings.language, settings.time_zone, role)
    try:
        create(context, account, datetime.now(UTC))
    except Refused as error:
        fail(f"{error.code.replace('_', ' ').capitalize()}.")
    click.echo(f"{name} can sign in.")


user.add_command(user_reset)


@commands.group()
def classroom() -> None:
    """Classrooms."""


@classroom.command("add")
@click.argument("name")
@click.option("--teacher", required=True, help="Name of the teacher who owns it.")
@data_option
def classroom_add(name: str, teacher: str, data: Path | None) -> None:
    """Make a classroom and print its join code."""
    from quizapp.services.administration import add_classroom
    from quizapp.services.context import NotFound, Refused

    context = opened(data)
    try:
        click.echo(add_classroom(context, teacher, name, datetime.now(UTC)))
    except NotFound:
        fail(f"There is no teacher called {teacher}.")
    except Refused as error:
        fail(f"{error.code.replace('_', ' ').capitalize()}.")


@commands.group()
def answers() -> None:
    """Stored answers."""


@answers.command("export")
@json_option
@data_option
def answers_export(*, as_json: bool, data: Path | None) -> None:
    """Every stored answer with learner, key, instant and verdict."""
    from quizapp.services.answers import export

    document = export(opened(data))
    if as_json:
        print_json(document)
    else:
        for row in document["answers"]:
            click.echo(f"{row['at']} {row['learner']} {row['question']} {row['outcome']}")


@commands.group()
def schedule() -> None:
    """The memory model by itself."""


@schedule.command("replay")
@click.argument("file", type=FILE)
@json_option
def schedule_replay(file: Path, *, as_json: bool) -> None:
    """Replay review histories from FILE: memory states and due instants as JSON."""
    from quizapp.services.schedule import ScheduleError, replay_file

    del as_json  # JSON is the only form
    try:
        print_json(replay_file(json.loads(file.read_text("utf-8"))))
    except (OSError, ValueError, ScheduleError) as error:
        fail(f"{file}: {error}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the commands; the exit code."""
    from quizapp.cli_bank import bank
    from quizapp.cli_care import backup, check, restore
    from quizapp.cli_facts import facts

    for command in (bank, facts, backup, restore, check):
        commands.add_command(command)
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

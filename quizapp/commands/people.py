"""`quizapp user ...` and `quizapp classroom ...`: people and their classes."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from quizapp.commands.shared import data_option, fail, opened


@click.group()
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


@user.command("reset")
@click.argument("name")
@data_option
def user_reset(name: str, data: Path | None) -> None:
    """Print a one-time code with which NAME sets a new password within 24 hours."""
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


@click.group()
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

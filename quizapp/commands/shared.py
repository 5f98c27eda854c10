"""What the commands share: one sentence for a failure, one JSON document, the data folder."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

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

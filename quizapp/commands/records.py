"""`quizapp answers ...` and `quizapp schedule ...`: what was answered, and the memory model."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quizapp.commands.shared import FILE, data_option, fail, json_option, opened, print_json


@click.group()
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


@click.group()
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

"""`quizapp facts ...`: from a text to candidates for facts."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.commands.shared import fail, json_option, print_json


@click.group()
def facts() -> None:
    """Facts and where they come from."""


@facts.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def extract(file: Path, *, as_json: bool) -> None:
    """Find candidates for facts in FILE: a text in English or Spanish, UTF-8, up to 5 MB."""
    from quizapp.services import extraction

    try:
        found = extraction.extract_file(file)
    except extraction.UnreadableText as error:
        fail(str(error))
    if as_json:
        print_json(extraction.as_json(found))
        return
    for one in found.candidates:
        value = " ".join(part for part in (one.approx, one.value, one.unit) if part)
        needs = "  (needs " + ", ".join(one.needs) + ")" if one.needs else ""
        click.echo(f"{one.paragraph:>4}  {one.kind:<11}  {value}  |  {one.subject}{needs}")
    click.echo(f"{len(found.candidates)} candidates, {len(found.dropped)} lines dropped")

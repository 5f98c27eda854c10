"""`quizapp worker`: jobs in a process of their own."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.commands.shared import data_option, opened


@click.command()
@data_option
def worker(data: Path | None) -> None:
    """Read the texts that teachers gave, until told to stop (for several server processes)."""
    from datetime import UTC, datetime

    from quizapp.jobs.worker import Worker
    from quizapp.serving import ended_by_signal

    context = opened(data)
    with ended_by_signal():
        click.echo("Working on jobs")
        Worker(context, lambda: datetime.now(UTC)).run()

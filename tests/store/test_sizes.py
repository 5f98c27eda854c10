"""A database that was just filled is planned for as it is, not as it was when empty."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from quizapp.services.installation import prepare
from quizapp.settings import Settings
from tests.world import NOON


def known_questions(settings: Settings, at: datetime) -> tuple[float, int]:
    """How many questions the planner believes in after a first start, and how many there are."""
    context, report = prepare(settings, at)
    assert report.added
    believed = text("SELECT reltuples FROM pg_class WHERE relname = 'questions'")
    with context.store.read() as connection:
        planned = connection.execute(believed).scalar_one()
        there = connection.execute(text("SELECT count(*) FROM questions")).scalar_one()
    context.store.close()
    return planned, there


def test_postgresql_knows_the_bank_after_the_first_start(
    postgresql_url: str, tmp_path: Path
) -> None:
    planned, there = known_questions(Settings(database_url=postgresql_url, data_dir=tmp_path), NOON)
    assert there > 1000
    assert planned == there

"""What the next question costs SQLite, counted in steps of its machine: no clock, no luck."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from quizapp.services import study
from quizapp.services.installation import prepare
from quizapp.services.study import Submission
from quizapp.settings import Settings
from quizapp.store.driver import driver_of
from quizapp.store.engine import Store
from tests.world import NOON, person

STEPS_A_COUNT = 100
MOST = 120_000
"""Steps for one question of the shipped bank; looking through all questions for each of its facts
takes some millions of them, 60 ms."""


class Steps:
    """The steps that a store's one connection takes."""

    def __init__(self, store: Store) -> None:
        self.taken = 0
        with store.look() as connection:
            driver = driver_of(connection)
        driver.set_progress_handler(self._count, STEPS_A_COUNT)

    def _count(self) -> int:
        self.taken += STEPS_A_COUNT
        return 0


def test_the_next_question_looks_at_each_fact_once(tmp_path: Path) -> None:
    context = prepare(Settings(data_dir=tmp_path), NOON)[0]
    ann = person(context, "Ann")
    steps, at = Steps(context.store), NOON
    for _ in range(4):
        steps.taken, at = 0, at + timedelta(seconds=20)
        asked = study.ask(context, ann, at)
        assert asked is not None
        assert 1000 < steps.taken < MOST
        study.answer(context, ann, Submission(asked.key, asked.version, dont_know=True), "en", at)
    context.store.close()

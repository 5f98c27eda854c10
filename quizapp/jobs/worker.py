"""The worker: does one job after the other until it is told to stop.

Between jobs it submits the attempts at quizzes whose time is over. What reads a text is imported
when the first job is there: most servers never get one.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from quizapp.services import quizzes
from quizapp.services.context import Context
from quizapp.services.sources import bell
from quizapp.services.sources.leases import Claim, claim

log = logging.getLogger("quizapp")
LOOK_AGAIN_S = 1.0
"""Seconds between two looks: somebody else's job may be free by now, or come from elsewhere."""


SWEEP_AGAIN_S = 10.0
"""Seconds between two looks for attempts whose time is over: whoever looks sooner does the same."""


class Worker:
    """Works on jobs in the thread that calls `run`, or in one of its own after `start`."""

    def __init__(self, context: Context, clock: Callable[[], datetime]) -> None:
        self._context = context
        self._clock = clock
        self._name = secrets.token_hex(16)
        self._stopped = threading.Event()
        self._swept = 0.0

    def start(self) -> None:
        """Begin in a thread that ends with the process."""
        threading.Thread(target=self.run, name="jobs", daemon=True).start()

    def stop(self) -> None:
        """End after the job at hand."""
        self._stopped.set()
        bell.ring()

    def run(self) -> None:
        """Work until stopped. A database that is away for a while is waited for."""
        while not self._stopped.is_set():
            try:
                self._sweep()
                held = claim(self._context, self._name, self._clock())
                if held is not None:
                    self._work_on(held)
                    continue
            except SQLAlchemyError:
                log.exception("the database did not take a job's step")
            bell.wait(LOOK_AGAIN_S)

    def _work_on(self, held: Claim) -> None:
        from quizapp.services.sources.proposers import proposer_for
        from quizapp.services.sources.running import work_on

        work_on(self._context, self._clock, held, proposer_for(self._context.settings))

    def _sweep(self) -> None:
        """Submit attempts whose time is over, and release results that are due, now and then."""
        if time.monotonic() - self._swept >= SWEEP_AGAIN_S:
            self._swept = time.monotonic()
            quizzes.sweep(self._context, self._clock())

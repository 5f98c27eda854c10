"""Answers that wait for the same turn are stored in one transaction: one wait for the disk.

To be durable a transaction waits some milliseconds until the disk has it, longer than it computes.
Whoever comes meanwhile is stored together with the next one, and told so when the disk has all.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy.exc import DBAPIError

from quizapp.store.computing import Turns
from quizapp.store.driver import Direct, Hot, on_driver
from quizapp.store.turns import WAIT_S, TooLong, TryAgain

Work = Callable[[Hot], Any]


class _Job:
    """One work: its value or its error when it is done."""

    __slots__ = ("done", "error", "leads", "value", "woken", "work")

    def __init__(self, work: Work, *, leads: bool) -> None:
        self.work, self.leads, self.done = work, leads, False
        self.value: Any = None
        self.error: Exception | None = None
        self.woken = None if leads else threading.Event()

    def end(self, error: Exception | None) -> None:
        """It is stored, or not."""
        self.error, self.done = self.error or error, True
        if self.woken is not None:
            self.woken.set()

    def outcome(self) -> Any:
        """What the work returned. Raises what it raised."""
        if self.error is not None:
            raise self.error
        return self.value


class Together:
    """The works that wait, and who runs them: the first that came since the last were taken."""

    def __init__(self, writing: Callable[[], AbstractContextManager[Direct]], turns: Turns) -> None:
        self._writing, self._turns = writing, turns
        self._lock = threading.Lock()
        self._waiting: list[_Job] = []
        self._led = False

    def run(self, work: Work) -> Any:
        """Run `work` in a transaction, alone or with others; return when it is durable.

        An exception of one undoes what that one did and nothing of the others. Then all are run
        once more, so a work leaves nothing behind but what it stores.
        """
        job = self._join(work)
        if job.woken is not None and not self._woken(job.woken) and self._left(job):
            raise TooLong
        if job.leads and not job.done:
            self._lead()
        return job.outcome()

    def _woken(self, event: threading.Event) -> bool:
        with self._turns.aside():
            return event.wait(WAIT_S)

    def waiting(self) -> int:
        """How many works nobody has begun yet."""
        with self._lock:
            return len(self._waiting)

    def _join(self, work: Work) -> _Job:
        with self._lock:
            job = _Job(work, leads=not self._led)
            self._led = True
            self._waiting.append(job)
        return job

    def _left(self, job: _Job) -> bool:
        """Whether it need not be waited for: not done, and nobody waits for it to lead."""
        with self._lock:
            if job in self._waiting and not job.leads:
                self._waiting.remove(job)
            return not job.done and not job.leads

    def _take(self) -> list[_Job]:
        with self._lock:
            jobs, self._waiting = self._waiting, []
        return jobs

    def _lead(self) -> None:
        jobs: list[_Job] = []
        failed: Exception | None = TryAgain("who stored for all was interrupted")
        try:
            with self._writing() as connection:
                jobs = self._take()
                _store(connection, jobs)
                with self._turns.aside():
                    on_driver(connection, "COMMIT")
            failed = None
        except Exception as error:  # noqa: BLE001 - each of those who wait gets it
            failed = error
        finally:
            for job in jobs or self._take():
                job.end(failed)
            self._hand_over()

    def _hand_over(self) -> None:
        with self._lock:
            self._led = bool(self._waiting)
            if self._led:
                first = self._waiting[0]
                first.leads = True
                if first.woken is not None:
                    first.woken.set()


def _store(connection: Direct, jobs: list[_Job]) -> None:
    """All of them at once, which nearly always goes well; else each anew and apart."""
    if len(jobs) == 1:
        jobs[0].value = jobs[0].work(connection)
        return
    on_driver(connection, "SAVEPOINT every")
    try:
        for job in jobs:
            job.value = job.work(connection)
    except Exception as error:  # noqa: BLE001 - whose it is shows when each is stored apart
        _undo(connection, "every", error)
        for job in jobs:
            _apart(connection, job)
    on_driver(connection, "RELEASE every")


def _apart(connection: Direct, job: _Job) -> None:
    on_driver(connection, "SAVEPOINT one")
    try:
        job.value = job.work(connection)
    except Exception as error:  # noqa: BLE001 - raised where the work came from
        job.error = error
        _undo(connection, "one", error)
    on_driver(connection, "RELEASE one")


def _undo(connection: Direct, name: str, error: Exception) -> None:
    try:
        on_driver(connection, f"ROLLBACK TO {name}")
    except DBAPIError:  # SQLite gave the whole transaction up: a full disk, a failing one
        raise error from None

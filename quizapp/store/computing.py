"""Who computes: one request at a time, as long as each is short.

Python computes in one thread at a time anyway. Threads that all want to be it hand it to each
other at every statement, some seventy times for an answer, and a fourth of the processor goes
into that (64 writers: 300 answers a second, 350 where the threads take turns). So a request waits
for its turn, gives it up while it waits for the disk or for others, and computes beside one that
takes long.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LONG_S = 0.03
"""A request that computes for longer is not waited for: a report, a password, an upload."""


class Turns:
    """The turn to compute. Whoever does not get it soon goes on without."""

    def __init__(self, long_s: float = LONG_S) -> None:
        self._long_s = long_s
        self._lock = threading.Lock()
        self._since = 0.0
        self._holder = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Compute, when possible while no other does."""
        self._take()
        try:
            yield
        finally:
            self._give()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Wait for something: whoever has the turn gives it up until then."""
        had = self._give()
        try:
            yield
        finally:
            if had:
                self._take()

    def _take(self) -> None:
        free = self._lock.acquire(blocking=False)
        if not free and time.monotonic() - self._since < self._long_s:
            free = self._lock.acquire(timeout=self._long_s)
        if free:
            self._since, self._holder = time.monotonic(), threading.get_ident()

    def _give(self) -> bool:
        if self._holder != threading.get_ident():
            return False
        self._holder = 0
        self._lock.release()
        return True

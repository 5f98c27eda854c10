"""Who computes: one request at a time, as long as each is short.

Python computes in one thread at a time anyway. Threads that all want to be it hand it to each
other at every statement, some seventy times for an answer, and a fourth of the processor goes
into that (64 writers in the same minutes: 313 and 333 answers a second, 368 to 400 where the
threads take turns). So a request waits for its turn, gives it up while it waits for the disk or
for others, and computes beside one that takes long.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LONG_S = 0.03
"""A request that computes for longer is not waited for: a report, a password, an upload."""


class Turns:
    """The turn to compute, in the order of asking. None waits for a request that takes long."""

    def __init__(self, long_s: float = LONG_S) -> None:
        self._long_s = long_s
        self._guard = threading.Lock()
        self._waiting: deque[tuple[int, threading.Lock]] = deque()
        self._since = 0.0
        self._holder = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        """Compute, when possible while no other does."""
        self._take(self._waiting.append)
        try:
            yield
        finally:
            self._give()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Wait for something: whoever has the turn gives it up until then, and is the next."""
        had = self._give()
        try:
            yield
        finally:
            if had:
                self._take(self._waiting.appendleft)

    def _take(self, queue: Callable[[tuple[int, threading.Lock]], None]) -> None:
        waits = (threading.get_ident(), threading.Lock())
        with self._guard:
            if not self._holder:
                self._hand_to(waits[0])
                return
            if self._is_long():
                return
            waits[1].acquire()
            queue(waits)
        while not waits[1].acquire(timeout=self._long_s):
            with self._guard:
                if waits in self._waiting and self._is_long():
                    self._waiting.remove(waits)
                    return

    def _give(self) -> bool:
        if self._holder != threading.get_ident():
            return False
        with self._guard:
            if self._waiting:
                thread, lock = self._waiting.popleft()
                self._hand_to(thread)
                lock.release()
            else:
                self._holder = 0
        return True

    def _hand_to(self, thread: int) -> None:
        self._holder, self._since = thread, time.monotonic()

    def _is_long(self) -> bool:
        return time.monotonic() - self._since >= self._long_s

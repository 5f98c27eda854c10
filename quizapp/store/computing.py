"""Who computes: one request at a time, as long as each is short.

Python computes in one thread at a time anyway. Threads that all want to be it hand it to each
other at every statement, some seventy times for an answer, and a fourth of the processor goes
into that. So a request waits for its turn, gives it up while it waits for the disk or for others,
and computes beside one that takes long. Whoever has the turn computes on the same core as the one
before (see `one_core`).
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from quizapp.store.one_core import OneCore

LONG_S = 0.03
"""A request that computes for longer is not waited for: a report, an upload."""


class Turns:
    """The turn to compute, in the order of asking. None waits for a request that takes long."""

    def __init__(self, long_s: float = LONG_S, core: OneCore | None = None) -> None:
        self.core = core
        self.computed_s = 0.0
        self._long_s = long_s
        self._guard = threading.Lock()
        self._waiting: deque[tuple[int, threading.Lock]] = deque()
        self._since = 0.0
        self._holder = 0

    @contextmanager
    def one(self, *, next_one: bool = False) -> Iterator[None]:
        """Compute, when possible while no other does; `next_one` goes before all who wait."""
        self._take(self._waiting.appendleft if next_one else self._waiting.append)
        _of_thread.turns = self
        try:
            yield
        finally:
            _of_thread.turns = None
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
        """Have the turn afterwards, or compute beside one that takes long, on another core."""
        thread = threading.get_native_id()
        if self._taken(thread, queue):
            if self.core is not None:
                self.core.keep()
        elif self.core is not None:
            self.core.leave(thread)
            self.core.leave(self._holder)

    def _taken(self, thread: int, queue: Callable[[tuple[int, threading.Lock]], None]) -> bool:
        waits = (thread, threading.Lock())
        with self._guard:
            if not self._holder:
                self._hand_to(thread)
                return True
            if self._is_long():
                return False
            waits[1].acquire()
            queue(waits)
        try:
            while not waits[1].acquire(timeout=self._long_s):
                with self._guard:
                    if waits in self._waiting and self._is_long():
                        self._waiting.remove(waits)
                        return False
        except BaseException:  # told to end while it waited
            self._withdraw(waits)
            raise
        return True

    def _withdraw(self, waits: tuple[int, threading.Lock]) -> None:
        with self._guard:
            waited = waits in self._waiting
            if waited:
                self._waiting.remove(waits)
        if not waited:
            self._give()

    def _give(self) -> bool:
        if self._holder != threading.get_native_id():
            return False
        with self._guard:
            self.computed_s += time.monotonic() - self._since
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


class _OfThread(threading.local):
    """The turns in which a thread computes."""

    turns: Turns | None = None


_of_thread = _OfThread()


@contextmanager
def elsewhere() -> Iterator[None]:
    """Compute outside of Python's lock, or let another program do so: beside others, on any core.

    Does nothing in a thread that does not compute in turn.
    """
    turns = _of_thread.turns
    if turns is None:
        yield
        return
    with turns.aside():
        if turns.core is not None:
            turns.core.leave(threading.get_native_id())
        yield

"""The one core of the processor that those who compute in turn keep to.

They compute one after the other, so one core is all they can use. Handing the turn to a thread on
another core wakes that one up and finds nothing of what the last request left in its caches. With
this and the patience below, 64 writers side by side were answered a sixth more often on a machine
that its neighbours left alone (370 and 420 a second), up to half more on one that they slowed down.
What computes long, or outside of Python's lock, goes wherever there is room.
"""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time
from contextlib import suppress

BUSY_S, SHARE = 0.1, 0.7
"""Seconds of computing that tell something, and the share of them that is to be had of a core."""


class OneCore:
    """Keeps threads on one core, the same for all: where the scheduler put the one who asked.

    Where another program needs that core, they all go where the scheduler puts them next.
    """

    def __init__(self) -> None:
        self._all = _allowed(0)
        self._home = self._all
        self._kept: dict[int, set[int]] = {}
        self._chooser = 0
        self._since = 0.0, 0.0

    def keep(self) -> None:
        """The calling thread computes on the one core from now on."""
        thread = threading.get_native_id()
        if self._kept.get(thread) is not self._home and thread != self._chooser:
            self._kept[thread] = self._home
            _allow(thread, self._home, patient=True)

    def leave(self, thread: int) -> None:
        """A thread, by the system's number, may compute on any core."""
        if thread in self._kept:
            _allow(thread, self._all, patient=False)
            self._kept.pop(thread, None)  # last: who keeps to it meanwhile does so once more

    def look(self, computed_s: float) -> bool:
        """Called every now and then by one thread: chooses a core, and another one in need.

        `computed_s` are the seconds by the clock that those in turn have computed in all. Where
        the process got much less of the processor for them, another program has the core.
        False when the thread shall go wherever the scheduler puts it and call again.
        """
        if self._chooser:
            self._chooser, self._home = 0, {_core()}
        elif self._is_shared(computed_s) or self._home is self._all:
            self._chooser = threading.get_native_id()
            self.leave(self._chooser)
        return not self._chooser

    def _is_shared(self, computed_s: float) -> bool:
        computed, used = self._since
        self._since = computed_s, time.process_time()
        computed, used = computed_s - computed, self._since[1] - used
        return computed > BUSY_S and used < SHARE * computed


def one_core() -> OneCore | None:
    """None where there is only one, or where the system does not let us choose."""
    if sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "sched_getcpu"):
        return None
    return OneCore() if len(_allowed(0)) > 1 else None


def _core() -> int:
    core: int = ctypes.CDLL(None).sched_getcpu()
    return core


def _allowed(thread: int) -> set[int]:
    return os.sched_getaffinity(thread) if sys.platform == "linux" else set()


def _allow(thread: int, cores: set[int], *, patient: bool) -> None:
    """Let a thread compute on these cores; a patient one waits until whoever woke it waits.

    That one still has Python's lock: half of all changes of threads came from not waiting.
    """
    if sys.platform == "linux":
        with suppress(OSError):  # the thread has ended, or the core was taken from us
            os.sched_setaffinity(thread, cores)
            policy = os.SCHED_BATCH if patient else os.SCHED_OTHER
            os.sched_setscheduler(thread, policy, os.sched_param(0))

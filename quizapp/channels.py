"""Waitress's connections and their loop, where short requests compute one after the other."""

from __future__ import annotations

import select
import sys
import time
from functools import partial
from typing import Any

from waitress import wasyncore
from waitress.channel import HTTPChannel

from quizapp.store.computing import Turns

LOOK_AGAIN_S = 1.0
"""Seconds between two looks at whether the core to compute on is still the right one."""


class Channel(HTTPChannel):  # type: ignore[misc]
    """A connection whose request is answered in turn, from reading it to sending the last byte.

    It asks its loop to write only while nobody is writing. An answer is sent by the thread that
    made it. While that one waits for Python's lock, waitress asks its loop to send the rest,
    which cannot and looks again at once, taking that same lock from all who make answers.
    """

    def __init__(self, *made_of: Any, turns: Turns | None = None, **named: Any) -> None:
        super().__init__(*made_of, **named)
        self._turns = turns

    def service(self) -> None:
        """Answer one request."""
        if self._turns is None:
            super().service()
            return
        with self._turns.one():
            super().service()

    def writable(self) -> bool:
        """As waitress's, but for what is being sent just now.

        Whoever cannot send all of it wakes the loop, at the latest when the answer is made. Above
        the watermark that one waits for the loop, which must not miss it.
        """
        waiting: int = self.total_outbufs_len
        if self.will_close or self.close_when_flushed or not waiting or not self.requests:
            return bool(self.will_close or self.close_when_flushed or waiting)
        if waiting > self.adj.outbuf_high_watermark:
            return True
        if not self.outbuf_lock.acquire(False):
            return False
        self.outbuf_lock.release()
        return True


class Loop:
    """The server's loop: reads requests in turn too, as the next when it has been waiting.

    In a thread beside those who compute it took Python's lock from them several times for each
    request that it read.
    """

    def __init__(self, turns: Turns) -> None:
        self._turns = turns
        self._look_at = 0.0

    def loop(self, timeout: float, map: dict[int, Any], use_poll: object = None) -> None:  # noqa: A002, ARG002 - waitress's names
        """Serve the connections in `map` until there are none. `timeout` in seconds."""
        happened: list[tuple[int, int]] = []
        while map:
            with self._turns.one(next_one=True):
                for number, flags in happened:
                    if number in map:
                        wasyncore.readwrite(map[number], flags)
                self._look_at_core()
                poll = _asking(map)
            happened = poll.poll(1000 * timeout)

    def _look_at_core(self) -> None:
        core, now = self._turns.core, time.monotonic()
        if core is not None and now >= self._look_at and core.look(self._turns.computed_s):
            self._look_at = now + LOOK_AGAIN_S


def _asking(connections: dict[int, Any]) -> Any:
    """What each of the connections wants to know of the system."""
    poll = select.poll()
    for number, connection in list(connections.items()):
        reads = select.POLLIN | select.POLLPRI if connection.readable() else 0
        writes = select.POLLOUT if connection.writable() and not connection.accepting else 0
        if reads or writes:
            poll.register(number, reads | writes)
    return poll


def use_for(server: Any, turns: Turns | None = None) -> None:
    """Let a server, and each address of one that has several, make its connections so."""
    if turns is not None and sys.platform != "win32":  # which has no poll
        server.asyncore = Loop(turns)
    for one in (server, *getattr(server, "map", {}).values()):
        if hasattr(one, "channel_class"):
            one.channel_class = partial(Channel, turns=turns)

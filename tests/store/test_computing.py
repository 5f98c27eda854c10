"""Turns at computing: one short request at a time, none held up by a long one."""

from __future__ import annotations

import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from quizapp.store.computing import Turns

PATIENCE_S = 30.0
FOR_EVER_S = 1_000.0


class Other:
    """A second request in a thread of its own: says when it computes, ends when told."""

    def __init__(self, turns: Turns, pool: ThreadPoolExecutor) -> None:
        self.computes, self.may_end = Event(), Event()
        self.done = pool.submit(self._request, turns)

    def _request(self, turns: Turns) -> None:
        with turns.one():
            self.computes.set()
            assert self.may_end.wait(PATIENCE_S)

    def end(self) -> None:
        """Let it end, and raise what went wrong in it."""
        self.may_end.set()
        self.done.result(PATIENCE_S)


@pytest.fixture
def pool() -> ThreadPoolExecutor:
    """Threads of other requests."""
    return ThreadPoolExecutor(4)


def test_the_next_computes_when_the_first_is_done(pool: ThreadPoolExecutor) -> None:
    turns = Turns(FOR_EVER_S)
    with turns.one():
        other = Other(turns, pool)
        assert not other.computes.wait(0.05)
    assert other.computes.wait(PATIENCE_S)
    other.end()


def test_whoever_waits_for_something_gives_the_turn_up_and_takes_it_again(
    pool: ThreadPoolExecutor,
) -> None:
    turns = Turns(FOR_EVER_S)
    with turns.one():
        with turns.aside():
            other = Other(turns, pool)
            assert other.computes.wait(PATIENCE_S)
            other.end()
        third = Other(turns, pool)
        assert not third.computes.wait(0.05)
    assert third.computes.wait(PATIENCE_S)
    third.end()


def test_a_request_that_takes_long_is_not_waited_for(pool: ThreadPoolExecutor) -> None:
    turns = Turns(0.001)
    with turns.one():
        others = [Other(turns, pool) for _ in range(3)]
        for other in others:
            assert other.computes.wait(PATIENCE_S)
    for other in others:
        other.end()
    with turns.one():  # nobody gave up a turn that was not theirs
        pass


def test_an_error_gives_the_turn_back(pool: ThreadPoolExecutor) -> None:
    turns = Turns(FOR_EVER_S)
    with pytest.raises(ZeroDivisionError), turns.one():
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), turns.one(), turns.aside():
        raise ZeroDivisionError
    other = Other(turns, pool)
    assert other.computes.wait(PATIENCE_S)
    other.end()


def test_whoever_has_no_turn_has_none_to_give_up(pool: ThreadPoolExecutor) -> None:
    turns = Turns(FOR_EVER_S)
    first = Other(turns, pool)
    assert first.computes.wait(PATIENCE_S)
    with turns.aside():  # a job of the server's own, beside the requests
        second = Other(turns, pool)
        assert not second.computes.wait(0.05)
    first.end()
    assert second.computes.wait(PATIENCE_S)
    second.end()


class Told(Exception):
    """What a signal raises in the thread that waits for its turn."""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm")
def test_whoever_is_told_to_end_while_waiting_leaves_the_queue(pool: ThreadPoolExecutor) -> None:
    def tell(*_: object) -> None:
        raise Told

    turns = Turns(FOR_EVER_S)
    first = Other(turns, pool)
    assert first.computes.wait(PATIENCE_S)
    before = signal.signal(signal.SIGALRM, tell)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(Told), turns.one():
            raise AssertionError("the first has not ended")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    first.end()
    with turns.one():  # which nobody who has gone was given
        pass

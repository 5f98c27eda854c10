"""Those who compute in turn keep to one core, and leave it when they take long or must share it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from quizapp.store.computing import Turns, elsewhere
from quizapp.store.one_core import OneCore, one_core

PATIENCE_S = 30.0
FOR_EVER_S = 1_000.0
ALL = os.sched_getaffinity(0) if sys.platform == "linux" else set()
pytestmark = pytest.mark.skipif(not ALL, reason="the system does not let us choose a core")


def cores(thread: int = 0) -> set[int]:
    """Where a thread may compute."""
    return set(os.sched_getaffinity(thread)) if sys.platform == "linux" else set()


def in_a_thread(work: Callable[[], object]) -> object:
    """Run it in a thread of its own, whose core nobody minds afterwards."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result(PATIENCE_S)


def chosen(core: OneCore) -> OneCore:
    """A core has been chosen, by a thread that is gone."""

    def choose() -> None:
        assert not core.look(0.0), "it is placed first"
        assert cores() == ALL
        assert core.look(0.0)

    in_a_thread(choose)
    return core


def keep_and_tell(core: OneCore) -> set[int]:
    core.keep()
    return cores()


def test_all_keep_to_the_same_core() -> None:
    core = chosen(OneCore())
    first = in_a_thread(lambda: keep_and_tell(core))
    assert isinstance(first, set)
    assert len(first) == 1
    assert in_a_thread(lambda: keep_and_tell(core)) == first


def test_before_one_is_chosen_any_will_do() -> None:
    assert in_a_thread(lambda: keep_and_tell(OneCore())) == ALL


def test_whoever_leaves_may_go_anywhere_and_come_back() -> None:
    core = chosen(OneCore())

    def work() -> None:
        core.keep()
        core.leave(threading.get_native_id())
        assert cores() == ALL
        core.keep()
        assert len(cores()) == 1

    in_a_thread(work)


def test_another_core_is_chosen_where_the_clock_runs_away() -> None:
    core = chosen(OneCore())

    def work() -> None:
        core.keep()
        assert core.look(0.05), "too little to tell"
        assert not core.look(60.05), "a minute by the clock, next to nothing of the processor"
        assert cores() == ALL, "it is placed anew"
        core.keep()
        assert cores() == ALL, "and not held before that"
        assert core.look(60.05)
        core.keep()
        assert len(cores()) == 1

    in_a_thread(work)


def test_a_core_that_is_ours_alone_stays_chosen() -> None:
    core = chosen(OneCore())

    def work() -> None:
        core.look(0.0)
        began = time.process_time()
        while (used := time.process_time() - began) < 0.15:
            pass
        assert core.look(used)

    in_a_thread(work)


def test_programs_started_from_there_are_as_free_as_any() -> None:
    turns = Turns(FOR_EVER_S, chosen(OneCore()))
    tell = "import os; print(sorted(os.sched_getaffinity(0)), os.sched_getscheduler(0))"

    def work() -> str:
        with turns.one(), elsewhere():
            return subprocess.check_output([sys.executable, "-c", tell], text=True)

    assert str(in_a_thread(work)).strip() == f"{sorted(ALL)} {os.SCHED_OTHER}"


def test_a_turn_is_had_on_the_core_and_given_up_elsewhere() -> None:
    turns = Turns(FOR_EVER_S, chosen(OneCore()))

    def another() -> int:
        with turns.one():
            return len(cores())

    def work() -> list[object]:
        with turns.one():
            told = [len(cores())]
            with elsewhere():
                told += [len(cores()), in_a_thread(another)]  # which has the turn meanwhile
            told.append(len(cores()))
        return told

    assert in_a_thread(work) == [1, len(ALL), 1, 1]


def test_who_takes_long_and_who_computes_beside_may_go_anywhere() -> None:
    turns = Turns(0.001, chosen(OneCore()))
    computes, told, may_end = Event(), Event(), Event()
    seen: dict[str, object] = {}

    def long() -> None:
        with turns.one():
            seen["at first"] = len(cores())
            computes.set()
            assert told.wait(PATIENCE_S)
            seen["then"] = cores()
            may_end.set()

    def beside() -> None:
        assert computes.wait(PATIENCE_S)
        with turns.one():
            seen["beside"] = cores()
            told.set()
            assert may_end.wait(PATIENCE_S)

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(long), pool.submit(beside)]:
            done.result(PATIENCE_S)
    assert seen == {"at first": 1, "then": ALL, "beside": ALL}


def test_one_core_of_several_is_chosen_and_no_other_thing() -> None:
    assert (one_core() is not None) == (len(ALL) > 1)


def test_outside_of_turns_elsewhere_changes_nothing() -> None:
    before = cores()
    with elsewhere():
        assert cores() == before

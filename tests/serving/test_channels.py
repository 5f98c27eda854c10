"""Connections: the loop leaves alone what is being sent, and all of it arrives."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest
import waitress
from waitress.adjustments import Adjustments

from quizapp import channels
from quizapp.store.computing import Turns, elsewhere
from quizapp.store.one_core import one_core

CHUNK = b"0123456789abcdef" * 64 * 1024
CHUNKS = 30
"""Megabytes: more than the watermark, above which who answers waits for the loop."""


@pytest.fixture
def channel() -> Iterator[channels.Channel]:
    near, far = socket.socketpair()
    server = SimpleNamespace(active_channels={})
    made = channels.Channel(server, near, ("127.0.0.1", 1), Adjustments(host="127.0.0.1"), map={})
    yield made
    near.close()
    far.close()


def test_the_loop_is_asked_to_write_while_nobody_writes(channel: channels.Channel) -> None:
    begun, over = Event(), Event()

    def writing() -> None:
        with channel.outbuf_lock:
            begun.set()
            over.wait(20)

    assert not channel.writable()
    channel.total_outbufs_len = 100
    assert channel.writable(), "what is left of an answer that was made"
    channel.requests = [object()]
    assert channel.writable(), "what is left of an answer that is being made"
    with ThreadPoolExecutor(1) as pool:
        pool.submit(writing)
        assert begun.wait(20)
        assert not channel.writable(), "who makes it is sending"
        channel.total_outbufs_len = channel.adj.outbuf_high_watermark + 1
        assert channel.writable(), "who makes it waits for the loop"
        channel.total_outbufs_len = 100
        channel.will_close = True
        assert channel.writable()
        over.set()


@contextmanager
def serving(app: Any, turns: Turns | None) -> Iterator[int]:
    """A server with this application, and its port."""
    with looping(app, turns) as (port, _):
        yield port


@contextmanager
def looping(app: Any, turns: Turns | None) -> Iterator[tuple[int, Thread]]:
    """A server with this application: its port and the thread of its loop."""
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=2)
    channels.use_for(server, turns)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield server.effective_port, thread
    finally:
        server.close()
        thread.join(20)
        assert not thread.is_alive(), "the loop ends with the server"


def ask(port: int, path: str = "/", at_once: int = 20_000) -> bytes:
    """What the server answers."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as line:
        line.sendall(
            b"GET %b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % path.encode()
        )
        got = b"".join(iter(lambda: line.recv(at_once), b""))
    return got.partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize("turns", [None, Turns()], ids=["at once", "in turn"])
def test_a_long_answer_arrives_whole_at_a_slow_reader(turns: Turns | None) -> None:
    def app(_environ: dict[str, Any], start: Callable[..., Any]) -> Iterator[bytes]:
        start("200 OK", [("Content-Length", str(CHUNKS * len(CHUNK)))])
        for _ in range(CHUNKS):
            yield CHUNK

    with serving(app, turns) as port:
        assert ask(port) == CHUNK * CHUNKS


@pytest.mark.parametrize("way", ["long", "elsewhere"])
def test_others_are_answered_while_one_takes_long(way: str) -> None:
    computes, may_end = Event(), Event()

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/slow":
            with elsewhere() if way == "elsewhere" else nullcontext():
                computes.set()
                may_end.wait(20)
        start("200 OK", [])
        return [environ["PATH_INFO"].encode()]

    turns = Turns(1_000.0 if way == "elsewhere" else 0.01)
    with serving(app, turns) as port, ThreadPoolExecutor(1) as pool:
        slow = pool.submit(ask, port, "/slow")
        assert computes.wait(20)
        assert ask(port, "/quick") == b"/quick"
        may_end.set()
        assert slow.result(20) == b"/slow"


def test_requests_compute_one_after_the_other() -> None:
    together: list[int] = []
    inside = 0

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        nonlocal inside
        inside += 1
        sum(range(20_000))
        together.append(inside)
        inside -= 1
        start("200 OK", [])
        return [b"done"]

    with serving(app, Turns(1_000.0)) as port, ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: ask(port), range(40))) == [b"done"] * 40
    assert set(together) == {1}


@pytest.mark.skipif(one_core() is None, reason="there is one core, or no choice")
def test_the_loop_takes_turns_again_after_one_that_took_long() -> None:
    computes, may_end = Event(), Event()

    def app(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        if environ["PATH_INFO"] == "/slow":
            computes.set()
            may_end.wait(20)
        start("200 OK", [])
        return [b"done"]

    with (
        looping(app, Turns(0.01, one_core())) as (port, thread),
        ThreadPoolExecutor(1) as pool,
    ):
        assert any(cores_after(ask(port), thread) == 1 for _ in range(20))
        slow = pool.submit(ask, port, "/slow")
        assert computes.wait(20)
        assert cores_after(ask(port), thread) > 1, "it does not wait, and goes elsewhere"
        may_end.set()
        assert slow.result(20) == b"done"
        assert any(cores_after(ask(port), thread) == 1 for _ in range(20))


def cores_after(answer: bytes, thread: Thread) -> int:
    """On how many cores the thread may compute, once these answers came."""
    assert not answer.replace(b"done", b"")
    assert thread.native_id is not None
    return len(os.sched_getaffinity(thread.native_id))

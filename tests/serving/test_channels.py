"""Connections: the loop leaves alone what is being sent, and all of it arrives."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import pytest
import waitress
from waitress.adjustments import Adjustments

from quizapp import channels

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


def test_a_long_answer_arrives_whole_at_a_slow_reader() -> None:
    def app(_environ: dict[str, Any], start: Callable[..., Any]) -> Iterator[bytes]:
        start("200 OK", [("Content-Length", str(CHUNKS * len(CHUNK)))])
        for _ in range(CHUNKS):
            yield CHUNK

    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=2)
    channels.use_for(server)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        with socket.create_connection(("127.0.0.1", server.effective_port), timeout=20) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            got = b"".join(iter(lambda: line.recv(20_000), b""))
    finally:
        server.close()
        thread.join(20)
    assert got.partition(b"\r\n\r\n")[2] == CHUNK * CHUNKS

"""What is measured; each measure gives figures for the table, each with its goal."""

from __future__ import annotations

import gzip
import math
import re
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests import tools
from tests.bench.figures import Figure
from tests.bench.school import (
    Line,
    Pupil,
    Running,
    School,
    floor,
    product,
    ready,
    request,
    running,
)
from tests.databases import Postgres
from tests.processes import Processes

ROUNDS, ANSWERS = 7, 400
PERCENTILES = "p50/p95/p99/max"


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as name:
        yield Path(name)


def percentile(times: list[float], share: float) -> float:
    """The time in seconds that this share of all stays under; without any, none was in time."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)] if times else math.inf


def percentiles(times: list[float]) -> str:
    """p50, p95, p99 and the longest in milliseconds."""
    marks = (percentile(times, share) for share in (0.5, 0.95, 0.99, 1.0))
    return " / ".join(f"{1000 * mark:.0f}" for mark in marks) + " ms"


def together(server: Running, work: list[list[bytes]]) -> tuple[float, float, list[float]]:
    """Send each list on a line of its own, all at once: seconds, processor seconds, all times."""
    lines = [Line(server.url) for _ in work]
    times: list[float] = []

    def send(line: Line, messages: list[bytes]) -> None:
        for message in messages:
            began = time.perf_counter()
            status, body = line.send(message)
            times.append(time.perf_counter() - began)
            assert status == 200, body[:500]

    began, cpu = time.perf_counter(), server.cpu_s()
    with ThreadPoolExecutor(len(work)) as pool:
        list(pool.map(send, lines, work))
    spent = time.perf_counter() - began, server.cpu_s() - cpu
    for line in lines:
        line.close()
    return *spent, times


def ratio(clients: int) -> list[Figure]:
    """The product's answer against the floor's, interleaved in one run."""
    with folder() as place:
        school = School(place / "ours", clients)
        other = school.copy(place / "floor")
        speed: dict[str, list[float]] = {"ours": [], "floor": []}
        cpu: dict[str, list[float]] = {"ours": [], "floor": []}
        with running(*product(place / "ours")) as ours, running(*floor(other)) as raw:
            for turn in range(ROUNDS + 1):
                for name, server in (("ours", ours), ("floor", raw)):
                    work = _work(school, turn, ANSWERS // clients)
                    seconds, used, _ = together(server, work)
                    if turn:
                        speed[name].append(sum(map(len, work)) / seconds)
                        cpu[name].append(1000 * used / sum(map(len, work)))
    shares = [a / b for a, b in zip(speed["ours"], speed["floor"], strict=True)]
    figures = f"{median(speed['ours']):.0f} of {median(speed['floor']):.0f} a second"
    used = f"{median(cpu['ours']):.2f} against {median(cpu['floor']):.2f} ms of processor"
    name = f"answer against the floor, {clients} client{'s' if clients > 1 else ''}"
    share = median(shares)
    return [Figure(name, f"{share:.2f} ({figures}; {used})", ">= 0.75", share >= 0.75)]


def _work(school: School, turn: int, each: int) -> list[list[bytes]]:
    numbers = range(turn * each, (turn + 1) * each)
    return [[school.answer(pupil, number) for number in numbers] for pupil in school.pupils]


def writers(count: int = 64, each: int = 40) -> list[Figure]:
    """Writers without pause on SQLite with full durability; then memory of the worker."""
    with folder() as place:
        school = School(place, count)
        work = _work(school, 0, each)
        school.context.store.close()
        with running(*product(place)) as server:
            together(server, [messages[:4] for messages in work])
            seconds, used, times = together(server, [messages[4:] for messages in work])
            memory = server.memory_mb()
    rate = f"{len(times) / seconds:.0f} a second, {1000 * used / len(times):.2f} ms of processor"
    in_time = percentile(times, 0.99) < 0.25
    told = f"{PERCENTILES} {percentiles(times)} ({rate})"
    return [
        Figure(f"{count} writers without pause", told, "p99 < 250 ms", in_time),
        Figure("worker memory after that", f"{memory:.0f} MB", "< 70 MB", memory < 70),
    ]


def start() -> list[Figure]:
    """Cold start to the first page, and what the pages weigh."""
    with folder() as place:
        school = School(place, 1)
        token = school.pupils[0].token
        school.context.store.close()
        starts = []
        for _ in range(5):
            began = time.perf_counter()
            with running(*product(place)) as server:
                line = Line(server.url)
                assert line.send(request("GET", "/study", token))[0] == 200
                starts.append(time.perf_counter() - began)
                line.close()
        with running(*product(place)) as server:
            weights = _weights(Line(server.url), token)
    cold = median(starts)
    return [
        Figure("cold start to the first page", f"{cold:.2f} s", "< 0.8 s", cold < 0.8),
        *weights,
    ]


def _weights(line: Line, token: str) -> list[Figure]:
    whole = request("GET", "/study", token).replace(b"X-Fragment: 1\r\n", b"")
    page = line.send(whole)[1]
    names = sorted(set(re.findall(r'"(/static/[^"]+)"', gzip.decompress(page).decode())))
    files = sum(len(line.send(request("GET", name, ""))[1]) for name in names)
    following = len(line.send(request("GET", "/study", token))[1])
    line.close()
    first = len(page) + files
    return [
        Figure("study page, first visit", f"{first / 1000:.1f} kB", "<= 30 kB", first <= 30_000),
        Figure("next question", f"{following / 1000:.1f} kB", "<= 5 kB", following <= 5_000),
    ]


def classes(seconds: int, clients: int = 200, pause: float = 5.0) -> list[Figure]:
    """Many pupils, an answer every five seconds: SQLite with one process, PostgreSQL with two."""
    with folder() as place:
        school = School(place, clients)
        school.context.store.close()
        with running(*product(place)) as server:
            rows = [_class("SQLite, 1 process", school, server.url, seconds, pause)]
    binaries = tools.postgresql()
    if binaries is None:
        return [*rows, Figure("PostgreSQL", "is not installed here", "no error", met=False)]
    server = Postgres(binaries, "max_connections=200")
    try:
        server.execute("CREATE DATABASE school")
        with folder() as place:
            school = School(place, clients, server.url("school"))
            school.context.store.close()
            processes = ready(Processes(place, server.url("school")))
            rows.append(_class("PostgreSQL, 2 processes", school, processes.url, seconds, pause))
            processes.stop()
    finally:
        server.stop()
    return rows


def _class(name: str, school: School, url: str, seconds: int, pause: float) -> Figure:
    answers: list[float] = []
    asks: list[float] = []
    errors: list[str] = []
    begin = time.monotonic() + 1

    def study(number: int, pupil: Pupil) -> None:
        line = Line(url)
        ask = request("GET", "/study", pupil.token)
        for turn in range(int(seconds / pause)):
            at = begin + pause * (turn + number / len(school.pupils))
            time.sleep(max(0.0, at - time.monotonic()))
            try:
                _timed(line, ask, asks)
                _timed(line, school.answer(pupil, turn), answers)
            except (OSError, AssertionError) as error:
                errors.append(str(error))
                line = Line(url)
        line.close()

    threads = [
        threading.Thread(target=study, args=(number, pupil))
        for number, pupil in enumerate(school.pupils)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures = f"answers {percentiles(answers)}, questions {percentiles(asks)}"
    told = f"{PERCENTILES}: {figures}; {len(answers)} answers, {len(errors)} errors"
    first = f", the first: {errors[0][:200]}" if errors else ""
    return Figure(f"{len(threads)} pupils on {name}", told + first, "no error", not errors)


def _timed(line: Line, message: bytes, times: list[float]) -> None:
    began = time.perf_counter()
    status, body = line.send(message)
    times.append(time.perf_counter() - began)
    assert status == 200, body[:300]

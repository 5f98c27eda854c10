"""A class sits the same quiz at once: an answer every five seconds, while the teacher looks on.

`python3 -m tests.bench quiz`: 200 pupils for two minutes, then that every answer acknowledged is
stored once, on both databases.
"""

from __future__ import annotations

import gzip
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from sqlalchemy import func, insert, select

from quizapp.core.quizzes.rules import Rules
from quizapp.services import accounts, classrooms, quizzes
from quizapp.services.accounts import NewAccount
from quizapp.services.quizzes import AssignmentDraft, ItemDraft, QuizDraft
from quizapp.store.models import Attempt, Classroom, Enrolment, Question, Response
from quizapp.store.queries.people import person_with
from tests import tools
from tests.bench.figures import Figure
from tests.bench.measures import PERCENTILES, folder, percentiles
from tests.bench.school import PASSWORD, Line, School, product, ready, request, running
from tests.databases import Postgres
from tests.processes import Processes

QUESTIONS = 24
NAMED = re.compile(rb'name="(csrf_token|key|version|position)" value="([^"]*)"')
TOKENS = re.compile(rb'name="choice" value="([0-9a-f]+)"')


@dataclass
class Sitting:
    """A quiz under way: the teacher's session, and each pupil's attempt."""

    teacher: str
    assignment: str
    attempts: list[str] = field(default_factory=list)


def prepared(school: School) -> Sitting:
    """A quiz assigned to all pupils, everybody has begun."""
    context, now = school.context, datetime.now(UTC)
    number = accounts.create(context, NewAccount("Alice", PASSWORD, "en", "UTC", "teacher"), now)
    with context.store.read() as connection:
        alice = person_with(connection, number)
        questions = connection.execute(
            select(Question.public_id)
            .where(Question.kind == "single_choice", Question.state == "ready")
            .order_by(Question.id)
            .limit(QUESTIONS)
        ).scalars()
        items = tuple(ItemDraft(question=one) for one in questions)
    room = classrooms.create(context, alice, "All", "UTC", now)
    with context.store.write() as connection:
        place = connection.execute(select(Classroom.id)).scalar_one()
        enrolled = [
            {"classroom_id": place, "user_id": one.id, "role": "student", "joined_at": now}
            for one in school.pupils
        ]
        connection.execute(insert(Enrolment), enrolled)
    quiz = quizzes.create(
        context, alice, QuizDraft("All at once", rules=Rules(time_limit=3600), items=items), now
    )
    quizzes.set_state(context, alice, quiz, "ready", now)
    due = now + timedelta(days=1)
    asked = AssignmentDraft(classroom=room, quiz=quiz, due_at=due)
    assignment = quizzes.assign(context, alice, asked, now)
    made = Sitting(accounts.open_session(context, number, now), assignment)
    for pupil in school.pupils:
        with context.store.read() as connection:
            who = person_with(connection, pupil.id)
        made.attempts.append(quizzes.start(context, who, quiz, now))
    return made


class Class:
    """The pupils at their desks; remembers times, errors and how much was acknowledged."""

    def __init__(self, school: School, sitting: Sitting, url: str) -> None:
        self.school, self.sitting, self.url = school, sitting, url
        self.asks: list[float] = []
        self.saves: list[float] = []
        self.looks: list[float] = []
        self.errors: list[str] = []
        self.saved: Counter[tuple[str, int]] = Counter()
        """Answers that were acknowledged, by attempt and place."""
        self._over = threading.Event()

    def run(self, seconds: int, pause: float) -> None:
        """Everybody answers every `pause` seconds; the teacher looks every two."""
        begin = time.monotonic() + 1
        pupils = range(len(self.school.pupils))
        desks = [
            threading.Thread(target=self._sit, args=(number, begin, seconds, pause))
            for number in pupils
        ]
        teacher = threading.Thread(target=self._watch)
        for thread in (*desks, teacher):
            thread.start()
        for thread in desks:
            thread.join()
        self._over.set()
        teacher.join()

    def _sit(self, number: int, begin: float, seconds: int, pause: float) -> None:
        token = self.school.pupils[number].token
        address = f"/attempts/{self.sitting.attempts[number]}"
        line = Line(self.url)
        for turn in range(int(seconds / pause)):
            at = begin + pause * (turn + number / len(self.school.pupils))
            time.sleep(max(0.0, at - time.monotonic()))
            place = turn % QUESTIONS + 1
            try:
                page = self._timed(
                    line, request("GET", f"{address}?question={place}", token), self.asks
                )
                body = urlencode(_filled(page, turn)).encode()
                save = request("POST", address, token, body)
                save = save.replace(b"X-Fragment", b"X-Save", 1)
                self._timed(line, save, self.saves)
                self.saved[self.sitting.attempts[number], place] += 1
            except (OSError, AssertionError, IndexError) as error:
                self.errors.append(str(error))
                line = Line(self.url)
        line.close()

    def _watch(self) -> None:
        line = Line(self.url)
        look = request("GET", f"/assignments/{self.sitting.assignment}/live", self.sitting.teacher)
        while not self._over.wait(2):
            began = time.perf_counter()
            status, _ = line.send(look)
            self.looks.append(time.perf_counter() - began)
            if status != 200:
                self.errors.append(f"the live list answered {status}")
        line.close()

    def _timed(self, line: Line, message: bytes, times: list[float]) -> bytes:
        began = time.perf_counter()
        status, body = line.send(message)
        times.append(time.perf_counter() - began)
        body = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
        assert status == 200, body[:300]
        return body

    def figure(self, name: str) -> Figure:
        """What it was like, and whether everything acknowledged is stored once."""
        stored = self._stored()
        lost, twice = (self.saved - stored).total(), (stored - self.saved).total()
        times = f"answers {percentiles(self.saves)}, questions {percentiles(self.asks)}"
        told = f"{PERCENTILES}: {times}, live list {percentiles(self.looks)}"
        told += f"; {self.saved.total()} answers, {len(self.looks)} looks"
        told += f", {lost} lost, {twice} twice, {len(self.errors)} errors"
        if self.errors:
            told += f"; the first: {self.errors[0][:200]}"
        name = f"{len(self.school.pupils)} pupils sit a quiz on {name}"
        sound = not (self.errors or lost or twice)
        return Figure(name, told, "no error, nothing lost or twice", sound)

    def _stored(self) -> Counter[tuple[str, int]]:
        """Answers that are stored, by attempt and place."""
        rows = (
            select(Attempt.public_id, Response.position, func.count())
            .join(Attempt, Attempt.id == Response.attempt_id)
            .group_by(Attempt.public_id, Response.position)
        )
        with self.school.context.store.read() as connection:
            found = connection.execute(rows).all()
        return Counter({(attempt, place): count for attempt, place, count in found})


def _filled(page: bytes, turn: int) -> dict[str, str]:
    """The form of the question on the page with one option chosen."""
    sent = {name.decode(): value.decode() for name, value in NAMED.findall(page)}
    tokens = TOKENS.findall(page)
    return sent | {"choice": tokens[turn % len(tokens)].decode(), "turn": "1"}


def quiz_class(seconds: int, pupils: int = 200, pause: float = 5.0) -> list[Figure]:
    """The same on both databases: SQLite with one process, PostgreSQL with two."""
    with folder() as place:
        school = School(place, pupils)
        sitting = prepared(school)
        with running(*product(place)) as server:
            sat = Class(school, sitting, server.url)
            sat.run(seconds, pause)
        rows = [sat.figure("SQLite, 1 process")]
        school.context.store.close()
    binaries = tools.postgresql()
    if binaries is None:
        return [*rows, Figure("PostgreSQL", "is not installed here", "no error", met=False)]
    server_of = Postgres(binaries, "max_connections=200")
    try:
        server_of.execute("CREATE DATABASE school")
        with folder() as place:
            school = School(place, pupils, server_of.url("school"))
            sitting = prepared(school)
            processes = ready(Processes(place, server_of.url("school")))
            sat = Class(school, sitting, processes.url)
            sat.run(seconds, pause)
            rows.append(sat.figure("PostgreSQL, 2 processes"))
            processes.stop()
            school.context.store.close()
    finally:
        server_of.stop()
    return rows

"""How question, answer and progress grow with the log: 100,000 reviews against many more."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar

from sqlalchemy import select, text

from quizapp.services import study
from quizapp.services.context import Context
from quizapp.services.installation import prepare
from quizapp.services.progress import progress
from quizapp.services.study import Submission
from quizapp.settings import Settings
from quizapp.store.models import User
from quizapp.store.queries.people import PERSON_COLUMNS, Person
from tests.bench.figures import Figure

Result = TypeVar("Result")

FEW = 100_000
REVIEWS_OF_A_CARD = 10
TURNS = 60
PEOPLE = """WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :people)
INSERT INTO users (id, public_id, name, name_folded, password_hash, role, language, time_zone,
 rollover_hour, new_per_day, desired_retention, single_keys, theme, active, created_at)
SELECT i, 'p' || i, 'Pupil ' || i, 'pupil ' || i, '', 'student', 'en', 'UTC', 4, 20, 0.9, 1,
 'auto', 1, :then FROM n"""
CARDS = """INSERT INTO cards (learner_id, fact_id, phase, stability, difficulty, last_review,
 last_day, due, reviews, lapses, introduced_day, last_question_id, row_version)
SELECT u.id, f.id, 'review', 5.0 + (u.id * 7 + f.id * 13) % 90, 5.0,
 datetime(:now, '-' || (1 + (u.id + f.id) % 30) || ' days') || '.000000',
 date(:now, '-' || (1 + (u.id + f.id) % 30) || ' days'),
 datetime(:now, (((u.id * 31 + f.id * 17) % 60) - 10) || ' days') || '.000000', 10, 0,
 date(:now, '-200 days'), NULL, 10
FROM users u
CROSS JOIN (SELECT id FROM facts WHERE state = 'approved' ORDER BY id LIMIT :facts) f"""
ANSWERS = """INSERT INTO answers (id, learner_id, key, version_id, content_digest, response_text,
 response_chosen, dont_know, outcome, score, notes, milliseconds, certainty, hints, kind,
 answered_at, local_day)
SELECT (c.rowid - 1) * 10 + k.i, c.learner_id, c.fact_id || '.' || k.i, v.id, '', '', '[0]', 0,
 CASE WHEN k.i % 5 THEN 'right' ELSE 'wrong' END, 1.0, '[]', 5000, '', 0, 'study',
 datetime(c.last_review, '-' || (10 * (10 - k.i)) || ' days') || '.000000',
 date(c.last_day, '-' || (10 * (10 - k.i)) || ' days')
FROM cards c
JOIN (SELECT qf.fact_id, min(v.id) AS id FROM question_facts qf
 JOIN question_versions v ON v.question_id = qf.question_id GROUP BY qf.fact_id) v
 ON v.fact_id = c.fact_id
JOIN (SELECT 1 AS i UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5 UNION SELECT 6
 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9 UNION SELECT 10) k"""
REVIEWS = """INSERT INTO reviews (answer_id, learner_id, fact_id, part_score, rating, counts, at,
 local_day, time_zone, rollover_hour, model, desired_retention, rating_rule, "before", "after", due)
SELECT a.id, a.learner_id, CAST(a.key AS INTEGER), a.score, 3, 1, a.answered_at, a.local_day, 'UTC',
 4, 'fsrs-6', 0.9, 1, NULL, '{"phase": "review", "stability": 12.5, "difficulty": 5.0}',
 datetime(a.answered_at, '+10 days') || '.000000' FROM answers a"""
TOTALS = """INSERT INTO day_totals (scope, subject_id, day, answers, "right", introduced,
 milliseconds) SELECT 'learner', learner_id, local_day, count(*), count(*), 0, count(*) * 5000
 FROM answers GROUP BY learner_id, local_day"""


def build(folder: Path, reviews: int) -> Context:
    """An installation with so many reviews, written by bulk statements."""
    now = datetime.now(UTC)
    context = prepare(Settings(data_dir=folder), now)[0]
    with context.store.read() as connection:
        shipped = connection.execute(text("SELECT count(*) FROM facts")).scalar_one()
    facts = min(int(shipped), 300)
    people = max(1, reviews // (facts * REVIEWS_OF_A_CARD))
    values = {
        "people": people,
        "facts": facts,
        "now": f"{now:%Y-%m-%d %H:%M:%S}",
        "then": f"{now - timedelta(days=300):%Y-%m-%d %H:%M:%S.%f}",
    }
    with context.store.write() as connection:
        for statement in (PEOPLE, CARDS, ANSWERS, REVIEWS, TOTALS):
            connection.execute(text(statement), values)
    with context.store.read() as connection:
        connection.execute(text("ANALYZE"))
    return context


class Pupils:
    """The people of one installation, taken by chance."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.chance = random.Random(7)
        with context.store.read() as connection:
            rows = connection.execute(select(*PERSON_COLUMNS).select_from(User)).all()
        self.people = [Person(*row) for row in rows]

    def turn(self, times: dict[str, list[float]]) -> None:
        """One pupil gets a question, answers it and looks at the progress page."""
        person, now = self.chance.choice(self.people), datetime.now(UTC)
        asked = _timed(times, "next question", lambda: study.ask(self.context, person, now))
        assert asked is not None
        given = Submission(asked.key, asked.version, dont_know=True)
        _timed(times, "answer", lambda: study.answer(self.context, person, given, "en", now))
        _timed(times, "progress", lambda: progress(self.context, person, now))


def _timed(times: dict[str, list[float]], name: str, work: Callable[[], Result]) -> Result:
    began = time.perf_counter()
    result = work()
    times.setdefault(name, []).append(time.perf_counter() - began)
    return result


def growth(many: int) -> list[Figure]:
    """Median times at few and at many reviews, turns interleaved."""
    with tempfile.TemporaryDirectory(prefix="quizapp-bench-") as name:
        began = time.perf_counter()
        schools = [Pupils(build(Path(name, str(count)), count)) for count in (FEW, many)]
        built = time.perf_counter() - began
        times: list[dict[str, list[float]]] = [{}, {}]
        for turn in range(TURNS + 10):
            for school, kept in zip(schools, times, strict=True):
                school.turn(kept if turn >= 10 else {})
        for school in schools:
            school.context.store.close()
    rows = []
    for task in times[0]:
        few, more = (1000 * median(kept[task]) for kept in times)
        figure = f"{few:.2f} -> {more:.2f} ms: {more / few:.2f} times"
        name = f"{task}, {FEW:,} -> {many:,} reviews"
        rows.append(Figure(name, figure, "<= 2 times", more / few <= 2))
    return [*rows, Figure("building both databases", f"{built:.0f} s")]

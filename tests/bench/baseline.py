"""The floor: a minimal Flask page with raw SQL that does the work of one answer and nothing more.

`python -m tests.bench.baseline FOLDER` serves the database of an installation on loopback: the
same tables, the same durability, the same server and threads. Session look-up, CSRF, the question
with its options, grading a choice, answer, card, review and three totals in one transaction, the
memory model's step, and a page with the verdict and where it says so.

It does less than the product: its page is a third as long and not compressed, in one language,
without the security headers, the learner's own day, load balance, or the plan that the product
keeps. The ratio to it is what all of that costs together.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
import sqlite3
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fsrs
import waitress
from flask import Flask, abort, request

THREADS = 16
SESSION = """SELECT u.id, u.public_id, u.name, u.time_zone FROM login_sessions s
 JOIN users u ON u.id = s.user_id WHERE s.token_hash = ? AND s.expires_at > ? AND u.active"""
ASKED = """SELECT q.id, v.id, v.stem, v.answer, v.explanation, f.id, f.public_id, f.statement,
 f.topic, s.short_title, f.paragraph FROM question_versions v
 JOIN questions q ON q.id = v.question_id JOIN question_facts l ON l.question_id = q.id
 JOIN facts f ON f.id = l.fact_id JOIN sources s ON s.id = f.source_id
 WHERE v.public_id = ? AND q.state = 'ready' AND f.state = 'approved'"""
OPTIONS = "SELECT text, correct FROM question_options WHERE version_id = ? ORDER BY position"
ANSWER = """INSERT INTO answers (learner_id, key, version_id, content_digest, response_text,
 response_chosen, dont_know, outcome, score, notes, milliseconds, certainty, hints, kind,
 answered_at, local_day) VALUES (?, ?, ?, ?, '', ?, 0, ?, ?, '[]', 4000, '', 0, 'study', ?, ?)
 ON CONFLICT (learner_id, key) DO NOTHING"""
CARD = "SELECT * FROM cards WHERE learner_id = ? AND fact_id = ?"
KEEP_CARD = """INSERT INTO cards (learner_id, fact_id, phase, step, stability, difficulty,
 last_review, last_day, due, reviews, lapses, introduced_day, last_question_id, row_version)
 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?, ?, 1) ON CONFLICT (learner_id, fact_id) DO UPDATE SET
 phase = excluded.phase, step = excluded.step, stability = excluded.stability,
 difficulty = excluded.difficulty, last_review = excluded.last_review,
 last_day = excluded.last_day, due = excluded.due, reviews = reviews + 1,
 last_question_id = excluded.last_question_id, row_version = row_version + 1"""
REVIEW = """INSERT INTO reviews (answer_id, learner_id, fact_id, part_score, rating, counts, at,
 local_day, time_zone, rollover_hour, model, desired_retention, rating_rule, before, after, due)
 VALUES (?, ?, ?, ?, ?, 1, ?, ?, 'UTC', 4, 'fsrs-6', 0.9, 1, ?, ?, ?)"""
TOTAL = """INSERT INTO day_totals (scope, subject_id, day, answers, "right", introduced,
 milliseconds) VALUES (?, ?, ?, 1, ?, 0, 4000) ON CONFLICT (scope, subject_id, day) DO UPDATE SET
 answers = answers + 1, "right" = "right" + excluded."right",
 milliseconds = milliseconds + 4000"""
PAGE = """<div class="focus-top"><a class="leave" href="/">Leave</a><progress value="1" max="20">
</progress><span>1 of 20</span></div><div class="focus-body"><h1 id="stem">{{ stem }}</h1>
<ul>{% for text, right in options %}<li class="option {{ 'right' if right else 'other' }}">
<span class="number">{{ loop.index }}</span><span>{{ text }}</span></li>{% endfor %}</ul>
<div id="verdict" role="status"><strong>{{ "Right" if score else "Not yet" }}</strong>
<p>{{ explanation }}</p><p>{{ statement }}</p><p>{{ title }}, paragraph {{ paragraph }}</p>
<p>Comes back {{ due }}</p></div><form method="post" action="/study/undo"><input type="hidden"
 name="csrf_token" value="{{ token }}"><button>Undo</button></form>
<a class="button primary" href="/study">Next</a></div>"""


class Floor:
    """The database by one connection for each thread, writers one at a time."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        self.path, self.secret = folder / "quizapp.sqlite3", secret
        self.own, self.writer = threading.local(), threading.Lock()
        self.model = fsrs.Scheduler(enable_fuzzing=False)

    def database(self) -> sqlite3.Connection:
        """This thread's connection, as durable as the product's."""
        if not hasattr(self.own, "database"):
            database = sqlite3.connect(self.path, isolation_level=None, timeout=10)
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA synchronous=FULL")
            database.execute("PRAGMA foreign_keys=ON")
            self.own.database = database
        found: sqlite3.Connection = self.own.database
        return found

    def sign(self, purpose: str, *parts: str) -> str:
        """The product's keyed digest."""
        message = "\x1f".join((purpose, *parts)).encode()
        return hmac.new(self.secret, message, hashlib.sha256).hexdigest()[:32]

    def step(self, card: Any, at: datetime, *, right: bool) -> fsrs.Card:
        """The memory model's step from a stored card."""
        before = fsrs.Card(card_id=1)
        if card is not None:
            before = fsrs.Card(
                card_id=1,
                state=fsrs.State.Learning if card[3] is not None else fsrs.State.Review,
                step=card[3],
                stability=card[4],
                difficulty=card[5],
                last_review=datetime.fromisoformat(card[6]).replace(tzinfo=UTC),
            )
        rating = fsrs.Rating.Good if right else fsrs.Rating.Again
        return self.model.review_card(before, rating, at)[0]

    def store(
        self, person: int, key: str, asked: Any, at: datetime, *, chosen: int, right: bool
    ) -> str:
        """One transaction: answer, card, review, totals. When the fact comes back."""
        database, day, now = self.database(), at.date().isoformat(), _text(at)
        with self.writer:
            database.execute("BEGIN IMMEDIATE")
            digest = hashlib.sha256(f"{chosen}".encode()).hexdigest()
            outcome = "right" if right else "wrong"
            values = (person, key, asked[1], digest, f"[{chosen}]", outcome, float(right), now, day)
            number = database.execute(ANSWER, values).lastrowid
            card = database.execute(CARD, (person, asked[5])).fetchone()
            after = self.step(card, at, right=right)
            due, phase = _text(after.due), after.state.name.lower()
            memory = (phase, after.step, after.stability, after.difficulty, now, day, due)
            rating = 3 if right else 1
            kept = (card and json.dumps(card), json.dumps(memory), due)
            database.execute(
                REVIEW, (number, person, asked[5], float(right), rating, now, day, *kept)
            )
            database.execute(KEEP_CARD, (person, asked[5], *memory, day, asked[0]))
            for scope, subject in (("fact", asked[5]), ("learner", person), ("question", asked[0])):
                database.execute(TOTAL, (scope, subject, day, int(right)))
            database.execute("COMMIT")
        return due


def _text(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(" ")


def make_app(floor: Floor) -> Flask:
    """One page."""
    app = Flask("floor")
    page = app.jinja_env.from_string(PAGE)  # compiled once, as a template in a file is

    @app.post("/study/answer")
    def answer() -> str:
        token = request.cookies.get("quizapp_session", "")
        now, form, database = datetime.now(UTC), request.form, floor.database()
        digest = hashlib.sha256(token.encode()).hexdigest()
        person = database.execute(SESSION, (digest, _text(now))).fetchone()
        csrf = floor.sign("csrf", token)
        if person is None or not hmac.compare_digest(form["csrf_token"], csrf):
            abort(400)
        key, version = form["key"], form["version"]
        body, _, seal = key.rpartition(".")
        made = floor.sign("answer-form", str(person[0]), version, body)[:16]
        if not hmac.compare_digest(seal, made):
            abort(400)
        asked = database.execute(ASKED, (version,)).fetchone()
        options = database.execute(OPTIONS, (asked[1],)).fetchall()
        tokens = [floor.sign("option", key, str(index))[:12] for index in range(len(options))]
        chosen = tokens.index(form["choice"])
        right = bool(options[chosen][1])
        due = floor.store(person[0], key, asked, now, chosen=chosen, right=right)
        return page.render(
            stem=asked[2],
            options=options,
            score=right,
            explanation=asked[4],
            statement=asked[7],
            title=asked[9],
            paragraph=asked[10],
            due=due,
            token=csrf,
        )

    return app


def main() -> None:
    """Serve until the process is ended; print the address when ready."""
    folder = Path(sys.argv[1])
    floor = Floor(folder, (folder / "secret.key").read_bytes())
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # as the product's: a class at once
    server = waitress.create_server(
        make_app(floor), host="127.0.0.1", port=0, threads=THREADS, ident="", connection_limit=1000
    )
    print(f"Serving on http://127.0.0.1:{server.effective_port}", flush=True)  # noqa: T201
    server.run()


if __name__ == "__main__":
    main()

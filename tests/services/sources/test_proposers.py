"""Who proposes beside the rules: only what stands in the text, and only as a proposal."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.services.context import Context
from quizapp.services.sources import intake, running
from quizapp.services.sources.proposers import proposer_for
from quizapp.services.sources.verbatim import candidate_at
from quizapp.settings import Settings, SettingsError, read_settings
from quizapp.store.models import Candidate as Row
from quizapp.store.models import Fact
from tests.services.sources.conftest import Texts
from tests.world import NOON

TEXT = Paragraph(1, "The bridge at Alver was drawn by Ilse Maron. It cost 900 crowns in 1851.")


def nothing() -> None:
    """No lease to keep."""


class Model:
    """A service that answers what it is told to; remembers what it was asked."""

    def __init__(self, answer: bytes, status: int = 200) -> None:
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                outer.asked.append(json.loads(self.rfile.read(length)))
                outer.keys.append(self.headers["Authorization"])
                self.send_response(status)
                self.send_header("Location", "http://192.0.2.1/elsewhere")
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.settings = Settings(
            model_address=f"http://127.0.0.1:{self.server.server_port}/v1", model_key="k"
        )
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


Models = Callable[..., Model]


@pytest.fixture
def model() -> Iterator[Models]:
    """Starts services that end with the test."""
    started: list[Model] = []

    def start(answer: bytes, status: int = 200) -> Model:
        started.append(Model(answer, status))
        return started[-1]

    yield start
    for one in started:
        one.close()


def says(*facts: object) -> bytes:
    content = json.dumps({"facts": facts})
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


def fact(anchor: str, kind: str, subject: str = "") -> dict[str, str]:
    return {"anchor": anchor, "kind": kind, "subject": subject}


def test_only_what_stands_in_the_text_is_taken(model: Models) -> None:
    one = model(
        says(
            fact("Ilse Maron", "person", "The bridge at Alver"),
            fact("Ilse Marón", "person"),
            fact("in 1852", "year"),
            fact("in 1851", "year", "a thing that is not there"),
            fact("900 crowns", "cause"),
            fact("bridge", "figure"),
            "no fact at all",
        )
    )
    found = proposer_for(one.settings)((TEXT,), "en", nothing)
    assert [(origin, c.kind, c.value, c.subject) for origin, c in found] == [
        ("model", "person", "Ilse Maron", "The bridge at Alver"),
        ("model", "year", "1851", ""),
    ]
    assert one.keys == ["Bearer k"]
    assert one.asked[0]["messages"][1]["content"] == TEXT.text


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"no json", 200),
        (b"[" * 100_000, 200),
        (b"{}", 200),
        (b"a" * 300_000, 200),
        (b"gone", 500),
        (b"elsewhere", 302),
        (json.dumps({"choices": [{"message": {"content": "hello"}}]}).encode(), 200),
    ],
)
def test_a_model_that_talks_nonsense_is_left_alone(
    model: Models, answer: bytes, status: int
) -> None:
    one = model(answer, status)
    many = tuple(Paragraph(number, TEXT.text) for number in range(1, 9))
    assert proposer_for(one.settings)(many, "en", nothing) == []
    assert len(one.asked) == 3


def test_nobody_is_asked_where_no_address_is_set() -> None:
    assert read_settings({}).model_address == ""
    assert proposer_for(read_settings({}))((TEXT,), "en", nothing) == []
    with pytest.raises(SettingsError, match="QUIZAPP_MODEL_ADDRESS"):
        read_settings({"QUIZAPP_MODEL_ADDRESS": "file:///etc/passwd"})


def test_proposals_wait_for_a_teacher_like_all_others(texts: Texts, context: Context) -> None:
    slug = texts.give(TEXT.text)

    def fake(
        paragraphs: tuple[Paragraph, ...], language: str, beat: Callable[[], None]
    ) -> list[tuple[str, Candidate]]:
        beat()
        found = candidate_at(paragraphs[0], "The bridge", "institution", "", language)
        assert found is not None
        return [("names", found), ("names", found)]

    assert running.work_once(context, lambda: NOON, "worker", fake)
    card = texts.card(slug, "The bridge")
    assert (card.origin, card.state) == ("names", "open")
    with context.store.read() as connection:
        same = select(func.count()).where(Row.text == "The bridge")
        assert connection.execute(same).scalar_one() == 1
        made = select(func.count()).where(Fact.collection == "classroom")
        assert connection.execute(made).scalar_one() == 0


def test_a_slow_proposer_is_stopped_by_cancelling(texts: Texts, context: Context) -> None:
    slug = texts.give(TEXT.text)

    def slow(
        paragraphs: tuple[Paragraph, ...], language: str, beat: Callable[[], None]
    ) -> list[tuple[str, Candidate]]:
        del paragraphs, language
        intake.cancel(context, texts.alice, slug)
        beat()
        raise AssertionError("went on after the job was cancelled")

    assert running.work_once(context, lambda: NOON, "worker", slow)
    assert texts.screen(slug).progress.state == "cancelled"

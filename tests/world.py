"""A small world for tests: a bank of six facts, people, and a clock that is set by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event

from quizapp.core.bank.model import Bank
from quizapp.core.facts.model import Fact, FactKind, FactStatus, Source
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.services import accounts
from quizapp.services.accounts import NewAccount
from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.settings import Settings
from quizapp.store.engine import Store
from quizapp.store.queries.people import Person

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"
SECRET = "a secret of tests, at least thirty-two long"

POLAR = Source(
    id="polar",
    title="A Short History of the Polar Station",
    short_title="Polar history",
    publisher="Polar Press",
    url="https://polar.example/history",
    licence="made up for tests",
    language="en",
    as_of="2001",
    evidence="reference",
    file="polar.txt",
    text_hash="0" * 64,
    paragraphs=(3, 4, 5),
)


def fact(number: int, kind: FactKind, answer: str, **changes: Any) -> Fact:
    """The `number`-th fact of the polar station."""
    values: dict[str, Any] = {
        "id": f"polar-{number}",
        "kind": kind,
        "topic": "Station" if number % 2 else "People",
        "subject": f"subject {number}",
        "predicate": "was",
        "statement": f"Statement {number} of the station holds {answer}.",
        "ask": f"What does statement {number} hold?",
        "cue": f"statement {number}",
        "answer": answer,
        "source": "polar",
        "paragraph": 3 + number % 3,
        "anchor": f"anchor {number}",
        "importance": 3,
        "status": FactStatus.APPROVED,
        "origin": "hand",
        "language": "en",
        "as_of": "2001",
    }
    return Fact(**(values | changes))


def question(of: Fact, kind: QuestionKind, **changes: Any) -> Question:
    """A question of one kind on one fact; choices have the right answer and two others."""
    options: tuple[Option, ...] = ()
    if kind is QuestionKind.SINGLE_CHOICE:
        options = (
            Option("wrong one", feedback="That is wrong one.", fact="polar-2"),
            Option(of.answer, correct=True, fact=of.id),
            Option("wrong two"),
        )
    values: dict[str, Any] = {
        "id": f"{of.id}.{kind.value.replace('_', '-')}",
        "kind": kind,
        "template": kind.value,
        "stem": of.ask,
        "key": AnswerKey(of.answer, value=of.value, unit=of.unit, approx=of.approx),
        "facts": (of.id,),
        "options": options,
        "explanation": "",
    }
    return Question(**(values | changes))


FACTS = (
    fact(1, FactKind.RANGE, "1905–12", value="1905/1912"),
    fact(2, FactKind.FIGURE, "almost 7,000", value="7000", approx="almost", unit="people"),
    fact(3, FactKind.PERSON, "Amélie Dupont"),
    fact(4, FactKind.YEAR, "1924", value="1924"),
    fact(5, FactKind.PLACE, "Ice Harbour"),
    fact(6, FactKind.YEAR, "1941", value="1941"),
)
RECALL = {
    FactKind.RANGE: QuestionKind.DATE,
    FactKind.YEAR: QuestionKind.DATE,
    FactKind.FIGURE: QuestionKind.NUMERIC,
    FactKind.PERSON: QuestionKind.SHORT_ANSWER,
    FactKind.PLACE: QuestionKind.FLASHCARD,
}


def small_bank(facts: tuple[Fact, ...] = FACTS) -> Bank:
    """Each fact with a choice and one way to recall it."""
    questions = [question(one, QuestionKind.SINGLE_CHOICE) for one in facts]
    questions += [question(one, RECALL[one.kind]) for one in facts]
    return Bank((POLAR,), facts, tuple(sorted(questions, key=lambda item: item.id)))


def context_on(store: Store, folder: Path, **settings: Any) -> Context:
    """A context on this store with the small bank loaded."""
    made = Context(store, SECRET.encode(), Settings(data_dir=folder, secret_key=SECRET, **settings))
    load_bank(made, small_bank(), NOON)
    return made


def person(
    context: Context, name: str, role: str = "student", zone: str = "UTC", at: datetime = NOON
) -> Person:
    """A person with an account, as a signed-in request sees them."""
    return signed_in(context, name, role, zone, at)[0]


def signed_in(
    context: Context, name: str, role: str = "student", zone: str = "UTC", at: datetime = NOON
) -> tuple[Person, str]:
    """A person with an account and the token of an open session."""
    account = NewAccount(name, PASSWORD, "en", zone, role)
    token = accounts.open_session(context, accounts.create(context, account, at), at)
    found = accounts.who(context, token, at)
    assert found is not None
    return found, token


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """The statements sent to the database meanwhile; BEGIN is none, COMMIT stands as itself."""
    sent: list[str] = []

    def executed(*arguments: Any) -> None:
        statement: str = arguments[2]
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    def committed(connection: Connection) -> None:
        if connection.get_execution_options().get("quizapp_write"):
            sent.append("COMMIT")

    event.listen(store.engine, "before_cursor_execute", executed)
    event.listen(store.engine, "commit", committed)
    try:
        yield sent
    finally:
        event.remove(store.engine, "before_cursor_execute", executed)
        event.remove(store.engine, "commit", committed)


def tells(page: str, text: str) -> bool:
    """Whether a page has this text as words of its own.

    The digits of a year come up by chance within random names and tokens, which tell nothing.
    """
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", page) is not None

"""The key of an answer form: rendered by the server, good for one learner and one question.

It carries when the question was shown and its place in the sitting, signed, so that nothing
about a question on screen has to be stored, and an answer can be stored exactly once.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from quizapp.services.context import Context, Refused
from quizapp.store.queries.people import Person, guests_taken_over

CLOCKS_DIFFER = timedelta(days=1)
"""How far the clock may have been set back since a form was shown."""
SLOWEST_MILLISECONDS = 60_000
"""Time for an answer is capped here: longer means that somebody went for a walk."""


@dataclass(frozen=True, slots=True)
class FormKey:
    """What a key says. `shown` is milliseconds since 1970 in UTC."""

    text: str
    shown: int
    position: int
    total: int

    def milliseconds(self, at: datetime) -> int:
        """Time from showing to `at`, capped, never negative."""
        return max(0, min(int(at.timestamp() * 1000) - self.shown, SLOWEST_MILLISECONDS))


def new_key(
    context: Context, person: int, version: str, at: datetime, position: int, total: int
) -> FormKey:
    """A fresh key for this learner and question version."""
    shown = int(at.timestamp() * 1000)
    body = f"{secrets.token_urlsafe(9)}.{shown:x}.{position}.{total}"
    return FormKey(f"{body}.{_seal(context, person, version, body)}", shown, position, total)


def read_key(context: Context, person: int, version: str, text: str) -> FormKey:
    """Check a key that came back. Raises Refused("foreign_key") when it was not made for this."""
    body, _, seal = text.rpartition(".")
    if not secrets.compare_digest(seal.encode(), _seal(context, person, version, body).encode()):
        raise Refused("foreign_key")
    return parse_key(text)


def read_own_key(context: Context, person: Person, version: str, text: str) -> FormKey:
    """As `read_key` for this person; a form that a guest was shown is good for who claimed it.

    The answer counts once all the same: a guest's answers keep their keys when they move.
    """
    try:
        return read_key(context, person.id, version, text)
    except Refused:
        for guest in _claimed_since(context, person, text):
            with suppress(Refused):
                return read_key(context, guest, version, text)
        raise


def _claimed_since(context: Context, person: Person, text: str) -> list[int]:
    """The guests whom this person claimed after a form of this key was shown, if it is one."""
    try:
        shown = datetime.fromtimestamp(parse_key(text).shown / 1000, UTC) - CLOCKS_DIFFER
    except (ValueError, OverflowError, OSError):
        return []
    with context.store.read() as connection:
        return guests_taken_over(connection, person.id, shown)


def parse_key(text: str) -> FormKey:
    """What a key says whose seal was checked before."""
    _, shown, position, total, _ = text.rsplit(".", 4)
    return FormKey(text, int(shown, 16), int(position), int(total))


def _seal(context: Context, person: int, version: str, body: str) -> str:
    return context.sign("answer-form", str(person), version, body)[:16]

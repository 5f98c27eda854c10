"""What a view needs from the application: the services' context, the clock, the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import current_app, g

from quizapp.services.access import SignInNeeded
from quizapp.services.context import Context
from quizapp.store.queries.people import Person

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Parts:
    """The application's joined parts, kept under `app.extensions["quizapp"]`."""

    context: Context
    clock: Clock


def parts() -> Parts:
    """The parts of the application that serves this request."""
    joined: Parts = current_app.extensions["quizapp"]
    return joined


def context() -> Context:
    """The services' context."""
    return parts().context


def now() -> datetime:
    """The time of this request: asked once, so that one request has one time."""
    at: datetime | None = g.get("now")
    if at is None:
        at = g.now = parts().clock()
    return at


def person() -> Person | None:
    """The signed-in person, None for a visitor."""
    found: Person | None = g.get("person")
    return found


def signed_in() -> Person:
    """The signed-in person. Raises SignInNeeded for a visitor."""
    found = person()
    if found is None:
        raise SignInNeeded
    return found

"""Guests: people who study before they have a name.

A visitor is no row. The first answer makes one, in the transaction that stores the answer, and
signs the browser in. The row is known by a keyed digest of the visitor's cookie, so that the same
form sent twice finds the same guest. It goes after 30 days unless it is claimed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import available_timezones

from sqlalchemy import Connection, exists, func, insert, select, update

from quizapp.services import limits
from quizapp.services.accounts import add_session, audit
from quizapp.services.context import Context, Refused
from quizapp.services.erasing import erase_row
from quizapp.services.screens import VerdictScreen
from quizapp.services.study import Submission
from quizapp.services.study.answering import judge, store
from quizapp.services.study.trying import NOBODY
from quizapp.services.study.verdicts import verdict_screen
from quizapp.store.base import new_public_id
from quizapp.store.models import Answer, User, Voiding
from quizapp.store.queries.people import Person, person_with

LASTS = timedelta(days=30)
AT_A_TIME = 20
"""Expired guests that go when a new one comes."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is not a row yet. `token` is the secret of the browser's cookie."""

    token: str
    language: str
    address: str = ""
    zone: str = ""


@dataclass(frozen=True, slots=True)
class FirstAnswer:
    """What a first answer made: the guest, the token of the session, the verdict."""

    guest: Person
    token: str
    verdict: VerdictScreen


def nobody(context: Context, language: str, zone: str = "") -> Person:
    """A visitor as the study services see one: shipped questions, and nothing kept."""
    known = zone if zone in available_timezones() else context.settings.time_zone
    return Person(NOBODY, "", "", "visitor", language, known, 4, 20, 0.9, True, "auto")


def first_answer(
    context: Context, visitor: Visitor, submission: Submission, at: datetime
) -> FirstAnswer:
    """Judge a visitor's answer, and store it with the guest that it makes.

    Raises as `study.answer` does, and Refused("too_many_guests") when the network address made
    too many today; then nothing is stored.
    """
    person = nobody(context, visitor.language, visitor.zone)
    taken = judge(context, person, submission, visitor.language, at)

    def work(connection: Connection) -> FirstAnswer:
        guest = _guest(connection, context, visitor, person.time_zone, at)
        mine = replace(taken, person=guest)
        stored = store(connection, mine)
        token = add_session(connection, guest.id, at, LASTS)
        verdict = verdict_screen(context, guest, mine.asked, mine.key, stored)
        return FirstAnswer(guest, token, verdict)

    made = context.store.transact(work)
    forget_expired(context, at)
    return made


def _guest(
    connection: Connection, context: Context, visitor: Visitor, zone: str, at: datetime
) -> Person:
    """The guest of this browser, made when there is none yet."""
    key = context.sign("guest", visitor.token)
    found = connection.execute(
        select(User.id, User.expires_at).where(User.guest_key == key)
    ).first()
    if found is not None and found.expires_at > at:
        return person_with(connection, found.id)
    if found is not None:
        connection.execute(update(User).where(User.id == found.id).values(guest_key=None))
    if limits.spend(
        connection, (limits.of_address(context, limits.NEW_GUEST, visitor.address),), at
    ):
        raise Refused("too_many_guests")
    public_id = new_public_id()
    row = {
        "public_id": public_id,
        "name": "",
        "name_folded": f"\x1fguest {public_id}",  # no name that is typed holds this sign
        "password_hash": "",
        "role": "guest",
        "language": visitor.language,
        "time_zone": zone,
        "created_at": at,
        "expires_at": at + LASTS,
        "guest_key": key,
    }
    number = connection.execute(insert(User).values(row).returning(User.id)).scalar_one()
    audit(connection, at, number, "guest.came", "user", public_id)
    return person_with(connection, number)


def answers_of(context: Context, guest: Person) -> int:
    """How many answers a guest would bring along; those taken back come too and do not count."""
    with context.store.read() as connection:
        return connection.execute(
            select(func.count())
            .select_from(Answer)
            .where(Answer.learner_id == guest.id, ~exists().where(Voiding.answer_id == Answer.id))
        ).scalar_one()


def forget_expired(context: Context, at: datetime, most: int = AT_A_TIME) -> int:
    """Erase guests whose 30 days are over, the oldest first; how many went."""
    expired = (
        select(User.id)
        .where(User.role == "guest", User.expires_at <= at)
        .order_by(User.expires_at)
        .limit(most)
    )
    with context.store.read() as connection:
        rows = connection.execute(expired).scalars().all()

    def work(connection: Connection) -> None:
        for number in rows:
            erase_row(connection, number, at, "guest.expired")

    if rows:
        context.store.transact(work)
    return len(rows)

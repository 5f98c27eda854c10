"""One-time codes: printed, good for a day and for one new password.

A teacher makes one for a pupil of a class, whoever looks after the server for anybody. Only a
keyed digest is stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from quizapp.services import limits, names
from quizapp.services.access import Permission, open_classroom, require
from quizapp.services.accounts import ROLES, add_session, audit, audit_many, new_hash
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.own_password import set_password
from quizapp.services.spelled_codes import folded_code, new_code, shown_code
from quizapp.store.models import Enrolment, OneTimeCode, User
from quizapp.store.queries.people import Person

LASTS = timedelta(hours=24)
"""27^8 codes and ten tries in ten minutes: one guess in 200 million meets one within its day."""
LASTS_ON_PAPER = timedelta(days=7)
"""A slip waits for the next lesson: one guess in 28 million meets its code within the week."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """The pupil whom a code is for."""

    public_id: str
    name: str


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code as it is printed, shown this once."""

    name: str
    code: str
    until: datetime


def _pupil(
    connection: Connection, teacher: Person, classroom: str, student: str
) -> tuple[int, Pupil]:
    number = open_classroom(connection, teacher, classroom)
    row = connection.execute(
        select(User.id, User.public_id, User.name)
        .join(Enrolment, Enrolment.user_id == User.id)
        .where(
            Enrolment.classroom_id == number,
            Enrolment.role == "student",
            User.public_id == student,
            User.role == "student",  # colleagues who learn in a class stay out of reach
            User.active,
        )
    ).first()
    if row is None:
        raise NotFound
    return row.id, Pupil(row.public_id, row.name)


def pupil(context: Context, teacher: Person, classroom: str, student: str) -> Pupil:
    """A pupil of a classroom that this person teaches. Raises NotFound for all others."""
    require(Permission.TEACH, teacher)
    with context.store.read() as connection:
        return _pupil(connection, teacher, classroom, student)[1]


def make_for_pupil(
    context: Context, teacher: Person, classroom: str, student: str, at: datetime
) -> NewCode:
    """A new code for a pupil of a classroom that this person teaches; older ones stop working.

    Raises NotFound for pupils of others, and for staff who learn in the class.
    """
    require(Permission.TEACH, teacher)

    def work(connection: Connection) -> NewCode:
        number, found = _pupil(connection, teacher, classroom, student)
        return _make(connection, context, (number, found), teacher.id, at)

    return context.store.transact(work)


def make_for(context: Context, name: str, at: datetime) -> NewCode:
    """A new code for anybody with an account, for who runs the server. Raises NotFound."""

    def work(connection: Connection) -> NewCode:
        row = connection.execute(
            select(User.id, User.public_id, User.name).where(
                User.name_folded == names.folded(name), User.active, User.role.in_(ROLES)
            )
        ).first()
        if row is None:
            raise NotFound
        return _make(connection, context, (row.id, Pupil(row.public_id, row.name)), None, at)

    return context.store.transact(work)


def _make(
    connection: Connection,
    context: Context,
    whom: tuple[int, Pupil],
    by: int | None,
    at: datetime,
) -> NewCode:
    return make_many(connection, context, (whom,), by, at, LASTS)[0]


def make_many(
    connection: Connection,
    context: Context,
    whom: Sequence[tuple[int, Pupil]],
    by: int | None,
    at: datetime,
    lasts: timedelta,
) -> tuple[NewCode, ...]:
    """A new code for each of these people (row numbers), in their order; older ones are gone.

    Inside the caller's transaction; the caller has checked that these people are in reach.
    """
    made = [(number, found, new_code()) for number, found in whom]
    if not made:
        return ()
    numbers = [number for number, _ in whom]
    connection.execute(delete(OneTimeCode).where(OneTimeCode.user_id.in_(numbers)))
    times = {"made_by_id": by, "created_at": at, "expires_at": at + lasts}
    rows = [
        {"user_id": number, "code_hash": context.sign("one-time-code", code)} | times
        for number, _, code in made
    ]
    connection.execute(insert(OneTimeCode), rows)
    audit_many(connection, at, by, "code.made", "user", [p.public_id for _, p in whom])
    return tuple(NewCode(p.name, shown_code(code), at + lasts) for _, p, code in made)


def use(
    context: Context, name: str, code: str, password: str, at: datetime, address: str = ""
) -> str:
    """Set a new password with a code, end all sessions and open a new one; its token.

    Raises Refused("wrong_name_or_code") in the same words for unknown names, for codes that were
    used and for codes that are too old; too_many_tries, and password_… as at sign-up.
    """
    hashed = new_hash(password, names.cleaned(name))
    tries = (
        limits.of_name(context, limits.CODE_NAME, name),
        limits.of_address(context, limits.CODE_ADDRESS, address),
    )
    limits.admit(context, tries, at)
    digest = context.sign("one-time-code", folded_code(code))

    def work(connection: Connection) -> str:
        user = _used_up(connection, names.folded(name), digest, at)
        set_password(connection, user, hashed)
        audit(connection, at, user, "code.used")
        limits.settle(connection, (*tries, limits.of_name(context, limits.SIGN_IN_NAME, name)))
        return add_session(connection, user, at)

    return context.store.transact(work)


def _used_up(connection: Connection, name: str, digest: str, at: datetime) -> int:
    """The person whom the code was for; the code is gone, so that only one request has it."""
    person = select(User.id).where(User.name_folded == name, User.active, User.role.in_(ROLES))
    taken = (
        delete(OneTimeCode)
        .where(
            OneTimeCode.user_id.in_(person),
            OneTimeCode.code_hash == digest,
            OneTimeCode.expires_at > at,
        )
        .returning(OneTimeCode.user_id)
    )
    user = connection.execute(taken).scalar()
    if user is None:
        raise Refused("wrong_name_or_code")
    return int(user)

"""A guest's answers come along: into a new account, or into one that was there before.

A new account is the guest's own row with a name. An account that was there takes the answers
over: reviews of both merge by time, cards that both had are replayed from the union, totals are
computed anew, and keys stay, so that a form sent again still counts once.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError

from quizapp.services import names, sent_again
from quizapp.services.accounts import (
    NewAccount,
    add_session,
    audit,
    end_sessions,
    made_before,
    new_hash,
    open_session,
)
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.erasing import erase_row
from quizapp.services.merging import merge_cards, merge_totals
from quizapp.store.models import Answer, Objection, Review, User, Voiding
from quizapp.store.queries.people import CLAIMED, GUEST, Person, person_with, who_took_over

JUST_NOW = timedelta(days=1)
"""How far back a claim can lie that an answer met on its way; a clock may have been set back."""


def claim_by_sign_up(context: Context, guest: Person, account: NewAccount, at: datetime) -> str:
    """Give a guest a name and a password; the token of a new session. Raises as `create`.

    The same form sent again opens one more session. Raises NotFound for a guest who is gone.
    """
    if (wrong := names.problem(account.name)) is not None:
        raise Refused(f"name_{wrong}")
    shown = names.cleaned(account.name)
    values = {
        "name": shown,
        "name_folded": names.folded(shown),
        "password_hash": new_hash(account.password, shown),
        "role": account.role,
        "language": account.language,
        "time_zone": account.zone,
        "expires_at": None,
        "guest_key": None,
    }

    def work(connection: Connection) -> str:
        still = update(User).where(User.id == guest.id, User.role == "guest").values(values)
        if connection.execute(still).rowcount != 1:
            raise NotFound
        end_sessions(connection, guest.id)
        detail = {"claimed": True} | sent_again.kept(context, account.form)
        audit(connection, at, guest.id, sent_again.CREATED, "user", guest.public_id, **detail)
        return add_session(connection, guest.id, at)

    try:
        return context.store.transact(work)
    except (IntegrityError, NotFound) as error:
        made = made_before(context, account, at)
        if made is not None:
            return open_session(context, made, at)
        if isinstance(error, NotFound):
            raise
        raise Refused("name_taken") from None


def claim_by_sign_in(context: Context, guest: Person, user: int, at: datetime) -> int:
    """Move a guest's answers to the person who signed in; how many that count came.

    The guest is gone.
    """

    def work(connection: Connection) -> int:
        both = select(User.id).where(User.id.in_((guest.id, user))).order_by(User.id)
        rows = connection.execute(both.with_for_update()).scalars().all()
        if len(rows) != 2:
            return 0
        count = _take_over(connection, guest.id, person_with(connection, user))
        detail = {"answers": count, "guest": guest.id}  # its forms stay good for who claimed it
        audit(connection, at, user, CLAIMED, GUEST, guest.public_id, **detail)
        erase_row(connection, guest.id, at, "guest.moved")
        return count

    return context.store.transact(work)


def claimer_of(context: Context, guest: Person, at: datetime) -> Person | None:
    """Who took over the answers of a guest whose row is gone, None when nobody did."""
    with context.store.read() as connection:
        return who_took_over(connection, guest.public_id, at - JUST_NOW)


def _take_over(connection: Connection, guest: int, person: Person) -> int:
    """Answers with their reviews, cards and totals. A key that was there before stays behind."""
    known = select(Answer.key).where(Answer.learner_id == person.id)
    behind = connection.execute(
        select(Answer.id).where(Answer.learner_id == guest, Answer.key.in_(known))
    )
    stay = list(behind.scalars())
    days = merge_cards(connection, guest, person, stay)
    moving = (Review.learner_id == guest, Review.answer_id.not_in(stay))
    connection.execute(update(Review).where(*moving).values(learner_id=person.id))
    answers = update(Answer).where(Answer.learner_id == guest, Answer.id.not_in(stay))
    voided = exists().where(Voiding.answer_id == Answer.id)
    coming = select(func.count()).select_from(Answer)
    counting = (Answer.learner_id == guest, Answer.id.not_in(stay), ~voided)
    moved = connection.execute(coming.where(*counting)).scalar_one()
    connection.execute(answers.values(learner_id=person.id))
    merge_totals(connection, guest, person.id, days)
    _bring_objections(connection, guest, person.id)
    return moved


def _bring_objections(connection: Connection, guest: int, person: int) -> None:
    """What the guest found wrong; of two open ones to the same version the later one stays."""
    is_open = Objection.state == "open"
    theirs = select(Objection.version_id).where(Objection.learner_id == guest, is_open)
    before = delete(Objection).where(Objection.learner_id == person, is_open)
    connection.execute(before.where(Objection.version_id.in_(theirs)))
    moving = update(Objection).where(Objection.learner_id == guest)
    connection.execute(moving.values(learner_id=person))

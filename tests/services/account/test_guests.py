"""A first answer makes a guest; a guest is claimed or goes; nobody else is touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import func, select

from quizapp.core.memory.policy import Policy
from quizapp.core.memory.replay import ReviewStep, replay
from quizapp.core.memory.state import Rating
from quizapp.services import accounts, claiming, guests, own_data, study
from quizapp.services.accounts import NewAccount
from quizapp.services.checking import check
from quizapp.services.context import Context, Refused
from quizapp.services.guests import FirstAnswer, Visitor
from quizapp.services.study.cards import state_of
from quizapp.store.models import Answer, Card, DayTotal, Review, User, Voiding
from quizapp.store.queries.people import Person
from tests.services.study.sittings import filled, sit, state
from tests.services.study.test_answering import together
from tests.world import NOON, PASSWORD


def rows(context: Context, model: Any, *where: Any) -> int:
    with context.store.read() as connection:
        return connection.execute(
            select(func.count()).select_from(model).where(*where)
        ).scalar_one()


def come(
    context: Context, at: datetime = NOON, token: str = "", address: str = "10.0.0.1"
) -> FirstAnswer:
    """A visitor's first answer."""
    screen = study.ask(context, guests.nobody(context, "en"), at)
    assert screen is not None
    visitor = Visitor(token or "cookie", "en", address)
    return guests.first_answer(context, visitor, filled(screen), at + timedelta(seconds=5))


def sound(context: Context) -> None:
    """What is derived equals its rebuild."""
    findings = [
        (f.code, f.table, f.row, f.seen)
        for f in check(context.store, NOON + timedelta(days=40)).findings
    ]
    assert findings == []


def test_looking_at_a_question_makes_nobody(context: Context) -> None:
    screen = study.ask(context, guests.nobody(context, "en"), NOON)
    assert screen is not None
    assert rows(context, User) == rows(context, Answer) == 0


def test_the_first_answer_makes_a_guest_who_studies_on(context: Context) -> None:
    made = come(context)
    guest = accounts.who(context, made.token, NOON + timedelta(days=29))
    assert guest == made.guest
    assert (guest.role, guest.name) == ("guest", "")
    sit(context, guest, NOON + timedelta(minutes=1), count=3)
    assert guests.answers_of(context, guest) == 4
    assert accounts.who(context, made.token, NOON + timedelta(days=31)) is None


def test_the_same_first_answer_sent_twice_makes_one_guest(context: Context) -> None:
    screen = study.ask(context, guests.nobody(context, "en"), NOON)
    assert screen is not None
    form = filled(screen)
    send = lambda: guests.first_answer(context, Visitor("cookie", "en"), form, NOON)  # noqa: E731
    assert together(send, send) == []
    assert send().verdict.repeated
    assert rows(context, User) == rows(context, Answer) == 1


def test_a_form_of_somebody_else_makes_nobody(context: Context, bob: Person) -> None:
    screen = study.ask(context, bob, NOON)
    assert screen is not None
    with pytest.raises(Refused, match="foreign_key"):
        guests.first_answer(context, Visitor("cookie", "en"), filled(screen), NOON)
    assert rows(context, User) == 1


def test_guests_from_one_address_are_limited_in_number_for_a_day(context: Context) -> None:
    for number in range(60):
        come(context, token=f"cookie {number}")
    with pytest.raises(Refused, match="too_many_guests"):
        come(context, token="one more")
    assert rows(context, User) == 60
    come(context, token="elsewhere", address="10.0.0.2")
    come(context, NOON + timedelta(days=1), token="tomorrow")


def test_guests_go_after_thirty_days_with_all_they_did(context: Context, bob: Person) -> None:
    sit(context, bob, NOON, count=2)
    before = state(context, bob)
    gone = come(context).guest
    kept = come(context, NOON + timedelta(days=10), token="later").guest
    assert guests.forget_expired(context, NOON + timedelta(days=29)) == 0
    assert guests.forget_expired(context, NOON + timedelta(days=31)) == 1
    assert (
        rows(context, User, User.id == gone.id)
        == rows(context, Answer, Answer.learner_id == gone.id)
        == 0
    )
    assert rows(context, Answer, Answer.learner_id == kept.id) == 1
    assert [row for row in state(context, bob) if row[0] == bob.id] == [
        row for row in before if row[0] == bob.id
    ]
    with context.store.read() as connection:
        facts = connection.execute(
            select(func.sum(DayTotal.answers)).where(DayTotal.scope == "fact")
        ).scalar()
    assert facts == 4  # the counts of facts stay: two of Bob, one of each guest
    sound(context)


def test_a_guest_becomes_an_account_with_everything(context: Context, bob: Person) -> None:
    guest = come(context).guest
    sit(context, guest, NOON + timedelta(minutes=1), count=4)
    before = state(context, guest)
    account = NewAccount("Elena", PASSWORD, "es", "America/Lima")
    token = claiming.claim_by_sign_up(context, guest, account, NOON)
    elena = accounts.who(context, token, NOON)
    assert elena is not None
    assert (elena.name, elena.role, elena.time_zone) == ("Elena", "student", "America/Lima")
    assert state(context, elena) == before
    assert accounts.sign_in(context, "Elena", PASSWORD, NOON)[0] == elena.id
    assert guests.forget_expired(context, NOON + timedelta(days=40)) == 0
    assert state(context, bob) == [row for row in before if isinstance(row[0], str)]
    sound(context)


def test_a_name_that_is_taken_leaves_the_guest_as_before(context: Context, bob: Person) -> None:
    made = come(context)
    account = NewAccount("bob", PASSWORD, "en", "UTC")
    with pytest.raises(Refused, match="name_taken"):
        claiming.claim_by_sign_up(context, made.guest, account, NOON)
    assert accounts.who(context, made.token, NOON) == made.guest


def test_an_account_takes_over_what_a_guest_did(context: Context, bob: Person, dan: Person) -> None:
    for who in (bob, dan):
        sit(context, who, NOON, count=5)
    dans = [row for row in state(context, dan) if row[0] == dan.id]
    made = come(context, NOON + timedelta(days=2))
    guest = made.guest
    sit(context, guest, NOON + timedelta(days=2, minutes=1), count=7, right=False)
    sit(context, bob, NOON + timedelta(days=3), count=2)
    study.undo(context, guest, NOON + timedelta(days=2, minutes=30))

    moved = claiming.claim_by_sign_in(context, guest, bob.id, NOON + timedelta(days=4))
    assert moved == 7  # one of the eight was taken back
    assert accounts.who(context, made.token, NOON + timedelta(days=2)) is None
    assert rows(context, User, User.id == guest.id) == 0
    assert rows(context, Answer, Answer.learner_id == bob.id) == 5 + 8 + 2
    assert [row for row in state(context, dan) if row[0] == dan.id] == dans
    proven = _cards_equal_their_replay(context, bob)
    assert proven["both"] > 0
    sound(context)


def _cards_equal_their_replay(context: Context, who: Person) -> dict[str, int]:
    """Every card of this learner against its reviews in the order of storing, and by time."""
    seen = {"cards": 0, "both": 0}
    voided = select(Voiding.answer_id)
    with context.store.read() as connection:
        cards = connection.execute(select(Card.__table__).where(Card.learner_id == who.id)).all()
        for card in cards:
            reviews = connection.execute(
                select(Review.__table__)
                .where(
                    Review.learner_id == who.id,
                    Review.fact_id == card.fact_id,
                    Review.answer_id.not_in(voided),
                )
                .order_by(Review.id)
            ).all()
            assert reviews == sorted(reviews, key=lambda review: review.at)
            steps = [
                ReviewStep(r.at, Rating(r.rating), r.time_zone, r.rollover_hour) for r in reviews
            ]
            assert replay(steps, Policy()) == state_of(card)
            assert card.due == reviews[-1].due
            assert card.reviews == len(reviews)
            assert reviews[0].before is None
            for one, following in pairwise(reviews):
                assert {name: following.before[name] for name in one.after} == one.after
            seen["cards"] += 1
            seen["both"] += len({review.local_day for review in reviews}) > 1
    return seen


def test_after_a_claim_the_last_answer_can_be_taken_back(context: Context, bob: Person) -> None:
    sit(context, bob, NOON, count=3)
    guest = come(context, NOON + timedelta(days=2)).guest
    at = NOON + timedelta(days=2, minutes=5)
    claiming.claim_by_sign_in(context, guest, bob.id, at)
    assert study.undo(context, bob, at) is not None
    assert rows(context, Card, Card.learner_id == bob.id) > 0
    _cards_equal_their_replay(context, bob)
    sound(context)


def test_answers_under_one_key_come_along_once(context: Context, bob: Person) -> None:
    screen = study.ask(context, guests.nobody(context, "en"), NOON)
    assert screen is not None
    form = filled(screen)
    for _ in range(2):
        made = guests.first_answer(context, Visitor("cookie", "en"), form, NOON)
        claiming.claim_by_sign_in(context, made.guest, bob.id, NOON)
    assert rows(context, Answer, Answer.learner_id == bob.id) == 1
    sound(context)


def test_a_cookie_of_before_is_dead_after_sign_out(context: Context) -> None:
    made = come(context)
    accounts.sign_out(context, made.token)
    again = come(context, NOON + timedelta(hours=1))
    assert again.guest.id != made.guest.id


def test_a_guests_form_is_good_for_who_claimed_it_and_nobody_else(
    context: Context, bob: Person, dan: Person
) -> None:
    guest = come(context).guest
    screen = study.ask(context, guest, NOON)
    assert screen is not None
    form = filled(screen)
    with pytest.raises(Refused, match="foreign_key"):
        study.answer(context, bob, form, "en", NOON)
    claiming.claim_by_sign_in(context, guest, bob.id, NOON + timedelta(minutes=1))
    at = NOON + timedelta(minutes=2)
    assert study.held_question(context, bob, form).key == form.key
    assert not study.answer(context, bob, form, "en", at).repeated
    assert study.answer(context, bob, form, "en", at).repeated
    with pytest.raises(Refused, match="foreign_key"):
        study.answer(context, dan, form, "en", at)
    assert rows(context, Answer, Answer.learner_id == bob.id) == 2
    sound(context)


def test_a_key_of_nonsense_is_nobodys(context: Context, bob: Person) -> None:
    screen = study.ask(context, bob, NOON)
    assert screen is not None
    for key in ("", "....", "a.b.c.d.e", f"x.{'f' * 30}.1.1.y", "x.-fffffffffffff.1.1.y"):
        with pytest.raises(Refused, match="foreign_key"):
            study.answer(context, bob, replace(filled(screen), key=key), "en", NOON)


def test_an_answer_that_meets_the_claim_on_its_way(context: Context, bob: Person) -> None:
    """The request had its person already when the claim took the row away, or nearly so."""
    made = come(context)
    screen = study.ask(context, made.guest, NOON)
    assert screen is not None
    form, failed = filled(screen), []

    def send() -> None:
        try:
            study.answer(context, made.guest, form, "en", NOON + timedelta(seconds=9))
        except study.LearnerGone:
            claimer = claiming.claimer_of(context, made.guest, NOON + timedelta(seconds=10))
            assert claimer == bob
            failed.append(claimer)
            study.answer(context, claimer, form, "en", NOON + timedelta(seconds=9))

    claim = lambda: claiming.claim_by_sign_in(context, made.guest, bob.id, NOON)  # noqa: E731
    assert together(send, claim) == []
    assert rows(context, Answer, Answer.learner_id == bob.id) == rows(context, Answer) == 2
    sound(context)


def test_nobody_has_claimed_a_guest_that_was_erased(context: Context, bob: Person) -> None:
    guest = come(context).guest
    screen = study.ask(context, guest, NOON)
    assert screen is not None
    own_data.erase(context, guest, "", NOON)
    with pytest.raises(study.LearnerGone):
        study.answer(context, guest, filled(screen), "en", NOON)
    assert claiming.claimer_of(context, guest, NOON) is None

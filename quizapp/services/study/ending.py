"""The end of a sitting: how today went, what got stronger, what comes next."""

from __future__ import annotations

from datetime import datetime

from quizapp.services.context import Context
from quizapp.services.knowledge import fact_line
from quizapp.services.screens import SessionEndScreen
from quizapp.services.study.plan import make_plan, policy_of
from quizapp.store.queries.people import Person
from quizapp.store.queries.progress import next_due, strengthened


def session_end(context: Context, person: Person, at: datetime) -> SessionEndScreen:
    """What a learner sees when today's plan is done."""
    policy = policy_of(person)
    with context.store.read() as connection:
        plan = make_plan(connection, person, at)
        stronger = strengthened(connection, person.id, plan.today)
        following = next_due(connection, person.id)
    return SessionEndScreen(
        answered=plan.counts.answered_today,
        right=plan.counts.right_today,
        stronger=tuple(fact_line(row, at, policy) for row in stronger),
        tomorrow=plan.counts.tomorrow,
        tomorrow_minutes=plan.minutes(plan.counts.tomorrow),
        next_due=following,
        new_left=plan.counts.unseen,
        can_undo=plan.counts.answered_today > 0,
    )

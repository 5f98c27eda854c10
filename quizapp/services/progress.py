"""A learner's home and progress: what is due, what is known, what comes."""

from __future__ import annotations

from datetime import datetime

from quizapp.core.memory.forecast import due_forecast, recall_interval
from quizapp.core.memory.policy import Policy
from quizapp.services.context import Context
from quizapp.services.home_screens import ClassroomLine, ForecastDay, HomeScreen, ProgressScreen
from quizapp.services.knowledge import (
    calendar,
    calendar_start,
    fact_line,
    recall_of,
    topic_recalls,
    weakest_topics,
)
from quizapp.services.objections.reading import MOST_NEWS, mine_of
from quizapp.services.quizzes.tasks import tasks
from quizapp.services.screens import FactLine
from quizapp.services.study.plan import make_plan, policy_of
from quizapp.store.queries import progress as queries
from quizapp.store.queries.objections import unread
from quizapp.store.queries.people import Person

FORECAST_DAYS = 14
LIST_LENGTH = 5


def home(context: Context, person: Person, at: datetime) -> HomeScreen:
    """What a learner sees first today."""
    policy = policy_of(person)
    with context.store.read() as connection:
        plan = make_plan(connection, person, at)
        facts = queries.knowledge(connection, person.id)
        since = calendar_start(plan.today)
        days, news = queries.study_days_and_news(connection, person.id, since)
        classrooms = queries.classrooms_of(connection, person.id)
        asked = tasks(connection, person, facts, policy, at) if classrooms else ()
        unseen = unread(connection, person.id, MOST_NEWS) if news else ()
    return HomeScreen(
        today=plan.today,
        due=plan.facts_due,
        new=plan.new_left,
        minutes=plan.minutes(plan.answers_left),
        answered_today=plan.counts.answered_today,
        tomorrow=plan.counts.tomorrow,
        tomorrow_minutes=plan.minutes(plan.counts.tomorrow),
        calendar=calendar(days, plan.today),
        weakest=weakest_topics(topic_recalls(facts, at, policy)),
        classrooms=tuple(ClassroomLine(*row) for row in classrooms),
        tasks=asked,
        replies=tuple(map(mine_of, unseen)),
    )


def progress(context: Context, person: Person, at: datetime) -> ProgressScreen:
    """What a learner knows now, by topic and fact, and what falls due in the next 14 days."""
    policy = policy_of(person)
    with context.store.read() as connection:
        plan = make_plan(connection, person, at)
        facts = queries.knowledge(connection, person.id)
        days = queries.study_days(connection, person.id, calendar_start(plan.today))
    recalls = [r for r in (recall_of(fact, at, policy) for fact in facts) if r is not None]
    mean, low, high = recall_interval(recalls) if recalls else (None, None, None)
    coming = due_forecast(
        [fact.due for fact in facts if fact.due is not None and fact.asked],
        plan.today,
        FORECAST_DAYS,
        person.time_zone,
        person.rollover_hour,
    )
    strongest, weakest = _strongest_and_weakest(facts, at, policy)
    return ProgressScreen(
        today=plan.today,
        recall=mean,
        low=low,
        high=high,
        introduced=len(recalls),
        total=sum(fact.asked or fact.due is not None for fact in facts),
        answered=sum(days.values()),
        study_days=len(days),
        forecast=tuple(
            ForecastDay(day, count + (coming.overdue if day == plan.today else 0))
            for day, count in coming.days
        ),
        overdue=coming.overdue,
        topics=topic_recalls(facts, at, policy),
        strongest=strongest,
        weakest=weakest,
        calendar=calendar(days, plan.today),
    )


def _strongest_and_weakest(
    facts: tuple[queries.KnownFact, ...], at: datetime, policy: Policy
) -> tuple[tuple[FactLine, ...], tuple[FactLine, ...]]:
    lines = [fact_line(fact, at, policy) for fact in facts if fact.due is not None]
    lines.sort(key=lambda line: (line.stability, line.public_id))
    weakest = lines[:LIST_LENGTH]
    strongest = [line for line in reversed(lines) if line not in weakest][:LIST_LENGTH]
    return tuple(strongest), tuple(weakest)

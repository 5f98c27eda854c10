"""What is known of facts: lines in lists, recall by topic, the calendar of days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from quizapp.core.memory.curve import recall_after
from quizapp.core.memory.days import learner_day
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import MemoryState, Phase
from quizapp.services.home_screens import DayCell
from quizapp.services.screens import FactLine, TopicRecall
from quizapp.store.queries.progress import KnownFact


def recall_of(fact: KnownFact, at: datetime, policy: Policy) -> float | None:
    """The chance 0..1 that the fact is recalled now, None while it is new."""
    return expected_recall(fact.memory, at, policy)


def expected_recall(memory: MemoryState, at: datetime, policy: Policy) -> float | None:
    """The chance 0..1 of recall that a screen shows, None for a new card.

    FSRS-6 does not forecast recall within a day (it says 1 right after a mistake, and was worse
    than a constant there), so a fact studied today counts with what is expected tomorrow.
    """
    if memory.phase is Phase.NEW or memory.stability is None or memory.last_day is None:
        return None
    days = (learner_day(at, policy.zone, policy.rollover_hour) - memory.last_day).days
    return recall_after(memory.stability, max(days, 1), policy.parameters)


def fact_line(fact: KnownFact, at: datetime, policy: Policy) -> FactLine:
    """A fact that has a card, as a line in a list."""
    due = fact.due or at
    return FactLine(
        public_id=fact.public_id,
        statement=fact.statement,
        language=fact.language,
        recall=recall_of(fact, at, policy) or 0.0,
        stability=fact.memory.stability or 0.0,
        due=due,
        due_day=learner_day(due, policy.zone, policy.rollover_hour),
    )


def topic_recalls(
    facts: Iterable[KnownFact], at: datetime, policy: Policy
) -> tuple[TopicRecall, ...]:
    """Mean recall now per topic, over the facts introduced; topics in their first order.

    What is neither introduced nor asked for by study is not counted.
    """
    known: dict[str, list[float]] = {}
    totals: dict[str, int] = {}
    for fact in facts:
        if fact.due is None and not fact.asked:
            continue
        totals[fact.topic] = totals.get(fact.topic, 0) + 1
        recall = recall_of(fact, at, policy)
        known.setdefault(fact.topic, [])
        if recall is not None:
            known[fact.topic].append(recall)
    return tuple(
        TopicRecall(
            topic, sum(recalls) / len(recalls) if recalls else None, len(recalls), totals[topic]
        )
        for topic, recalls in known.items()
    )


def weakest_topics(topics: Iterable[TopicRecall], count: int = 3) -> tuple[TopicRecall, ...]:
    """The topics with the lowest recall among those begun."""
    begun = [topic for topic in topics if topic.recall is not None]
    return tuple(sorted(begun, key=lambda topic: topic.recall or 0.0)[:count])


WEEKS = 12


def calendar_start(today: date) -> date:
    """The Monday that opens the 12 weeks which end with this one."""
    return today - timedelta(days=today.weekday(), weeks=WEEKS - 1)


def calendar(answers: Mapping[date, int], today: date) -> tuple[DayCell, ...]:
    """Twelve whole weeks from Monday, the days to come without a count."""
    start = calendar_start(today)
    days = (start + timedelta(days=offset) for offset in range(7 * WEEKS))
    return tuple(DayCell(day, answers.get(day, 0) if day <= today else None) for day in days)

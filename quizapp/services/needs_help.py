"""Who in a class needs help, and why: five plain rules, each with its evidence.

A learner is named when at least one rule holds; the reason carries the figures from which it
can be counted again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

IDLE_DAYS = 5
"""Days without study after which due facts are a reason."""
WEAK = 0.5
"""Expected recall of a topic below which it is a reason."""
WEAK_FACTS = 3
"""Facts of a topic that must have been met before its recall says anything."""
LOW = 0.7
"""Expected recall over all facts met below which it is a reason."""
LOW_FACTS = 5
"""Facts that must have been met before recall over all of them says anything."""
MANY_DUE = 20
"""Facts due from which on somebody who does study has fallen behind ..."""
MANY_SHARE = 0.5
"""... when they are also this share of the facts met."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a learner is named: not_begun, idle, weak_topic, low or behind, with its figures.

    `day` is the classroom's: when a learner joined (not_begun) or last studied (idle).
    """

    code: str
    day: date | None = None
    count: int = 0
    topic: str = ""
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rules look at. `topics` holds name, recall and facts met of each topic begun."""

    joined: date
    studied: date | None
    recall: float | None
    introduced: int
    due: int
    topics: Sequence[tuple[str, float, int]]


def reasons(standing: Standing, today: date) -> tuple[Reason, ...]:
    """Why this learner needs help, the weightiest first; nothing for who does not."""
    if standing.studied is None or standing.recall is None:
        late = standing.joined < today
        return (Reason("not_begun", day=standing.joined),) if late else ()
    return tuple(_of_study(standing, standing.studied, standing.recall, today))


def _of_study(standing: Standing, studied: date, recall: float, today: date) -> Iterator[Reason]:
    idle = (today - studied).days >= IDLE_DAYS and standing.due > 0
    if idle:
        yield Reason("idle", day=studied, count=standing.due)
    weakest = min(
        (topic for topic in standing.topics if topic[2] >= WEAK_FACTS),
        key=lambda topic: topic[1],
        default=None,
    )
    if weakest is not None and weakest[1] < WEAK:
        yield Reason("weak_topic", topic=weakest[0], share=weakest[1])
    elif recall < LOW and standing.introduced >= LOW_FACTS:
        yield Reason("low", count=standing.introduced, share=recall)
    behind = standing.due >= max(MANY_DUE, MANY_SHARE * standing.introduced)
    if behind and not idle:
        yield Reason("behind", count=standing.due)

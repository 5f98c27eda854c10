"""Sample homes, progress, fact lists and a class for the gallery. Learners are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

from quizapp.services.home_screens import (
    ClassroomLine,
    DayCell,
    ForecastDay,
    HomeScreen,
    ProgressScreen,
)
from quizapp.services.screens import FactCard, FactLine, SessionEndScreen, TopicRecall
from tests.browser.gallery.samples import HEAD, INVITED, NAVAL, NOW, TODAY, TRAINED


def _line(fact: FactCard, recall: float) -> FactLine:
    return FactLine(
        fact.public_id, fact.statement, fact.language, recall, 12.0, NOW + timedelta(days=3)
    )


def _calendar() -> tuple[DayCell, ...]:
    weeks = (
        "5 0 12 3 0 4 6",
        "14 6 0 0 0 0 0",
        "22 5 5 0 11 0 0",
        "7 8 0 12 0 0 0",
        "0 0 13 20 0 0 0",
        "12 0 14 25 0 0 0",
        "28 24 22 0 21 22 0",
        "0 0 16 0 24 12 20",
        "16 33 21 35 0 0 21",
        "38 0 12 16 22 14 0",
        "23 0 26 29 41 0 0",
        "24 8",
    )
    counts = [int(one) for week in weeks for one in week.split()]
    start = TODAY - timedelta(days=len(counts) - 1)
    return tuple(
        DayCell(start + timedelta(days=index), counts[index] if index < len(counts) else None)
        for index in range(84)
    )


TOPICS = (
    TopicRecall("Agreements, 1990–91", 0.58, 9, 12),
    TopicRecall("Suppliers, 1974–78", 0.64, 8, 8),
    TopicRecall("United States missions", 0.71, 12, 14),
)
HOME = HomeScreen(
    TODAY,
    18,
    0,
    6,
    8,
    11,
    4,
    _calendar(),
    TOPICS,
    (
        ClassroomLine("class-4b", "4B History", "Rosa Quispe"),
        ClassroomLine("class-club", "Debate club", "Óscar Salas"),
    ),
)
HOME_NEW = replace(
    HOME,
    due=0,
    new=10,
    answered_today=0,
    tomorrow=0,
    weakest=(),
    classrooms=(),
    calendar=tuple(replace(c, answers=0 if c.answers is not None else None) for c in _calendar()),
)
HOME_DONE = replace(HOME, due=0, new=0)
HOME_BOTH = replace(HOME, due=18, new=5, minutes=9)

PROGRESS = ProgressScreen(
    TODAY,
    0.74,
    0.70,
    0.78,
    42,
    61,
    1204,
    44,
    tuple(
        ForecastDay(TODAY + timedelta(days=index), due)
        for index, due in enumerate((18, 11, 7, 12, 3, 0, 9, 14, 6, 5, 0, 8, 4, 2))
    ),
    6,
    (
        *TOPICS,
        TopicRecall("French missions", 0.88, 13, 15),
        TopicRecall("Soviet equipment", None, 0, 12),
    ),
    tuple(_line(fact, recall) for fact, recall in ((HEAD, 0.98), (INVITED, 0.97), (NAVAL, 0.95))),
    tuple(_line(fact, recall) for fact, recall in ((TRAINED, 0.41), (NAVAL, 0.52))),
    _calendar(),
)
PROGRESS_EMPTY = replace(PROGRESS, recall=None, low=None, high=None, introduced=0)

END = SessionEndScreen(
    18,
    15,
    tuple(_line(fact, 0.97) for fact in (HEAD, NAVAL, INVITED)),
    11,
    4,
    NOW,
    5,
    can_undo=True,
)
END_NOTHING = SessionEndScreen(0, 0, (), 11, 4, NOW, 0)

GROUPS = [
    SimpleNamespace(
        topic="French missions", facts=[_line(INVITED, 0.97), _line(NAVAL, 0.52), HEAD]
    ),
    SimpleNamespace(topic="United States missions", facts=[TRAINED]),
]

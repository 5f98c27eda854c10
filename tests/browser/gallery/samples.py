"""Sample values for the gallery. Learners are invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from quizapp.core.grading.verdict import Note, Outcome
from quizapp.core.questions import QuestionKind
from quizapp.services.screens import (
    Citation,
    ClassroomLine,
    DayCell,
    FactCard,
    FactLine,
    ForecastDay,
    HomeScreen,
    OptionRow,
    ProgressScreen,
    QuestionScreen,
    RatingButton,
    RevealScreen,
    SessionEndScreen,
    TopicRecall,
    VerdictScreen,
)

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as templates see it."""

    name: str
    is_teacher: bool = False
    is_admin: bool = False
    single_keys: bool = True
    theme: str = ""


STUDENT = Person("Elena")
TEACHER = Person("Rosa", is_teacher=True)


def _citation(paragraph: int, anchor: str, according_to: str = "") -> Citation:
    return Citation(
        "country-study",
        "Library of Congress country study",
        paragraph,
        "1992-09",
        according_to,
        anchor,
    )


NAVAL = FactCard(
    "fact-naval",
    "A French naval mission served in Peru from 1905 to 1912, in addition to the army mission.",
    "en",
    "French missions",
    _citation(9, "there was also a French naval mission (1905-12)"),
)
HEAD = FactCard(
    "fact-head",
    "Colonel Paul Clément was the first head of the French military mission, beginning in 1896.",
    "en",
    "French missions",
    _citation(10, "Colonel Paul Clément"),
)
TRAINED = FactCard(
    "fact-trained",
    "The United States trained almost 7,000 Peruvian officers and other personnel in these "
    "decades, in programmes of a few weeks to four years.",
    "en",
    "United States missions",
    _citation(11, "almost 7,000 Peruvian officers"),
)
INVITED = FactCard(
    "fact-invited",
    "Peru invited a French military mission in 1896 to help rebuild its armed forces.",
    "en",
    "French missions",
    _citation(9, "in 1896"),
)


def _options(*texts: str, states: tuple[str, ...] = ("", "", "", "")) -> tuple[OptionRow, ...]:
    return tuple(
        OptionRow(f"token{number}", number, text, state)
        for number, (text, state) in enumerate(zip(texts, states, strict=True), 1)
    )


CHOICE = QuestionScreen(
    "key-choice",
    "version-1",
    QuestionKind.SINGLE_CHOICE,
    "In which years did a French naval mission work in Peru beside the French army mission?",
    "en",
    8,
    18,
    _options("1905–12", "1919–21", "1926–30", "1935–40"),
    can_undo=True,
)
CHOICE_ANSWERED = VerdictScreen(
    replace(
        CHOICE,
        options=_options(
            "1905–12", "1919–21", "1926–30", "1935–40", states=("right", "chosen", "other", "other")
        ),
    ),
    Outcome.NOT_YET,
    (Note("option", {"text": "1919–21 was the French air mission."}),),
    "1905–12",
    "",
    (NAVAL,),
    NOW + timedelta(minutes=10),
    timedelta(minutes=10),
    TODAY,
    learning=True,
)
CHOICE_RIGHT = replace(
    CHOICE_ANSWERED,
    question=replace(
        CHOICE,
        options=_options(
            "1905–12",
            "1919–21",
            "1926–30",
            "1935–40",
            states=("right_chosen", "other", "other", "other"),
        ),
    ),
    outcome=Outcome.RIGHT,
    notes=(),
    interval=timedelta(days=4),
    due_day=date(2026, 11, 28),
    learning=False,
    repeated=True,
)
LONG = QuestionScreen(
    "key-long",
    "version-1",
    QuestionKind.SINGLE_CHOICE,
    "¿En qué años trabajó en el Perú, junto a la misión del ejército francés, una misión naval "
    "enviada por Francia a pedido del gobierno peruano?",
    "es",
    118,
    240,
    _options(
        "De mediados de la década de 1970 hasta el final de la década de 1980, casi sin interrupción",
        "1919–21",
        "Internacionalización institucionalizada",
        "1935–40",
    ),
    can_undo=True,
    first_time=True,
)
LONG_ANSWERED = replace(
    CHOICE_ANSWERED,
    question=replace(
        LONG,
        options=tuple(
            replace(option, state=state)
            for option, state in zip(
                LONG.options, ("right", "other", "chosen", "other"), strict=True
            )
        ),
    ),
)
TYPED = QuestionScreen(
    "key-typed",
    "version-1",
    QuestionKind.SHORT_ANSWER,
    "Who was the first head of the French military mission to Peru?",
    "en",
    12,
    18,
    can_undo=True,
)
TYPED_DATE = replace(
    TYPED,
    key="key-date",
    kind=QuestionKind.DATE,
    stem="From when to when did a French naval mission serve in Peru?",
    can_undo=False,
)
TYPED_NUMBER = replace(
    TYPED,
    key="key-number",
    kind=QuestionKind.NUMERIC,
    stem="How many people a year went to the Soviet Union for training at the height?",
    unit="people a year",
)
ASKED_BACK = replace(
    TYPED_NUMBER,
    given="1.500",
    notes=(Note("ambiguous", {"text": "1.500 can mean 1,500 or one and a half."}),),
)
ACCEPTED = VerdictScreen(
    TYPED,
    Outcome.ACCEPTED,
    (Note("accent", {"text": "It is spelled Clément, with an accent."}),),
    "Paul Clément",
    "Colonel Paul Clement",
    (HEAD,),
    NOW + timedelta(days=9),
    timedelta(days=9),
    date(2026, 12, 3),
    learning=False,
)
TYPED_MISSED = replace(
    ACCEPTED,
    outcome=Outcome.NOT_YET,
    notes=(Note("look_alike", {"text": "1919–21 was the French air mission."}),),
    question=TYPED_DATE,
    answer="1905 to 1912",
    given="1919-21",
    facts=(NAVAL, replace(HEAD, citation=None)),
    interval=timedelta(minutes=1),
)
DONT_KNOW = replace(TYPED_MISSED, given="", notes=(), facts=(NAVAL,), outcome=Outcome.NOT_YET)
CARD = QuestionScreen(
    "key-card",
    "version-1",
    QuestionKind.FLASHCARD,
    "How many Peruvian officers and other personnel did the United States train from the 1940s "
    "into the 1970s?",
    "en",
    13,
    18,
    can_undo=True,
)
REVEALED = RevealScreen(
    CARD,
    "almost 7,000",
    (TRAINED,),
    (
        RatingButton(1, timedelta(minutes=10)),
        RatingButton(2, timedelta(days=3)),
        RatingButton(3, timedelta(days=8)),
        RatingButton(4, timedelta(days=17)),
    ),
)
RATED = replace(
    ACCEPTED, question=CARD, outcome=Outcome.RIGHT, notes=(), given="", facts=(TRAINED,)
)
TRY = replace(
    CHOICE,
    stem="In which year did Peru invite the French military mission to help rebuild its armed forces?",
    options=_options("1896", "1904", "1919", "1920"),
)
TRIED = replace(
    CHOICE_ANSWERED,
    question=replace(
        TRY,
        options=_options(
            "1896", "1904", "1919", "1920", states=("right", "other", "chosen", "other")
        ),
    ),
    notes=(Note("option", {"text": "1919 was the French air mission."}),),
    facts=(INVITED,),
)


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
SOURCE = SimpleNamespace(
    slug="country-study",
    title="Library of Congress country study",
    publisher="Federal Research Division, Library of Congress",
    licence="Public domain",
    as_of="1992-09",
    url="https://example.org/a-very-long-address/that-must-not/push-the-page-sideways/index.html",
    language="en",
    paragraphs=[
        SimpleNamespace(number=8, facts=[]),
        SimpleNamespace(number=9, facts=[INVITED, NAVAL]),
        SimpleNamespace(number=10, facts=[HEAD]),
        SimpleNamespace(number=11, facts=[TRAINED]),
    ],
)

LEARNERS = [
    ("Hugo", 46), ("Tomás", 52), ("Karla", 55), ("Nadia", 58), ("Óscar", 67), ("Diego", 69),
    ("Yago", 70), ("Joaquín", 71), ("Samuel", 72), ("Mateo", 73), ("Bruno", 74), ("Ximena", 75),
    ("Quique", 76), ("Fabián", 77), ("Úrsula", 78), ("Inés", 79), ("Paloma", 81), ("Gabriela", 82),
    ("Valeria", 83), ("Elena", 84), ("Lucía", 86), ("Alejandra", 88), ("Renata", 90), ("Camila", 91),
]  # fmt: skip
PEOPLE = [{"name": name, "value": share / 100, "help": share < 60} for name, share in LEARNERS]
REASONS = [
    "Has not studied since 9 November. 27 facts are due.",
    "Answers in under 2 seconds, 4 in 10 right.",
    "Joined on 16 November. 19 of 42 facts not seen yet.",
    "Studies daily, but confuses French and U.S. dates.",
]
TOPIC_HEADS = [
    "French missions", "U.S. missions", "Soviet equipment", "Suppliers 1974–78",
    "Agreements 1990–91", "Effects on politics",
]  # fmt: skip
SHARES = {
    name: [
        None if share < 50 and index == 4 else min(0.99, max(0.3, share / 100 + wobble))
        for index, wobble in enumerate((0.05, -0.08, 0.02, -0.12, -0.07, 0.08))
    ]
    for name, share in LEARNERS
}

"""Sample people, facts and study screens for the gallery. Learners are invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from quizapp.core.grading.verdict import Note, Outcome
from quizapp.core.questions import QuestionKind
from quizapp.services.screens import (
    Citation,
    FactCard,
    OptionRow,
    QuestionScreen,
    RatingButton,
    RevealScreen,
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
    is_guest: bool = False
    single_keys: bool = True
    theme: str = ""
    public_id: str = ""


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
    "In which years did a French naval mission work in Peru"
    " in addition to the French army mission?",
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
        "De mediados de la década de 1970 hasta el final de la de 1980, casi sin interrupción",
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
    stem="In which year did Peru invite the French military mission to help rebuild "
    "its armed forces?",
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

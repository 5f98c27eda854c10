"""Quiz pages of the gallery: lists, a sitting in each of its states, results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.core.grading.verdict import Outcome
from quizapp.core.quizzes.rules import Behaviour, Counting, Rules, Show
from quizapp.core.quizzes.timing import Gate, Window
from quizapp.services.home_screens import TaskLine
from quizapp.services.quizzes.screens import (
    AttemptLine,
    OverviewScreen,
    QuizCard,
    ResultQuestion,
    ResultScreen,
    SittingScreen,
    SlotMark,
    StartScreen,
    Told,
)
from quizapp.web.shared.when import length_of_time
from tests.browser.gallery import sample_screens as screens
from tests.browser.gallery import samples
from tests.browser.gallery.samples import NOW, STUDENT

DAY = timedelta(days=1)
ENDPOINTS = {
    "quizzes.before": "/quizzes/<public_id>",
    "quizzes.start": "/quizzes/<public_id>/begin",
    "quizzes.attempt": "/attempts/<public_id>",
    "quizzes.save": "/attempts/<public_id>/save",
    "quizzes.overview": "/attempts/<public_id>/overview",
    "quizzes.submit": "/attempts/<public_id>/submit",
    "quizzes.result": "/attempts/<public_id>/result",
}


def _moment(when: datetime, _zone: str) -> str:
    return f"{when:%A} {when.day} {when:%B, %H:%M}"


def _until(when: datetime, _zone: str) -> str:
    return f"in {(when - NOW).days} days"


FILTERS: dict[str, Callable[..., object]] = {
    "clock": lambda when: f"{when:%H:%M}",
    "moment_in": _moment,
    "day_in": lambda when, _zone: when.date(),
    "days_until": _until,
    "length_of_time": length_of_time,
    "points": lambda value: f"{round(value, 2):g}",
}
WORDS = {Gate.OPEN: "Open", Gate.NOT_YET: "Not open yet", Gate.OVER: "Closed"}
WINDOW = Window(None, NOW + 13 * DAY, NOW + 20 * DAY)
CARD = QuizCard(
    "quiz-1", "Who armed Peru?", "4B History", "UTC", WINDOW, Gate.OPEN, 0, 2, "", None, False
)
CARDS = (
    CARD,
    replace(CARD, title="Foreign missions and what they left behind", open_attempt="attempt-1"),
    replace(CARD, title="Agreements", gate=Gate.NOT_YET),
    replace(CARD, title="Suppliers", gate=Gate.OVER, share=0.78),
)
ATTEMPTS = (
    AttemptLine("attempt-1", 1, "submitted", NOW - DAY, NOW - DAY, 0.6, False),
    AttemptLine("attempt-2", 2, "submitted", NOW, NOW, 0.8, True),
)
START = StartScreen(CARD, "Take your time.\nRead twice.", 12, 15.5, 1350, True, Rules(), ATTEMPTS)
RULES = ("You may change your answers until you submit.", "Nothing is taken after the due date.")
STATES = ("saved", "open", "unclear", "right", "partly", "not_yet", "checked", *("open",) * 5)
SLOTS = tuple(SlotMark(place, state) for place, state in enumerate(STATES, start=1))
TOLD = Told(
    outcome=Outcome.NOT_YET,
    mark=0.5,
    points=1.0,
    notes=(),
    answer="1905–12",
    explanation="",
    facts=(samples.NAVAL,),
    given="",
    certainty="sure",
    dont_know=False,
    shown=frozenset(Show),
)
SITTING = SittingScreen(
    attempt="attempt-1",
    title="Who armed Peru?",
    question=replace(samples.CHOICE, position=2, total=12),
    slots=SLOTS,
    behaviour=Behaviour.DEFERRED,
    points=1.0,
    ends_at=NOW + timedelta(minutes=14),
    at=NOW,
    tries_used=0,
    tries_allowed=0,
    settled=False,
    certainty="",
    dont_know=False,
    told=None,
)
SURE = replace(SITTING, behaviour=Behaviour.CERTAINTY, certainty="fairly", ends_at=None)
TRYING = replace(
    SITTING,
    behaviour=Behaviour.TRIES,
    tries_used=1,
    tries_allowed=3,
    told=replace(TOLD, facts=(), answer=""),
)
SETTLED = replace(
    TRYING, settled=True, question=samples.CHOICE_ANSWERED.question, tries_used=3, told=TOLD
)
ASKED = replace(SITTING, question=samples.ASKED_BACK)
OVERVIEW = OverviewScreen("attempt-1", "Who armed Peru?", SLOTS, NOW + DAY, NOW)
DONE = replace(OVERVIEW, slots=tuple(SlotMark(place, "saved") for place in range(1, 13)))
CHOSEN = ResultQuestion(replace(samples.CHOICE_ANSWERED.question, position=1), TOLD)
TYPED = ResultQuestion(
    replace(samples.TYPED, position=2),
    replace(TOLD, outcome=Outcome.RIGHT, mark=1.0, given="Paul Clément", facts=(samples.HEAD,)),
)
RESULT = ResultScreen(
    attempt="attempt-1",
    quiz="quiz-1",
    title="Who armed Peru?",
    number=2,
    classroom_zone="UTC",
    submitted_at=NOW,
    ended_by="time",
    score=1.35,
    most=2.0,
    share=0.675,
    right=1,
    penalty=0.1,
    counting=Counting.BEST,
    counts=True,
    attempts=2,
    attempts_left=0,
    questions=(CHOSEN, TYPED),
    answered=2,
    total=2,
    held_back=False,
    until=None,
    in_memory=True,
    may_try_again=True,
)
_own = replace(TOLD, outcome=None, mark=None, answer="", facts=(), shown=frozenset({Show.OWN}))
HELD = replace(
    RESULT,
    score=None,
    share=None,
    right=None,
    held_back=True,
    until=NOW + 7 * DAY,
    in_memory=False,
    questions=(
        ResultQuestion(replace(samples.CHOICE, position=1), _own),
        ResultQuestion(replace(samples.TYPED, position=2), replace(_own, given="Clement")),
    ),
)
TASKS = (
    TaskLine(
        "facts",
        "Foreign military missions",
        "4B History",
        "UTC",
        NOW + 10 * DAY,
        ready=31,
        total=42,
    ),
    TaskLine(
        *("quiz", "Who armed Peru?", "4B History", "UTC", NOW + 13 * DAY, "quiz-1"),
        questions=12,
        seconds=900,
    ),
    TaskLine("facts", "Agreements", "Debate club", "UTC", NOW + 20 * DAY, ready=2, total=9),
)
_sitting = "quizzes/sitting.html"
PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "home-tasks": (
        "progress/home.html",
        {"person": STUDENT, "home": replace(screens.HOME, tasks=TASKS)},
    ),
    "quizzes": ("quizzes/index.html", {"person": STUDENT, "cards": CARDS, "words": WORDS.get}),
    "quizzes-none": ("quizzes/index.html", {"person": STUDENT, "cards": (), "words": WORDS.get}),
    "quiz-before": (
        "quizzes/before.html",
        {"person": STUDENT, "start": START, "rules": RULES, "words": WORDS.get},
    ),
    "quiz-closed": (
        "quizzes/before.html",
        {
            "person": STUDENT,
            "start": replace(START, card=CARDS[3], attempts=()),
            "rules": RULES,
            "words": WORDS.get,
        },
    ),
    "sitting": (_sitting, {"person": STUDENT, "sitting": SITTING}),
    "sitting-sure": (_sitting, {"person": STUDENT, "sitting": SURE}),
    "sitting-tries": (_sitting, {"person": STUDENT, "sitting": TRYING}),
    "sitting-settled": (_sitting, {"person": STUDENT, "sitting": SETTLED}),
    "sitting-asked-back": (_sitting, {"person": STUDENT, "sitting": ASKED}),
    "quiz-overview": ("quizzes/overview.html", {"person": STUDENT, "overview": OVERVIEW}),
    "quiz-overview-done": ("quizzes/overview.html", {"person": STUDENT, "overview": DONE}),
    "quiz-result": (
        "quizzes/result.html",
        {"person": STUDENT, "result": RESULT, "came_too_late": True},
    ),
    "quiz-held": (
        "quizzes/result.html",
        {"person": STUDENT, "result": HELD, "came_too_late": False},
    ),
}

"""Pages of the gallery for makers of quizzes: the form, assignments, the live list, reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from werkzeug.datastructures import MultiDict

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Behaviour, Counting, Moment, Rules
from quizapp.core.statistics.findings import Finding
from quizapp.core.statistics.items import OptionUse
from quizapp.services.question_reports import OptionReport, QuestionReport
from quizapp.services.quiz_reports import ItemRow, QuizReport, ScoreRow
from quizapp.services.quizzes import AssignmentDraft, ItemDraft, QuizDraft
from quizapp.services.quizzes.assigning import AssignmentLine, AssignmentSheet
from quizapp.services.quizzes.choosing import AssignmentDesk, Desk, ItemLine
from quizapp.services.quizzes.live import LiveList, LiveRow
from quizapp.services.quizzes.making import QuizLine, QuizSheet
from quizapp.services.quizzes.papers import Paper, PaperForm, PaperQuestion
from quizapp.services.quizzes.regrading import Desk as Regrading
from quizapp.services.quizzes.regrading import Line, Logged, Preview, Way
from quizapp.store.queries.question_picker import PickedQuestion
from quizapp.store.queries.quiz_choosing import NamedQuestion
from quizapp.web.quizmaking import wording as making_words
from quizapp.web.quizmaking.assignment_forms import AssignmentForm, assignment_form
from quizapp.web.quizmaking.forms import QuizForm, quiz_form
from quizapp.web.reports import item_wording
from tests.browser.gallery.samples import NOW, TEACHER

ENDPOINTS = {
    "quizmaking.index": "/quizzes/made",
    "quizmaking.new": "/quizzes/new",
    "quizmaking.edit": "/quizzes/<public_id>/edit",
    "quizmaking.state": "/quizzes/<public_id>/state",
    "quizmaking.release": "/quizzes/<public_id>/release",
    "quizmaking.regrade": "/quizzes/<public_id>/regrade",
    "quizmaking.change_marks": "/quizzes/<public_id>/regrade",
    "quizmaking.undo_regrade": "/quizzes/<public_id>/regrade/undo",
    "quizmaking.paper": "/quizzes/<public_id>/paper",
    "quizmaking.assign_quiz": "/quizzes/<public_id>/assign",
    "quizmaking.assignments": "/classrooms/<public_id>/assignments",
    "quizmaking.assign_facts": "/classrooms/<public_id>/assign",
    "quizmaking.assignment": "/assignments/<public_id>",
    "quizmaking.withdraw": "/assignments/<public_id>/withdraw",
    "quizmaking.live": "/assignments/<public_id>/live",
    "quizzes.preview": "/quizzes/<public_id>/preview",
    "reports.quizzes": "/reports/quizzes",
    "reports.quiz": "/reports/quizzes/<public_id>",
    "reports.quiz_csv": "/reports/quizzes/<public_id>.csv",
    "reports.quiz_xlsx": "/reports/quizzes/<public_id>.xlsx",
    "reports.quiz_items_csv": "/reports/quizzes/<public_id>/questions.csv",
    "reports.quiz_items_xlsx": "/reports/quizzes/<public_id>/questions.xlsx",
    "reports.question": "/reports/questions/<public_id>",
    "reports.question_csv": "/reports/questions/<public_id>.csv",
    "reports.question_xlsx": "/reports/questions/<public_id>.xlsx",
}
FILTERS = {
    "in_zone": lambda when, _zone: f"{when:%a %d %B, %H:%M}",
    "clock_in": lambda when, _zone: f"{when:%H:%M:%S}",
}
STEM = "Which country supplied more military equipment to Peru than any other?"
RULES = Rules(behaviour=Behaviour.TRIES, time_limit=2400, counting=Counting.BEST)
DRAFT = QuizDraft(
    title="Missions and equipment",
    instructions="Forty minutes. You may look at nothing but your own head.",
    rules=RULES,
    items=(
        ItemDraft(question="one"),
        ItemDraft(question="gone"),
        ItemDraft(topics=("French missions",), count=5),
    ),
)
LINE = QuizLine("quiz", DRAFT.title, "ready", "class-4b", "4B History", 7, 7.0, 25, RULES, NOW)
SHEET = QuizSheet(LINE, DRAFT, 3, (1, 0, 31), None)
DESK = Desk(
    lines=(
        ItemLine(
            DRAFT.items[0], NamedQuestion("one", "single_choice", STEM, "en", "retired", 2), 1
        ),
        ItemLine(DRAFT.items[1], None, 0),
        ItemLine(DRAFT.items[2], None, 31),
    ),
    found=(
        PickedQuestion(1, "two", 1, "v", "short_answer", STEM, "en", "Soviet equipment", "shipped"),
    ),
    topics=(("French missions", 31), ("Soviet equipment", 13)),
    tags=(("exam", 3),),
    classrooms=(("class-4b", "4B History"),),
)


def _form(*codes: str) -> QuizForm:
    form = quiz_form(DRAFT, 3)
    form.offer(DESK)
    form.explain(codes)
    return form


ROOM = AssignmentDesk(
    classroom="class-4b",
    name="4B History",
    time_zone="America/Lima",
    pupils=(("p1", "Alejandra Bravo Gutiérrez de la Torre"), ("p2", "Bruno Peña")),
    groups=(("g1", "Early readers"),),
    topics=(
        ("French missions", (("f1", "French missions began in 1896."), ("f2", "A second."))),
        ("Soviet equipment", (("f3", "The Soviet Union supplied most."),)),
    ),
)
DUE = NOW + timedelta(days=9)
ASSIGNED = AssignmentLine(
    "a1", "quiz", DRAFT.title, "quiz", "class-4b", "4B History", "America/Lima", True, None, DUE,
    None, 0.9,
)  # fmt: skip
TO_KNOW = replace(ASSIGNED, public_id="a2", kind="facts", title="Missions", everyone=False)
FACTS = AssignmentDraft(
    "class-4b", "Missions", facts=("f1", "f2", "f3"), everyone=False, learners=("p1",), due_at=DUE
)


def _assignment(*codes: str) -> AssignmentForm:
    form = assignment_form(FACTS, 1, ROOM)
    form.offer(ROOM)
    form.explain(codes)
    return form


LIVE = LiveList(
    ASSIGNED,
    NOW,
    (
        LiveRow("p1", ROOM.pupils[0][1], "working", 1, 4, 7, NOW - timedelta(minutes=4),
                NOW + timedelta(minutes=12), more_time=True, quiet=True),
        LiveRow("p2", "Bruno Peña", "not_begun", 0),
        LiveRow("p3", "Camila Deza", "submitted", 2, 7, 7, NOW, share=0.86, by_time=True),
    ),
)  # fmt: skip


def _printed(
    position: int, kind: QuestionKind, options: tuple[str, ...], key: str
) -> PaperQuestion:
    partners = ("1896", "1905") if kind is QuestionKind.MATCHING else ()
    return PaperQuestion(
        position, kind, STEM, "en", "", 1.0, options, partners, key, "Peru: a country study", 3
    )


PRINTED = (
    _printed(1, QuestionKind.SINGLE_CHOICE, ("Soviet Union", "France"), "A"),
    _printed(2, QuestionKind.MATCHING, ("First", "Second"), "1A, 2B"),
    _printed(3, QuestionKind.SHORT_ANSWER, (), "Soviet Union"),
)
PAPER = Paper(
    DRAFT.title, DRAFT.instructions, 40, 3.0, (PaperForm("A", PRINTED), PaperForm("B", PRINTED))
)
ITEMS = (
    ItemRow("one", STEM, "single_choice", "en", 25, 0.63, 0.41, 9.0, 1, "United States", 7),
    ItemRow("two", STEM, "date", "en", 25, 0.21, None, None, 0, "", 0),
)
SCORES = (
    ScoreRow("p2", "Bruno Peña", "class-4b", "4B History", 1, 0.29, NOW, 11.5),
    ScoreRow("p1", ROOM.pupils[0][1], "class-4b", "4B History", 2, 0.86, NOW, 23.0),
)
QUIZ = QuizReport(
    "quiz", DRAFT.title, 3, 0.575, 0.575, (0, 0, 1, 0, 0, 0, 0, 0, 1, 0), SCORES, ITEMS
)
SHARES = {
    "Soviet Union": (0.29, 0.5, 0.65, 0.79, 0.91),
    "United States": (0.42, 0.29, 0.22, 0.12, 0.04),
    "France": (0.21, 0.17, 0.13, 0.08, 0.04),
    "West Germany": (0.08, 0.04, 0.0, 0.0, None),
}
QUESTION = QuestionReport(
    public_id="one", stem=STEM, language="en", kind="single_choice", collection="shipped",
    number=2, answered=118, right=74, unknown=2, facility=0.63, discrimination=0.41, seconds=9.2,
    three_of_four=14.0,
    options=tuple(
        OptionReport(text, not place, OptionUse(place, (74, 26, 15, 3)[place], shares))
        for place, (text, shares) in enumerate(SHARES.items())
    ),
    chose=118, other_versions=4,
    findings=(Finding("mixed_up", 1), Finding("weak"), Finding("no_work", 3)),
)  # fmt: skip
LOG = (
    Logged("r3", Way.NEW_KEY, 3, "Rosa Quispe", NOW, 14, "", None, last=True),
    Logged("r2", Way.KEEP, 2, "Rosa Quispe", NOW, 0, "", None, last=False),
    Logged("r1", Way.VOID, 2, "", NOW, 25, "Rosa Quispe", NOW, last=False),
)
REGRADE = Regrading("quiz", DRAFT.title, "one", STEM, "en", 3, 2, LOG)
CHANGED = (
    Line("p1", ROOM.pupils[0][1], 2, 1, 1, 0.0, 1.0, 1.0, 1.0, 5.0, 6.0, 7.0, 7.0, None),
    Line("p2", "Bruno Peña", 1, 2, 1, 1.0, 0.0, 1.0, 0.0, 2.0, 1.0, 7.0, 6.0, None),
)
_REGRADE = {
    "person": TEACHER,
    "desk": REGRADE,
    "ways": making_words.ways(),
    "way_words": making_words.way_words,
    "said": "",
    "missing": False,
}
_EDITOR = {
    "person": TEACHER,
    "desk": DESK,
    "shows": making_words.shows(),
    "moments": list(Moment),
    "state_words": making_words.state_words,
    "moved": False,
}
PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "quiz-form": (
        "quizmaking/editor.html",
        _EDITOR
        | {"form": _form("draw_from_nothing", "title_empty"), "sheet": SHEET}
        | {"searched": True},
    ),
    "quiz-form-new": (
        "quizmaking/editor.html",
        _EDITOR
        | {"form": QuizForm(MultiDict()), "sheet": None, "searched": False}
        | {"desk": replace(DESK, lines=(), found=())},
    ),
    "quizzes-made": (
        "quizmaking/index.html",
        {"person": TEACHER, "quizzes": (LINE,), "state_words": making_words.state_words},
    ),
    "quiz-which-class": (
        "quizmaking/which_class.html",
        {"person": TEACHER, "sheet": SHEET, "classrooms": ()},
    ),
    "assignments": (
        "quizmaking/assignments.html",
        {"person": TEACHER, "lines": (ASSIGNED, TO_KNOW), "desk": ROOM},
    ),
    "assignment-facts": (
        "quizmaking/assignment.html",
        {"person": TEACHER, "form": _assignment("dates_out_of_order"), "desk": ROOM}
        | {"sheet": None, "found": AssignmentSheet(TO_KNOW, FACTS, 1)},
    ),
    "assignment-quiz": (
        "quizmaking/assignment.html",
        {"person": TEACHER, "form": _assignment(), "desk": ROOM, "sheet": SHEET, "found": None},
    ),
    "regrade": (
        "quizmaking/regrade.html",
        _REGRADE
        | {"shown": Preview(Way.NEW_KEY, CHANGED, 25, ("Camila Deza",), "0" * 64)}
        | {"way": Way.NEW_KEY, "changes": "Change 2 marks"},
    ),
    "regrade-new": (
        "quizmaking/regrade.html",
        _REGRADE
        | {"shown": None, "way": None, "changes": "", "missing": True}
        | {"desk": replace(REGRADE, log=(), sitting=0)},
    ),
    "live": (
        "quizmaking/live.html",
        {"person": TEACHER, "live": LIVE, "live_words": making_words.live_words},
    ),
    "paper": ("quizmaking/paper.html", {"person": TEACHER, "paper": PAPER, "public_id": "quiz"}),
    "report-quizzes": ("reports/quizzes.html", {"person": TEACHER, "quizzes": (LINE,)}),
    "report-quiz": (
        "reports/quiz.html",
        {"person": TEACHER, "report": QUIZ, "wording": item_wording},
    ),
    "report-question": (
        "reports/question.html",
        {"person": TEACHER, "report": QUESTION, "wording": item_wording},
    ),
}

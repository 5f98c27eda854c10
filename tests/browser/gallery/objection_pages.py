"""Objections and hints in the gallery: a learner's pages, the teachers', hints while answering."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from werkzeug.datastructures import MultiDict

from quizapp.core.questions import QuestionKind
from quizapp.services.objections.making import About, Place
from quizapp.services.objections.queue import Case, Entry, Group, Queue
from quizapp.services.screens import ObjectionLine
from quizapp.web.objections.forms import ObjectionForm, ReplyForm
from quizapp.web.objections.wording import decision_words, reason_words
from tests.browser.gallery import quiz_pages, samples
from tests.browser.gallery import sample_screens as screens
from tests.browser.gallery.samples import HEAD, NAVAL, NOW, STUDENT, TEACHER

ENDPOINTS = {
    "objections.index": "/objections",
    "objections.new": "/objections/new",
    "objections.mine": "/objections/mine",
    "objections.case": "/objections/<public_id>",
    "authoring.edit": "/questions/<public_id>/edit",
    "study.hint": "/study/hint",
}
TOLD = {
    "open": "Received. A teacher will look at it.",
    "accepted": "You were right: this answer counts now.",
    "answered": "A teacher answered.",
}
FILTERS: dict[str, Callable[..., object]] = {"objection_words": TOLD.__getitem__}
LINE = ObjectionLine(
    public_id="objection-1",
    stem=samples.TYPED.stem,
    language="en",
    reason="answer",
    text="The plaque in our square says Captain Clément, and he was its first head as well.",
    state="open",
    reply="",
    made_at=NOW - timedelta(hours=2),
    changed_at=NOW,
    closed_at=None,
    unread=False,
    answered="key-typed",
    attempt="",
    position=0,
)
ACCEPTED = replace(LINE, state="accepted", reply="Good eye.", closed_at=NOW, unread=True)
ABOUT = About(
    place=Place("key-typed"),
    kind=QuestionKind.SHORT_ANSWER,
    stem=samples.TYPED.stem,
    language="en",
    given=("Captain Clément",),
    facts=(HEAD, NAVAL),
    latest=None,
)
ENTRY = Entry(
    public_id="objection-1",
    learner="Camila Deza",
    reason="answer",
    text=LINE.text,
    given=ABOUT.given,
    outcome="not_yet",
    state="open",
    reply="",
    made_at=NOW,
    closed_at=None,
)
GROUP = Group(
    question="question-1",
    kind=QuestionKind.SHORT_ANSWER,
    stem=samples.TYPED.stem,
    language="en",
    answer="Colonel Paul Clément",
    facts=(HEAD,),
    entries=(ENTRY, replace(ENTRY, learner="", given=(), text="", reason="unclear")),
)
DECIDED = replace(ENTRY, state="answered", reply="He led the second mission.", closed_at=NOW)
CASE = Case(
    entry=ENTRY,
    group=GROUP,
    number=2,
    in_force=3,
    collection="classroom",
    can_accept=True,
    may_edit=True,
    quiz="quiz-1",
    quiz_title="Who armed Peru?",
)
_WORDS = {"reason_words": reason_words, "decision_words": decision_words}
_NEW = {
    "person": STUDENT,
    "about": ABOUT,
    "form": ObjectionForm(),
    "named": {"answered": "key-typed"},
    "back": "/study",
    "said": "",
    "typed": False,
    "reason_words": reason_words,
}
_MINE = {"person": STUDENT, "address_of": lambda _one: "/objections/new", **_WORDS}
_CASE = {"person": TEACHER, "case": CASE, "form": ReplyForm(), **_WORDS}
HINTS = ("He came in the year before the century’s last census.", "His given name was Paul.")


def _wrong() -> ObjectionForm:
    form = ObjectionForm(MultiDict({"text": LINE.text}))
    form.validate()
    form.reason.errors = ["Please say what is wrong."]
    return form


PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "objection-new": ("objections/new.html", _NEW),
    "objection-wrong": ("objections/new.html", _NEW | {"form": _wrong(), "typed": True}),
    "objection-received": ("objections/new.html", _NEW | {"about": replace(ABOUT, latest=LINE)}),
    "objections-mine": (
        "objections/mine.html",
        _MINE | {"found": (ACCEPTED, LINE), "unread": True},
    ),
    "objections-none": ("objections/mine.html", _MINE | {"found": (), "unread": False}),
    "objections": (
        "objections/index.html",
        {
            "person": TEACHER,
            "queue": Queue((GROUP,), (replace(GROUP, entries=(DECIDED,)),)),
            **_WORDS,
        },
    ),
    "objection": ("objections/case.html", _CASE),
    "objection-read-only": (
        "objections/case.html",
        _CASE | {"case": replace(CASE, may_edit=False, can_accept=False, collection="shipped")},
    ),
    "objection-decided": ("objections/case.html", _CASE | {"case": replace(CASE, entry=DECIDED)}),
    "home-replies": (
        "progress/home.html",
        {"person": STUDENT, "home": replace(screens.HOME, replies=(ACCEPTED,))},
    ),
    "result-objected": (
        "quizzes/result.html",
        {
            "person": STUDENT,
            "came_too_late": False,
            "result": replace(
                quiz_pages.RESULT,
                questions=(
                    replace(quiz_pages.CHOSEN, may_object=True),
                    replace(quiz_pages.TYPED, may_object=True, objection=ACCEPTED),
                ),
            ),
        },
    ),
    "question-hints": (
        "study/question.html",
        {"person": STUDENT, "question": replace(samples.TYPED, hints=HINTS[:1], hints_left=1)},
    ),
    "verdict-hinted": (
        "study/verdict.html",
        {"person": STUDENT, "verdict": replace(samples.CHOICE_RIGHT, hints=2)},
    ),
    "sitting-hints": (
        "quizzes/sitting.html",
        {
            "person": STUDENT,
            "sitting": replace(
                quiz_pages.TRYING,
                question=replace(quiz_pages.TRYING.question, hints=HINTS[:1], hints_left=1),
                hint_costs=1 / 3,
            ),
        },
    ),
}

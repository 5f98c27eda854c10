"""Pages of the gallery for essays: writing one, what its writer reads, marking it."""

from __future__ import annotations

from dataclasses import replace

from quizapp.core.grading.verdict import Outcome
from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.regrading import Way
from quizapp.services.question_reports import CriterionReport, QuestionReport
from quizapp.services.quizzes.essays import Essay, EssayLine, Marked, Queue
from quizapp.services.quizzes.screens import EssayTold, ResultQuestion
from quizapp.services.screens import QuestionScreen, RubricLine
from quizapp.web.quizmaking import wording as making_words
from quizapp.web.reports import item_wording
from tests.browser.gallery.quiz_pages import RESULT, SITTING, TOLD
from tests.browser.gallery.samples import NOW, STUDENT, TEACHER

ENDPOINTS = {
    "quizmaking.marking": "/quizzes/<public_id>/marking",
    "quizmaking.essay": "/quizzes/<public_id>/marking/essay",
    "quizmaking.mark_essay": "/quizzes/<public_id>/marking/essay",
}
STEM = "Why did Peru call a French military mission in 1895? Give reasons."
TEXT = "The war was lost.\n\nThe army was small, and officers had learnt in different countries."
COMMENT = "Two good reasons.\nSay what came of it."
MODEL = "After the lost war of 1879–83 the army was to be made anew, after a model that had won."
RUBRIC = (
    RubricLine("Names two reasons, each with its year", 4.0),
    RubricLine("Says what came of it", 10.0),
)
GIVEN = (replace(RUBRIC[0], given=3.0), replace(RUBRIC[1], given=7.5))
ASKED = QuestionScreen(
    "key-essay", "version-e", QuestionKind.ESSAY, STEM, "en", 2, 12, rubric=RUBRIC, words=150,
    given=TEXT,
)  # fmt: skip
_TOLD = replace(TOLD, outcome=None, mark=None, answer="", given=TEXT, facts=(), certainty="")
RESULTS = replace(
    RESULT,
    questions=(
        ResultQuestion(replace(ASKED, position=3), _TOLD, essay=EssayTold(waiting=True)),
        ResultQuestion(
            replace(ASKED, position=1),
            replace(_TOLD, outcome=Outcome.PARTLY, mark=0.75),
            essay=EssayTold(waiting=False, rubric=GIVEN, comment=COMMENT, model=MODEL),
        ),
        RESULT.questions[1],
    ),
    waiting=1,
)
QUEUE = Queue(
    "quiz",
    "Missions and equipment",
    (EssayLine("one", STEM, "en", 24, 12, 1), EssayLine("two", "And then?", "en", 24, 0, 0)),
)
ESSAY = Essay(
    quiz="quiz", title="Missions and equipment", question="one", stem=STEM, language="en",
    attempt="attempt-2", name="Anahí del Carmen Huamán Quispe-Torres", number=2,
    classroom="4B History", time_zone="UTC", submitted_at=NOW, text=TEXT, words=13, expected=150,
    rubric=RUBRIC, worth=5.0, model=MODEL, points=("3", "x"), comment=COMMENT, drafted=True,
    history=(
        Marked("m2", "Rosa Quispe", NOW, GIVEN, 0.75, COMMENT),
        Marked("m1", "", NOW, GIVEN, 0.75, ""),
    ),
    seen="m2", decided=Way.VOID, place=3, total=24, waiting=12, before="attempt-1",
    after="attempt-3",
)  # fmt: skip
REPORT = QuestionReport(
    public_id="one", stem=STEM, language="en", kind="essay", collection="classroom", number=2,
    answered=0, right=0, unknown=0, facility=None, discrimination=None, seconds=None,
    three_of_four=None, options=(), chose=0, other_versions=0, findings=(),
    criteria=(
        CriterionReport(RUBRIC[0].text, 4.0, 2, 12, 10, 3.1),
        CriterionReport(RUBRIC[1].text, 10.0, 6, 17, 1, 5.25),
    ),
    essay_marks=24, essay_others=1,
)  # fmt: skip
_MARKING = {
    "person": TEACHER,
    "radios_up_to": 6,
    "way_words": making_words.way_words,
    "meanwhile": False,
    "hidden": False,
    "said": "",
}
PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "sitting-essay": (
        "quizzes/sitting.html",
        {"person": STUDENT, "sitting": replace(SITTING, question=ASKED)},
    ),
    "result-essays": (
        "quizzes/result.html",
        {"person": STUDENT, "result": RESULTS, "came_too_late": False},
    ),
    "essays-to-mark": ("quizmaking/marking.html", {"person": TEACHER, "queue": QUEUE}),
    "essay-to-mark": (
        "quizmaking/essay.html",
        _MARKING | {"essay": replace(ESSAY, decided=None), "said": "Criterion 2 has no points."},
    ),
    "essay-marked-meanwhile": (
        "quizmaking/essay.html",
        _MARKING | {"essay": replace(ESSAY, name=""), "hidden": True, "meanwhile": True},
    ),
    "report-question-essay": (
        "reports/question.html",
        {"person": TEACHER, "report": REPORT, "wording": item_wording},
    ),
}

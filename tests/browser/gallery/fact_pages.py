"""Pages of facts and sources of the gallery, with everything on them that they can show."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quizapp.core.questions import QuestionKind
from quizapp.services.facts import Compared, Effect, Problem, QuestionChange, SourcePage, Step
from quizapp.services.facts.history import Difference
from quizapp.services.facts.readers import Asked, AskedBy, ClassStanding, OwnReview
from quizapp.services.facts.reading import FactPage, Otherwise
from quizapp.services.facts.sources import Disagreement, Paragraph, PlacedFact, Silence
from quizapp.web.facts.forms import ChangeForm
from quizapp.web.facts.wording import evidence_words
from tests.browser.gallery.sample_screens import PROGRESS
from tests.browser.gallery.samples import (
    HEAD,
    INVITED,
    NAVAL,
    NOW,
    STUDENT,
    TEACHER,
    TODAY,
    TRAINED,
)
from tests.core.bank.at_hand import shipped

ENDPOINTS = {
    "facts.changes": "/facts/changes",
    "facts.change": "/facts/<public_id>/change",
    "facts.keep": "/facts/<public_id>/keep",
    "facts.drop": "/facts/<public_id>/drop",
    "authoring.detail": "/questions/<public_id>",
}
OURS = (
    "A French naval mission served in Peru from 1905 to 1913,"
    " in addition to the French army mission."
)
THEIRS = "From 1905 to 1912 a French naval mission served in Peru, beside the army mission."
DIFFERENCES = (
    Difference("value", "1905–12", "1905–13"),
    Difference("statement", NAVAL.statement, OURS),
)
CHANGE = Compared(
    NAVAL.public_id, OURS, THEIRS, "en", "Rosa", "The archive in Callao dates its departure.",
    NOW, DIFFERENCES, (Difference("statement", NAVAL.statement, THEIRS),), True,
)  # fmt: skip
STEPS = (
    Step(3, "bank", False, NOW, "", "", CHANGE.theirs, False),
    Step(2, "school", True, NOW - timedelta(days=9), "Rosa", CHANGE.reason, DIFFERENCES, True),
    Step(1, "bank", True, NOW - timedelta(days=60), "", "", (), False),
)
QUESTIONS = (
    AskedBy("naval.date", QuestionKind.DATE, "In which years did a French naval mission work in "
            "Peru in addition to the French army mission?", "en", "shipped", alone=True, mine=True),
    AskedBy("naval.order", QuestionKind.ORDERING, "Put these in order, the earliest first.", "en",
            "shipped", alone=False, mine=True),
)  # fmt: skip
REVIEWS = tuple(
    OwnReview(
        NOW, TODAY - timedelta(days=ago), score, QuestionKind.FLASHCARD, "", "en", NOW, former
    )
    for ago, score, former in ((1, 1.0, False), (9, 0.5, True), (12, 0.0, True))
)
PUPILS = FactPage(
    fact=TRAINED, kind="figure", state="approved", answer="almost 7,000",
    value="almost 7,000 people", hedge="almost", memory=PROGRESS.weakest[0], reviews=REVIEWS,
    asked=Asked(QUESTIONS, ((QuestionKind.SINGLE_CHOICE, 2), (QuestionKind.NUMERIC, 1))),
    similar=(NAVAL, HEAD), disagrees=(Otherwise(INVITED, "Two paragraphs give two years."),),
    classes=(), steps=(), change=replace(CHANGE, theirs=()), may_change=False,
)  # fmt: skip
CLASSES = (
    ClassStanding("4b", "History 4B", 24, 19, 131, 97, 0.74, 0.7, 0.78),
    ClassStanding("4c", "History 4C", 22, 0, 0, 0, None, None, None),
)
TEACHERS = replace(
    PUPILS, fact=replace(NAVAL, statement=OURS), asked=Asked(QUESTIONS, ()), memory=None,
    reviews=(), classes=CLASSES, steps=STEPS, change=CHANGE, may_change=True,
)  # fmt: skip
SOURCE = SourcePage(
    slug="country-study",
    title="Library of Congress country study",
    publisher="Federal Research Division, Library of Congress",
    licence="Public domain",
    as_of="1992-09",
    url="https://example.org/a-very-long-address/that-must-not/push-the-page-sideways/index.html",
    language="en",
    evidence="reference",
    paragraphs=(
        Paragraph(8, (), (Silence("", "a list of the missions"),)),
        Paragraph(9, (PlacedFact(INVITED, (NAVAL,)), PlacedFact(NAVAL, (INVITED,))), ()),
        Paragraph(10, (PlacedFact(HEAD, ()),), (Silence("ESG", "the Spanish short form"),)),
        Paragraph(11, (PlacedFact(TRAINED, ()),), ()),
    ),
    everywhere=(Silence("US", "short for the United States"),),
    disagreements=(Disagreement(INVITED, (NAVAL,), "One paragraph has them begin in 1896."),),
    apart=(Disagreement(TRAINED, (HEAD,)),),
    facts=4,
    mine=False,
)
FACT = next(fact for fact in shipped().facts if fact.id == "french-naval-mission-years")
EFFECT = Effect(
    fact=FACT,
    new_value=True,
    back=True,
    learners=19,
    questions=(
        QuestionChange(QuestionKind.SHORT_ANSWER, "en", "It left in _____.", "In _____ it left."),
        QuestionChange(QuestionKind.TRUE_FALSE, "en", "True or false? It left in 1912.", ""),
        QuestionChange(QuestionKind.DATE, "en", FACT.ask, FACT.ask),
    ),
    written=2,
    repeats=(FACT,),
    stale=(FACT.ask,),
)


def _form(*problems: Problem) -> ChangeForm:
    form = ChangeForm(
        data={"statement": OURS, "value": "1905–13", "answer": "1905–13", "accept": "1905-1913"}
    )
    form.show(problems)
    return form


def _told(difference: Difference) -> tuple[str, str, str]:
    return difference.name, difference.before, difference.after


WORDS = {
    "kind_of_fact": str,
    "part_words": str,
    "moment": lambda when: f"{when:%d %B %Y, %H:%M}",
    "told": _told,
}
FORM = {"person": TEACHER, "shipped": FACT, "in_force": FACT, "general": (), "conflict": False}
PAGES = {
    "fact": ("facts/detail.html", {"person": STUDENT, "page": PUPILS, **WORDS}),
    "fact-teacher": ("facts/detail.html", {"person": TEACHER, "page": TEACHERS, **WORDS}),
    "fact-retired": (
        "facts/detail.html",
        {
            "person": STUDENT,
            "page": replace(PUPILS, state="retired", change=None, memory=None),
            **WORDS,
        },
    ),
    "fact-change": ("facts/change.html", FORM | {"form": _form(), "effect": EFFECT}),
    "fact-change-wrong": (
        "facts/change.html",
        FORM
        | {
            "form": _form(Problem("value", "time_unreadable"), Problem("reason", "missing")),
            "effect": None,
            "general": ("Nothing is changed yet.",),
            "conflict": True,
        },
    ),
    "fact-changes": (
        "facts/changes.html",
        {
            "person": TEACHER,
            "changes": (CHANGE, replace(CHANGE, statement=TRAINED.statement, shipped=False)),
            **WORDS,
        },
    ),
    "fact-changes-none": ("facts/changes.html", {"person": TEACHER, "changes": (), **WORDS}),
    "source": (
        "facts/source.html",
        {"person": STUDENT, "source": SOURCE, "evidence_words": evidence_words},
    ),
}

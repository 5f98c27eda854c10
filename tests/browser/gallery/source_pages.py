"""A teacher's texts in the gallery: the list, the forms, and every state of the review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from quizapp.services.sources.comparing import Similar
from quizapp.services.sources.review_screens import (
    CardView,
    NextLine,
    OldFact,
    ParagraphView,
    Piece,
    Progress,
    ReviewScreen,
)
from quizapp.store.queries.source_texts import TextLine
from tests.browser.gallery.samples import TEACHER

AT = datetime(2026, 11, 24, 21, 0, tzinfo=UTC)
DONE = Progress("done", 4, 4, 18, "", nobody_works=False)
SENTENCE = (
    Piece("A naval mission served beside it ("),
    Piece("1905–12", "open", "c2", current=True),
    Piece("), and an air mission followed ("),
    Piece("1919–21", "open", "c3"),
    Piece(")."),
)
CARD = CardView(
    public_id="c2",
    kind="range",
    state="open",
    answer="1905–12",
    value="1905/1912",
    unit="",
    approx="",
    paragraph=2,
    line=3,
    sentence=SENTENCE,
    subject="French naval mission",
    statement="A French naval mission served in Peru from 1905 to 1912.",
    needs_subject=True,
    makes=4,
    blocked=(("E06", "A French naval mission served in Peru in which years?"),),
    problem="",
    similar=(),
    old=None,
    origin="rules",
)
PARAGRAPHS = (
    ParagraphView(1, 0, (Piece("Home | Contact | Print"),), "menu"),
    ParagraphView(2, 1, (Piece("This follows "), Piece("three", "rejected", "c0"), Piece("."))),
    ParagraphView(
        3,
        2,
        (Piece("They came in "), Piece("1896", "approved", "c1"), Piece(". "), *SENTENCE),
    ),
)
REVIEW = ReviewScreen(
    slug="handout",
    title="Handout: foreign missions",
    language="en",
    version=1,
    classroom="4B",
    progress=DONE,
    total=18,
    approved=3,
    rejected=1,
    changed=0,
    clear=6,
    questions=11,
    can_undo=True,
    card=CARD,
    waiting=(
        NextLine("c3", "range", "1919–21", 2),
        NextLine("c4", "person", "Paul Clément", 2),
    ),
    left=13,
    paragraphs=PARAGRAPHS,
    before=0,
    after=9,
)
OLD = OldFact("A French naval mission served from 1905 to 1911.", "1905–11", "1905/1911", 4)
CONFLICT = Similar("The naval mission served from 1906 to 1912.", "1906–12", "Peru", False)
TEXTS = (
    TextLine("handout", "Handout: foreign missions", "4B", AT, "done", 14, 3, 1),
    TextLine("glass", "The glass works of Vellmar", "", AT, "running", 3, 0, 0),
)


def _without_card(**changes: Any) -> ReviewScreen:
    return replace(REVIEW, card=None, waiting=(), left=0, can_undo=False, clear=0, **changes)


REVIEWS = {
    "review": REVIEW,
    "review-changed": replace(REVIEW, changed=1, card=replace(CARD, old=OLD, similar=(CONFLICT,))),
    "review-gone": replace(REVIEW, card=replace(CARD, state="gone", old=OLD, makes=0)),
    "review-decided": replace(REVIEW, card=replace(CARD, state="approved", needs_subject=False)),
    "review-reading": _without_card(
        total=0, progress=Progress("running", 1, 4, 0, "", nobody_works=False)
    ),
    "review-stopped": replace(REVIEW, progress=replace(DONE, state="cancelled")),
    "review-done": _without_card(approved=15, rejected=3),
    "review-nothing": _without_card(total=0, approved=0, rejected=0),
}


def _forms() -> tuple[Any, Any]:
    from wtforms import FileField, Form, SelectChoice, SelectField, StringField, TextAreaField

    class Given(Form):
        """Stand-in for the form of a text."""

        text = TextAreaField("Text")
        file = FileField("Or a file", description="text, Markdown, web page, Word or PDF")
        title = StringField("Title")
        audience = SelectField("For", choices=[SelectChoice("", "Only me")])
        author = StringField("Author or publisher")
        url = StringField("Address")
        licence = StringField("Licence")
        language = SelectField("Language", choices=[SelectChoice("", "Find out")])
        as_of = StringField("As of", description="the text’s own date, such as May 2019")
        evidence = SelectField("What it is", choices=[SelectChoice("", "Something else")])
        topic = StringField("Topic")

    wrong = Given()
    wrong.title.errors = ["Write how the text is called."]
    wrong.file.errors = ["The file is protected by a password. Save it without one."]
    return Given(), wrong


NO_ERRORS = {"subject": "", "statement": ""}


class Words:
    """Stand-in for the words of the review."""

    @staticmethod
    def reading(card: CardView) -> str:
        """How a value is read."""
        return f"Range of years, read as {card.value.replace('/', ' to ')}"

    @staticmethod
    def kind_name(kind: str) -> str:
        """The kind's own name."""
        return kind

    dropped_words = lint_words = kind_name


_GIVEN, _WRONG = _forms()
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "sources": ("sources/index.html", {"person": TEACHER, "texts": TEXTS}),
    "sources-none": ("sources/index.html", {"person": TEACHER, "texts": ()}),
    "source-new": ("sources/new.html", {"person": TEACHER, "form": _GIVEN}),
    "source-new-wrong": ("sources/new.html", {"person": TEACHER, "form": _WRONG}),
    "source-text": (
        "sources/text.html",
        {
            "person": TEACHER,
            "form": _GIVEN,
            "source": SimpleNamespace(slug="handout", title="Handout", language="en"),
        },
    ),
    **{
        name: (
            "sources/review.html",
            {"person": TEACHER, "review": screen, "errors": NO_ERRORS, "words": Words},
        )
        for name, screen in REVIEWS.items()
    },
}

"""A text that nobody has seen, given by Alice to her class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from quizapp.services import classrooms
from quizapp.services.context import Context
from quizapp.services.sources import deciding, intake, reading, running
from quizapp.services.sources.review_screens import CardView, ReviewScreen
from quizapp.store.queries.people import Person
from tests.factories import make_classroom
from tests.world import NOON

TEXT = """Home | Lamps | Shop
The lighthouse of Punta Serena was built in 1871. Its first keeper was Tomás Arrieta.
The tower is 38 metres high. In 1903 the oil lamp was replaced by an electric one.
The museum was opened by Dr. Elisa Montalvo in 1988. About 12,000 people visit it every year."""


@dataclass
class Texts:
    """Alice's texts, as she works on them."""

    context: Context
    alice: Person
    classroom: str
    code: str

    def give(self, text: str = TEXT, **changes: str) -> str:
        """Give a text to the class; its slug."""
        draft = intake.NewText("Punta Serena", text, audience=self.classroom)
        for name, value in changes.items():
            draft = replace(draft, **{name: value})
        return intake.save(self.context, self.alice, draft, NOON)

    def read(self, at: datetime = NOON) -> None:
        """Do all jobs that wait."""
        while running.work_once(self.context, lambda: at, "worker"):
            pass

    def given_and_read(self, text: str = TEXT, **changes: str) -> str:
        """Give a text and have it read."""
        slug = self.give(text, **changes)
        self.read()
        return slug

    def change(self, slug: str, text: str) -> None:
        """Give the next version and have it read."""
        intake.save_version(self.context, self.alice, slug, text, NOON)
        self.read()

    def screen(self, slug: str, candidate: str = "") -> ReviewScreen:
        """The review as Alice sees it."""
        return reading.review(self.context, self.alice, slug, NOON, candidate=candidate)

    def card(self, slug: str, answer: str) -> CardView:
        """The card of the candidate with this answer."""
        pieces = [p for one in self.screen(slug).paragraphs for p in one.pieces if p.candidate]
        for piece in pieces:
            card = self.screen(slug, piece.candidate).card
            if card is not None and card.answer == answer:
                return card
        raise AssertionError(f"no candidate {answer!r} among {[p.text for p in pieces]}")

    def approve(self, slug: str, answer: str, *, statement: str = "") -> None:
        """Approve the candidate with this answer, in its proposed words by default."""
        card = self.card(slug, answer)
        words = (card.subject or "it", statement or card.statement)
        deciding.approve(self.context, self.alice, slug, card.public_id, *words, NOON)

    def join(self, pupil: Person) -> None:
        """Let a pupil join the class."""
        classrooms.join(self.context, pupil, self.code, NOON)


@pytest.fixture
def texts(context: Context, alice: Person) -> Texts:
    """Alice with a classroom and no text yet."""
    return Texts(context, alice, *make_classroom(context, alice))


@pytest.fixture
def later() -> Callable[[float], datetime]:
    """So many seconds after noon."""
    return lambda seconds: NOON + timedelta(seconds=seconds)

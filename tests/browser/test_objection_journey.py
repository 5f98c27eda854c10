"""A pupil takes a hint, objects to a mark; the teacher accepts, marks again; the pupil reads it.

Once with scripts and once without: the same steps, the same pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Rules
from quizapp.services import accounts, classrooms, quizzes
from quizapp.services.accounts import NewAccount
from quizapp.services.context import Context, load_secret
from quizapp.services.quizzes import AssignmentDraft, ItemDraft, QuizDraft
from quizapp.settings import Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.queries.people import Person
from tests.browser.checks import DESK, PHONE
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, looked_at
from tests.browser.test_quiz_evening import press, sign_in
from tests.factories import make_question
from tests.server import Server

STEM = "Who founded the reading room?"


@dataclass(frozen=True, slots=True)
class School:
    """A server's services and the instant at which its people came."""

    context: Context
    at: datetime

    def somebody(self, name: str, role: str = "student") -> Person:
        """An account."""
        made = accounts.create(self.context, NewAccount(name, PASSWORD, "en", "UTC", role), self.at)
        token = accounts.open_session(self.context, made, self.at)
        found = accounts.who(self.context, token, self.at)
        assert found is not None
        return found

    def lesson(self, teacher: str, pupil: str) -> None:
        """A class of two with a question that has a hint, and a quiz of it."""
        context, at = self.context, self.at
        rosa, hugo = self.somebody(teacher, "teacher"), self.somebody(pupil)
        room = classrooms.create(context, rosa, "4B", "UTC", at)
        code = classrooms.classroom(context, rosa, room, at).code
        classrooms.join(context, hugo, code, at)
        question = make_question(
            context,
            rosa,
            at=at,
            audience=room,
            kind=QuestionKind.SHORT_ANSWER,
            stem=STEM,
            answer="Amélie Dupont",
            hints="She taught here.",
            options=(),
        )
        items = (ItemDraft(question=question),)
        draft = QuizDraft(title="Founders", rules=Rules(), items=items, classroom=room)
        quiz = quizzes.create(context, rosa, draft, at)
        quizzes.set_state(context, rosa, quiz, "ready", at)
        quizzes.assign(context, rosa, AssignmentDraft(classroom=room, quiz=quiz), at)


@pytest.fixture(scope="module")
def school(server: Server) -> Iterator[School]:
    settings = Settings(data_dir=server.data)
    context = Context(Store(make_engine(settings)), load_secret(settings), settings)
    yield School(context, datetime.now(UTC))
    context.store.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_an_objection(
    school: School, server: Server, open_page: OpenPage, *, scripts: bool
) -> None:
    teacher, pupil = ("Rosa", "Hugo") if scripts else ("Paula", "Elena")
    school.lesson(teacher, pupil)
    page = open_page(server, PHONE.but(scripts=scripts), "422")
    sign_in(page, server, pupil)
    _study_with_a_hint(page, server)
    _sit(page, server)
    _object(page)
    desk = open_page(server, DESK.but(scripts=scripts))
    sign_in(desk, server, teacher)
    _accept(desk, pupil)
    page.get_by_role("link", name="Back to the result").click()
    expect(page.get_by_text("1 of 1 points")).to_be_visible()
    expect(page.get_by_text("Good eye.")).to_be_visible()
    looked_at(page)
    page.goto(f"{server.url}/")
    expect(page.get_by_text("You were right: this answer counts now. Good eye.")).to_be_visible()
    page.get_by_role("link", name="All of it").click()
    looked_at(page)
    press(page, "Seen")
    page.goto(f"{server.url}/")
    expect(page.get_by_text("Good eye.")).to_have_count(0)


def _study_with_a_hint(page: Page, server: Server) -> None:
    """What was typed stays where the hint comes, and a right answer counts as Hard."""
    page.goto(f"{server.url}/study")
    expect(page.locator("#stem")).to_have_text(STEM)
    expect(page.get_by_text("She taught here.")).to_have_count(0)
    page.locator("#text").fill("Amélie Dupont")
    page.get_by_role("button", name="Show a hint").press("Enter")
    expect(page.get_by_text("She taught here.")).to_be_visible()
    expect(page.locator("#text")).to_have_value("Amélie Dupont")
    looked_at(page)
    page.locator("#text").press("Enter")
    expect(page.get_by_text("You took a hint, so it counts as Hard.")).to_be_visible()


def _sit(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/quizzes")
    page.get_by_role("link", name="Founders").click()
    press(page, "Begin")
    page.locator("#text").fill("Clara Bell")
    page.get_by_role("button", name="Save and finish").press("Enter")
    page.wait_for_url("**/submit")
    page.get_by_role("button", name="Submit").press("Enter")
    page.wait_for_url("**/result*")
    expect(page.get_by_text("0 of 1 points")).to_be_visible()


def _object(page: Page) -> None:
    """A form without a reason comes back with the sentence; then it is received."""
    page.get_by_role("link", name="Something wrong here?").click()
    looked_at(page)
    page.get_by_label("In a sentence").fill("The plaque says Clara Bell.")
    press(page, "Send")
    expect(page.get_by_label("In a sentence")).to_have_value("The plaque says Clara Bell.")
    page.get_by_label("My answer was right").check()
    press(page, "Send")
    expect(page.get_by_text("Received. A teacher will look at it.")).to_be_visible()
    looked_at(page)


def _accept(page: Page, pupil: str) -> None:
    """From the home page to the objection, and on to every mark that changes."""
    page.get_by_role("link", name="1 objection waits for you").click()
    looked_at(page)
    page.get_by_role("link", name=f"{pupil}: My answer was right").click()
    expect(page.get_by_text("The plaque says Clara Bell.")).to_be_visible()
    looked_at(page)
    page.get_by_label("To the learner").fill("Good eye.")
    press(page, "Accept this answer")
    expect(page.get_by_text("Accepted. Version 2 takes the answer.")).to_be_visible()
    row = page.get_by_role("row").filter(has_text=pupil)
    expect(row.first).to_contain_text("0 of 1")
    press(page, "Change 1 mark")
    expect(page.get_by_text("It stands in the log below")).to_be_visible()

"""People whose journeys are looked at for what is stored, not for how the pages look."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

from playwright.sync_api import Page, expect
from sqlalchemy import delete, select

from quizapp.services.checking import check
from quizapp.setting_up import ROOT
from quizapp.store.models import Answer, LoginSession, User, Voiding
from tests.browser.people import PASSWORD, Sitting, known, sign_up
from tests.server import Server
from tests.serving.data_folders import opened

TYPED = ("date", "numeric", "short_answer")
MOST = 60


class Everything(set[str]):
    """Every screen was looked at before: other tests do that."""

    def __contains__(self, _name: object) -> bool:
        return True


def traveller(page: Page) -> Sitting:
    """Somebody who studies on this page."""
    return Sitting(page, scripts=True, looked=Everything())


def study(page: Page, count: int) -> None:
    """Answer the next questions rightly, from the study page or the verdict before."""
    page.goto("/study")
    sitting = traveller(page)
    for _ in range(count):
        if sitting.at_end():
            page.goto("/study?more=1")
        sitting.answer()
        sitting.go_on()


def until_typed(page: Page, *kinds: str) -> str:
    """Study until a question wants to be typed; its right answer as the bank writes it."""
    sitting = traveller(page)
    page.goto("/study?more=1")
    for _ in range(MOST):
        if sitting.at_end():
            page.goto("/study?more=1")
        kind = page.locator("#answer").get_attribute("data-kind") or ""
        if kind in (kinds or TYPED):
            question = known(kind, sitting.stem(), [])
            assert question is not None
            return question.key.text
        sitting.answer()
        sitting.go_on()
    raise AssertionError(f"no question to type in {MOST}")


def come_in(page: Page, name: str) -> None:
    """Make an account and arrive."""
    page.goto("/account/sign-up")
    sign_up(page, name)
    expect(page.locator("header .me-name")).to_have_text(name)


def sign_in(page: Page, name: str) -> None:
    """Fill in and send the sign-in form that the page shows."""
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def stored(server: Server, name: str) -> list[str]:
    """What this person typed in answers that count, in the order of storing."""
    with opened(server.data) as store, store.read() as connection:
        voided = select(Voiding.answer_id)
        found = connection.execute(
            select(Answer.response_text)
            .join(User, User.id == Answer.learner_id)
            .where(User.name == name, Answer.id.not_in(voided))
            .order_by(Answer.id)
        )
        return list(found.scalars())


def end_sessions(server: Server) -> None:
    """Every session is over, as after a night."""
    with opened(server.data) as store, store.write() as connection:
        connection.execute(delete(LoginSession))


def sound(server: Server) -> None:
    """Everything derived equals its rebuild."""
    with opened(server.data) as store:
        assert check(store, datetime.now(UTC)).findings == []


def command(server: Server, *words: str, given: str = "") -> str:
    """What a command of ours says on the server's data."""
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", *words, "--data", str(server.data)],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def is_guest(page: Page) -> None:
    """The page knows this browser as a guest's."""
    page.goto("/")
    expect(page.locator("header .me-name")).to_have_text("Guest")

"""The whole way of a pupil in Spanish, from the front page to the account, in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from quizapp.core.questions import Question, QuestionKind
from quizapp.core.values.edtf import parse_edtf
from quizapp.core.values.show_numbers import format_quantity
from quizapp.core.values.show_times import format_time
from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, known
from tests.browser.travellers import command, sound, stored
from tests.server import Server
from tests.web.shared.spanish import Said, left_in_english

WANTED = {
    QuestionKind.SINGLE_CHOICE,
    QuestionKind.FLASHCARD,
    QuestionKind.SHORT_ANSWER,
    QuestionKind.DATE,
    QuestionKind.NUMERIC,
}
MOST = 150


def read(page: Page) -> str:
    """The page as it stands, which says nothing in English of its own."""
    said = Said(page.content())
    assert said.language == "es", page.url
    left = list(left_in_english(said))
    assert left == [], f"{page.url} says in English: {left}"
    return page.locator("body").inner_text()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).locator("visible=true").first.click()


YEARS = re.compile(r"\d{4}/\d{4}$")


def in_spanish(question: Question) -> str:
    """The answer as somebody writes it whose language is Spanish."""
    key = question.key
    if question.kind is QuestionKind.NUMERIC:
        return format_quantity(key.value, "", "", "es")
    if question.kind is QuestionKind.DATE or YEARS.match(key.value):
        return format_time(parse_edtf(key.value), "es")
    return key.text


def answer(page: Page, typed: list[str]) -> QuestionKind:
    """Answer the question on the page rightly; its kind. What was typed is added to `typed`."""
    kind = QuestionKind(page.locator("#answer").get_attribute("data-kind") or "")
    rows = page.locator("label.option").all()
    options = [row.locator("span").last.inner_text() for row in rows]
    question = known(kind.value, page.locator("#stem").inner_text(), options)
    if kind is QuestionKind.FLASHCARD:
        press(page, "Ver la respuesta")
        expect(page.locator("[data-state=back]")).to_be_visible()
        read(page)
        page.locator(".rate button").nth(2).click()
    elif question is None or (options and kind is QuestionKind.MULTIPLE_CHOICE):
        page.locator("button[name=dont_know]").locator("visible=true").first.click()
    else:
        if options:
            right = {option.text for option in question.options if option.correct}
            choice = next(n for n, text in enumerate(options) if text in right)
            page.get_by_role("radio").nth(choice).check()
        else:
            typed.append(in_spanish(question))
            page.locator("#text").fill(typed[-1])
        press(page, "Ver la respuesta")
    expect(page.locator("#verdict")).to_be_visible()
    return kind


def visits_and_signs_up(page: Page) -> None:
    page.goto("/")
    press(page, "Español")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    read(page)
    page.goto("/how-it-works")
    read(page)
    page.goto("/")
    page.get_by_role("radio").first.check()
    press(page, "Ver la respuesta")
    expect(page.locator("#verdict")).to_contain_text("párrafo")
    read(page)
    page.goto("/account/sign-up")
    read(page)
    page.locator("input[name=name]").fill("Inés")
    page.locator("input[name=password]").fill("corta")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("8 caracteres")
    read(page)
    page.locator("input[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("header .me-name")).to_have_text("Inés")
    read(page)


def joins(page: Page, code: str) -> None:
    page.goto("/join")
    read(page)
    page.locator("main input[name=code]").fill("0000-0000")
    page.keyboard.press("Enter")
    expect(page.locator("main [aria-invalid=true]")).to_be_visible()
    read(page)
    page.locator("main input[name=code]").fill(code)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("4B")
    read(page)


def studies(page: Page) -> list[str]:
    """Until every kind was met, each looked at once; what was typed."""
    page.goto("/study")
    met: set[QuestionKind] = set()
    typed: list[str] = []
    for _ in range(MOST):
        if page.locator("[data-state=end]").count():
            page.goto("/study?more=1")
        kind = QuestionKind(page.locator("#answer").get_attribute("data-kind") or "")
        if kind not in met:
            read(page)
        right = len(typed)
        answer(page, typed)
        if kind not in met or len(typed) > right:
            said = read(page)
            assert len(typed) == right or "Correcto" in said, (typed[-1], said)
        met.add(kind)
        if met >= WANTED:
            return typed
        press(page, "Continuar")
        expect(page.locator("#verdict")).to_have_count(0)
    raise AssertionError(f"only {met} in {MOST} questions")


def test_the_whole_way_in_spanish(server: Server, open_page: OpenPage) -> None:
    command(server, "user", "add", "Rosa", "--role", "teacher", "--password-stdin", given=PASSWORD)
    code = command(server, "classroom", "add", "4B", "--teacher", "Rosa").split()[-1]
    page = open_page(server)
    visits_and_signs_up(page)
    joins(page, code.rstrip("."))
    typed = studies(page)
    assert [text for text in stored(server, "Inés") if text] == typed
    page.goto("/account")
    page.locator("input[name=new_per_day]").fill("0")
    press(page, "Guardar")
    read(page)
    for path in ("/study", "/progress", "/", "/facts", "/classrooms", "/account/data"):
        page.goto(path)
        read(page)
    sound(server)

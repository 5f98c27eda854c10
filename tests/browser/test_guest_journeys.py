"""Guests come to a name: by making an account, or by signing in to one with a history."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.people import PASSWORD, sign_up
from tests.browser.travellers import come_in, is_guest, sign_in, sound, stored, study, traveller
from tests.server import Server


def test_a_guest_takes_an_answer_back_and_signs_up(server: Server, open_page: OpenPage) -> None:
    page = open_page(server)
    study(page, 2)
    sitting = traveller(page)
    asked = sitting.stem()
    sitting.answer(right=False)
    with sitting._moves_on():
        page.keyboard.press("u")
    assert sitting.stem() == asked
    assert len(stored(server, "")) == 2
    sitting.answer()
    is_guest(page)
    page.goto("/account/sign-up")
    expect(page.locator("main")).to_contain_text("3 answers given as a guest are kept.")
    sign_up(page, "Elena")
    expect(page.locator("header .me-name")).to_have_text("Elena")
    assert len(stored(server, "Elena")) == 3
    assert stored(server, "") == []
    sound(server)


def test_a_guest_signs_in_to_an_account_with_a_history(server: Server, open_page: OpenPage) -> None:
    at_home = open_page(server)
    come_in(at_home, "Marta")
    study(at_home, 2)
    before = len(stored(server, "Marta"))

    page = open_page(server)
    study(page, 3)
    is_guest(page)
    page.goto("/account/sign-in")
    expect(page.locator("main")).to_contain_text("3 answers given as a guest")
    bring = page.get_by_role("checkbox")
    expect(bring).not_to_be_checked()
    bring.check()
    sign_in(page, "Marta")
    expect(page.locator("main")).to_contain_text("3 answers came along.")
    assert len(stored(server, "Marta")) == before + 3
    assert stored(server, "") == []
    sound(server)
    assert PASSWORD not in page.content()

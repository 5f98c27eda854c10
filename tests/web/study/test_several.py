"""Several right answers, orders and pairs over HTTP, without scripts."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from quizapp.core.grading.matching import pairs
from quizapp.core.questions import Question, QuestionKind
from quizapp.services.context import Context
from quizapp.store.engine import Store
from quizapp.store.models import Answer, QuestionVersion, Review
from quizapp.store.models import Question as QuestionRow
from tests.services.study.arranged import ORDER, PAIRS, QUESTIONS, SEVERAL, load_arranged
from tests.web.conftest import Clock, Visit, fields, token
from tests.web.study.test_study import answer
from tests.world import PASSWORD, context_on, statements, tells

Form = dict[str, str | list[str]]
ALL = [pytest.param(one, id=one.kind.value) for one in QUESTIONS.values()]
ROW = re.compile(r'<li class="option (?:row-of-order|pair)".*?</li>', re.DOTALL)


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services with the questions on several facts, on both databases in turn."""
    made = context_on(store, tmp_path)
    load_arranged(made)
    return made


@pytest.fixture
def bob(visit: Visit, clock: Clock) -> FlaskClient:
    """Somebody who has met every fact."""
    client = visit("Bob")
    for _ in range(6):
        answer(client, clock)
    return client


def page_of(context: Context, client: FlaskClient, question: Question) -> str:
    """The page that asks this question."""
    version = (
        select(QuestionVersion.public_id)
        .join(QuestionRow, QuestionRow.id == QuestionVersion.question_id)
        .where(QuestionRow.public_id == question.id)
    )
    with context.store.read() as connection:
        found = connection.execute(version).scalar_one()
    page = client.get(f"/study?again={found}")
    assert page.status_code == 200
    return page.text


def ticks(page: str) -> dict[str, str]:
    """The text of each checkbox and what it sends."""
    found = re.findall(
        r'type="checkbox" name="choice" value="(\w+)".*?<span lang="en">(.*?)</span>',
        page,
        re.DOTALL,
    )
    return {unescape(text): value for value, text in found}


def rows(page: str) -> dict[str, tuple[str, dict[str, str]]]:
    """The text of each row, the name of its select, and what that offers."""
    found = {}
    for row in ROW.findall(page):
        text = re.search(r'class="row-text"[^>]*>(.*?)<', row)
        name = re.search(r'<select[^>]* name="([\w-]+)"', row)
        offered = re.findall(r'<option value="(\w+)"[^>]*>(.*?)</option>', row)
        assert text is not None
        assert name is not None
        found[unescape(text[1])] = (name[1], {unescape(text): value for value, text in offered})
    return found


def solved(page: str, question: Question) -> Form:
    """The right answer, by the controls that stand on the page."""
    form: Form = {name: value for name, value in fields(page).items() if name != "choice"}
    options = question.options
    if question.kind is QuestionKind.MULTIPLE_CHOICE:
        return form | {"choice": [ticks(page)[one.text] for one in options if one.correct]}
    if question.kind is QuestionKind.ORDERING:
        places = ("1st", "2nd", "3rd", "4th")
        for option, place in zip(options, places, strict=True):
            name, offered = rows(page)[option.text]
            form[name] = offered[place]
        return form
    for prompt, partner in pairs(question).items():
        name, offered = rows(page)[options[prompt].text]
        form[name] = offered[options[partner].text]
    return form


def counts(context: Context) -> tuple[int, int]:
    with context.store.read() as connection:
        answers = connection.execute(select(func.count()).select_from(Answer)).scalar_one()
        reviews = connection.execute(select(func.count()).select_from(Review)).scalar_one()
    return answers, reviews


@pytest.mark.parametrize("question", ALL)
def test_a_form_without_scripts_is_enough(
    context: Context, bob: FlaskClient, question: Question
) -> None:
    answers, reviews = counts(context)
    page = page_of(context, bob, question)
    with statements(context.store) as sent:
        verdict = bob.post("/study/answer", data=solved(page, question))
    assert verdict.status_code == 200
    assert "<b>Right.</b>" in verdict.text
    assert counts(context) == (answers + 1, reviews + len(question.facts))
    assert len(sent) - 1 <= 8, sent
    said = verdict.text.split('id="verdict"')[1]
    assert said.count('class="fact"') == len(question.facts)
    assert said.count("Polar history") == 1, "one source line for all of them"
    assert "The first of these comes again in" in said


@pytest.mark.parametrize("question", ALL)
def test_the_page_before_the_answer_does_not_tell_it(
    context: Context, bob: FlaskClient, question: Question
) -> None:
    for _ in range(5):
        page = page_of(context, bob, question)
        assert "is-right" not in page
        assert not re.search(r'name="choice"[^>]* checked|<option[^>]* selected', page)
        for option in question.options:
            assert not option.feedback or not tells(page, option.feedback)
        if question is ORDER:
            shown = sorted((page.index(f">{one.text}<"), one.text) for one in ORDER.options)
            assert [text for _at, text in shown] != [one.text for one in ORDER.options]


def test_what_is_not_finished_comes_back_as_it_was(context: Context, bob: FlaskClient) -> None:
    before = counts(context)
    for question, sentence in ((ORDER, "Give every line its place"), (PAIRS, "Choose a partner")):
        page = page_of(context, bob, question)
        full = solved(page, question)
        left = [name for name in full if name.startswith(("place-", "match-"))][1:]
        part = {name: "" if name in left else value for name, value in full.items()}
        back = bob.post("/study/answer", data=part)
        assert back.status_code == 422
        assert sentence in back.text
        assert "Something is still open" in back.text
        assert fields(back.text)["key"] == full["key"]
        assert back.text.count(" selected>") == 1
        assert back.text.count('aria-invalid="true"') == len(left)
        assert counts(context) == before
        assert bob.post("/study/answer", data=full).status_code == 200
        before = counts(context)
    page = page_of(context, bob, SEVERAL)
    none = {name: value for name, value in fields(page).items() if name != "choice"}
    back = bob.post("/study/answer", data=none)
    assert back.status_code == 422
    assert "Choose at least one" in back.text
    assert counts(context) == before
    known = bob.post("/study/answer", data=none | {"dont_know": "1"})
    assert "Not yet." in known.text


def test_two_lines_cannot_have_one_place(context: Context, bob: FlaskClient) -> None:
    full = solved(page_of(context, bob, ORDER), ORDER)
    twice = {name: "2" if name.startswith("place-") else value for name, value in full.items()}
    back = bob.post("/study/answer", data=twice)
    assert back.status_code == 422
    assert "Two lines have the same place" in back.text
    assert back.text.count(" selected>") == 4


def test_what_does_not_belong_to_the_question_is_refused(
    context: Context, bob: FlaskClient
) -> None:
    before = counts(context)
    order, match = (solved(page_of(context, bob, one), one) for one in (ORDER, PAIRS))
    place, pair = (
        next(name for name in form if name.startswith(("place-", "match-")))
        for form in (order, match)
    )
    several = solved(page_of(context, bob, SEVERAL), SEVERAL)
    for form in (
        order | {place: "9"},
        order | {"place-0123456789ab": "1"},
        match | {pair: "0123456789ab"},
        match | {pair: pair.partition("-")[2]},
        several | {"choice": ["0123456789ab"]},
    ):
        refused = bob.post("/study/answer", data=form)
        assert refused.status_code in (400, 409), refused.status
    assert counts(context) == before


def test_partial_credit_is_said_in_words(context: Context, bob: FlaskClient) -> None:
    full = solved(page_of(context, bob, ORDER), ORDER)
    first, second, *_ = [name for name in full if name.startswith("place-")]
    swapped = full | {first: full[second], second: full[first]}
    said = bob.post("/study/answer", data=swapped).text
    assert "Partly right." in said
    assert "2 of 4 are in place." in said
    assert said.count("Right place") == 2
    assert "You: 1st" in said
    assert "You: 2nd" in said
    several = solved(page_of(context, bob, SEVERAL), SEVERAL)
    some = several | {"choice": several["choice"][:2]}
    said = bob.post("/study/answer", data=some).text
    assert "Not all that is right was chosen." in said
    assert said.count("Right, not chosen") == 1


def test_one_persons_form_is_no_other_persons(
    context: Context, visit: Visit, bob: FlaskClient
) -> None:
    full = solved(page_of(context, bob, ORDER), ORDER)
    dan = visit("Dan")
    before = counts(context)
    refused = dan.post("/study/answer", data=full | {"csrf_token": token(dan)})
    assert refused.status_code in (400, 409)
    assert counts(context) == before


@pytest.mark.parametrize("question", ALL)
def test_an_answer_goes_on_through_the_sign_in(
    context: Context, bob: FlaskClient, clock: Clock, question: Question
) -> None:
    full = solved(page_of(context, bob, question), question)
    answers, reviews = counts(context)
    clock.forward(days=8)
    held = bob.post("/study/answer", data=full)
    assert held.status_code == 401
    data = fields(held.text) | {"name": "Bob", "password": PASSWORD}
    done = bob.post("/account/sign-in", data=data)
    assert done.status_code == 303
    assert counts(context) == (answers + 1, reviews + len(question.facts))
    assert "<b>Right.</b>" in bob.get(done.headers["Location"]).text

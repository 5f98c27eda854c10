"""The study screens over HTTP, without scripts."""

from __future__ import annotations

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.services.context import Context
from tests.services.study.sittings import ANSWERS
from tests.web.conftest import Clock, Visit, fields, radios, token
from tests.world import statements


def answer(client: FlaskClient, clock: Clock, *, right: bool = True) -> TestResponse:
    """Answer the next question in the way its form wants it, after five seconds."""
    page = client.get("/study").text
    clock.forward(seconds=5)
    solution = next(value for stem, value in ANSWERS.items() if stem in page)
    data = fields(page)
    if 'data-kind="flashcard"' in page:
        client.post("/study/reveal", data=data)
        return client.post("/study/answer", data=data | {"rating": "3" if right else "1"})
    if tokens := radios(page, "choice"):
        rows = page.split('class="option"')[1:]
        number = next(n for n, row in enumerate(rows) if (solution in row) is right)
        return client.post("/study/answer", data=data | {"choice": tokens[number]})
    return client.post("/study/answer", data=data | {"text": solution if right else "1801"})


def test_a_sitting_from_first_question_to_end(visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    for _ in range(12):
        page = answer(bob, clock)
        assert page.status_code == 200
        assert "Polar history" in page.text
        assert 'role="status"' in page.text
        clock.forward(minutes=1)
    end = bob.get("/study").text
    assert "12 of 12 answers right" in end


def test_the_answer_is_not_in_the_page_before_it_is_given(visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    seen = set()
    for _ in range(12):
        page = bob.get("/study").text
        stem, solution = next((s, a) for s, a in ANSWERS.items() if s in page)
        seen.add(page.split('data-kind="')[1].split('"')[0])
        if radios(page, "choice"):
            assert page.count(solution) == 1  # as one of three options, like the others
            assert page.count("wrong one") == page.count("wrong two") == 1
        else:
            assert solution not in page
        assert "is-right" not in page
        assert f"Statement {stem.split()[3]} of" not in page
        answer(bob, clock)
        clock.forward(minutes=1)
    assert seen == {"single_choice", "date", "numeric", "short_answer", "flashcard"}


def test_a_reload_of_the_verdict_counts_once(visit: Visit) -> None:
    bob = visit("Bob")
    page = bob.get("/study").text
    data = fields(page) | {"choice": radios(page, "choice")[0]}
    first, again = (bob.post("/study/answer", data=data).text for _ in range(2))
    assert "It counts once" not in first
    assert "It counts once" in again


def test_another_answer_under_the_same_key_is_refused(visit: Visit) -> None:
    bob = visit("Bob")
    page = bob.get("/study").text
    one, two, *_ = radios(page, "choice")
    data = fields(page)
    assert bob.post("/study/answer", data=data | {"choice": one}).status_code == 200
    refused = bob.post("/study/answer", data=data | {"choice": two})
    assert refused.status_code == 409
    assert "answered" in refused.text


def test_an_unreadable_date_comes_back_to_be_mended(visit: Visit, clock: Clock) -> None:
    bob = visit("Bob")
    while 'data-kind="date"' not in (page := bob.get("/study").text):
        answer(bob, clock)
        clock.forward(minutes=1)
    back = bob.post("/study/answer", data=fields(page) | {"text": "once <upon> a time"})
    assert back.status_code == 422
    assert "once &lt;upon&gt; a time" in back.text
    assert fields(back.text)["key"] == fields(page)["key"]
    assert "cannot be read as a date" in back.text


def test_undo_brings_the_question_back(visit: Visit) -> None:
    bob = visit("Bob")
    page = bob.get("/study").text
    bob.post("/study/answer", data=fields(page) | {"choice": radios(page, "choice")[0]})
    done = bob.post("/study/undo", data={"csrf_token": token(bob)})
    assert done.status_code == 303
    again = bob.get(done.headers["Location"]).text
    assert fields(again)["version"] == fields(page)["version"]
    assert fields(again)["key"] != fields(page)["key"]


def test_a_script_gets_the_inside_alone(visit: Visit) -> None:
    bob = visit("Bob")
    inside = bob.get("/study", headers={"X-Fragment": "1"}).text
    assert "<html" not in inside
    assert 'id="stem"' in inside


def test_a_request_takes_eight_statements_at_most(
    context: Context, visit: Visit, clock: Clock
) -> None:
    bob = visit("Bob")
    for _ in range(8):
        with statements(context.store) as sent:
            page = bob.get("/study").text
        assert len(sent) <= 8, sent
        data = fields(page)
        choice = radios(page, "choice")
        data |= {"choice": choice[0]} if choice else {"rating": "3", "text": "1924"}
        with statements(context.store) as sent:
            assert bob.post("/study/answer", data=data).status_code == 200
        assert sent.count("COMMIT") == 1
        assert len(sent) - 1 <= 8, sent
        clock.forward(seconds=40)


def test_a_visitor_tries_one_question_without_a_trace(context: Context, visit: Visit) -> None:
    client = visit()
    page = client.get("/").text
    data = fields(page) | {"choice": radios(page, "choice")[0]}
    tried = client.post("/try", data=data)
    assert tried.status_code == 200
    assert "Polar history" in tried.text
    with context.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM answers").scalar() == 0

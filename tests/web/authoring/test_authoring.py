"""The question form in the browser: checked, saved, changed; nothing typed is ever lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Visit, fields, radios, token

SPOKEN = {
    "audience": "",
    "fact": "",
    "statement": "The reading room opened in 1987.",
    "topic": "Our school",
    "source": "",
    "stem": "In which year did our reading room open?",
    "right": "1",
    "options-0-text": "1979",
    "options-0-feedback": "The school moved here.",
    "options-1-text": "1987",
    "options-2-text": "1994",
    "options-2-feedback": "The new wing.",
    "explanation": "The plate beside the door says so.",
}


AREAS = re.compile(r'<textarea[^>]*name="(\w+)"[^>]*>\r?\n?(.*?)</textarea>', re.DOTALL)


@pytest.fixture
def alice(visit: Visit) -> FlaskClient:
    """A teacher."""
    return visit("Alice", "teacher")


def hidden(client: FlaskClient, path: str = "/questions/new") -> dict[str, str]:
    """The hidden fields of an editor."""
    found = fields(client.get(path).text)
    return {name: found[name] for name in ("csrf_token", "key", "base", "question")}


def write(client: FlaskClient, **changes: Any) -> str:
    """The address of a question that this teacher writes."""
    answer = client.post("/questions/new", data=hidden(client) | SPOKEN | changes)
    assert answer.status_code == 303, answer.text
    return answer.location


def typed_back(html: str, form: dict[str, str]) -> None:
    """Fail unless everything that was typed stands in the page's form."""
    areas = dict(
        re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\r?\n?(.*?)</textarea>', html, re.DOTALL)
    )
    inputs = fields(html)
    for name, value in form.items():
        if name in ("audience", "fact", "source") and value:
            assert f'<option selected value="{value}">' in html, name
        elif name == "right":
            assert re.search(rf'name="right" value="{value}" checked', html)
        elif value and name not in ("audience", "fact", "source", "csrf_token"):
            assert (areas.get(name) or inputs.get(name)) == value, name


def test_a_question_is_written_listed_and_read(alice: FlaskClient) -> None:
    place = write(alice)
    page = alice.get(place).text
    for text in (*SPOKEN.values(), "Version 1", "only me", "No source named"):
        assert text in page or not text or text in "01"
    assert "Saved." in page
    listed = alice.get("/questions?place=mine").text
    assert SPOKEN["stem"] in listed
    assert "1 question" in listed
    assert place in listed


def test_the_list_is_searched_and_turned_in_pages(alice: FlaskClient) -> None:
    write(alice)
    found = alice.get("/questions?q=reading+1994").text
    assert SPOKEN["stem"] in found
    assert "1 question" in found
    assert "Nothing fits" in alice.get("/questions?q=reading+1950").text
    assert "13 questions" in alice.get("/questions?q=%25").text
    bank = alice.get("/questions?q=statement+4").text
    assert "What does statement 4 hold?" in bank
    assert "What does statement 3 hold?" not in bank
    for page in ("0", "-1", "99999999999999999999", "x"):
        assert alice.get(f"/questions?page={page}").status_code == 200


REFUSED = [
    ({"stem": ""}, "The question is missing"),
    ({"options-1-text": "", "options-2-text": ""}, "Options are missing"),
    ({"right": "4"}, "No right answer"),
    ({"right": "x"}, "No right answer"),
    ({"options-2-text": "1979."}, "Two options are the same"),
    ({"options-3-feedback": "of what?"}, "Option 4 is empty"),
    ({"statement": ""}, "The fact is missing"),
    ({"topic": ""}, "The topic is missing"),
    ({"source": "new"}, "The source has no title"),
    (
        {"source": "new", "source_title": "T", "source_url": "javascript:alert(1)"},
        "This is no web address",
    ),
    ({"paragraph": "two"}, "This is no paragraph"),
    ({"paragraph": "2"}, "A paragraph of what?"),
    ({"source": "polar", "paragraph": "9"}, "It has 3 paragraphs."),
    ({"stem": "x" * 700}, "At most 600 characters."),
    ({"audience": "elsewhere"}, "This is not a classroom of yours"),
    ({"fact": "elsewhere"}, "This fact is not there any more"),
    ({"source": "elsewhere"}, "This source is not there any more"),
]


@pytest.mark.parametrize(("changes", "sentence"), REFUSED)
def test_what_is_wrong_is_said_and_everything_typed_comes_back(
    alice: FlaskClient, changes: dict[str, str], sentence: str
) -> None:
    sent = hidden(alice) | SPOKEN | changes
    answer = alice.post("/questions/new", data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'role="alert"' in answer.text
    kept = {n: v for n, v in sent.items() if v != "elsewhere" and n != "right"}
    typed_back(answer.text, kept)
    assert "Nothing fits" in alice.get("/questions?place=mine").text


def test_the_preview_comes_alone_for_a_script_and_in_the_page_without(alice: FlaskClient) -> None:
    form = hidden(alice) | SPOKEN
    part = alice.post("/questions/preview", data=form, headers={"X-Fragment": "1"}).text
    assert not part.lstrip().lower().startswith("<!doctype")
    assert SPOKEN["stem"] in part
    assert radios(part, "choice") == ["1", "2", "3"]
    assert "Nothing to mend." in part
    page = alice.post("/questions/preview", data=form)
    assert page.status_code == 200
    assert page.text.startswith("<!doctype")
    typed_back(page.text, form)
    assert SPOKEN["stem"] in page.text.split('id="preview"')[1]
    advised = alice.post("/questions/preview", data=form | {"stem": "When did it open"}).text
    assert "No question mark and no gap" in advised
    assert "Nothing fits" in alice.get("/questions?place=mine").text


def test_a_form_that_is_asked_back_is_explained_and_not_told_as_right(alice: FlaskClient) -> None:
    form = hidden(alice) | {
        "kind": "short_answer",
        "stem": "Which state joined NATO in 1955?",
        "answer": "West Germany",
        "accept": "Federal Republic of Germany\r\n?Germany",
    }
    page = alice.post("/questions/preview", data=form).text
    assert "A line that begins with ? says too little" in page
    right = page.partition("Right is</p>")[2].partition("</ul>")[0]
    assert re.findall(r"<li[^>]*>(.*?)</li>", right) == [
        "West Germany",
        "Federal Republic of Germany",
    ]


def test_what_is_typed_is_text_everywhere(alice: FlaskClient) -> None:
    evil = "</textarea><script>alert(1)</script>"
    changes = {name: f"{evil} {name}?" for name in ("stem", "statement", "topic", "explanation")}
    changes |= {f"options-{n}-text": f"{evil} {n}" for n in range(3)}
    form = hidden(alice) | SPOKEN | changes
    pages = [
        alice.post("/questions/preview", data=form).text,
        alice.get(write(alice, **changes)).text,
    ]
    for page in pages:
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page


def test_facts_are_found_without_scripts_and_nothing_typed_is_lost(alice: FlaskClient) -> None:
    form = hidden(alice) | SPOKEN | {"find": "Amélie"}
    page = alice.post("/questions/preview", data=form).text
    assert '<option value="polar-3">' in page
    assert '<option value="polar-1">' not in page
    assert "1 fact holds these words" in page
    typed_back(page, form)
    asked = alice.get("/questions/new?find=harbour&fact=polar-4").text
    assert '<option selected value="polar-4">' in asked
    assert '<option value="polar-5">' in asked
    assert '<option value="polar-3">' not in asked


def test_a_chosen_fact_is_shown_with_its_place(alice: FlaskClient) -> None:
    place = write(alice, fact="polar-4", statement="", topic="")
    page = alice.get(place).text
    assert "Statement 4 of the station holds 1924." in page
    assert "Polar history" in page


def test_the_same_form_twice_is_one_question(alice: FlaskClient) -> None:
    form = hidden(alice) | SPOKEN
    places = {alice.post("/questions/new", data=form).location for _ in range(2)}
    assert len(places) == 1
    assert "1 question" in alice.get("/questions?place=mine").text


def test_a_change_is_a_version(alice: FlaskClient) -> None:
    place = write(alice)
    page = alice.get(f"{place}/edit").text
    typed_back(page, {n: SPOKEN[n] for n in SPOKEN if n not in ("statement", "topic")})
    changed = SPOKEN | {"stem": "When did it first open its doors?", "reason": "clearer"}
    answer = alice.post(f"{place}/edit", data=hidden(alice, f"{place}/edit") | changed)
    assert answer.status_code == 303
    read = alice.get(place).text
    for text in ("Version 2 is in force.", "clearer", "Changed: the question"):
        assert text in read
    assert SPOKEN["stem"] in alice.get(f"{place}/history").text
    refused = alice.post(
        f"{place}/edit", data=hidden(alice, f"{place}/edit") | changed | {"stem": ""}
    )
    assert refused.status_code == 422
    typed_back(refused.text, {"explanation": SPOKEN["explanation"]})
    preview = hidden(alice, f"{place}/edit") | changed
    page = alice.post("/questions/preview", data=preview).text
    assert "Save version 3" in page


def test_who_saves_second_sees_both_texts(alice: FlaskClient) -> None:
    place = write(alice)
    first, second = (hidden(alice, f"{place}/edit") for _ in range(2))
    alice.post(f"{place}/edit", data=first | SPOKEN | {"stem": "The first text?"})
    answer = alice.post(f"{place}/edit", data=second | SPOKEN | {"stem": "The second text?"})
    assert answer.status_code == 409
    assert "Alice saved version 2 meanwhile" in answer.text
    assert "The first text?" in answer.text
    typed_back(answer.text, {"stem": "The second text?"})
    assert "The second text?" not in alice.get(place).text
    again = {name: fields(answer.text)[name] for name in ("csrf_token", "key", "base", "question")}
    saved = alice.post(f"{place}/edit", data=again | SPOKEN | {"stem": "The second text?"})
    assert saved.status_code == 303
    read = alice.get(place).text
    assert "Version 3" in read
    assert "The first text?" in alice.get(f"{place}/history").text


def test_questions_of_others_are_not_there(alice: FlaskClient, visit: Visit) -> None:
    place = write(alice)
    public_id = place.rsplit("/", 1)[1]
    carol, bob = visit("Carol", "teacher"), visit("Bob")
    mine = hidden(carol)
    for spelling in (place, f"/questions/{public_id.upper()}", f"{place}%20", f"{place}."):
        assert carol.get(spelling).status_code == 404
    assert carol.get(f"{place}/edit").status_code == 404
    assert carol.post(f"{place}/edit", data=mine | SPOKEN).status_code == 404
    stolen = mine | SPOKEN | {"question": public_id}
    for headers in ({}, {"X-Fragment": "1"}):
        answer = carol.post("/questions/preview", data=stolen, headers=headers)
        assert answer.status_code == 404
    assert SPOKEN["stem"] not in carol.get("/questions").text
    for page in (place, f"{place}/edit", "/questions", "/questions/new"):
        assert bob.get(page).status_code == 403
        assert "/account/sign-in" in visit().get(page).location
    for page in ("/questions/new", "/questions/preview", f"{place}/edit"):
        form = SPOKEN | {"csrf_token": token(bob)}
        assert bob.post(page, data=form).status_code == 403


def test_the_shipped_bank_is_read_and_not_changed(alice: FlaskClient) -> None:
    page = alice.get("/questions/polar-1.single-choice")
    assert "You may read it, and copy it" in page.text
    assert "/edit" not in page.text
    assert alice.get("/questions/polar-1.single-choice/edit").status_code == 404


def test_a_form_without_its_token_changes_nothing(alice: FlaskClient, visit: Visit) -> None:
    place = write(alice)
    carol = visit("Carol", "teacher")
    for path in ("/questions/new", "/questions/preview", f"{place}/edit"):
        for wrong in ("", "0" * 32, token(carol)):
            form = hidden(alice) | SPOKEN | {"csrf_token": wrong}
            assert alice.post(path, data=form).status_code == 400
    foreign = hidden(alice) | SPOKEN | {"key": fields(carol.get("/questions/new").text)["key"]}
    assert alice.post("/questions/new", data=foreign).status_code == 400
    assert "1 question" in alice.get("/questions?place=mine").text

"""Classrooms in the browser: made, joined by code, shown to their teacher."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Visit, fields, token

CODE = re.compile(r'class="join-code">([0-9A-Z]{4}-[0-9A-Z]{4})<')


def make(client: FlaskClient, name: str = "4B", **more: str) -> str:
    """The address of a classroom that this teacher makes."""
    form = {"csrf_token": token(client), "name": name, "time_zone": "America/Lima", **more}
    made = client.post("/classrooms", data=form)
    assert made.status_code == 303, made.text
    return made.location


def code_of(client: FlaskClient, place: str) -> str:
    found = CODE.search(client.get(place).text)
    assert found is not None
    return found[1]


def join(client: FlaskClient, code: str) -> tuple[int, str]:
    """Type a code: the status, and the page that is seen in the end."""
    answer = client.post("/join", data={"csrf_token": token(client, "/join"), "code": code})
    page = client.get(answer.location) if answer.status_code == 303 else answer
    return answer.status_code, page.text


def test_a_class_is_made_joined_and_seen(visit: Visit) -> None:
    alice, bob = visit("Alice", "teacher"), visit("Bob")
    place = make(alice, "4B History")
    code = code_of(alice, place)
    status, page = join(bob, f" {code.lower().replace('-', ' ')} ")
    assert status == 303
    assert "You are in 4B History now." in page
    assert "with Alice" in bob.get("/classrooms").text
    assert "Bob" in alice.get(place).text
    assert "You were in 4B History already." in join(bob, code)[1]
    assert alice.get(place).text.count(">Bob<") == 1
    assert "1 learner" in alice.get("/classrooms").text


def test_the_zone_of_the_teacher_is_offered_first(visit: Visit) -> None:
    page = visit("Alice", "teacher", "Asia/Tokyo").get("/classrooms").text
    assert '<option selected value="Asia/Tokyo">' in page


@pytest.mark.parametrize(
    ("form", "sentence", "back"),
    [
        ({"name": ""}, "Please give the classroom a name.", 'name="time_zone"'),
        ({"name": " - "}, "at least one letter or digit", 'value=" - "'),
        ({"name": "x" * 90}, "80 characters at most", "x" * 90),
        ({"time_zone": "Atlantis"}, "Not a valid choice", 'value="5C"'),
    ],
)
def test_what_is_wrong_with_a_classroom_is_said_and_comes_back(
    visit: Visit, form: dict[str, str], sentence: str, back: str
) -> None:
    alice = visit("Alice", "teacher")
    sent = {"csrf_token": token(alice), "name": "5C", "time_zone": "UTC", **form}
    answer = alice.post("/classrooms", data=sent)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert back in answer.text
    assert "No classroom yet" in answer.text


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "Please write the code"),
        ("K7P4", "Eight characters, please."),
        ("0000-0000", "No class has this code."),
        ("'><b>12345", "Eight characters, please."),
    ],
)
def test_what_is_wrong_with_a_code_is_said_and_comes_back(
    visit: Visit, code: str, sentence: str
) -> None:
    bob = visit("Bob")
    status, page = join(bob, code)
    assert status == 422
    assert sentence in page
    assert fields(page)["code"] == code
    assert "<b>1" not in page


def test_the_address_with_a_code_asks_before_it_joins(visit: Visit) -> None:
    alice, bob = visit("Alice", "teacher"), visit("Bob")
    place = make(alice, "4B History")
    code = code_of(alice, place)
    page = bob.get(f"/join/{code}")
    assert page.status_code == 200
    assert "4B History" in page.text
    assert "with Alice" in page.text
    assert ">Bob<" not in alice.get(place).text
    form = {"csrf_token": fields(page.text)["csrf_token"], "code": fields(page.text)["code"]}
    assert bob.post("/join", data=form).status_code == 303
    assert ">Bob<" in alice.get(place).text
    assert "already" in bob.get(f"/join/{code}").text
    assert bob.get("/join/nothing").status_code == 422


def test_a_visitor_signs_in_and_comes_back_to_the_code(visit: Visit) -> None:
    answer = visit().get("/join/K7P4-2XQM")
    assert answer.status_code == 303
    assert answer.location.endswith("/account/sign-in?next=/join/K7P4-2XQM")


def test_the_teacher_of_a_class_cannot_join_it(visit: Visit) -> None:
    alice = visit("Alice", "teacher")
    code = code_of(alice, make(alice))
    status, page = join(alice, code)
    assert status == 422
    assert "a class that you teach" in page
    assert alice.get(f"/join/{code}").status_code == 422


def test_a_classroom_is_found_by_its_teacher_alone(visit: Visit) -> None:
    alice, carol = visit("Alice", "teacher"), visit("Carol", "teacher")
    bob, dan = visit("Bob"), visit("Dan")
    place = make(alice)
    join(bob, code_of(alice, place))
    assert alice.get(place).status_code == 200
    for spelling in (place, place.upper().replace("CLASSROOMS", "classrooms"), f"{place}%20"):
        assert carol.get(spelling).status_code == 404
    assert alice.get(f"{place}x").status_code == 404
    assert "4B" not in carol.get("/classrooms").text
    assert "with Alice" in bob.get(place).text
    assert "Join code" not in bob.get(place).text
    assert dan.get(place).status_code == 404
    assert "/account/sign-in" in visit().get(place).location


def test_pupils_and_visitors_make_no_classrooms(visit: Visit) -> None:
    bob, nobody = visit("Bob"), visit()
    form = {"name": "4B", "time_zone": "UTC"}
    assert bob.post("/classrooms", data=form | {"csrf_token": token(bob)}).status_code == 403
    refused = nobody.post("/classrooms", data=form | {"csrf_token": token(nobody)})
    assert "/account/sign-in" in refused.location


@pytest.mark.parametrize("path", ["/classrooms", "/join"])
def test_a_form_without_its_token_changes_nothing(visit: Visit, path: str) -> None:
    alice = visit("Alice", "teacher")
    other = visit("Carol", "teacher")
    form = {"name": "4B", "time_zone": "UTC", "code": "K7P42XQM"}
    for wrong in ({}, {"csrf_token": ""}, {"csrf_token": token(other)}):
        assert alice.post(path, data=form | wrong).status_code == 400
    assert "No classroom yet" in alice.get("/classrooms").text


def test_names_are_shown_as_text(visit: Visit) -> None:
    alice, bob = visit("Alice", "teacher"), visit("Bob <script>alert(1)</script>")
    place = make(alice, "<img src=x onerror=alert(1)>")
    join(bob, code_of(alice, place))
    page = alice.get(place).text
    assert "&lt;img src=x" in page
    assert "<script>alert" not in page

"""Groups, co-teachers, accommodations and ends in the browser, each with a stranger beside."""

from __future__ import annotations

import re

from flask import Flask
from flask.testing import FlaskClient

from tests.web.classrooms.conftest import code_of, ids, make, post, save_list
from tests.web.conftest import Visit, fields, token


def test_a_group_is_arranged(rosa: FlaskClient, place: str) -> None:
    save_list(rosa, place, "Elena", "Hugo")
    assert post(rosa, f"{place}/groups", name="").status_code == 422
    group = post(rosa, f"{place}/groups", name="Readers").location
    elena = ids(rosa, place)["Elena"].rsplit("/", 1)[1]
    assert post(rosa, group, name="Early readers", pupil=elena).status_code == 303
    page = rosa.get(place).text
    assert re.search(r">Elena</a>\s*<span class=\"under\">Early readers", page)
    assert "1 learner" in rosa.get(f"{place}/groups").text
    post(rosa, f"{place}/groups", name="Writers")
    clash = post(rosa, group, name="writers", pupil=[])
    assert clash.status_code == 422
    assert 'value="writers"' in clash.text
    assert "has a group of that name already" in clash.text
    assert post(rosa, f"{group}/delete").status_code == 303
    assert "Early readers" not in rosa.get(f"{place}/groups").text


def test_a_colleague_is_asked_accepts_and_leaves(
    visit: Visit, rosa: FlaskClient, place: str
) -> None:
    carol = visit("Carol", "teacher")
    unknown = post(rosa, f"{place}/teachers", name="Nobody <b>")
    assert unknown.status_code == 422
    assert "No teacher of this school has that name." in unknown.text
    assert "Nobody &lt;b&gt;" in unknown.text
    assert post(rosa, f"{place}/teachers", name="carol").status_code == 303
    assert carol.get(place).status_code == 404
    assert "Rosa asks you to teach this class too." in carol.get("/classrooms").text
    assert post(carol, f"{place}/invitation", answer="yes").location == place
    assert carol.get(place).status_code == 200
    assert "Delete the class" not in carol.get(f"{place}/settings").text
    stays = post(carol, f"{place}/delete", typed="4B")
    assert stays.status_code == 400
    assert "Only the owner of the class may do this." in stays.text
    assert post(carol, f"{place}/leave").status_code == 303
    assert carol.get(place).status_code == 404
    owner = post(rosa, f"{place}/leave")
    assert "Hand it over to a colleague first." in owner.text


def test_what_is_granted_is_set_seen_and_not_overwritten(
    visit: Visit, rosa: FlaskClient, place: str
) -> None:
    elena = visit("Elena")
    post(elena, "/join", code=code_of(rosa, place))
    page = ids(rosa, place)["Elena"]
    stale = fields(rosa.get(page).text)
    wanted = {"time_percent": "150", "extra_minutes": "10", "no_speed": "y"}
    assert rosa.post(page, data=stale | wanted).status_code == 303
    for where in (place, "/classrooms"):
        told = elena.get(where).text
        assert "1.5× the usual time and 10 minutes" in told
        assert "Set by Rosa" in told
    clash = rosa.post(page, data=stale | {"time_percent": "200", "due_days": "2"})
    assert clash.status_code == 409
    assert "Set now: 1.5× the usual time and 10 minutes, speed does not count." in clash.text
    assert '<option selected value="200">' in clash.text
    assert fields(clash.text)["due_days"] == "2"
    again = {**fields(clash.text), "time_percent": "200"}
    del again["no_speed"]
    assert rosa.post(page, data=again).status_code == 303
    assert "2× the usual time" in elena.get(place).text
    for wrong in ({"extra_minutes": "9" * 40}, {"extra_minutes": "-5"}, {"due_days": "x"}):
        refused = rosa.post(page, data={**fields(rosa.get(page).text), **wrong})
        assert refused.status_code == 422
        assert next(iter(wrong.values())) in refused.text


def test_a_class_is_archived_restored_and_deleted(
    visit: Visit, rosa: FlaskClient, place: str
) -> None:
    elena = visit("Elena")
    post(elena, "/join", code=code_of(rosa, place))
    assert post(rosa, f"{place}/delete", typed="4B").status_code == 400
    assert post(rosa, f"{place}/archive").status_code == 303
    assert elena.get(place).status_code == 404
    page = rosa.get(place)
    assert "Archived on 24 November" in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert post(rosa, f"{place}/groups", name="New").status_code == 400
    wrong = post(rosa, f"{place}/delete", typed="4C")
    assert wrong.status_code == 422
    assert 'value="4C"' in wrong.text
    post(rosa, f"{place}/restore")
    assert elena.get(place).status_code == 200
    assert post(rosa, f"{ids(rosa, place)['Elena']}/remove").status_code == 303
    assert elena.get(place).status_code == 404
    assert post(rosa, f"{place}/delete", typed="4b").status_code == 303
    assert rosa.get(place).status_code == 404


def test_every_address_of_a_class_is_its_teachers_alone(
    app: Flask, visit: Visit, rosa: FlaskClient, place: str
) -> None:
    save_list(rosa, place, "Elena")
    group = post(rosa, f"{place}/groups", name="Readers").location
    pupil = ids(rosa, place)["Elena"]
    carol, hugo = visit("Carol", "teacher"), visit("Hugo")
    hers = make(carol, "5C")
    parts = {
        "public_id": place.rsplit("/", 1)[1],
        "student": pupil.rsplit("/", 1)[1],
        "group": group.rsplit("/", 1)[1],
        "who": pupil.rsplit("/", 1)[1],
    }
    rules = [
        rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("classrooms.") and "public_id" in rule.arguments
    ]
    assert len(rules) >= 18
    csrf = {browser: token(browser) for browser in (carol, hugo)}
    for rule in rules:
        _, path = rule.build({name: parts[name] for name in rule.arguments}) or ("", "")
        crossed = path.replace(place, hers)
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            for browser, refusal in ((carol, 404), (hugo, 403)):
                form = {"csrf_token": csrf[browser], "name": "Rosa", "typed": "4B", "step": "save"}
                form |= {"time_zone": "UTC", "count": "1", "name-0": "New", "time_percent": "150"}
                sent = browser.open(path, method=method, data=form)
                wanted = 404 if rule.endpoint == "classrooms.detail" else refusal
                assert sent.status_code == wanted, (method, path)
                if browser is carol and len(rule.arguments) > 1:
                    inside = browser.open(crossed, method=method, data=form)
                    assert inside.status_code == 404, (method, crossed)
    assert list(ids(rosa, place)) == ["Elena"]
    assert "Readers" in rosa.get(f"{place}/groups").text

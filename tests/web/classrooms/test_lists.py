"""Pupils by list in the browser: shown, mended in place, saved as a whole, let in by a slip."""

from __future__ import annotations

import csv
import io
from html import unescape

import pytest
from flask.testing import FlaskClient

from quizapp.app import LARGEST_REQUEST
from tests.web.classrooms.conftest import code_of, ids, post, save_list, slips
from tests.web.conftest import Visit, fields, token
from tests.world import PASSWORD

HOSTILE = '<script>alert("x")</script>'


def read(client: FlaskClient, place: str, text: str, **more: object) -> str:
    """The page that a list leads to."""
    answer = post(client, f"{place}/list", text=text, **more)
    assert answer.status_code == 200, answer.text
    return answer.text


def rows_of(page: str) -> dict[str, str]:
    """The fields of the rows on a page, none left out."""
    return {name: value for name, value in fields(page).items() if not name.startswith("skip")}


def test_a_list_is_shown_mended_in_place_and_saved(
    visit: Visit, rosa: FlaskClient, place: str
) -> None:
    visit("Hugo")
    page = read(rosa, place, "Name;Group;Age\nElena;A;15\nELENA;B;15\nHugo;;16\n;C;\n")
    given = rows_of(page)
    assert (given["name-0"], given["group-0"]) == ("Elena", "A")
    assert "This name stands further up already." in page
    assert "Somebody in this school has that name." in page
    assert "The name is missing." in page
    assert "3 lines need a look" in page
    assert "Not used from the list: Age." in page
    refused = rosa.post(f"{place}/list", data=given)
    assert refused.status_code == 422
    assert rows_of(refused.text) == given
    assert ids(rosa, place) == {}
    nobody = rosa.post(f"{place}/list", data=given | {f"skip-{n}": "1" for n in range(4)})
    assert nobody.status_code == 422
    assert "Elena\tA\nELENA\tB\nHugo\n\tC</textarea>" in nobody.text
    mended = given | {"name-1": "Elena B.", "name-2": "Hugo A.", "skip-3": "1"}
    saved = rosa.post(f"{place}/list", data=mended)
    assert saved.status_code == 303
    assert "3 accounts made." in rosa.get(saved.location).text
    assert sorted(ids(rosa, place)) == ["Elena", "Elena B.", "Hugo A."]


def test_a_slip_lets_a_pupil_in_and_the_next_printing_ends_it(
    visit: Visit, rosa: FlaskClient, place: str
) -> None:
    save_list(rosa, place, "Elena", "Hugo")
    form = rosa.get(f"{place}/slips").text
    assert form.count(" checked") == 2
    chosen = [path.rsplit("/", 1)[1] for path in ids(rosa, place).values()]
    first = post(rosa, f"{place}/slips", pupil=chosen).text
    assert "http://localhost/account/code" in first
    second = post(rosa, f"{place}/slips", pupil=chosen).text
    assert sorted(slips(second)) == ["Elena", "Hugo"]
    elena = visit()
    sent = {"name": "Elena", "new": PASSWORD, "csrf_token": token(elena)}
    old = elena.post("/account/code", data=sent | {"code": slips(first)["Elena"]})
    assert old.status_code == 422
    new = elena.post("/account/code", data=sent | {"code": slips(second)["Elena"]})
    assert new.status_code == 303
    assert "with Rosa" in elena.get(place).text
    assert "has a password" in rosa.get(f"{place}/slips").text
    assert rosa.get(f"{place}/slips").text.count(" checked") == 1
    assert rosa.get(f"{place}/slips?all=1").text.count(" checked") == 2
    nobody = post(rosa, f"{place}/slips")
    assert nobody.status_code == 422
    assert "at least one pupil" in nobody.text


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04workbook", "Save as CSV"),
        (b"", "no name in this list"),
        (b"x\n" * 600, "At most 500 pupils"),
    ],
)
def test_files_that_are_no_list_leave_what_was_typed(
    rosa: FlaskClient, place: str, data: bytes, sentence: str
) -> None:
    file = (io.BytesIO(data), "class.csv")
    answer = post(rosa, f"{place}/list", text="Elena, A", file=file, separator="comma")
    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_file_of_an_old_spreadsheet_is_read(rosa: FlaskClient, place: str) -> None:
    file = (io.BytesIO("Óscar Peña;4.º A".encode("cp1252")), "class.csv")
    page = read(rosa, place, "", file=file)
    assert (fields(page)["name-0"], fields(page)["group-0"]) == ("Óscar Peña", "4.º A")
    torn = read(rosa, place, "", file=(io.BytesIO(b"Jos\x81"), "class.csv"))
    assert "Some letters were lost in the file." in torn


def test_text_of_any_size_gets_a_sentence(rosa: FlaskClient, place: str) -> None:
    answer = post(rosa, f"{place}/list", text="Elena\n" * 40_000)
    assert answer.status_code == 422
    assert "At most 500 pupils at a time, please." in answer.text
    assert answer.text.count("Elena\n") >= 39_999
    large = post(rosa, f"{place}/list", text="x" * LARGEST_REQUEST)
    assert large.status_code == 413
    assert "your list is still in the form" in large.text
    assert ids(rosa, place) == {}


def test_names_are_text_on_pages_and_no_formulas_in_files(rosa: FlaskClient, place: str) -> None:
    names = [HOSTILE, '=HYPERLINK("x")', "+1 Ana", "{{ 7*7 }} %(name)s"]
    assert save_list(rosa, place, *names).status_code == 303
    chosen = [path.rsplit("/", 1)[1] for path in ids(rosa, place).values()]
    for page in (
        rosa.get(place).text,
        read(rosa, place, "\n".join(names), separator="none"),
        post(rosa, f"{place}/slips", pupil=chosen).text,
        rosa.get(f"{place}/slips").text,
    ):
        assert "<script>alert" not in page
        for name in names:
            assert name in unescape(page)
    rows = list(csv.reader(io.StringIO(rosa.get(f"{place}/pupils.csv").data.decode("utf-8-sig"))))
    assert rows[0] == ["Learner", "Groups", "Here since", "Last studied"]
    assert sorted(row[0] for row in rows[1:]) == sorted(
        [f"'{name}" if name[0] in "=+" else name for name in names]
    )


def test_the_sheet_for_the_wall_holds_code_address_and_picture(
    rosa: FlaskClient, place: str
) -> None:
    code = code_of(rosa, place)
    page = rosa.get(f"{place}/poster").text
    assert f"http://localhost/join/{code}" in page
    assert '<svg class="qr' in page
    old = post(rosa, f"{place}/code", action="renew")
    assert old.status_code == 303
    assert code not in rosa.get(f"{place}/poster").text
    post(rosa, f"{place}/code", action="close")
    assert '<svg class="qr' not in rosa.get(f"{place}/poster").text
    assert "Open joining" in rosa.get(place).text

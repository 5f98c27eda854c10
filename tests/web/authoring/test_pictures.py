"""A picture in the question form: added, described, shown to who may see it; nothing is lost."""

from __future__ import annotations

import io
import re

import pytest
from flask.testing import FlaskClient

from tests.pictures import claiming, picture
from tests.web.authoring.test_authoring import SPOKEN, alice, hidden, typed_back
from tests.web.conftest import Visit, fields

__all__ = ["alice"]


def added(client: FlaskClient, data: bytes, name: str = "wall.png", **more: str) -> str:
    """The editor's page after a picture was added to what is typed."""
    file = (io.BytesIO(data), name)
    sent = hidden(client) | SPOKEN | more | {"do": "picture", "picture_file": file}
    return client.post("/questions/preview", data=sent, content_type="multipart/form-data").text


def test_a_picture_is_added_described_and_saved(alice: FlaskClient, visit: Visit) -> None:
    page = added(alice, picture())
    typed_back(page, SPOKEN)
    one = fields(page)["picture"]
    assert re.fullmatch(r"[a-z2-7]{26}-40x30", one)
    form = hidden(alice) | SPOKEN | {"picture": one}
    refused = alice.post("/questions/new", data=form)
    assert refused.status_code == 422
    assert "The picture is not described" in refused.text
    typed_back(refused.text, SPOKEN)
    saved = alice.post("/questions/new", data=form | {"picture_alt": 'A "red" wall'})
    assert saved.status_code == 303, saved.text
    shown = f'src="/pictures/{one}" alt="A &#34;red&#34; wall" lang="en" width="40" height="30"'
    for path in (saved.location, f"{saved.location}/history"):
        assert shown in alice.get(path).text
    sent = alice.get(f"/pictures/{one}")
    assert sent.headers["Content-Type"] == "image/png"
    assert sent.headers["X-Content-Type-Options"] == "nosniff"
    assert sent.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    for other in (visit("Carol", "teacher"), visit("Bob"), visit()):
        assert other.get(f"/pictures/{one}").status_code == 404
    assert alice.get(f"/pictures/{one.replace('40x30', '41x30')}").status_code == 404


def test_a_picture_that_comes_with_the_saving_is_taken(alice: FlaskClient) -> None:
    file = (io.BytesIO(picture("JPEG")), "wall.jpg")
    sent = hidden(alice) | SPOKEN | {"picture_file": file, "picture_alt": "A red wall"}
    saved = alice.post("/questions/new", data=sent, content_type="multipart/form-data")
    assert saved.status_code == 303
    page = alice.get(f"{saved.location}/edit").text
    one = fields(page)["picture"]
    assert f'src="/pictures/{one}"' in page
    taken = alice.post(
        "/questions/preview", data=hidden(alice) | SPOKEN | {"picture": one, "do": "no-picture"}
    )
    assert fields(taken.text)["picture"] == ""


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"<svg onload='hit()'></svg>", "wall.png", "SVG drawings may hold scripts"),
        (b"not at all", "wall.png", "This is no PNG, JPEG, WebP or GIF picture"),
        (claiming(60_000, 60_000), "wall.png", "at most 50 million pixels"),
        (picture(size=(300, 300))[:-30], "wall.png", "This picture is damaged or cut off."),
        (b"", "", "Choose a file first."),
    ],
)
def test_what_cannot_be_taken_is_said_and_everything_typed_stays(
    alice: FlaskClient, data: bytes, name: str, said: str
) -> None:
    page = added(alice, data, name)
    assert said in page
    typed_back(page, SPOKEN)
    assert fields(page)["picture"] == ""

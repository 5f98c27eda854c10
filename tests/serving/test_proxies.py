"""Behind a proxy that speaks HTTPS: the real server believes the headers that it sets."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from sqlalchemy import select

from quizapp.services import limits
from quizapp.services.context import Context, load_secret
from quizapp.settings import Settings
from quizapp.store.models import Limit
from tests.client import Forms
from tests.server import StartServer
from tests.serving.data_folders import opened

NAME, PUPIL, FORGED = "quiz.school.example", "203.0.113.7", "198.51.100.66"
BY_PROXY = {
    "Host": NAME,
    "X-Forwarded-Host": NAME,
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": f"{FORGED}, {PUPIL}",
}


def test_a_sign_in_over_https(start_server: StartServer, tmp_path: Path) -> None:
    server = start_server(tmp_path, QUIZAPP_PROXIES="1", QUIZAPP_TRUSTED_HOSTS=NAME)
    connection = HTTPConnection(server.url.removeprefix("http://"), timeout=30)
    connection.request("GET", "/account/sign-in", headers=BY_PROXY)
    page = connection.getresponse()
    form = next(one for one in Forms(page.read().decode()).found if "password" in one.fields)
    visitor = str(page.getheader("Set-Cookie"))
    assert "Secure" in visitor
    assert page.getheader("Strict-Transport-Security")
    sent = {
        **BY_PROXY,
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": visitor.partition(";")[0],
        "Origin": f"https://{NAME}",  # as browsers say it; plain HTTP would be another origin
        "Sec-Fetch-Site": "same-origin",
    }
    given = form.fields | {"name": "Nobody", "password": "wrong password"}
    connection.request("POST", "/account/sign-in", urlencode(given), sent)
    done = connection.getresponse()
    done.read()
    connection.close()
    assert done.status == 422  # the password was looked at
    with opened(tmp_path) as store, store.read() as rows:
        settings = Settings(data_dir=tmp_path)
        rule = limits.SIGN_IN_ADDRESS
        of_pupil = limits.of_address(Context(store, load_secret(settings), settings), rule, PUPIL)
        found = rows.execute(select(Limit.subject).where(Limit.kind == rule.kind)).scalars()
        assert list(found) == [of_pupil.subject]

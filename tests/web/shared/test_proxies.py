"""Limits per address count who really asks: the hop that is trusted says it, nobody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from quizapp.app import create_app
from quizapp.services import limits
from quizapp.services.context import Context
from quizapp.store.models import Limit
from tests.web.conftest import Clock, fields

PROXY, PUPIL, FORGED = "10.0.0.9", "203.0.113.7", "198.51.100.66"
Counted = Callable[..., set[str]]


def counted(context: Context, clock: Clock, proxies: int, forwarded: str | None) -> set[str]:
    """Which of these addresses a wrong password was counted for."""
    settings = replace(context.settings, proxies=proxies)
    client = create_app(settings, context.store, clock, testing=True).test_client()
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    page = client.get("/account/sign-in", environ_base={"REMOTE_ADDR": PROXY}, headers=headers)
    data = fields(page.text) | {"name": "Nobody", "password": "wrong password"}
    done = client.post(
        "/account/sign-in", data=data, environ_base={"REMOTE_ADDR": PROXY}, headers=headers
    )
    assert done.status_code == 422
    with context.store.read() as connection:
        kept = select(Limit.subject).where(Limit.kind == limits.SIGN_IN_ADDRESS.kind)
        subjects = set(connection.execute(kept).scalars())
    return {
        address
        for address in (PROXY, PUPIL, FORGED)
        if limits.of_address(context, limits.SIGN_IN_ADDRESS, address).subject in subjects
    }


@pytest.mark.parametrize(
    ("proxies", "forwarded", "who"),
    [
        pytest.param(0, FORGED, PROXY, id="without a proxy the header says nothing"),
        pytest.param(1, PUPIL, PUPIL, id="the proxy says who asks"),
        pytest.param(
            1, f"{FORGED}, {PUPIL}", PUPIL, id="what came before the proxy is not believed"
        ),
        pytest.param(
            1, f"{PUPIL}:50123", PUPIL, id="the port of one connection is no other address"
        ),
        pytest.param(2, f"{FORGED}, {PUPIL}, 10.0.0.8", PUPIL, id="two proxies"),
        pytest.param(
            2, FORGED, PROXY, id="fewer hops than proxies: only the connection is certain"
        ),
        pytest.param(1, None, PROXY, id="a proxy that says nothing"),
    ],
)
def test_the_limit_is_that_of_the_trusted_hop(
    context: Context, clock: Clock, proxies: int, forwarded: str | None, who: str
) -> None:
    assert counted(context, clock, proxies, forwarded) == {who}

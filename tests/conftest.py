"""What every test stands on. The fixtures live in the modules named here, one purpose each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import tools

pytest_plugins = ("tests.databases", "tests.outgoing", "tests.server")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Our own two options."""
    parser.addoption("--complete", action="store_true", help="what the system lacks is a failure")
    parser.addoption("--pictures", metavar="FOLDER", help="keep pictures of the screens there")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long versions of proofs wait until only proofs are asked for (`-m proof`)."""
    if config.getoption("markexpr") == "proof":
        return
    waiting = [item for item in items if item.get_closest_marker("long")]
    if waiting:
        items[:] = [item for item in items if item not in waiting]
        config.hook.pytest_deselected(items=waiting)


@pytest.fixture(autouse=True)
def _push_request_context() -> None:
    """Stand in for pytest-flask's fixture of this name, under which requests share `g`.

    With it a fresh client would see the person whom another client signed in.
    """


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor. pytest-flask's own keeps the last request's `g` alive, and others see it."""
    return app.test_client()


@pytest.fixture(scope="session")
def missing(request: pytest.FixtureRequest) -> Callable[[str], NoReturn]:
    """Skip for want of a part of the system, or fail where nothing may be left out."""
    complete = request.config.getoption("--complete")
    return pytest.fail if complete else pytest.skip


@pytest.fixture(scope="session")
def source_texts(missing: Callable[[str], NoReturn]) -> Path:
    """Folder with the texts that the shipped facts cite."""
    return tools.source_texts() or missing("the source texts are not beside the checkout")

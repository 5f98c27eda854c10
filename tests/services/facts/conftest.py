"""A school on both databases: an admin, a pupil, the bank of the polar expedition."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.context import Context
from quizapp.store.engine import Store
from quizapp.store.queries.people import Person
from tests.services.facts.school import school_on
from tests.world import person


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services on both databases in turn, the polar bank loaded."""
    return school_on(store, tmp_path)


@pytest.fixture
def ada(context: Context) -> Person:
    """Who looks after the installation."""
    return person(context, "Ada", "admin")

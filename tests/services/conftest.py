"""A context with the small bank, two teachers and two pupils."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.context import Context
from quizapp.store.engine import Store
from quizapp.store.queries.people import Person
from tests.databases import BANK
from tests.world import context_on, person


@pytest.fixture
def contents() -> str:
    """Every database has the small bank from the start: loading it anew takes 0.1 s a test."""
    return BANK


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services on both databases in turn."""
    return context_on(store, tmp_path)


@pytest.fixture
def alice(context: Context) -> Person:
    """A teacher."""
    return person(context, "Alice", "teacher")


@pytest.fixture
def carol(context: Context) -> Person:
    """Another teacher."""
    return person(context, "Carol", "teacher")


@pytest.fixture
def bob(context: Context) -> Person:
    """A pupil."""
    return person(context, "Bob")


@pytest.fixture
def dan(context: Context) -> Person:
    """A pupil of another class."""
    return person(context, "Dan")

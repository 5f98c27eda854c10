"""A context with the small bank, two learners, and visitors."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.services.context import Context
from quizapp.store.engine import Store
from quizapp.store.queries.people import Person
from tests.world import context_on, person


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services on both databases in turn."""
    return context_on(store, tmp_path)


@pytest.fixture
def bob(context: Context) -> Person:
    """A learner."""
    return person(context, "Bob")


@pytest.fixture
def dan(context: Context) -> Person:
    """Another learner."""
    return person(context, "Dan")

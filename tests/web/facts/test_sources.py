"""A source's page: paragraphs with facts and gaps, what disagrees; a private one is not there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from quizapp.core.bank.accounting import Ignored
from quizapp.core.bank.model import Bank
from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.settings import Settings
from quizapp.store.engine import Store
from quizapp.store.models import Fact, Source
from tests.web.conftest import Visit
from tests.world import FACTS, NOON, POLAR, SECRET, small_bank


@pytest.fixture
def engine_url(sqlite_url: str) -> str:
    """One kind of database: the services are proven on both."""
    return sqlite_url


@pytest.fixture
def context(store: Store, tmp_path: Path) -> Context:
    """Services with a bank whose source has a gap, a reason, and two places that disagree."""
    made = Context(store, SECRET.encode(), Settings(data_dir=tmp_path, secret_key=SECRET))
    sources = (replace(POLAR, paragraphs=(3, 4, 5, 7)),)
    said = {"disagrees_with": ("polar-1",), "disagreement": "Two logs, two spans."}
    facts = (*FACTS[:3], replace(FACTS[3], **said), *FACTS[4:])
    ignored = (Ignored("polar", 7, "", "a list of ships"), Ignored("polar", 0, "Mr", "a title"))
    small = small_bank()
    load_bank(made, Bank(sources, facts, small.questions, ignored), NOON)
    return made


def test_gaps_reasons_and_disagreements_are_told(visit: Visit) -> None:
    page = visit("Bob").get("/sources/polar").text
    assert 'id="p4"' in page
    assert "No fact stands on paragraph 4." in page
    assert "a list of ships" in page
    assert "a title" in page
    assert "Two logs, two spans." in page
    assert page.count('href="#disagree"') == 2


def test_both_facts_of_a_disagreement_name_the_other(visit: Visit) -> None:
    bob = visit("Bob")
    for one, other in (("polar-1", "polar-4"), ("polar-4", "polar-1")):
        page = bob.get(f"/facts/{one}").text
        assert "Two logs, two spans." in page
        assert f"/facts/{other}" in page
    assert "Said otherwise" not in bob.get("/facts/polar-2").text


def private(context: Context, owner: str, **of_fact: Any) -> None:
    """A source of one's own named "private", with a fact when its columns are given."""
    with context.store.write() as connection:
        who = connection.exec_driver_sql(
            f"SELECT id FROM users WHERE name = '{owner}'"
        ).scalar_one()
        source = {"slug": "private", "kind": "document", "title": "Only mine", "language": "en"}
        source |= {"short_title": "Only mine", "collection": "mine", "owner_id": who}
        added = insert(Source).values(source | {"paragraphs": [1]}).returning(Source.id)
        number = connection.execute(added).scalar_one()
        fact = {"source_id": number, "kind": "concept", "topic": "T", "statement": "It is so."}
        fact |= {"answer": "so", "language": "en", "state": "approved", "created_at": NOON}
        fact |= {"collection": "mine", "owner_id": who, "public_id": "own-fact", "paragraph": 1}
        connection.execute(insert(Fact).values(fact | of_fact))


def test_a_teachers_own_source_is_not_there_for_others(context: Context, visit: Visit) -> None:
    alice, carol, bob = visit("Alice", "teacher"), visit("Carol", "teacher"), visit("Bob")
    private(context, "Alice")
    assert "Only mine" in alice.get("/sources/private").text
    assert carol.get("/sources/private").status_code == 404
    assert bob.get("/sources/private").status_code == 404
    assert visit("Ada", "admin").get("/sources/private").status_code == 404


def test_a_source_is_there_for_whom_it_is_cited_to(context: Context, visit: Visit) -> None:
    visit("Alice", "teacher")
    bob = visit("Bob")
    private(context, "Alice", collection="school")
    page = bob.get("/sources/private")
    assert page.status_code == 200
    assert "It is so." in page.text

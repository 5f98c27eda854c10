"""Banks that the tests look at: the shipped one and one about a made-up subject."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from quizapp.core.bank.anchors import make_lock, place_words
from quizapp.core.bank.build import build_bank
from quizapp.core.bank.candidates import Pools, make_pools
from quizapp.core.bank.model import Bank
from quizapp.core.facts.load import load_facts, parse_sources
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import Question

HERE = Path(__file__).resolve().parent
QUESTIONS = HERE.parents[2] / "questions"
POLAR = HERE / "polar"


@cache
def material(folder: Path) -> tuple[tuple[Source, ...], tuple[Fact, ...]]:
    sources = parse_sources((folder / "sources.toml").read_text("utf-8"), "sources.toml")
    files = {path.name: path.read_text("utf-8") for path in (folder / "facts").glob("*.toml")}
    return sources, load_facts(files, sources)


@cache
def bank(folder: Path) -> Bank:
    return build_bank(*material(folder))


def shipped() -> Bank:
    return bank(QUESTIONS)


def polar() -> Bank:
    return bank(POLAR)


@cache
def polar_pools() -> Pools:
    return make_pools(*material(POLAR))


@cache
def words(folder: Path) -> dict[tuple[str, int], frozenset[str]]:
    """The word hashes of the cited paragraphs, from the committed lock or from the made-up text."""
    if folder == QUESTIONS:
        return place_words(json.loads((folder / "bank" / "anchors.json").read_bytes()))
    sources, facts = material(folder)
    texts = {item.id: (folder / "texts" / item.file).read_text("utf-8") for item in sources}
    return place_words(make_lock(sources, facts, texts))


def fact(name: str, folder: Path = POLAR) -> Fact:
    return next(item for item in material(folder)[1] if item.id == name)


def question(name: str, folder: Path = POLAR) -> Question:
    return next(item for item in bank(folder).questions if item.id == name)

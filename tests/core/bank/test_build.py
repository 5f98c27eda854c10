from __future__ import annotations

import random
from dataclasses import replace

import pytest

from quizapp.core.bank.build import build_bank
from quizapp.core.bank.model import Bank
from quizapp.core.facts.model import FactStatus
from quizapp.core.questions import CHOICE_KINDS, QuestionKind
from tests.core.bank.at_hand import POLAR, QUESTIONS, bank, material, polar, shipped

BOTH = pytest.mark.parametrize("folder", [QUESTIONS, POLAR], ids=["shipped", "polar"])


@BOTH
def test_the_order_of_the_facts_does_not_matter(folder: object) -> None:
    sources, facts = material(folder)  # type: ignore[arg-type]
    mixed = list(facts)
    random.Random(7).shuffle(mixed)
    first = {question.id: question for question in bank(folder).questions}  # type: ignore[arg-type]
    second = {question.id: question for question in build_bank(sources, mixed).questions}
    same_everywhere = {key for key in first if not key.endswith(".multiple-choice")}
    assert same_everywhere <= second.keys()
    assert all(first[key] == second[key] for key in same_everywhere)


@BOTH
def test_ids_are_unique_and_name_their_fact(folder: object) -> None:
    made: Bank = bank(folder)  # type: ignore[arg-type]
    ids = [question.id for question in made.questions]
    assert len(set(ids)) == len(ids)
    known = {fact.id for fact in made.facts}
    for question in made.questions:
        assert set(question.facts) <= known
        assert question.id.split(".")[0] in known


@BOTH
def test_each_fact_can_be_recognised_and_recalled(folder: object) -> None:
    made: Bank = bank(folder)  # type: ignore[arg-type]
    by_fact = made.questions_by_fact()
    for fact in made.facts:
        kinds = {question.kind for question in by_fact[fact.id]}
        assert kinds & (CHOICE_KINDS | {QuestionKind.FLASHCARD}), fact.id
        assert kinds - CHOICE_KINDS, fact.id


def test_only_approved_facts_are_asked() -> None:
    sources, facts = material(POLAR)
    changed = [
        replace(fact, status=FactStatus.PROPOSED) if fact.id == "town" else fact for fact in facts
    ]
    made = build_bank(sources, changed)
    assert "town" in {fact.id for fact in made.facts}
    assert all("town" not in question.facts for question in made.questions)
    assert all(option.fact != "town" for question in made.questions for option in question.options)


def test_a_changed_fact_changes_few_other_questions() -> None:
    sources, facts = material(QUESTIONS)
    before = {question.id: question for question in shipped().questions}
    for name, value, answer in (
        ("caem-year", "1953", "1953"),
        ("soviet-mission-size", "660", "660"),
        ("french-naval-mission-years", "1906/1911", "1906–11"),
        ("share-italy", "3", "3 percent"),
    ):
        changed = [
            replace(fact, value=value, answer=answer) if fact.id == name else fact for fact in facts
        ]
        after = {question.id: question for question in build_bank(sources, changed).questions}
        touched = [
            key
            for key in before.keys() | after.keys()
            if before.get(key) != after.get(key)
            and not key.startswith(name)
            and name not in (before.get(key) or after[key]).facts
        ]
        assert len(touched) <= 0.02 * len(before), (name, len(touched), len(before))


def test_a_new_wording_of_a_statement_changes_no_other_question() -> None:
    sources, facts = material(POLAR)
    changed = [
        replace(fact, statement="In 1871 the Halden Polar Survey was founded.")
        if fact.id == "founded"
        else fact
        for fact in facts
    ]
    before = {question.id: question for question in polar().questions}
    for question in build_bank(sources, changed).questions:
        shows_statement = "founded" in question.facts or any(
            option.fact == "founded" for option in question.options
        )
        assert shows_statement or before[question.id] == question


def test_the_shipped_bank_is_as_large_as_promised() -> None:
    made = shipped()
    assert len(made.facts) >= 160
    assert len(made.questions) >= 650


def test_what_is_added_to_the_facts_follows_the_language_of_the_source() -> None:
    sources, facts = material(POLAR)
    spanish = build_bank(sources, [replace(fact, language="es") for fact in facts])
    ids = {question.id for question in spanish.questions}
    english = {question.id for question in polar().questions}
    assert {name for name in english - ids if ".true-false." not in name} == set()
    stems = {question.id: question.stem for question in spanish.questions}
    assert stems["founded.true-false.true"].startswith("¿Verdadero o falso? ")
    assert stems["tern-years.span-end.first"].endswith(": ¿cuál fue su primer año?")
    assert stems["tern-years.span-end.first"][0].isupper()
    true = next(item for item in spanish.questions if item.id == "founded.true-false.true")
    assert [option.text for option in true.options] == ["Verdadero", "Falso"]

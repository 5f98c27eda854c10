"""A quiz on paper: two versions of the same questions in different orders, with their keys."""

from __future__ import annotations

import math
import string
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.essay import rubric_shown, words_expected
from quizapp.core.grading.matching import pairs
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.quizzes.drawing import Drawn, by_chance
from quizapp.core.quizzes.rules import Rules, from_json
from quizapp.services.access import Permission, require
from quizapp.services.context import Context, Refused
from quizapp.services.quizzes.making import taught_quiz
from quizapp.services.quizzes.starting import drawn_for
from quizapp.services.screens import RubricLine
from quizapp.services.study import content
from quizapp.services.study.asking import rubric_lines
from quizapp.services.study.content import WITH_OPTIONS, Asked
from quizapp.store.queries import papers as queries
from quizapp.store.queries.people import Person

LETTERS = ("A", "B")
WORDS_ON_A_LINE = 9
"""Handwriting across a page."""
USUAL_WORDS = 120
FEWEST_LINES, MOST_LINES = 6, 60


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question on paper. `options` and `partners` stand in the order of printing.

    `regions` are places on the picture, lettered in this order; their names would be the answer.
    `key` is what the answer key prints: letters, an order, pairs, or words. Of an essay: `rubric`
    for the key, `open_rubric` where pupils read it too, `lines` to write on.
    """

    position: int
    kind: QuestionKind
    stem: str
    language: str
    unit: str
    points: float
    options: tuple[str, ...]
    partners: tuple[str, ...]
    key: str
    source: str
    paragraph: int | None
    rubric: tuple[RubricLine, ...] = ()
    open_rubric: bool = False
    lines: int = 1
    picture: str = ""
    picture_alt: str = ""
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One version of the paper."""

    letter: str
    questions: tuple[PaperQuestion, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A quiz on paper. `minutes` is its usual time limit, 0 for none."""

    title: str
    instructions: str
    minutes: int
    points: float
    forms: tuple[PaperForm, ...]


def paper(context: Context, person: Person, quiz: str) -> Paper:
    """The quiz as it prints. The same quiz prints the same; a draw is decided by its id.

    Raises NotFound for quizzes of others, Refused("quiz_empty") without a question.
    """
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        row = taught_quiz(connection, person, quiz)
        rules = from_json(row.rules)
        drawn, asked = _questions(connection, row, rules, seed=f"paper:{quiz}")
    if not drawn:
        raise Refused("quiz_empty")
    return Paper(
        title=row.title,
        instructions=row.instructions,
        minutes=rules.time_limit // 60,
        points=sum(one.points for one in drawn),
        forms=tuple(_form(letter, drawn, asked, rules) for letter in LETTERS),
    )


def _questions(
    connection: Connection, row: Any, rules: Rules, seed: str
) -> tuple[tuple[Drawn, ...], dict[int, Asked]]:
    quiz = SimpleNamespace(quiz_id=row.id, owner_id=row.owner_id, classroom=row.classroom)
    drawn, versions = drawn_for(connection, quiz, replace(rules, shuffle_questions=False), seed)
    numbers = [versions[one.question] for one in drawn]
    rows = queries.version_rows(connection, numbers)
    options = queries.options(connection, numbers)
    asked = {one.question: versions[one.question] for one in drawn}
    return drawn, {
        question: content.asked_of(rows[version], options[version])
        for question, version in asked.items()
    }


def _form(
    letter: str, drawn: tuple[Drawn, ...], asked: dict[int, Asked], rules: Rules
) -> PaperForm:
    """One version: with shuffled questions each letter has an order of its own."""
    points = {one.question: one.points for one in drawn}
    order = [one.question for one in drawn]
    if rules.shuffle_questions:
        order = by_chance(order, f"paper:{letter}")
    return PaperForm(
        letter,
        tuple(
            _printed(asked[number], position, points[number], letter, rules)
            for position, number in enumerate(order, start=1)
        ),
    )


def _printed(
    asked: Asked, position: int, points: float, letter: str, rules: Rules
) -> PaperQuestion:
    question = asked.question
    if not rules.shuffle_options and question.kind not in (
        QuestionKind.ORDERING,
        QuestionKind.MATCHING,
    ):
        question = replace(question, ordered=True)
    seed = f"paper:{letter}:{position}"
    has_options = question.kind in WITH_OPTIONS
    shown = content.shown_order(question, seed) if has_options else []
    matching = question.kind is QuestionKind.MATCHING
    partners = content.partner_order(question, seed) if matching else []
    on_picture = question.kind is QuestionKind.IMAGE_REGIONS
    citation = asked.facts[0].citation if asked.facts else None
    return PaperQuestion(
        position=position,
        kind=question.kind,
        stem=question.stem,
        language=question.language,
        unit=question.key.unit if question.kind is QuestionKind.NUMERIC else "",
        points=points,
        options=tuple(question.options[index].text for index in shown if not on_picture),
        regions=tuple(question.options[index].region for index in shown if on_picture),
        partners=tuple(question.options[index].text for index in partners),
        key=_key(question, shown, partners),
        source=citation.source_title if citation else "",
        paragraph=citation.paragraph if citation else None,
        picture=question.picture,
        picture_alt=question.picture_alt,
        **(_essay(question) if question.kind is QuestionKind.ESSAY else {}),
    )


def _essay(question: Question) -> dict[str, Any]:
    """The rubric, and lines for the expected length."""
    words = words_expected(question) or USUAL_WORDS
    return {
        "rubric": rubric_lines(question),
        "open_rubric": rubric_shown(question),
        "lines": max(FEWEST_LINES, min(MOST_LINES, math.ceil(words / WORDS_ON_A_LINE))),
    }


def _key(question: Question, shown: list[int], partners: list[int]) -> str:
    """The line of the answer key, in the letters and numbers that the paper shows."""
    if question.kind is QuestionKind.ORDERING:
        return " ".join(string.ascii_uppercase[shown.index(index)] for index in sorted(shown))
    if question.kind is QuestionKind.MATCHING:
        prompts = pairs(question)
        texts = [question.options[index].text for index in partners]
        return ", ".join(
            f"{number}{string.ascii_uppercase[texts.index(question.options[prompts[index]].text)]}"
            for number, index in enumerate(shown, start=1)
        )
    right = [place for place, index in enumerate(shown) if question.options[index].correct]
    if right:
        return ", ".join(string.ascii_uppercase[place] for place in right)
    return question.key.text

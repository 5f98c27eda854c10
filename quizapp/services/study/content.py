"""One question version as stored, made into what graders judge and screens show."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.core.grading.matching import pairs
from quizapp.core.questions import (
    ARRANGING_KINDS,
    CHOICE_KINDS,
    PERSON_MARKED_KINDS,
    AnswerKey,
    Option,
    Question,
    QuestionKind,
)
from quizapp.services.context import Context, NotFound
from quizapp.services.screens import Citation, FactCard, OptionRow
from quizapp.store.driver import Hot
from quizapp.store.queries.study import asked_rows, option_rows

WITH_OPTIONS = CHOICE_KINDS | ARRANGING_KINDS
"""Kinds whose options stand on the page."""
HELD_OPTIONS = WITH_OPTIONS | PERSON_MARKED_KINDS
"""Kinds that keep something in options: of an essay they are the criteria."""
NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question version with its facts. `fact_ids` are row numbers in the order of the parts."""

    version: str
    version_id: int
    question_id: int
    question: Question
    fact_ids: tuple[int, ...]
    facts: tuple[FactCard, ...]


def load(connection: Hot, person: int, version: str) -> Asked:
    """The question version if this person may be asked it; NotFound otherwise."""
    rows = asked_rows(connection, person, version)
    if not rows:
        raise NotFound
    first = rows[0]
    with_options = QuestionKind(first.kind) in WITH_OPTIONS
    return asked_of(rows, option_rows(connection, first.version_id) if with_options else ())


def asked_of(rows: Sequence[Any], options: Sequence[Any]) -> Asked:
    """The version of these rows (one for each of its facts) with its options."""
    first = rows[0]
    return Asked(
        version=first.version,
        version_id=first.version_id,
        question_id=first.question_id,
        question=_question(rows, QuestionKind(first.kind), options),
        fact_ids=tuple(row.fact_id for row in rows),
        facts=tuple(fact_card(row) for row in rows),
    )


def _question(rows: Sequence[Any], kind: QuestionKind, options: Sequence[Any]) -> Question:
    first = rows[0]
    key = AnswerKey(
        text=first.answer,
        accept=tuple(first.accept),
        value=first.value,
        unit=first.unit,
        approx=first.approx,
        look_alikes=tuple(first.look_alikes),
    )
    return Question(
        id=first.question,
        kind=kind,
        template=first.template,
        stem=first.stem,
        key=key,
        facts=tuple(row.fact for row in rows),
        options=tuple(Option(*option) for option in options),
        ordered=first.ordered,
        explanation=first.explanation,
        language=first.language,
        hints=tuple(first.hints),
        picture=first.picture,
        picture_alt=first.picture_alt,
    )


def fact_card(row: Any) -> FactCard:
    """A fact with its citation; a teacher's own fact has no place to cite."""
    citation = None
    if row.source_kind != "teacher":
        paragraphs = list(row.paragraphs)
        own = paragraphs.index(row.paragraph) + 1 if row.paragraph in paragraphs else None
        citation = Citation(
            row.source,
            row.source_title,
            own,
            row.as_of,
            row.according_to,
            row.anchor,
            quoted=row.source_kind == "text",
        )
    return FactCard(row.fact, row.statement, row.fact_language, row.topic, citation)


def shown_order(question: Question, key: str) -> list[int]:
    """The order in which the options stand on the page: as stored, or shuffled by the key.

    Pinned options stand last. What is to be brought in order never stands in its right one. Of a
    matching only the prompts.
    """
    indexes = list(range(len(question.options)))
    if question.kind is QuestionKind.ORDERING:
        shuffled = _shuffled(indexes, key)
        return shuffled if shuffled != indexes else shuffled[1:] + shuffled[:1]
    if question.kind is QuestionKind.MATCHING:
        return _shuffled(list(pairs(question)), key)
    if question.ordered or question.kind is QuestionKind.TRUE_FALSE:
        return indexes
    pinned = [index for index in indexes if question.options[index].pinned]
    return _shuffled([index for index in indexes if index not in pinned], key) + pinned


def partner_order(question: Question, key: str) -> list[int]:
    """The order in which the partners of a matching stand, apart from that of the prompts.

    A text that stands twice is shown once.
    """
    prompts = pairs(question)
    first: dict[str, int] = {}
    for index, option in enumerate(question.options):
        if index not in prompts:
            first.setdefault(option.text, index)
    shuffled = _shuffled(list(first.values()), f"{key}:partners")
    aligned = [first[question.options[prompts[index]].text] for index in shown_order(question, key)]
    beside = shuffled[: len(aligned)] == aligned and len(shuffled) > 1
    return shuffled[1:] + shuffled[:1] if beside else shuffled


def _shuffled(indexes: list[int], key: str) -> list[int]:
    return sorted(indexes, key=lambda index: hashlib.sha256(f"{key}:{index}".encode()).digest())


def option_tokens(context: Context, question: Question, key: str) -> dict[str, int]:
    """What the form sends for each option: tells nothing of which one is right."""
    return {
        context.sign("option", key, str(index))[:12]: index
        for index in range(len(question.options))
    }


def option_list(
    context: Context, question: Question, key: str, placed: Mapping[str, str] = NOTHING
) -> tuple[OptionRow, ...]:
    """The options as rows before the answer, each with what it was given, by its token."""
    if question.kind not in WITH_OPTIONS:
        return ()
    return _rows(context, question, key, stored_order(context, question, key), placed)


def stored_order(context: Context, question: Question, key: str) -> list[int]:
    """Where each row of `option_list` is stored, in the order in which they stand on the page."""
    return shown_order(question, _seed(context, key)) if question.options else []


def partner_list(context: Context, question: Question, key: str) -> tuple[OptionRow, ...]:
    """What the options are matched with; nothing for other kinds."""
    if question.kind is not QuestionKind.MATCHING:
        return ()
    return _rows(context, question, key, partner_order(question, _seed(context, key)), NOTHING)


def shown_text(question: Question, option: Option) -> str:
    """What an option says before the answer; the name of a region would be the answer."""
    return "" if question.kind is QuestionKind.IMAGE_REGIONS else option.text


def _seed(context: Context, key: str) -> str:
    """What decides the order on the page.

    Signed, because the key stands in the form: whoever could reckon the order from it would know
    which option is stored first, and with many writers this is the right one.
    """
    return context.sign("order", key)


def _rows(
    context: Context, question: Question, key: str, order: list[int], placed: Mapping[str, str]
) -> tuple[OptionRow, ...]:
    tokens = list(option_tokens(context, question, key))
    return tuple(
        OptionRow(
            tokens[index],
            number,
            shown_text(question, question.options[index]),
            given=placed.get(tokens[index], ""),
            region=question.options[index].region,
        )
        for number, index in enumerate(order, start=1)
    )

"""The words by which questions are found, kept beside them whenever one is stored.

Folded words of the newest version, of its options and tags, and of the facts that it asks for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from quizapp.core.values.texts import tokens
from quizapp.store.models import (
    Fact,
    Question,
    QuestionFact,
    QuestionOption,
    QuestionTag,
    QuestionVersion,
    QuestionWord,
)
from quizapp.store.models.finding import LONGEST_WORD

AT_ONCE = 400
_NEWEST = func.coalesce(Question.draft_number, Question.version_number)


def words_of(texts: Iterable[str]) -> set[str]:
    """The folded words of these texts, each as long as it is kept."""
    return {word[:LONGEST_WORD] for text in texts for word in tokens(text)}


def index_words(connection: Connection, questions: Sequence[int]) -> None:
    """Write anew by which words these questions (row numbers) are found."""
    for start in range(0, len(questions), AT_ONCE):
        some = questions[start : start + AT_ONCE]
        connection.execute(delete(QuestionWord).where(QuestionWord.question_id.in_(some)))
        rows = [
            {"word": word, "question_id": number}
            for number, words in read_words(connection, some).items()
            for word in sorted(words)
        ]
        if rows:
            connection.execute(insert(QuestionWord), rows)


def index_facts(connection: Connection, facts: Sequence[int]) -> None:
    """The same for all questions on these facts, after a fact was worded anew."""
    for start in range(0, len(facts), AT_ONCE):
        found = select(QuestionFact.question_id).where(
            QuestionFact.fact_id.in_(facts[start : start + AT_ONCE])
        )
        index_words(connection, list(connection.execute(found.distinct()).scalars()))


def index_all(connection: Connection) -> None:
    """The same for every question there is."""
    found = select(Question.id).order_by(Question.id)
    index_words(connection, list(connection.execute(found).scalars()))


def read_words(connection: Connection, questions: Sequence[int]) -> dict[int, set[str]]:
    """The words by which each of these questions is to be found, from what it says."""
    found: dict[int, set[str]] = defaultdict(set)
    for statement in _texts(questions):
        for row in connection.execute(statement):
            for text in tuple(row)[1:]:
                found[row[0]] |= words_of([text] if isinstance(text, str) else text)
    return found


def _texts(questions: Sequence[int]) -> tuple[Select[*tuple[Any, ...]], ...]:
    """What is read: number of the question, then its texts."""
    newest = (QuestionVersion.question_id == Question.id) & (QuestionVersion.number == _NEWEST)
    wanted = Question.id.in_(questions)
    versions = select(
        Question.id, QuestionVersion.stem, QuestionVersion.answer, QuestionVersion.accept
    ).join(QuestionVersion, newest)
    options = (
        select(Question.id, QuestionOption.text)
        .join(QuestionVersion, newest)
        .join(QuestionOption, QuestionOption.version_id == QuestionVersion.id)
    )
    facts = (
        select(QuestionFact.question_id, Fact.statement, Fact.topic)
        .join(Fact, Fact.id == QuestionFact.fact_id)
        .where(QuestionFact.question_id.in_(questions))
    )
    tags = select(QuestionTag.question_id, QuestionTag.tag).where(
        QuestionTag.question_id.in_(questions)
    )
    return (versions.where(wanted), options.where(wanted), facts, tags)

"""The words by which questions are found against what the questions say."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from quizapp.services.checking.findings import Report
from quizapp.services.question_words import AT_ONCE, read_words
from quizapp.store.models import Question, QuestionWord


def prove(connection: Connection, report: Report) -> None:
    """Find the questions that are not found by their own words, or by words they do not hold."""
    numbers = list(connection.execute(select(Question.id).order_by(Question.id)).scalars())
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        stored: dict[int, set[str]] = defaultdict(set)
        rows = select(QuestionWord.question_id, QuestionWord.word)
        for number, word in connection.execute(rows.where(QuestionWord.question_id.in_(some))):
            stored[number].add(word)
        said = read_words(connection, some)
        for number in some:
            report.count("searches")
            if differing := stored[number] ^ said.get(number, set()):
                report.add("words-differ", "question_words", number, min(differing))

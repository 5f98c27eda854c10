"""A quiz and an assignment as a teacher writes them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from quizapp.core.quizzes.rules import Rules, problems

LONGEST_TITLE = 120
LONGEST_INSTRUCTIONS = 4000
MOST_ITEMS = 200
MOST_QUESTIONS = 300
MOST_POINTS = 1000.0


@dataclass(frozen=True, slots=True)
class ItemDraft:
    """One line of a quiz.

    `question` is the public id of a fixed question, "" for a draw of `count` questions that have
    one of the `topics`, one of the `tags` and one of the `facts` (public ids); an empty list asks
    for nothing. `version` pins a version of a fixed question by its number, 0 means the one that
    is in force when an attempt begins. `points` are per question.
    """

    question: str = ""
    version: int = 0
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    count: int = 1
    points: float = 1.0


@dataclass(frozen=True, slots=True)
class QuizDraft:
    """A quiz as it is written.

    `classroom` is the public id of the classroom whose teachers share it, "" for a quiz of the
    teacher alone.
    """

    title: str = ""
    instructions: str = ""
    classroom: str = ""
    rules: Rules = field(default_factory=Rules)
    items: tuple[ItemDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class AssignmentDraft:
    """What is asked of whom.

    `quiz` is the public id of a quiz; without one `facts` (public ids) are to be known by the
    due date, each with a chance of recall of at least `target`. `everyone` asks all pupils of the
    `classroom` (public id), else `learners` and `groups` (public ids) say whom.
    """

    classroom: str = ""
    title: str = ""
    quiz: str = ""
    facts: tuple[str, ...] = ()
    everyone: bool = True
    learners: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    opens_at: datetime | None = None
    due_at: datetime | None = None
    closes_at: datetime | None = None
    target: float = 0.9


class DraftProblems(Exception):
    """The draft cannot be saved; `codes` say why, all of them. Nothing was stored."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


def quiz_problems(draft: QuizDraft) -> tuple[str, ...]:
    """Codes of what is wrong with a quiz, in the order of the form."""
    return (*_quiz_problems(draft), *problems(draft.rules))


def _quiz_problems(draft: QuizDraft) -> Iterator[str]:
    if not draft.title.strip():
        yield "title_empty"
    if len(draft.title) > LONGEST_TITLE:
        yield "title_too_long"
    if len(draft.instructions) > LONGEST_INSTRUCTIONS:
        yield "instructions_too_long"
    if len(draft.items) > MOST_ITEMS or sum(one.count for one in draft.items) > MOST_QUESTIONS:
        yield "too_many_questions"
    if any(one.count < 1 or (one.question and one.count != 1) for one in draft.items):
        yield "count_out_of_range"
    if any(not 0 < one.points <= MOST_POINTS for one in draft.items):
        yield "points_out_of_range"
    if any(not (one.question or one.topics or one.tags or one.facts) for one in draft.items):
        yield "draw_from_nothing"


def assignment_problems(draft: AssignmentDraft) -> tuple[str, ...]:
    """Codes of what is wrong with an assignment, in the order of the form."""
    return tuple(_assignment_problems(draft))


def _assignment_problems(draft: AssignmentDraft) -> Iterator[str]:
    if len(draft.title) > LONGEST_TITLE:
        yield "title_too_long"
    if bool(draft.quiz) == bool(draft.facts):
        yield "quiz_or_facts"
    if not draft.quiz and not draft.title.strip():
        yield "title_empty"
    if not draft.quiz and draft.due_at is None:
        yield "due_missing"
    if not draft.everyone and not (draft.learners or draft.groups):
        yield "nobody_asked"
    if not 0.5 <= draft.target <= 0.99:
        yield "target_out_of_range"
    if not _rising(draft.opens_at, draft.due_at, draft.closes_at):
        yield "dates_out_of_order"


def _rising(opens_at: datetime | None, due_at: datetime | None, closes_at: datetime | None) -> bool:
    """Whether it opens before it is due, and closes then or later."""
    ends = [one for one in (due_at, closes_at) if one is not None]
    opened_first = opens_at is None or all(opens_at < end for end in ends)
    return opened_first and ends == sorted(ends)

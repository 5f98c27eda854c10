"""The question as data: what is asked, what is right, and which facts stand behind it.

Made by `core.bank` from facts or by a teacher in a form, stored as immutable versions,
judged by `core.grading`. Nothing here knows how a question is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuestionKind(StrEnum):
    """How a question is asked and answered. Stored by its value."""

    FLASHCARD = "flashcard"
    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    TRUE_FALSE = "true_false"
    SHORT_ANSWER = "short_answer"
    NUMERIC = "numeric"
    DATE = "date"
    ORDERING = "ordering"
    MATCHING = "matching"
    CLOZE = "cloze"
    ESSAY = "essay"
    IMAGE_REGIONS = "image_regions"


CHOICE_KINDS = frozenset(
    {
        *(QuestionKind.SINGLE_CHOICE, QuestionKind.MULTIPLE_CHOICE),
        *(QuestionKind.TRUE_FALSE, QuestionKind.IMAGE_REGIONS),
    }
)
"""Kinds that show their options: recognition, and guessable."""

RECALL_KINDS = frozenset(
    {QuestionKind.SHORT_ANSWER, QuestionKind.NUMERIC, QuestionKind.DATE, QuestionKind.CLOZE}
)
"""Kinds whose answer is typed."""

ARRANGING_KINDS = frozenset({QuestionKind.ORDERING, QuestionKind.MATCHING})
"""Kinds that show what to bring in order or to pair."""

PERSON_MARKED_KINDS = frozenset({QuestionKind.ESSAY})
"""Kinds that a person marks: asked in quizzes, never in study."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice, in display order unless the question is shuffled.

    `feedback` says what a wrong choice really is ("1919-21 was the French air mission.").
    `fact` is the id of the fact that the option states, "" when there is none. A `pinned` option
    stays behind the shuffled ones. `region` is its place on the question's
    picture, as `core.regions` writes it.
    """

    text: str
    correct: bool = False
    feedback: str = ""
    fact: str = ""
    pinned: bool = False
    region: str = ""


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """What is right, typed so that a grader can judge what a person writes.

    `value` is an EDTF value for dates, a decimal number or a range "100/400" for figures,
    "" for text. `approx` is the hedge ("", almost, about, over, up-to, at-least, at-most,
    perhaps). `look_alikes` are values or names of *other* facts that a tolerance or a typo
    must never reach.
    """

    text: str
    accept: tuple[str, ...] = ()
    value: str = ""
    unit: str = ""
    approx: str = ""
    look_alikes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One way to ask for one or more facts.

    `id` is stable over rebuilds: it is made of the fact ids, the template and the asked slot.
    `ordered` says that the options stand in a meaningful order (numbers, dates) and must not
    be shuffled. `picture` is the id of one that stands with it, `picture_alt` what it shows.
    `language` is that of the source; stem, options and explanation follow it. `hints` are shown
    one after another, on request.
    """

    id: str
    kind: QuestionKind
    template: str
    stem: str
    key: AnswerKey
    facts: tuple[str, ...]
    options: tuple[Option, ...] = ()
    ordered: bool = False
    explanation: str = ""
    language: str = "en"
    hints: tuple[str, ...] = ()
    picture: str = ""
    picture_alt: str = ""

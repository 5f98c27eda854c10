"""What the learner's screens show, as frozen values: services fill them, templates read them.

No template reaches behind these into the store, so a screen never loads lazily, and a page
and its table show the same numbers because both come from the same value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quizapp.core.grading.verdict import Note, Outcome
from quizapp.core.questions import QuestionKind


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact is said. `paragraph` is the article's own number, None without a source text.

    `as_of` is an EDTF value ("1992-09") or "". `according_to` names who says it, for claims.
    `quoted` says that the anchor is shown: the words of a teacher's own text.
    """

    source_slug: str
    source_title: str
    paragraph: int | None
    as_of: str = ""
    according_to: str = ""
    anchor: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class FactCard:
    """One fact as a learner sees it: the statement in our words and the place that says so."""

    public_id: str
    statement: str
    language: str
    topic: str
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option on the page. `token` is what the form sends: random per question shown.

    `state` is "" before the answer; then "right", "right_chosen", "chosen" (and not right)
    or "other". `given` is what the learner gave the row: before the answer as the form sends it
    ("yes" for a tick, a place, the token of a partner), after it as one reads it (the place as a
    number, the partner's text), "" for nothing. `partner` is the partner that is right, and
    `aside` what there is to say of the row, both only after the answer. `region` is its place on
    the picture; a region's name (`text`) stands there after the answer.
    """

    token: str
    number: int
    text: str
    state: str = ""
    given: str = ""
    partner: str = ""
    aside: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class RatingButton:
    """One of the four buttons under a flashcard: the rating 1..4 and when the card comes back."""

    rating: int
    interval: timedelta


@dataclass(frozen=True, slots=True)
class RubricLine:
    """A criterion of an essay: what earns up to so many points. `given` once it is marked."""

    text: str
    points: float
    given: float | None = None


@dataclass(frozen=True, slots=True)
class QuestionScreen:
    """A question before its answer. Holds nothing from which the answer could be read.

    `key` is the idempotency key that the form sends back. `position` counts from 1;
    `total` is today's plan. `given` is a typed answer that comes back after a mishap.
    `partners` are what the options are matched with, in an order of their own. `hints` are those
    shown so far, `hints_left` counts the others. `picture` is the id of one that stands with the
    question, `picture_alt` what it shows. Of an essay: `rubric` where it may be read beforehand,
    `words` the expected length.
    """

    key: str
    version: str
    kind: QuestionKind
    stem: str
    language: str
    position: int
    total: int
    options: tuple[OptionRow, ...] = ()
    unit: str = ""
    given: str = ""
    can_undo: bool = False
    first_time: bool = False
    notes: tuple[Note, ...] = ()
    partners: tuple[OptionRow, ...] = ()
    hints: tuple[str, ...] = ()
    hints_left: int = 0
    rubric: tuple[RubricLine, ...] = ()
    words: int | None = None
    picture: str = ""
    picture_alt: str = ""


@dataclass(frozen=True, slots=True)
class VerdictScreen:
    """A question with its answer, the fact, the source and when it comes again.

    `given` is what the learner wrote, "" for a choice. `interval` is the time until `due`
    (UTC), with several facts that of the one that comes first. `learning` says that the fact is
    still in today's learning steps; `then_day` is the day on which it comes after these, when
    they go well. `hints` counts those taken: with one the rating is Hard at most.
    """

    question: QuestionScreen
    outcome: Outcome
    notes: tuple[Note, ...]
    answer: str
    given: str
    facts: tuple[FactCard, ...]
    due: datetime
    interval: timedelta
    due_day: date
    learning: bool
    then_day: date | None = None
    repeated: bool = False
    hints: int = 0


@dataclass(frozen=True, slots=True)
class RevealScreen:
    """A flashcard turned over: the answer, its fact, and four ways to say how well it was known."""

    question: QuestionScreen
    answer: str
    facts: tuple[FactCard, ...]
    buttons: tuple[RatingButton, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact in a list with its expected recall now, 0..1, and its stability in days.

    `due` is an instant in UTC, `due_day` the learner's own day of it.
    """

    public_id: str
    statement: str
    language: str
    recall: float
    stability: float
    due: datetime
    due_day: date | None = None


@dataclass(frozen=True, slots=True)
class TopicRecall:
    """Expected recall now over a topic's introduced facts; None while none is introduced."""

    topic: str
    recall: float | None
    introduced: int
    total: int


@dataclass(frozen=True, slots=True)
class SessionEndScreen:
    """The end of a sitting: recall of today, what got stronger, what comes next."""

    answered: int
    right: int
    stronger: tuple[FactLine, ...]
    tomorrow: int
    tomorrow_minutes: int
    next_due: datetime | None
    new_left: int
    can_undo: bool = False


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """A learner's own objection.

    `state` is open, accepted, corrected or answered; `reply` what the teacher says. `answered` is
    the key of the answer in study; `attempt` and `position` its place in a quiz, "" in study.
    """

    public_id: str
    stem: str
    language: str
    reason: str
    text: str
    state: str
    reply: str
    made_at: datetime
    changed_at: datetime
    closed_at: datetime | None
    unread: bool
    answered: str
    attempt: str
    position: int

    @property
    def waits(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.state == "open"

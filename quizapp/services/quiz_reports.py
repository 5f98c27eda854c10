"""How a quiz went: its scores, and each of its questions. Page and file show one value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from statistics import fmean, median
from typing import Any

from quizapp.core.questions import CHOICE_KINDS, PERSON_MARKED_KINDS, QuestionKind
from quizapp.core.quizzes.counting import Sat, counts, result
from quizapp.core.quizzes.marking import counted
from quizapp.core.quizzes.rules import from_json
from quizapp.core.statistics.items import discrimination, facility
from quizapp.services.access import Permission, require
from quizapp.services.context import Context
from quizapp.services.quizzes.asked import given_of
from quizapp.services.quizzes.making import taught_quiz
from quizapp.services.quizzes.settling import settle
from quizapp.store.queries import quiz_reports as queries
from quizapp.store.queries import sitting
from quizapp.store.queries.people import Person
from quizapp.store.queries.quiz_reports import SubmittedAttempt

TENTHS = 10


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One learner's result: `share` 0..1 by the quiz's rule, over `attempts` submitted ones.

    `waiting` essays in the attempts that count have no mark: the share is provisional until then.
    """

    learner: str
    name: str
    classroom: str
    classroom_name: str
    attempts: int
    share: float
    submitted_at: datetime
    minutes: float
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One question over the attempts that count.

    `facility` is the mean share of its points (None where it was voided: it has none),
    `discrimination` its correlation with the rest of the attempt (None where that says nothing).
    `mistake` is the wrong option chosen most often, "" without one, `mistakes` how often.
    `waiting` essays have no mark yet and are left out of both figures.
    """

    question: str
    stem: str
    kind: str
    language: str
    asked: int
    facility: float | None
    discrimination: float | None
    seconds: float | None
    unanswered: int
    mistake: str
    mistakes: int
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class QuizReport:
    """A quiz's scores and questions. `tenths` counts learners by share: 0-10 %, …, 90-100 %.

    `waiting` essays are still to be marked, in whatever attempt.
    """

    public_id: str
    title: str
    attempts: int
    mean: float | None
    median: float | None
    tenths: tuple[int, ...]
    learners: tuple[ScoreRow, ...]
    items: tuple[ItemRow, ...]
    waiting: int = 0

    @property
    def marked_items(self) -> tuple[ItemRow, ...]:
        """The questions that have a facility, the hardest first."""
        known = (row for row in self.items if row.facility is not None)
        return tuple(sorted(known, key=lambda row: row.facility or 0.0))


@dataclass(frozen=True, slots=True)
class _Slot:
    """One question of one attempt that counts.

    `share` is None where it has no points any more, and where a mark is to come (`waiting`).
    """

    version: int
    share: float | None
    rest: float
    given: Any
    waiting: bool


def quiz_report(context: Context, person: Person, public_id: str, at: datetime) -> QuizReport:
    """The report of a quiz over the classrooms that this person teaches. Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        quiz = taught_quiz(connection, person, public_id)
        due = sitting.to_settle(connection, at, quiz=quiz.id)
    settle(context, due, at)
    with context.store.read() as connection:
        attempts = queries.attempts(connection, person.id, quiz.id)
        slots = queries.slots(connection, person.id, quiz.id)
        responses = queries.responses(connection, person.id, quiz.id)
        numbers = {slot.version_id for found in slots.values() for slot in found}
        versions = queries.versions(connection, sorted(numbers))
        options = queries.options(connection, sorted(numbers))
    rows, counting = _scores(attempts, slots)
    by_question = _by_question(counting, slots, responses)
    shares = [row.share for row in rows]
    return QuizReport(
        public_id=public_id,
        title=quiz.title,
        attempts=len(attempts),
        mean=fmean(shares) if shares else None,
        median=median(shares) if shares else None,
        tenths=_tenths(shares),
        learners=tuple(sorted(rows, key=lambda row: (row.share, row.name.casefold()))),
        items=tuple(_item(found, versions, options) for found in by_question.values()),
        waiting=sum(slot.mark is None for found in slots.values() for slot in found),
    )


def _scores(
    attempts: Sequence[SubmittedAttempt], slots: Mapping[int, Sequence[Any]]
) -> tuple[list[ScoreRow], list[SubmittedAttempt]]:
    """Each learner's result, and the attempts that count for it."""
    rows, counting = [], []
    for _learner, group in groupby(attempts, key=lambda one: one.learner_id):
        own = list(group)
        rule = from_json(own[-1].rules).counting
        sat = [Sat(one.number, one.score or 0.0, one.most) for one in own]
        used = [one for one in own if one.number in counts(sat, rule)]
        counting += used
        last = own[-1]
        spent = fmean((one.submitted_at - one.started_at).total_seconds() for one in used)
        rows.append(
            ScoreRow(
                last.learner,
                last.name,
                last.classroom,
                last.classroom_name,
                len(own),
                result(sat, rule) or 0.0,
                last.submitted_at,
                spent / 60,
                sum(slot.mark is None for one in used for slot in slots[one.id]),
            )
        )
    return rows, counting


def _by_question(
    attempts: Sequence[SubmittedAttempt],
    slots: Mapping[int, Sequence[Any]],
    responses: Mapping[tuple[int, int], Sequence[Any]],
) -> dict[int, list[_Slot]]:
    """The answers to each question, in the order in which questions first appear."""
    found: dict[int, list[_Slot]] = defaultdict(list)
    places = {slot.question_id: slot.position for attempt in attempts for slot in slots[attempt.id]}
    for attempt in attempts:
        rules = from_json(attempt.rules)
        total = sum(slot.mark or 0.0 for slot in slots[attempt.id])
        for slot in slots[attempt.id]:
            rows = responses.get((attempt.id, slot.position), [])
            index = counted(rules, given_of(rows))
            mark = slot.mark or 0.0
            given = None if index is None else rows[index]
            marked = slot.points > 0 and slot.mark is not None
            share = mark / slot.points if marked else None
            one = _Slot(slot.version_id, share, total - mark, given, slot.mark is None)
            found[slot.question_id].append(one)
    return dict(sorted(found.items(), key=lambda one: (places[one[0]], one[0])))


def _item(
    found: Sequence[_Slot],
    versions: Mapping[int, Any],
    options: Mapping[int, Sequence[tuple[str, bool]]],
) -> ItemRow:
    version = versions[max(slot.version for slot in found)]
    shares, rests = [], []
    for slot in found:
        if slot.share is not None:
            shares.append(slot.share)
            rests.append(slot.rest)
    times = [slot.given.milliseconds / 1000 for slot in found if slot.given is not None]
    mistake, mistakes = _most_common_mistake(QuestionKind(version.kind), found, options)
    return ItemRow(
        question=version.question,
        stem=version.stem,
        kind=version.kind,
        language=version.language,
        asked=len(found),
        facility=facility(shares),
        discrimination=discrimination(shares, rests),
        seconds=median(times) if times else None,
        unanswered=sum(_empty(slot) for slot in found),
        mistake=mistake,
        mistakes=mistakes,
        waiting=sum(slot.waiting for slot in found),
    )


def _empty(slot: _Slot) -> bool:
    given = slot.given
    return given is None or not (given.response_text.strip() or given.response_chosen)


def _most_common_mistake(
    kind: QuestionKind,
    found: Sequence[_Slot],
    options: Mapping[int, Sequence[tuple[str, bool]]],
) -> tuple[str, int]:
    """What was wrongly given most often: an option's text, or what was typed."""
    wrong: Counter[str] = Counter()
    for slot in found if kind not in PERSON_MARKED_KINDS else ():
        if slot.given is None or slot.share is None or slot.share >= 1:
            continue
        if kind in CHOICE_KINDS:
            texts = options.get(slot.version, ())
            chosen = [texts[index] for index in slot.given.response_chosen if index < len(texts)]
            wrong.update(text for text, correct in chosen if not correct)
        elif slot.given.response_text.strip():
            wrong[" ".join(slot.given.response_text.split())] += 1
    return max(wrong.items(), key=lambda one: (one[1], one[0]), default=("", 0))


def _tenths(shares: Sequence[float]) -> tuple[int, ...]:
    """How many shares fall in each tenth; a full share is in the last."""
    counted_shares = Counter(min(int(share * TENTHS), TENTHS - 1) for share in shares)
    return tuple(counted_shares[number] for number in range(TENTHS))

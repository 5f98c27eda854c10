"""The log counted anew, by plain loops over the rows of answers, reviews and attempts.

Nothing here asks the product what a figure means: what reports say is held against it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import fmean
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from quizapp.services.context import Context
from quizapp.store.models import (
    Answer,
    Assignment,
    Attempt,
    AttemptSlot,
    Classroom,
    DayTotal,
    Enrolment,
    Fact,
    Question,
    QuestionVersion,
    Quiz,
    Response,
    Review,
    User,
    Voiding,
)

DECAY = -0.1542  # FSRS-6: the last of its 21 published parameters
FACTOR = 0.9 ** (1 / DECAY) - 1
RIGHT = ("right", "accepted")
Row = tuple[Any, ...]


def whole(share: float | None) -> str:
    """A share as a file shows it."""
    return "" if share is None else str(round(100 * share))


class Log:
    """All rows of a database that reports stand on, read once."""

    def __init__(self, context: Context, now: datetime) -> None:
        self.now = now
        with context.store.read() as connection:

            def rows(model: Any) -> list[Any]:
                keys = list(model.__table__.primary_key)
                return list(connection.execute(select(model.__table__).order_by(*keys)))

            voided = {row.answer_id for row in rows(Voiding)}
            self.answers = [row for row in rows(Answer) if row.id not in voided]
            kept = {row.id for row in self.answers}
            self.reviews = [row for row in rows(Review) if row.answer_id in kept]
            self.users = {row.id: row for row in rows(User)}
            self.facts = {row.id: row for row in rows(Fact)}
            self.rooms = {row.public_id: row for row in rows(Classroom)}
            self.enrolments = rows(Enrolment)
            self.question_of = {row.id: row.question_id for row in rows(QuestionVersion)}
            self.questions = {row.public_id: row.id for row in rows(Question)}
            self.quizzes = {row.public_id: row.id for row in rows(Quiz)}
            self.assignments = {row.id: row for row in rows(Assignment)}
            self.attempts = [row for row in rows(Attempt) if row.state == "submitted"]
            self.slots: dict[int, list[Any]] = defaultdict(list)
            for row in rows(AttemptSlot):
                self.slots[row.attempt_id].append(row)
            self.responses: dict[tuple[int, int], list[Any]] = defaultdict(list)
            for row in sorted(rows(Response), key=lambda one: one.id):
                self.responses[row.attempt_id, row.position].append(row)
            self.totals = rows(DayTotal)

    def counted(self) -> dict[tuple[str, int, date], list[int]]:
        """Answers, right ones, facts met and milliseconds of each learner, fact and question."""
        sums: dict[tuple[str, int, date], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        asked = defaultdict(list)
        for one in self.reviews:
            asked[one.answer_id].append(one.fact_id)
        for one in self.answers:
            subjects = [("learner", one.learner_id), ("question", self.question_of[one.version_id])]
            for scope, subject in subjects + [("fact", fact) for fact in asked[one.id]]:
                of = sums[scope, subject, one.local_day]
                of[0] += 1
                of[1] += one.outcome in RIGHT
                of[3] += one.milliseconds
        first: dict[tuple[int, int], Any] = {}
        for one in sorted(self.reviews, key=lambda row: (row.at, row.id)):
            first.setdefault((one.learner_id, one.fact_id), one)
        for (learner, _fact), one in first.items():
            sums["learner", learner, one.local_day][2] += 1
        return sums

    def stored(self) -> dict[tuple[str, int, date], list[int]]:
        """The same as the totals say."""
        return {
            (row.scope, row.subject_id, row.day): [
                row.answers,
                row.right,
                row.introduced,
                row.milliseconds,
            ]
            for row in self.totals
            if row.answers or row.right or row.introduced or row.milliseconds
        }

    def taught(self, teacher: int) -> set[int]:
        """Row numbers of a teacher's classrooms."""
        return {
            row.classroom_id
            for row in self.enrolments
            if row.user_id == teacher and row.role == "teacher"
        }

    def pupils(self, room: int) -> list[Any]:
        """The enrolments of a classroom's pupils."""
        return [
            row for row in self.enrolments if row.classroom_id == room and row.role == "student"
        ]

    def memory(self, learner: int, since: datetime) -> dict[int, Any]:
        """The last review of each fact that moved its card, where it is not before the enrolment.

        Last in the log: what is stored after another stands on it, whatever its clock said.
        """
        newest: dict[int, Any] = {}
        for one in self.reviews:
            if one.learner_id == learner and one.counts:
                newest[one.fact_id] = max(one, newest.get(one.fact_id, one), key=lambda row: row.id)
        return {fact: one for fact, one in newest.items() if one.at >= since}

    def recall(self, learner: int, review: Any) -> float:
        """What FSRS-6 expects now of what a review left, by the learner's own days."""
        user = self.users[learner]
        local = self.now.astimezone(ZoneInfo(user.time_zone)) - timedelta(hours=user.rollover_hour)
        days = max((local.date() - review.local_day).days, 1)
        return float((1 + FACTOR * days / review.after["stability"]) ** DECAY)

    def class_row(self, room: Any, pupil: Any, topics: Iterable[str]) -> list[str]:
        """Learner, recall, day of study, recall by topic, facts met and due, as in the file."""
        met = self.memory(pupil.user_id, pupil.joined_at)
        by_topic: dict[str, list[float]] = defaultdict(list)
        for fact, review in met.items():
            by_topic[self.facts[fact].topic].append(self.recall(pupil.user_id, review))
        every = [one for found in by_topic.values() for one in found]
        zone = ZoneInfo(room.time_zone)
        studied = max((one.at.astimezone(zone).date() for one in met.values()), default="")
        return [
            self.users[pupil.user_id].name,
            whole(fmean(every) if every else None),
            str(studied),
            *(whole(fmean(by_topic[one]) if one in by_topic else None) for one in topics),
            str(len(met)),
            str(sum(one.due <= self.now for one in met.values())),
        ]

    def lately(self, pupil: Any) -> tuple[int, int]:
        """A pupil's answers of the last 14 days since joining, and how many were right."""
        since = max(self.now - timedelta(days=14), pupil.joined_at)
        asked = {one.answer_id for one in self.reviews}
        found = [
            one.outcome in RIGHT
            for one in self.answers
            if one.learner_id == pupil.user_id and one.answered_at >= since and one.id in asked
        ]
        return len(found), sum(found)

    def first_answers(self, teacher: int, question: str) -> list[Any]:
        """The first answer of each pupil of a teacher since joining."""
        rooms, first = self.taught(teacher), {}
        for pupil in self.enrolments:
            if pupil.classroom_id not in rooms or pupil.role != "student":
                continue
            for one in self.answers:
                asked = self.question_of[one.version_id] == self.questions[question]
                mine = one.learner_id == pupil.user_id and one.answered_at >= pupil.joined_at
                if asked and mine:
                    first[one.learner_id] = min(
                        one, first.get(one.learner_id, one), key=lambda row: row.id
                    )
        return list(first.values())

    def sat(self, quiz: str) -> dict[int, list[Any]]:
        """The submitted attempts at a quiz of each learner, in their order."""
        found: dict[int, list[Any]] = defaultdict(list)
        for one in sorted(self.attempts, key=lambda row: row.number):
            if one.quiz_id == self.quizzes[quiz]:
                found[one.learner_id].append(one)
        return found

    def share(self, attempt: Any) -> float:
        """What an attempt reached of its points, from the marks of its places."""
        slots = self.slots[attempt.id]
        most = sum(slot.points for slot in slots)
        return sum(slot.mark or 0.0 for slot in slots) / most if most else 0.0

    def that_count(self, attempts: list[Any]) -> list[Any]:
        """Those of a learner's attempts that the quiz counts."""
        counting = attempts[-1].rules["counting"]
        best = max(self.share(one) for one in attempts)
        return {
            "average": attempts,
            "first": attempts[:1],
            "last": attempts[-1:],
            "best": [one for one in attempts if self.share(one) == best][:1],
        }[counting]

    def score_rows(self, quiz: str) -> list[list[str]]:
        """Learner, class, score and number of attempts, as in the file; by name."""
        rooms = {row.id: row.name for row in self.rooms.values()}
        rows = []
        for learner, attempts in self.sat(quiz).items():
            room = self.assignments[attempts[-1].assignment_id].classroom_id
            share = fmean(self.share(one) for one in self.that_count(attempts))
            name = self.users[learner].name
            rows.append([name, rooms[room], whole(share), str(len(attempts))])
        return sorted(rows)

    def item_rows(self, quiz: str) -> dict[int, tuple[int, str]]:
        """How often each question was asked in what counts, and its facility."""
        shares: dict[int, list[float | None]] = defaultdict(list)
        for attempts in self.sat(quiz).values():
            for one in self.that_count(attempts):
                for slot in self.slots[one.id]:
                    mark = (slot.mark or 0.0) / slot.points if slot.points else None
                    shares[slot.question_id].append(mark)
        return {question: (len(found), whole(_mean(found))) for question, found in shares.items()}

    def unmarked(self, quiz: str, regraded: set[int]) -> Counter[str]:
        """Places whose mark is not what the last answer earned, regraded questions left out."""
        wrong: Counter[str] = Counter()
        for attempts in self.sat(quiz).values():
            for one in attempts:
                for slot in self.slots[one.id]:
                    given = self.responses[one.id, slot.position]
                    earned = given[-1].score * slot.points if given else 0.0
                    if slot.question_id not in regraded and abs((slot.mark or 0.0) - earned) > 1e-9:
                        wrong[f"{one.id}/{slot.position}"] += 1
        return wrong


def _mean(shares: list[float | None]) -> float | None:
    known = [one for one in shares if one is not None]
    return fmean(known) if known else None

"""Classrooms drawn by chance: weeks of study, quizzes and all that teachers do meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import update

from quizapp.core.quizzes.regrading import Way
from quizapp.core.quizzes.rules import Behaviour, Counting, Rules
from quizapp.services import accommodations, classrooms, guests, quizzes, study
from quizapp.services.claiming import claim_by_sign_in
from quizapp.services.context import Context, Refused
from quizapp.services.guests import Visitor
from quizapp.services.names import folded
from quizapp.services.quizzes import Answered, AssignmentDraft, ItemDraft, QuizDraft, regrading
from quizapp.store.models import Enrolment, User
from quizapp.store.queries.accommodations import Accommodation
from quizapp.store.queries.people import Person, person_with
from tests.factories import classroom_number, make_classroom, make_pupils
from tests.services.quizzes.sittings import form
from tests.services.study.sittings import filled, send
from tests.world import FACTS, NOON, RECALL

DAY = timedelta(days=1)
START = NOON - 40 * DAY
ZONES = ("UTC", "America/Lima", "Europe/Madrid", "Asia/Kathmandu", "Pacific/Auckland")
NAMES = ("José", "=SUM(A1)", "+1", "-1", "@home", 'a "b", c', "<b>Ana</b>", "Łukasz")
MOST = 35
QUESTIONS = tuple(
    f"{one.id}.{kind.replace('_', '-')}"
    for one in FACTS
    for kind in ("single_choice", RECALL[one.kind].value)
    if kind != "flashcard"
)


@dataclass
class Drawn:
    """One classroom of chance; `left` are the pupils who were taken out again."""

    context: Context
    teacher: Person
    chance: Random
    room: str
    code: str
    pupils: list[Person] = field(default_factory=list)
    left: set[int] = field(default_factory=set)
    quizzes: list[str] = field(default_factory=list)

    def some(self, share: float) -> list[Person]:
        """Some of the pupils, in their order."""
        return [one for one in self.pupils if self.chance.random() < share]


def draw(context: Context, teacher: Person, chance: Random, number: int) -> Drawn:
    """A classroom with its history, until an hour before noon."""
    zone = chance.choice(ZONES)
    room, code = make_classroom(context, teacher, name=f"Class {number}", zone=zone, at=START)
    made = Drawn(context, teacher, chance, room, code)
    _fill(made)
    for pupil in made.pupils:
        _study(made, pupil, START + 30 * DAY * chance.random())
    for _ in range(chance.randint(1, 2)):
        _quiz(made)
    for pupil in made.some(0.3):
        _study(made, pupil, NOON - 9 * DAY + 8 * DAY * chance.random())
    for pupil in made.some(0.1):
        classrooms.remove_pupil(context, teacher, room, pupil.public_id, NOON - DAY)
        made.left.add(pupil.id)
    return made


def _fill(made: Drawn) -> None:
    """Pupils of several zones who joined at several times; some have more time than others."""
    context, chance = made.context, made.chance
    numbers = make_pupils(context, made.room, chance.randint(1, MOST), joined=START)
    place = classroom_number(context, made.room)
    with context.store.write() as connection:
        for at, number in enumerate(numbers):
            name = f"{chance.choice(NAMES)} {place}.{at}"
            named = {"name": name, "name_folded": folded(name), "time_zone": chance.choice(ZONES)}
            connection.execute(update(User).where(User.id == number).values(named))
            joined = START + chance.choice((0, 10, 31)) * DAY
            here = (Enrolment.classroom_id == place, Enrolment.user_id == number)
            connection.execute(update(Enrolment).where(*here).values(joined_at=joined))
    with context.store.read() as connection:
        made.pupils = [person_with(connection, number) for number in numbers]
    for pupil in made.some(0.1):
        wanted = Accommodation(time_percent=150, extra_minutes=5, due_days=2)
        accommodations.grant(
            context, made.teacher, made.room, pupil.public_id, wanted, 0, START + DAY
        )


def _study(made: Drawn, pupil: Person, at: datetime) -> None:
    """A few answers, of which some are taken back; some were given as a guest."""
    context, chance = made.context, made.chance
    if chance.random() < 0.1:
        _as_guest(made, pupil, at)
    for turn in range(chance.randint(0, 4)):
        now = at + turn * timedelta(hours=chance.choice((0, 0, 30)), minutes=turn)
        screen = study.ask(context, pupil, now)
        if screen is None:
            return
        send(context, pupil, filled(screen, right=chance.random() < 0.6), now)
        if chance.random() < 0.2:
            study.undo(context, pupil, now + timedelta(minutes=1))


def _as_guest(made: Drawn, pupil: Person, at: datetime) -> None:
    context, before = made.context, at - timedelta(hours=1)
    screen = study.ask(context, guests.nobody(context, "en", pupil.time_zone), before)
    assert screen is not None
    visitor = Visitor(f"{made.room} {pupil.id} {at}", "en", f"10.0.{pupil.id % 250}.1")
    came = guests.first_answer(context, visitor, filled(screen), before)
    claim_by_sign_in(context, came.guest, pupil.id, before + timedelta(minutes=5))


def _quiz(made: Drawn) -> None:
    """A quiz for all or for a group, sat once or more often; perhaps a question is marked again."""
    context, chance, at = made.context, made.chance, NOON - 5 * DAY
    rules = Rules(
        behaviour=chance.choice((Behaviour.DEFERRED, Behaviour.IMMEDIATE)),
        time_limit=3600,
        attempts=3,
        counting=chance.choice(list(Counting)),
        shuffle_questions=chance.random() < 0.5,
    )
    asked = chance.sample(QUESTIONS, chance.randint(2, 4))
    items = tuple(ItemDraft(question=one) for one in asked)
    draft = QuizDraft(title=f"=Quiz {len(made.quizzes)}", rules=rules, items=items)
    quiz = quizzes.create(context, made.teacher, draft, at)
    quizzes.set_state(context, made.teacher, quiz, "ready", at)
    group = ()
    members = made.some(0.6)
    if members and chance.random() < 0.4:
        name = f"Group {len(made.quizzes)}"
        group = (classrooms.make_group(context, made.teacher, made.room, name, at),)
        ids = [one.public_id for one in members]
        classrooms.change_members(context, made.teacher, made.room, group[0], ids, (), at)
    whom = AssignmentDraft(made.room, quiz=quiz, everyone=not group, groups=group)
    quizzes.assign(context, made.teacher, whom, at)
    made.quizzes.append(quiz)
    for pupil in members if group else made.pupils:
        for turn in range(chance.choice((0, 1, 1, 1, 2))):
            _sit(made, pupil, quiz, len(asked), at + (turn + 1) * timedelta(hours=2))
    if chance.random() < 0.6:
        _mark_again(made, quiz, chance.choice(asked), chance.choice((Way.FULL, Way.VOID)))


def _sit(made: Drawn, pupil: Person, quiz: str, places: int, at: datetime) -> None:
    """One attempt: some places stay empty, and one in five is never submitted by hand."""
    context, chance = made.context, made.chance
    attempt = quizzes.start(context, pupil, quiz, at)
    for place in range(1, places + 1):
        if chance.random() < 0.2:
            continue
        now = at + place * timedelta(seconds=chance.randint(5, 50))
        screen = quizzes.page(context, pupil, attempt, place, now)
        answered: Answered = form(screen, right=chance.random() < 0.6)
        quizzes.save(context, pupil, attempt, place, answered, "en", now + timedelta(seconds=4))
    if chance.random() < 0.8:
        quizzes.submit(context, pupil, attempt, at + timedelta(minutes=5))


def _mark_again(made: Drawn, quiz: str, question: str, way: Way) -> None:
    """Full credit for all, or a question that counts no more; perhaps taken back."""
    who, at = made.teacher, NOON - 2 * DAY
    quizzes.sweep(made.context, at)
    shown = regrading.preview(made.context, who, quiz, question, way, at)
    try:
        done = regrading.apply(made.context, who, quiz, question, way, shown.digest, at)
    except Refused:
        return  # nothing to change
    if made.chance.random() < 0.3:
        regrading.undo(made.context, who, quiz, question, done, at)

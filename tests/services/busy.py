"""A database that was used for real, through the services alone: what `check` has to find whole."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.core.questions import QuestionKind
from quizapp.services import authoring, classrooms, study
from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.services.objections import making
from quizapp.services.objections.making import Place
from quizapp.services.screens import QuestionScreen
from quizapp.services.study import AnswerUnclear, Submission
from quizapp.store.queries.people import Person
from tests.factories import make_classroom, make_draft, make_question
from tests.services.quizzes.essay_desk import desk
from tests.services.quizzes.sittings import Class, sit
from tests.services.study.sittings import ANSWERS
from tests.world import FACTS, NOON, person, small_bank

ZONES = ("UTC", "America/Lima", "Pacific/Auckland", "Europe/London")
ANSWERS_OF_TEACHERS = {make_draft().stem: "1987"}


def filled(screen: QuestionScreen, *, right: bool) -> Submission:
    """The form of any question of this world, answered right or wrong."""
    answer = (ANSWERS | ANSWERS_OF_TEACHERS)[screen.stem]
    if screen.options:
        token = next(o.token for o in screen.options if (o.text == answer) is right)
        return Submission(screen.key, screen.version, choice=token)
    if screen.kind is QuestionKind.FLASHCARD:
        return Submission(screen.key, screen.version, rating=3 if right else 1)
    return Submission(screen.key, screen.version, text=answer if right else "4321")


def sitting(context: Context, who: Person, at: datetime, chance: random.Random, count: int) -> None:
    """Answer up to `count` questions; some wrong, some not known, some taken back."""
    now = at
    for _ in range(count):
        screen = study.ask(context, who, now)
        if screen is None:
            return
        form = filled(screen, right=chance.random() < 0.8)
        if chance.random() < 0.1:
            form = replace(form, choice="", text="", rating=None, dont_know=True)
        now += timedelta(seconds=chance.randint(2, 90))
        try:
            study.answer(context, who, form, who.language, now)
            if chance.random() < 0.1:
                study.answer(context, who, form, who.language, now)
        except AnswerUnclear:
            continue
        if chance.random() < 0.2:
            study.undo(context, who, now + timedelta(seconds=1))


def use(context: Context, learners: int = 6, days: int = 12, seed: int = 7) -> list[Person]:
    """Teachers, classrooms, questions of teachers with versions, learners, a bank loaded twice."""
    chance = random.Random(seed)
    teacher = person(context, "Alice", "teacher")
    place, code = make_classroom(context, teacher)
    writer = person(context, "Writer")
    essays = desk(context, teacher, writer)
    essays.mark(teacher, essays.write(writer), "1", "1")
    written = make_question(context, teacher, audience=place)
    make_question(
        context, teacher, statement="Only Alice knows this.", stem="What does Alice know?"
    )
    people = [person(context, f"Pupil {n}", zone=ZONES[n % 4]) for n in range(learners)]
    for one in people[::2]:
        classrooms.join(context, one, code, NOON)
    for day in range(days):
        at = NOON + timedelta(days=day * 3, hours=chance.randint(-9, 9))
        for one in people:
            sitting(context, one, at, chance, chance.randint(0, 9))
        if day == days // 2:
            load_bank(context, small_bank(FACTS[:-1]), at)  # one fact gone for a while
            mended = make_draft(audience=place, stem=make_draft().stem, explanation="In spring.")
            authoring.save_version(context, teacher, written, 1, mended, at)
        if day == days // 2 + 2:
            load_bank(context, small_bank(), at)
    room = Class(context, teacher, place, code)
    quiz = room.quiz()
    room.assign(quiz)
    for one in people[::2]:
        over = NOON + timedelta(days=days * 3)
        attempt = sit(context, one, quiz, over, (True, chance.random() < 0.5))
        place = Place(attempt=attempt, position=3)
        making.object_to(context, one, place, "unclear", "", over + timedelta(hours=1))
    return people

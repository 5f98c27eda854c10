"""A region of a picture in a quiz: sat, shown as far as allowed, printed, marked again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.regrading import Way
from quizapp.core.quizzes.rules import Rules
from quizapp.services import authoring, pictures, quizzes
from quizapp.services.authoring import DraftOption
from quizapp.services.context import Context
from quizapp.services.quizzes import Answered, papers, regrading
from quizapp.services.study import Submission
from quizapp.store.queries.people import Person
from tests.factories import make_question
from tests.pictures import picture
from tests.services.quizzes.sittings import HELD_BACK, SOON, Class, a_class
from tests.services.quizzes.test_regrading import LATER, everything, sound
from tests.world import NOON

WEST, EAST, NORTH = "box 5 40 20 20", "round 70 40 20 20", "box 40 0 20 20"


def spot(name: str, region: str, *, correct: bool = False) -> DraftOption:
    shape, x, y, width, height = region.split()
    return DraftOption(name, correct, shape=shape, x=x, y=y, width=width, height=height)


@dataclass(frozen=True, slots=True)
class Map:
    """A class with a quiz of one question: where the lake is, on a map."""

    room: Class
    question: str
    quiz: str

    @property
    def context(self) -> Context:
        """Where it takes place."""
        return self.room.context

    def sit(self, who: Person, region: str) -> str:
        """Begin, choose what lies there, submit: the attempt."""
        attempt = quizzes.start(self.context, who, self.quiz, NOON)
        asked = quizzes.page(self.context, who, attempt, 1, NOON).question
        assert [one.text for one in asked.options] == [""] * 3, "a name would be the answer"
        token = next(one.token for one in asked.options if one.region == region)
        sent = Answered(Submission(asked.key, asked.version, choice=token))
        quizzes.save(self.context, who, attempt, 1, sent, "en", NOON + SOON)
        quizzes.submit(self.context, who, attempt, NOON + timedelta(minutes=5))
        return attempt

    def told(self, who: Person, attempt: str) -> tuple[float | None, dict[str, tuple[str, str]]]:
        """The mark, and of each region its name and state, as its learner is shown them."""
        (one,) = quizzes.result(self.context, who, attempt, LATER).questions
        rows = one.question.options
        return one.told.mark, {row.region: (row.text, row.state or row.given) for row in rows}


def a_map(context: Context, teacher: Person, *pupils: Person, rules: Rules | None = None) -> Map:
    """The class, its question and its quiz."""
    room = a_class(context, teacher, *pupils)
    question = make_question(
        context,
        teacher,
        audience=room.room,
        kind=QuestionKind.IMAGE_REGIONS,
        stem="Where is the lake?",
        picture=pictures.take(context, teacher, picture(), NOON),
        picture_alt="A map",
        options=(spot("lake", WEST, correct=True), spot("wood", EAST), spot("town", NORTH)),
    )
    quiz = room.quiz(rules, (question,), classroom=room.room)
    room.assign(quiz)
    return Map(room, question, quiz)


def test_names_and_what_is_right_are_told_only_as_far_as_the_quiz_allows(
    context: Context, alice: Person, bob: Person
) -> None:
    made = a_map(context, alice, bob)
    assert made.told(bob, made.sit(bob, EAST)) == (
        0.0,
        {WEST: ("lake", "right"), EAST: ("wood", "chosen"), NORTH: ("town", "other")},
    )
    held = a_map(context, alice, bob, rules=HELD_BACK)
    own = held.told(bob, held.sit(bob, EAST))
    assert own == (None, {WEST: ("", ""), EAST: ("", "yes"), NORTH: ("", "")})


def test_paper_letters_the_regions_and_its_key_names_the_right_letter(
    context: Context, alice: Person
) -> None:
    made = a_map(context, alice)
    printed = papers.paper(context, alice, made.quiz)
    for form in printed.forms:
        (one,) = form.questions
        assert (one.options, set(one.regions)) == ((), {WEST, EAST, NORTH})
        assert one.regions["ABC".index(one.key)] == WEST
        assert one.picture_alt == "A map"
    assert printed == papers.paper(context, alice, made.quiz)


@pytest.mark.parametrize("mended", ["names", "places"])
def test_a_mended_map_marks_the_place_that_was_chosen(
    context: Context, alice: Person, bob: Person, dan: Person, mended: str
) -> None:
    """The key said west, the lake lies east: whoever pressed on the east was right."""
    made = a_map(context, alice, bob, dan)
    attempts = {bob: made.sit(bob, EAST), dan: made.sit(dan, WEST)}
    before = everything(context)
    assert [made.told(who, attempts[who])[0] for who in attempts] == [0.0, 1.0]
    spots = {
        "names": (spot("wood", WEST), spot("lake", EAST, correct=True), spot("town", NORTH)),
        "places": (spot("lake", EAST, correct=True), spot("wood", WEST), spot("town", NORTH)),
    }
    detail = authoring.question_detail(context, alice, made.question)
    draft = replace(authoring.draft_of(detail), options=spots[mended])
    authoring.save_version(context, alice, made.question, 1, draft, LATER)
    given = (context, alice, made.quiz, made.question)
    shown = regrading.preview(*given, Way.NEW_KEY, LATER)
    assert shown.unmatched == ()
    said = {one.name: (one.mark_before, one.mark_after, one.score_after) for one in shown.lines}
    assert said == {"Bob": (0.0, 1.0, 1.0), "Dan": (1.0, 0.0, 0.0)}
    regrade = regrading.apply(*given, Way.NEW_KEY, shown.digest, LATER)
    assert [made.told(who, attempts[who])[0] for who in attempts] == [1.0, 0.0]
    sound(context)
    regrading.undo(*given, regrade, LATER)
    assert everything(context) == before
    sound(context)

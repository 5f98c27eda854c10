"""Every kind from the form to a learner's verdict and back into the form."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizapp.core.grading import grade
from quizapp.core.grading.verdict import Outcome, Response
from quizapp.core.questions import PERSON_MARKED_KINDS, QuestionKind
from quizapp.services import authoring, pictures, study
from quizapp.services.authoring import Draft, DraftOption
from quizapp.services.authoring.draft import as_typed, from_typed
from quizapp.services.authoring.making import draft_from, question_of
from quizapp.services.authoring.pasting import look
from quizapp.services.authoring.table import read_table
from quizapp.services.context import Context
from quizapp.services.study import Submission
from quizapp.store.queries.people import Person
from tests.factories import make_draft, make_question
from tests.pictures import picture
from tests.world import NOON

LINES = (DraftOption("cellar", feedback="1901"), DraftOption("hall"), DraftOption("roof"))
PAIRS = (DraftOption("cellar", partner="1901"), DraftOption("hall", partner="1920"))
SPOTS = (
    DraftOption("lake", True, shape="round", x="10", y="16", width="30", height="50"),
    DraftOption("forest", feedback="It is dry there.", x="55", y="24,5", width="35 %", height="28"),
)
ROOMS = (DraftOption("attic", True), DraftOption("hall", True), DraftOption("pool"))
CRITERIA = (DraftOption("two causes", points="2.5"), DraftOption("clear", points="1"))
KINDS: dict[str, dict[str, Any]] = {
    "single_choice": {"last_stays": True},
    "multiple_choice": {"stem": "Which of these are rooms?", "options": ROOMS},
    "true_false": {
        "stem": "It has a pool.",
        "answer": "false",
        "feedback": "It never had one.",
        "options": (),
    },
    "short_answer": {
        "stem": "Who founded it?",
        "answer": "Amélie Dupont",
        "accept": "Mme Dupont",
        "look_alikes": "Paul Dupont",
        "options": (),
    },
    "numeric": {
        "stem": "How many books?",
        "answer": "3,500",
        "unit": "books",
        "tolerance": "5%",
        "options": (),
    },
    "date": {"stem": "When?", "answer": "May 1987", "accept": "June 1987", "options": ()},
    "cloze": {"stem": "It opened in ____.", "answer": "1987", "options": ()},
    "ordering": {"stem": "Put these in order.", "options": LINES},
    "matching": {"stem": "Match these.", "options": PAIRS, "extra": "1950\n1960"},
    "flashcard": {"stem": "Who founded it?", "answer": "Amélie Dupont", "options": ()},
    "essay": {"stem": "Why?", "options": CRITERIA, "model": "Because.", "words": "150"},
    "image_regions": {
        "stem": "Where is the lake?",
        "options": SPOTS,
        "picture": f"{'a' * 26}-90x60",
        "picture_alt": "A map",
    },
}
RESPONSES: list[tuple[str, dict[str, Any], float]] = [
    ("single_choice", {"chosen": (1,)}, 1.0),
    ("multiple_choice", {"chosen": (0, 1)}, 1.0),
    ("multiple_choice", {"chosen": (0,)}, 0.5),
    ("true_false", {"chosen": (1,)}, 1.0),
    ("true_false", {"chosen": (0,)}, 0.0),
    ("short_answer", {"text": "mme dupont"}, 1.0),
    ("short_answer", {"text": "Paul Dupont"}, 0.0),
    ("numeric", {"text": "3,400"}, 1.0),
    ("numeric", {"text": "3,300"}, 0.0),
    ("numeric", {"text": "3500 books"}, 1.0),
    ("date", {"text": "May 1987"}, 1.0),
    ("date", {"text": "12 May 1987"}, 0.0),
    ("date", {"text": "June 1987"}, 1.0),
    ("date", {"text": "July 1987"}, 0.0),
    ("cloze", {"text": "in 1987"}, 1.0),
    ("cloze", {"text": "1986"}, 0.0),
    ("ordering", {"chosen": (0, 1, 2)}, 1.0),
    ("matching", {"chosen": (1, 3)}, 1.0),
    ("matching", {"chosen": (1, 4)}, 0.5),
    ("flashcard", {"rating": 3}, 1.0),
    ("image_regions", {"chosen": (0,)}, 1.0),
    ("image_regions", {"chosen": (1,)}, 0.0),
]


def draft_of_kind(kind: str) -> Draft:
    return make_draft(kind=QuestionKind(kind), **KINDS[kind])


def test_all_kinds_of_study_are_here() -> None:
    assert set(KINDS) == {kind.value for kind in QuestionKind}


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_draft_passes_and_comes_back_the_same(kind: str) -> None:
    draft = draft_of_kind(kind)
    assert not [one.code for one in authoring.check(draft) if one.blocks]
    question = question_of(draft, "q", ("f",))
    again = draft_from(question)
    assert question_of(again, "q", ("f",)) == question
    assert from_typed(as_typed(draft)) == draft
    assert authoring.preview(draft).stem == draft.stem


@pytest.mark.parametrize(("kind", "given", "score"), RESPONSES)
def test_the_grader_takes_it_as_the_teacher_meant_it(
    kind: str, given: dict[str, Any], score: float
) -> None:
    question = question_of(draft_of_kind(kind), "q", ("f",))
    assert grade(question, Response(**given), "en").score == score


BLOCKED: list[tuple[str, str, dict[str, Any]]] = [
    ("right_none", "multiple_choice", {"options": (DraftOption("a"), *ROOMS[2:])}),
    ("truth_missing", "true_false", {"answer": "perhaps"}),
    ("answer_missing", "short_answer", {"answer": " "}),
    ("look_alike_right", "short_answer", {"look_alikes": "mme dupont"}),
    ("number_unreadable", "numeric", {"answer": "many"}),
    ("number_two_ways", "numeric", {"answer": "1.500"}),
    ("tolerance_odd", "numeric", {"tolerance": "a little"}),
    ("tolerance_of_span", "numeric", {"answer": "100 to 200"}),
    ("inside_of_nothing", "numeric", {"inside": True}),
    ("date_unreadable", "date", {"answer": "long ago"}),
    ("date_two_ways", "date", {"answer": "3/12/1992"}),
    ("gap_missing", "cloze", {"stem": "It opened in 1987."}),
    ("gaps_many", "cloze", {"stem": "____ opened in ____."}),
    ("rows_few_ordering", "ordering", {"options": LINES[:2]}),
    ("options_equal", "ordering", {"options": (*LINES, DraftOption("Cellar"))}),
    ("rows_few_matching", "matching", {"options": PAIRS[:1]}),
    ("partner_missing", "matching", {"options": (*PAIRS, DraftOption("roof"))}),
    ("partners_equal", "matching", {"options": (*PAIRS, DraftOption("roof", partner="1901."))}),
    ("extra_is_partner", "matching", {"extra": "1920"}),
    ("picture_missing", "image_regions", {"picture": ""}),
    ("picture_undescribed", "image_regions", {"picture_alt": " "}),
    ("region_unplaced", "image_regions", {"options": (*SPOTS, DraftOption("town"))}),
    ("region_odd", "image_regions", {"options": (*SPOTS, DraftOption("town", x="90", y="1"))}),
    ("right_many", "image_regions", {"options": (SPOTS[0], replace(SPOTS[1], correct=True))}),
    ("right_none", "image_regions", {"options": (SPOTS[1], replace(SPOTS[1], text="town"))}),
    ("options_few", "image_regions", {"options": SPOTS[:1]}),
    ("tags_many", "flashcard", {"tags": ",".join(f"t{n}" for n in range(13))}),
    ("tag_long", "flashcard", {"tags": "t" * 61}),
    ("too_long", "flashcard", {"answer": "x" * 301}),
    ("rows_few_essay", "essay", {"options": ()}),
    ("option_empty", "essay", {"options": (*CRITERIA, DraftOption(points="2"))}),
    ("points_missing", "essay", {"options": (*CRITERIA, DraftOption("style"))}),
    ("points_odd", "essay", {"options": (DraftOption("style", points="0.3"),)}),
    ("points_none", "essay", {"options": (DraftOption("style", points="0"),)}),
    ("words_odd", "essay", {"words": "many"}),
]


@pytest.mark.parametrize(("code", "kind", "changes"), BLOCKED)
def test_what_cannot_be_asked_blocks(code: str, kind: str, changes: dict[str, Any]) -> None:
    draft = make_draft(kind=QuestionKind(kind), **(KINDS[kind] | changes))
    assert code in {one.code for one in authoring.check(draft) if one.blocks}


def test_every_kind_is_asked_in_study_and_the_last_option_stays(
    context: Context, alice: Person
) -> None:
    studied = {kind: parts for kind, parts in KINDS.items() if kind not in PERSON_MARKED_KINDS}
    for kind, parts in studied.items():
        draft = draft_of_kind(kind)
        words: dict[str, Any] = {"statement": f"It is known for its {kind}.", "topic": "Rooms"}
        key = authoring.form_key(context, alice)
        last = (*draft.options[:2], DraftOption("none of these")) if draft.last_stays else ()
        changes = words | ({"options": last} if last else {})
        if draft.picture:
            changes["picture"] = pictures.take(context, alice, picture(), NOON)
        made = make_draft(**({"kind": draft.kind} | parts | changes))
        authoring.save_new(context, alice, key, made, NOON)
    asked = set()
    for _ in range(len(studied)):
        screen = study.ask(context, alice, NOON, extra_new=20)
        assert screen is not None
        asked.add(screen.kind.value)
        if screen.kind is QuestionKind.SINGLE_CHOICE:
            assert screen.options[-1].text == "none of these"
        given = Submission(screen.key, screen.version, dont_know=True)
        assert study.answer(context, alice, given, "en", NOON).outcome is Outcome.NOT_YET
    assert asked == set(studied)


def test_saving_what_was_not_changed_makes_no_version(context: Context, alice: Person) -> None:
    for kind in ("numeric", "matching", "single_choice"):
        made = make_question(context, alice, kind=QuestionKind(kind), **KINDS[kind])
        draft = authoring.draft_of(authoring.question_detail(context, alice, made))
        assert authoring.save_version(context, alice, made, 1, draft, NOON) == 1


def test_a_region_tells_its_name_only_after_the_answer(context: Context, alice: Person) -> None:
    one = pictures.take(context, alice, picture(), NOON)
    parts = KINDS["image_regions"] | {"picture": one}
    make_question(context, alice, kind=QuestionKind.IMAGE_REGIONS, **parts)
    screen = study.ask(context, alice, NOON)
    assert screen is not None
    assert (screen.picture, screen.picture_alt) == (one, "A map")
    assert [option.text for option in screen.options] == ["", ""]
    assert {option.region for option in screen.options} == {
        "round 10 16 30 50",
        "box 55 24.5 35 28",
    }
    wrong = next(option for option in screen.options if option.region.startswith("box"))
    given = Submission(screen.key, screen.version, choice=wrong.token)
    verdict = study.answer(context, alice, given, "en", NOON)
    assert [(note.code, note.values["text"]) for note in verdict.notes] == [
        ("region_is", "forest"),
        ("chosen_is", "It is dry there."),
    ]
    told = {option.text: option.state for option in verdict.question.options}
    assert told == {"lake": "right", "forest": "chosen"}


def test_regions_that_cannot_be_told_apart_or_hit_are_pointed_out() -> None:
    spots = (*SPOTS, DraftOption("town", x="56", y="25", width="34", height="3"))
    draft = replace(draft_of_kind("image_regions"), options=spots)
    assert {"regions_overlap", "region_small"} <= {one.code for one in authoring.check(draft)}


def test_a_picture_cannot_be_pasted(context: Context, alice: Person) -> None:
    rows = read_table("image regions\tWhere?\tlake\tforest\ttown\t\tMaps")
    (looked,) = look(context, alice, rows, "", "en")
    assert [one.code for one in looked.checks] == ["kind_not_pasted"]

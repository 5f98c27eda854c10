"""Rows from a spreadsheet: read, looked at one by one, saved all or none."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import func, select

from quizapp.core.questions import QuestionKind
from quizapp.services import authoring
from quizapp.services.authoring.pasting import look, save_rows
from quizapp.services.authoring.table import Row, draft_of_row, read_table
from quizapp.services.context import Context, Refused
from quizapp.store.models import Fact, Question, QuestionVersion
from quizapp.store.queries.people import Person
from tests.factories import make_classroom, make_question
from tests.world import NOON

EXAMPLES = """\
single choice\tIn which year did it open?\t1987\t1979\t1994\t\tSchool\texam, spring
several right\tWhich are rooms?\tattic | hall\tpool\tgarage\t\tSchool
true false\tIt has two floors.\tfalse\t\t\t\tSchool\t\tIt has three.
short answer\tWho founded it?\tAmélie Dupont | Mme Dupont\tPaul Dupont\t\t\tSchool
número\tHow far is the sea?\t350 km ± 5 %\t\t\t\tTown
date\tWhen was it founded?\tMay 1986\t\t\t\tSchool
gap\tIt lies on the river ____.\tRímac\t\t\t\tTown
order\tPut these in order.\tcellar | hall | roof\t\t\t\tSchool
pairs\tMatch rooms and years.\tcellar = 1901 | hall → 1920\t1950\t\t\tSchool
flashcard\tWho wrote the song?\tRosa Quispe\t\t\t\tSchool
\tWhich town is it?\tLima\tCusco\tTacna\t\tTown
\tWhich river is it?\tRímac\t\t\t\tTown
"""


def counts(context: Context) -> tuple[int, ...]:
    with context.store.read() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (Fact, Question, QuestionVersion)
        )


def test_the_examples_of_every_kind_are_fit(context: Context, alice: Person) -> None:
    rows = read_table(EXAMPLES)
    looked = look(context, alice, rows, "", "en")
    assert [one.checks for one in looked] == [()] * 12
    kinds = [one.draft.kind for one in looked if one.draft]
    unshown = {QuestionKind.ESSAY, QuestionKind.IMAGE_REGIONS}  # a rubric, a picture: by form
    assert set(kinds) == set(QuestionKind) - unshown
    assert kinds[-2:] == [QuestionKind.SINGLE_CHOICE, QuestionKind.SHORT_ANSWER]
    sea = looked[4].draft
    assert sea is not None
    assert (sea.answer, sea.tolerance) == ("350 km", "5 %")
    assert save_rows(context, alice, rows, "", "en", NOON) == 12


def test_hints_stand_in_a_cell_and_their_faults_at_their_rows(
    context: Context, alice: Person
) -> None:
    text = (
        "question\tanswer\tkind\ttopic\tHint\n"
        "Who?\tAna\t\tSchool\tShe taught music. | It begins with A.\n"
        "Whose?\tEva's\t\tSchool\tIt was Eva's.\n"
        "Which?\tone\t\tSchool\ta|b|c|d|e|f\n"
        "Why?\treasons = 2\tessay\tSchool\tThink.\n"
    )
    rows = read_table(text)
    looked = look(context, alice, rows, "", "en")
    codes = [([check.code for check in one.checks], one.blocked) for one in looked]
    assert codes == [
        ([], False),
        (["hint_tells"], False),
        (["hints_many"], True),
        (["hints_of_essay"], True),
    ]
    with pytest.raises(Refused, match="rows_blocked"):
        save_rows(context, alice, rows, "", "en", NOON)
    assert save_rows(context, alice, rows[:2], "", "en", NOON) == 2
    with context.store.read() as connection:
        kept = select(QuestionVersion.hints).where(QuestionVersion.stem == "Who?")
        assert connection.execute(kept).scalar_one() == ["She taught music.", "It begins with A."]
    documented = f"{EXAMPLES.partition(chr(10))[0]}\t\tIt opened in 1987.\tIn the eighties."
    (last,) = read_table(documented)
    assert (last.cells["fact"], last.cells["hints"]) == ("It opened in 1987.", "In the eighties.")


@pytest.mark.parametrize(
    "text",
    [
        "topic,question,answer\nSchool,Who?,Ana",
        "School;x\n".replace("School;x", "pregunta;respuesta;tema") + "Who?;Ana;School",
        "Question\tTOPIC\tAnswer\r\n\r\nWho?\tSchool\tAna\r\n",
        '"question","answer","topic"\n"Who?","Ana","School"',
    ],
)
def test_a_first_row_names_the_columns(text: str) -> None:
    (row,) = read_table(text)
    assert row.cells == {"question": "Who?", "answer": "Ana", "topic": "School"}


def test_a_cell_may_hold_line_ends_and_signs() -> None:
    (row,) = read_table('question\tanswer\n"What is\n""it""?"\ta\x00\x07b')
    assert row.cells == {"question": 'What is\n"it"?', "answer": "ab"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "paste_empty"),
        ("kind\tquestion\tanswer\n", "paste_empty"),
        ("x" * 400_001, "paste_long"),
        ("a\tb\n" * 1001, "paste_rows"),
        ("a\t" + "b" * 200_000, "paste_quotes"),
    ],
)
def test_what_is_no_table_is_refused_in_a_word(text: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_table(text)


def test_each_fault_stands_at_its_row_and_nothing_is_saved(context: Context, alice: Person) -> None:
    make_question(context, alice)
    text = (
        "kind\tquestion\tanswer\twrong 1\twrong 2\ttopic\n"
        "riddle\tWho?\tAna\t\t\tSchool\n"
        "\tWhich?\tone\ttwo\t\tSchool\n"
        "number\tHow many?\tlots\t\t\tSchool\n"
        "\tWho is it?\tAna\t\t\t\n"
        "\tWho am I?\tAna\t\t\tSchool\n"
        "\tWho AM I\tana\t\t\tSchool\n"
        "\tIn which year did the reading room of our library open?\t1987\t1979\t1994\tSchool\n"
    )
    rows = read_table(text)
    before = counts(context)
    looked = look(context, alice, rows, "", "en")
    found = [[check.code for check in one.checks] for one in looked]
    assert found == [
        ["kind_unknown"],
        ["options_few"],
        ["number_unreadable"],
        ["topic_empty"],
        [],
        ["row_twice"],
        ["row_known"],
    ]
    assert [one.blocked for one in looked] == [True, True, True, True, False, True, False]
    with pytest.raises(Refused, match="rows_blocked"):
        save_rows(context, alice, rows, "", "en", NOON)
    assert counts(context) == before


def test_a_paste_goes_to_ones_own_classroom_and_once(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    room, _code = make_classroom(context, alice)
    rows = read_table("\tWho?\tAna\t\t\t\tSchool")
    before = counts(context)
    with pytest.raises(authoring.DraftRefused):
        save_rows(context, carol, rows, room, "en", NOON)
    with pytest.raises(Refused, match="not_allowed"):
        save_rows(context, bob, rows, "", "en", NOON)
    assert counts(context) == before
    for _ in range(2):
        assert save_rows(context, alice, rows, room, "en", NOON, key="k" * 26) == 1
    assert counts(context) == tuple(number + 1 for number in before)


def test_five_hundred_rows_are_saved_in_a_breath(context: Context, alice: Person) -> None:
    text = "".join(
        f"\tWhich room has the number {n}?\troom {n}\thall {n}\tattic {n}\t\tTopic {n % 9}\texam\n"
        for n in range(500)
    )
    rows = read_table(text)
    before, began = counts(context), time.perf_counter()
    assert save_rows(context, alice, rows, "", "en", NOON) == 500
    assert time.perf_counter() - began < 8, "promised: 2 s on a quiet machine"
    assert counts(context) == tuple(number + 500 for number in before)


def test_a_row_without_a_fact_states_its_question_and_answer() -> None:
    row = Row(1, {"question": "Who?", "answer": "Ana | Anna", "topic": "School"})
    draft = draft_of_row(row.cells, "", "en")
    assert draft is not None
    assert (draft.statement, draft.accept) == ("Who? Ana · Anna", "Anna")

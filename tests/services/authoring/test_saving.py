"""A teacher's question: what the checks see, what is stored, who reaches it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from quizapp.core.grading.verdict import Outcome
from quizapp.services import authoring, classrooms, study
from quizapp.services.authoring import Conflict, Draft, DraftOption, DraftRefused
from quizapp.services.authoring.making import rising
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.study import Submission
from quizapp.store.models import Answer, Enrolment, Fact, Question, QuestionVersion, Source
from quizapp.store.queries.people import Person
from tests.factories import (
    classroom_number,
    make_classroom,
    make_draft,
    make_question,
)
from tests.world import NOON

GOOD = make_draft()
RIGHT, WRONG = GOOD.options[1], GOOD.options[0]


def options(*texts: str) -> tuple[DraftOption, ...]:
    """Options of these texts, the first one right."""
    return tuple(DraftOption(text, not n, "because" if n else "") for n, text in enumerate(texts))


def codes(draft: Draft) -> set[str]:
    return {finding.code for finding in authoring.check(draft)}


def test_a_good_question_passes_every_check() -> None:
    assert codes(GOOD) == set()
    assert authoring.FLAWS >= 20


BLOCKED: list[tuple[str, dict[str, Any]]] = [
    ("stem_empty", {"stem": "  \n"}),
    ("options_few", {"options": options("1987", "1994")}),
    ("right_none", {"options": tuple(replace(o, correct=False) for o in GOOD.options)}),
    ("right_none", {"options": (WRONG, DraftOption("", correct=True), *options("a", "b")[1:])}),
    ("right_many", {"options": tuple(replace(o, correct=True) for o in GOOD.options)}),
    ("option_empty", {"options": (*GOOD.options, DraftOption("", feedback="what is it?"))}),
    ("options_equal", {"options": options("Clément", "clement", "Dupont")}),
    ("statement_empty", {"statement": ""}),
    ("topic_empty", {"topic": " "}),
    ("source_title_empty", {"source": "new"}),
    ("source_url_odd", {"source": "new", "source_title": "x", "source_url": "javascript:alert(1)"}),
    ("paragraph_odd", {"source": "new", "source_title": "x", "paragraph": "¼"}),
    ("paragraph_odd", {"source": "new", "source_title": "x", "paragraph": "0"}),
    ("paragraph_without_source", {"paragraph": "3"}),
    ("too_long", {"stem": "why? " * 200}),
    ("too_long", {"options": options("a" * 301, "b", "c")}),
]
ADVISED: list[tuple[str, dict[str, Any]]] = [
    ("key_longest", {"options": options("the French mission", "a fleet", "an army")}),
    ("stem_negative", {"stem": "Which room did not open in 1987, the year of the flood?"}),
    ("option_of_the_above", {"options": options("reading", "writing", "none of the above")}),
    ("stem_asks_nothing", {"stem": "The reading room of our library"}),
    ("stem_long", {"stem": "word " * 36 + "?"}),
    ("feedback_missing", {"options": (WRONG, RIGHT, DraftOption("1994"))}),
    ("E06", {"stem": "Did the reading room open in 1987 or when?"}),
    ("E09", {"stem": "When did it open?"}),
]


@pytest.mark.parametrize(("code", "changes"), BLOCKED)
def test_what_is_wrong_blocks(code: str, changes: dict[str, Any]) -> None:
    found = {f.code: f for f in authoring.check(replace(GOOD, **changes))}
    assert found[code].blocks


@pytest.mark.parametrize(("code", "changes"), ADVISED)
def test_what_could_be_better_only_advises(code: str, changes: dict[str, Any]) -> None:
    found = {f.code: f for f in authoring.check(replace(GOOD, **changes))}
    assert not found[code].blocks


def test_rules_of_one_language_do_not_judge_another() -> None:
    spanish = replace(GOOD, language="es", stem="¿Qué sala no se abrió en el año de 1979?")
    assert "stem_negative" in codes(spanish)
    assert "stem_negative" not in codes(replace(spanish, language="en"))


def test_numbers_from_low_to_high_keep_their_order() -> None:
    shown = authoring.preview(GOOD)
    assert [option.text for option in shown.options] == ["1979", "1987", "1994"]
    assert rising(GOOD.options)
    assert not rising(tuple(reversed(GOOD.options)))
    assert not rising(options("1979", "about 1987"))


def stored(context: Context) -> tuple[int, ...]:
    with context.store.read() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (Source, Fact, Question, QuestionVersion)
        )


def blocked(call: Callable[[], object]) -> list[str]:
    with pytest.raises(DraftRefused) as caught:
        call()
    return [finding.code for finding in caught.value.checks]


def test_a_pupil_of_the_class_is_asked_it_and_nobody_else(
    context: Context, alice: Person, bob: Person, dan: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    make_question(context, alice, audience=public_id)
    asked = study.ask(context, bob, NOON)
    assert asked is not None
    assert asked.stem == GOOD.stem
    wrong = next(o.token for o in asked.options if o.text == "1979")
    verdict = study.answer(
        context, bob, Submission(asked.key, asked.version, choice=wrong), "en", NOON
    )
    assert verdict.outcome is Outcome.NOT_YET
    assert [note.values["text"] for note in verdict.notes] == ["The school moved here."]
    assert verdict.facts[0].statement == GOOD.statement
    assert verdict.facts[0].citation is None
    other = study.ask(context, dan, NOON)
    assert other is not None
    assert other.stem != GOOD.stem


def test_a_question_only_for_me_is_asked_to_me(
    context: Context, alice: Person, carol: Person
) -> None:
    make_question(context, alice)
    mine, others = (study.ask(context, person, NOON) for person in (alice, carol))
    assert mine is not None
    assert others is not None
    assert mine.stem == GOOD.stem != others.stem


def test_a_new_source_is_cited_with_its_paragraph(context: Context, alice: Person) -> None:
    made = make_question(
        context,
        alice,
        source="new",
        source_title="Annals of the school",
        source_url="https://school.example/annals",
        paragraph="12",
    )
    cited = authoring.question_detail(context, alice, made).fact.citation
    assert cited is not None
    assert (cited.source_title, cited.paragraph) == ("Annals of the school", 12)
    again = make_question(context, alice, source=cited.source_slug, paragraph="40")
    citation = authoring.question_detail(context, alice, again).fact.citation
    assert citation is not None
    assert (citation.source_slug, citation.paragraph) == (cited.source_slug, 40)
    first = authoring.question_detail(context, alice, made).fact.citation
    assert first == cited


def test_a_shipped_source_keeps_its_paragraphs(context: Context, alice: Person) -> None:
    made = make_question(context, alice, source="polar", paragraph="3")
    cited = authoring.question_detail(context, alice, made).fact.citation
    assert cited is not None
    assert cited.paragraph == 3
    key = authoring.form_key(context, alice)
    beyond = make_draft(source="polar", paragraph="4")
    assert blocked(lambda: authoring.save_new(context, alice, key, beyond, NOON)) == [
        "paragraph_beyond"
    ]


def test_own_knowledge_is_one_source_per_teacher(
    context: Context, alice: Person, carol: Person
) -> None:
    before = stored(context)[0]
    for teacher in (alice, alice, carol):
        make_question(context, teacher)
    assert stored(context)[0] == before + 2


def test_an_existing_fact_gets_one_more_question(
    context: Context, alice: Person, bob: Person
) -> None:
    before = stored(context)
    public_id, _ = make_classroom(context, alice)
    made = make_question(context, alice, audience=public_id, fact="polar-4", statement="", topic="")
    assert stored(context) == (before[0], before[1], before[2] + 1, before[3] + 1)
    assert authoring.question_detail(context, alice, made).fact.public_id == "polar-4"


def test_one_form_sent_twice_is_one_question(
    context: Context, alice: Person, carol: Person
) -> None:
    key = authoring.form_key(context, alice)
    first = authoring.save_new(context, alice, key, GOOD, NOON)
    before = stored(context)
    with ThreadPoolExecutor(4) as pool:
        sent = [pool.submit(authoring.save_new, context, alice, key, GOOD, NOON) for _ in range(4)]
        assert {one.result() for one in sent} == {first}
    assert stored(context) == before
    for foreign in (key, "", "x.y", f"{first}.é"):
        with pytest.raises(Refused, match="foreign_key"):
            authoring.save_new(context, carol, foreign, GOOD, NOON)


def test_what_is_blocked_stores_nothing(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    theirs, _ = make_classroom(context, carol)
    mine, _ = make_classroom(context, alice)
    carols = make_question(
        context, carol, source="new", source_title="Carol's book", audience=theirs
    )
    cited = authoring.question_detail(context, carol, carols).fact
    assert cited.citation is not None
    own = authoring.question_detail(context, alice, make_question(context, alice)).fact.public_id
    before = stored(context)
    attempts: list[tuple[str, dict[str, Any]]] = [
        ("stem_empty", {"stem": ""}),
        ("audience_unknown", {"audience": theirs}),
        ("audience_unknown", {"audience": "nowhere"}),
        ("fact_unknown", {"fact": cited.public_id}),
        ("fact_not_for_class", {"fact": own, "audience": mine}),
        ("source_unknown", {"source": cited.citation.source_slug}),
    ]
    for code, changes in attempts:
        draft = make_draft(**changes)
        key = authoring.form_key(context, alice)
        assert blocked(lambda: authoring.save_new(context, alice, key, draft, NOON)) == [code]  # noqa: B023
    with pytest.raises(Refused, match="not_allowed"):
        authoring.save_new(context, bob, authoring.form_key(context, bob), GOOD, NOON)
    assert stored(context) == before


def test_control_signs_and_nulls_are_not_stored(context: Context, alice: Person) -> None:
    made = make_question(context, alice, stem="\u0000In which year\r\ndid it open\x07 here?\ud800 ")
    stem = authoring.question_detail(context, alice, made).current.stem
    assert stem == "In which year\ndid it open here?"


def test_an_edit_is_a_version_and_the_old_one_stays(context: Context, alice: Person) -> None:
    made = make_question(context, alice)
    draft = authoring.draft_of(authoring.question_detail(context, alice, made))
    changed = replace(draft, stem="When did our reading room open?", reason="shorter")
    later = NOON + timedelta(days=1)
    assert authoring.save_version(context, alice, made, 1, changed, later) == 2
    new, old = authoring.question_detail(context, alice, made).versions
    assert (new.number, new.stem, new.reason, new.author) == (2, changed.stem, "shorter", "Alice")
    assert (new.changed, new.at) == (("stem",), later)
    assert (old.number, old.stem, old.changed) == (1, GOOD.stem, ())
    assert [option.text for option in old.options] == ["1979", "1987", "1994"]
    assert authoring.save_version(context, alice, made, 2, changed, later) == 2
    asked = study.ask(context, alice, later)
    assert asked is not None
    assert asked.stem == changed.stem


def test_an_answer_keeps_the_version_that_was_asked(context: Context, alice: Person) -> None:
    made = make_question(context, alice)
    asked = study.ask(context, alice, NOON)
    assert asked is not None
    form = Submission(asked.key, asked.version, choice=asked.options[0].token)
    study.answer(context, alice, form, "en", NOON)
    draft = authoring.draft_of(authoring.question_detail(context, alice, made))
    authoring.save_version(context, alice, made, 1, replace(draft, stem="Another one?"), NOON)
    with context.store.read() as connection:
        found = select(QuestionVersion.number).join(Answer, Answer.version_id == QuestionVersion.id)
        assert connection.execute(found).scalars().all() == [1]


def test_who_saves_second_is_told_and_nothing_is_lost(
    context: Context, alice: Person, carol: Person
) -> None:
    public_id, _ = make_classroom(context, alice)
    together(context, public_id, carol)
    made = make_question(context, alice, audience=public_id)
    draft = authoring.draft_of(authoring.question_detail(context, carol, made))
    authoring.save_version(context, carol, made, 1, replace(draft, stem="Carol's?"), NOON)
    with pytest.raises(Conflict) as caught:
        authoring.save_version(context, alice, made, 1, replace(draft, stem="Alice's?"), NOON)
    theirs = caught.value.detail.current
    assert (theirs.number, theirs.stem, theirs.author) == (2, "Carol's?", "Carol")
    assert len(authoring.question_detail(context, alice, made).versions) == 2
    assert (
        authoring.save_version(context, alice, made, 2, replace(draft, stem="Alice's?"), NOON) == 3
    )


def test_of_many_at_once_one_wins(context: Context, alice: Person) -> None:
    made = make_question(context, alice)
    draft = authoring.draft_of(authoring.question_detail(context, alice, made))

    def save(number: int) -> bool:
        try:
            changed = replace(draft, stem=f"Version of press {number}?")
            authoring.save_version(context, alice, made, 1, changed, NOON)
        except Conflict:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(save, range(6))) == 1
    assert len(authoring.question_detail(context, alice, made).versions) == 2


def together(context: Context, classroom: str, teacher: Person) -> None:
    """Make this person one more teacher of a classroom."""
    with context.store.write() as connection:
        connection.execute(
            insert(Enrolment).values(
                classroom_id=classroom_number(context, classroom),
                user_id=teacher.id,
                role="teacher",
                joined_at=NOON,
            )
        )


def test_a_question_is_its_owners_and_its_classrooms(
    context: Context, alice: Person, carol: Person, bob: Person
) -> None:
    public_id, code = make_classroom(context, alice)
    classrooms.join(context, bob, code, NOON)
    classrooms.join(context, carol, code, NOON)
    for_class = make_question(context, alice, audience=public_id)
    for_me = make_question(context, alice)
    draft = authoring.draft_of(authoring.question_detail(context, alice, for_class))
    for stranger in (carol, bob):
        for made in (for_class, for_me, for_class.upper(), f" {for_me}"):
            with pytest.raises(NotFound):
                authoring.question_detail(context, stranger, made)
            with pytest.raises(NotFound):
                authoring.save_version(context, stranger, made, 1, draft, NOON)
    other, _ = make_classroom(context, carol)
    own = authoring.choices(context, carol, "")
    assert [one.public_id for one in own.classrooms] == [other]
    assert GOOD.topic not in own.topics
    assert authoring.fact_to_ask(context, carol, draft.fact) is None


def test_shipped_questions_are_read_and_not_changed(context: Context, alice: Person) -> None:
    shipped = authoring.question_detail(context, alice, "polar-1.single-choice")
    assert not shipped.may_edit
    draft = authoring.draft_of(shipped)
    with pytest.raises(NotFound):
        authoring.question_detail(context, alice, shipped.public_id, to_edit=True)
    with pytest.raises(NotFound):
        authoring.save_version(context, alice, shipped.public_id, 1, draft, NOON)


def test_facts_are_found_by_their_words(context: Context, alice: Person) -> None:
    found = authoring.choices(context, alice, "amélie STATION")
    assert [fact.public_id for _, facts in found.facts for fact in facts] == ["polar-3"]
    assert found.found == 1
    with_chosen = authoring.choices(context, alice, "amélie", "polar-1")
    assert [topic for topic, _ in with_chosen.facts] == ["Station"]
    assert with_chosen.chosen is not None
    assert authoring.choices(context, alice, "%").found == 0

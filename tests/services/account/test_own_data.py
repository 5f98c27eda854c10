"""Every personal column is told to its person and goes with them; the counts stay."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update

from quizapp.services import accounts, codes, own_data, own_data_files, study
from quizapp.services.checking import check
from quizapp.services.context import Context, Refused
from quizapp.store.base import Base
from quizapp.store.models import Answer, AuditEvent, Classroom, DayTotal, Enrolment, Fact, User
from quizapp.store.personal import PERSONAL, PLAIN, Fate
from quizapp.store.queries.people import Person
from tests.services.study.sittings import sit, state
from tests.world import NOON, PASSWORD, person

LATER = NOON + timedelta(hours=1)


def declared() -> dict[str, set[str]]:
    """Columns that are declared, by table."""
    known = {name: set(columns) for name, columns in PLAIN.items()}
    for part in PERSONAL:
        known.setdefault(part.table.name, set()).update(part.told, part.secret)
    return known


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_column_is_declared(table: str) -> None:
    columns = {column.name for column in Base.metadata.tables[table].columns}
    assert columns == declared().get(table, set())


@pytest.mark.parametrize("part", PERSONAL, ids=[part.name for part in PERSONAL])
def test_no_personal_column_stays_without_being_said_to(part: Any) -> None:
    assert not set(part.told) & set(part.secret)
    if part.fate is Fate.ANONYMISE:
        assert sorted([*part.blanks, *part.stays]) == sorted([*part.told, *part.secret])
        assert not set(part.blanks) & set(part.stays)
    else:
        assert not part.blanks


def test_references_to_people_are_personal() -> None:
    personal = {(p.table.name, name) for p in PERSONAL for name in (*p.told, *p.secret)}
    for table in Base.metadata.tables.values():
        for key in table.foreign_keys:
            if key.column.table.name == "users":
                assert (table.name, key.parent.name) in personal


@pytest.fixture
def lived(context: Context, bob: Person, dan: Person) -> Context:
    """Bob studied, took an answer back, has a code and a class; Dan did as much."""
    rosa = person(context, "Rosa", "teacher")
    with context.store.write() as connection:
        row = {"name": "=3B", "join_code": "ABCD1234", "owner_id": rosa.id, "time_zone": "UTC"}
        place = connection.execute(
            insert(Classroom).values(row | {"created_at": NOON}).returning(Classroom.id)
        ).scalar_one()
        for who, role in ((rosa, "teacher"), (bob, "student"), (dan, "student")):
            connection.execute(
                insert(Enrolment).values(
                    classroom_id=place, user_id=who.id, role=role, joined_at=NOON
                )
            )
    for who in (bob, dan):
        sit(context, who, NOON, count=8)
        study.undo(context, who, NOON + timedelta(minutes=30))
        codes.make_for(context, who.name, NOON)
    with context.store.write() as connection:
        connection.execute(
            update(Answer)
            .where(Answer.learner_id == bob.id)
            .values(response_text="typed by Bob alone")
        )
    return context


def test_the_export_tells_everything_of_one_person_alone(
    lived: Context, bob: Person, dan: Person
) -> None:
    document = own_data.export(lived, bob, LATER)
    assert set(document) == {"written_at", *(part.name for part in PERSONAL)}
    told = own_data_files.as_json(document).decode()
    assert json.loads(told) == document
    assert document["account"][0]["name"] == "Bob"
    assert len(document["answers"]) == 8
    assert len(document["answers_taken_back"]) == 1
    assert document["classes"][0]["classroom"] == "=3B"
    assert document["memory"][0]["fact_statement"].startswith("Statement")
    assert "Dan" not in told
    assert dan.public_id not in told
    for secret in ("argon2", "token_hash", "password"):
        assert secret not in told


def test_tables_hold_the_same_and_no_formulas(lived: Context, bob: Person) -> None:
    document = own_data.export(lived, bob, LATER)
    with zipfile.ZipFile(io.BytesIO(own_data_files.as_zip(document))) as archive:
        tables = {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }
    assert len(tables["answers.csv"]) == len(document["answers"])
    assert tables["classes.csv"][0]["classroom"] == "'=3B"
    assert tables["answers.csv"][0]["response_text"] == "typed by Bob alone"


def everything(context: Context) -> str:
    """The whole database as text."""
    with context.store.read() as connection:
        return "\n".join(
            f"{table.name} {dict(row)}"
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table)).mappings()
        )


def counted(context: Context) -> list[Any]:
    """The totals of facts and questions."""
    with context.store.read() as connection:
        return list(
            connection.execute(
                select(DayTotal.__table__)
                .where(DayTotal.scope != "learner")
                .order_by(DayTotal.scope, DayTotal.subject_id, DayTotal.day)
            )
        )


def test_erasing_leaves_counts_and_nobody(lived: Context, bob: Person, dan: Person) -> None:
    token = accounts.open_session(lived, bob.id, NOON)
    dans, totals = state(lived, dan), counted(lived)
    dans = [row for row in dans if row[0] == dan.id]
    with lived.store.read() as connection:
        keys = connection.execute(select(Answer.key).where(Answer.learner_id == bob.id))
        traces = [*keys.scalars(), "Bob", "bob", bob.public_id, "typed by Bob alone"]
    own_data.erase(lived, bob, PASSWORD, LATER)
    left = everything(lived)
    words = [rf"(?<![\w/+-]){re.escape(trace)}(?![\w/+-])" for trace in traces]
    assert [line for line in left.splitlines() if any(re.search(w, line) for w in words)] == []
    assert counted(lived) == totals
    assert [row for row in state(lived, dan) if row[0] == dan.id] == dans
    assert accounts.who(lived, token, LATER) is None
    assert accounts.sign_in(lived, "Dan", PASSWORD, LATER)[0] == dan.id
    with lived.store.read() as connection:
        learners = select(Answer.learner_id, func.count()).group_by(Answer.learner_id)
        assert sorted(count for _, count in connection.execute(learners)) == [8, 8]
        assert "account.erased" in connection.execute(select(AuditEvent.action)).scalars().all()
    findings = check(lived.store, LATER).findings
    assert [(f.code, f.table, f.row, f.seen) for f in findings] == []


def test_two_who_are_erased_share_one_nameless_row(
    lived: Context, bob: Person, dan: Person
) -> None:
    for who in (bob, dan):
        own_data.erase(lived, who, PASSWORD, LATER)
    with lived.store.read() as connection:
        roles = connection.execute(select(User.role).order_by(User.role)).scalars().all()
    assert roles == ["erased", "teacher"]
    assert check(lived.store, LATER).findings == []


def test_the_password_is_asked_for(lived: Context, bob: Person) -> None:
    before = everything(lived)
    with pytest.raises(Refused, match="wrong_password"):
        own_data.erase(lived, bob, "wrong password", LATER)
    assert [line for line in before.splitlines() if "limits" not in line] == [
        line for line in everything(lived).splitlines() if "limits" not in line
    ]


def test_a_teacher_leaves_what_others_use(lived: Context, bob: Person) -> None:
    with lived.store.read() as connection:
        from quizapp.store.queries.people import person_named

        rosa = person_named(connection, "rosa")
    assert rosa is not None
    with lived.store.write() as connection:
        connection.execute(update(Fact).where(Fact.id == 1).values(owner_id=rosa.id))
    own_data.erase(lived, rosa, PASSWORD, LATER)
    with lived.store.read() as connection:
        place = connection.execute(select(Classroom.archived_at, User.role).join(
            User, User.id == Classroom.owner_id)).one()  # fmt: skip
    assert place == (LATER, "erased")
    assert "Rosa" not in everything(lived)


def test_the_last_admin_stays(context: Context) -> None:
    one = person(context, "One", "admin")
    with pytest.raises(Refused, match="last_admin"):
        own_data.erase(context, one, PASSWORD, LATER)
    two = person(context, "Two", "admin")
    own_data.erase(context, one, PASSWORD, LATER)
    with pytest.raises(Refused, match="last_admin"):
        own_data.erase(context, two, PASSWORD, LATER)


def test_who_was_erased_is_erased_again_after_a_restore(lived: Context, bob: Person) -> None:
    own_data.erase(lived, bob, PASSWORD, LATER)
    back = person(lived, "Bob")
    with lived.store.write() as connection:
        connection.execute(update(User).where(User.id == back.id).values(public_id=bob.public_id))
    assert own_data.erase_listed(lived, LATER) == 1
    assert own_data.erase_listed(lived, LATER) == 0
    assert bob.public_id not in everything(lived)

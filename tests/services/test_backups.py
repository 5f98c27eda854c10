"""A backup holds one moment, fits both databases, and is believed only when every byte agrees."""

from __future__ import annotations

import hashlib
import json
import stat
import threading
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select, text, update

from quizapp.services import accounts, claiming, guests, study
from quizapp.services.backup_files import BadBackup, Manifest
from quizapp.services.backups import CannotBackUp, back_up, restore
from quizapp.services.checking import check
from quizapp.services.context import Context
from quizapp.services.guests import Visitor
from quizapp.services.quizzes.essay_marks import MarkOpen
from quizapp.settings import Settings
from quizapp.store import archive, migrate
from quizapp.store.base import Base
from quizapp.store.engine import Store, make_engine
from quizapp.store.models import Answer, AuditEvent, LoginSession, User
from tests.databases import let_go, settings_for
from tests.services.busy import use
from tests.services.quizzes.essay_desk import desk
from tests.services.study.sittings import filled, send, sit
from tests.world import NOON, context_on, person, signed_in

LATER = NOON + timedelta(days=60)
OTHERS = {"sqlite": "postgresql", "postgresql": "sqlite"}


@pytest.fixture
def settings(engine_url: str, tmp_path: Path) -> Settings:
    """Where the database of the test lies."""
    return settings_for(engine_url, tmp_path)


def content(store: Store) -> dict[str, list[list[object]]]:
    """Everything that a backup keeps, table by table."""
    with archive.snapshot(store) as connection:
        return {
            table.name: list(archive.rows(connection, table))
            for table in Base.metadata.sorted_tables
            if table.name not in ("login_sessions", "audit_events", "limits", "one_time_codes")
        }


def test_what_was_backed_up_comes_back_and_what_came_later_is_kept_aside(
    context: Context, settings: Settings, tmp_path: Path
) -> None:
    use(context, learners=2, days=4)
    before = content(context.store)
    back_up(context.store, tmp_path / "one.zip", LATER)
    bob = person(context, "Bob")
    sit(context, bob, LATER, count=4)
    after = content(context.store)
    done = restore(settings, tmp_path / "one.zip", LATER)
    assert content(context.store) == before
    assert check(context.store, LATER).findings == []
    assert done.aside is not None
    restore(settings, done.aside, LATER)
    assert content(context.store) == after
    sit(context, bob, LATER + timedelta(days=1), count=4)  # goes on, with numbers of its own
    assert check(context.store, LATER + timedelta(days=2)).findings == []


def test_a_backup_of_one_kind_of_database_fits_the_other(
    context: Context, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    use(context, learners=2, days=3)
    _marked_essays(context)
    back_up(context.store, tmp_path / "one.zip", LATER)
    url = request.getfixturevalue(f"{OTHERS[context.store.engine.dialect.name]}_url")
    other = settings_for(url, tmp_path / "other")
    (tmp_path / "other").mkdir()
    restore(other, tmp_path / "one.zip", LATER)
    store = Store(make_engine(other))
    kept = content(store)
    assert kept == content(context.store)
    assert [len(kept[name]) for name in ("essay_marks", "essay_drafts")] == [3, 1], (
        "marks, and a draft"
    )
    assert check(store, LATER).findings == []
    sit(Context(store, context.secret, other), person(context_on(store, tmp_path), "Zoe"), LATER, 3)
    let_go(store)


def _marked_essays(context: Context) -> None:
    """One essay marked twice, another half marked, a third that still waits."""
    teacher = person(context, "Rosa", "teacher")
    writers = [person(context, name) for name in ("Wen", "Xia", "Yan")]
    made = desk(context, teacher, *writers)
    marked, half, _waiting = (made.write(writer) for writer in writers)
    made.mark(teacher, marked, "2.5", "1", said="More on the fire. ñ")
    made.mark(teacher, marked, "3", "1", seen=made.shown(teacher, marked).seen)
    with pytest.raises(MarkOpen):
        made.mark(teacher, half, "0.3", "x", said="so far")


def test_the_same_data_give_the_same_bytes(context: Context, tmp_path: Path) -> None:
    use(context, learners=1, days=1)
    for name in ("one.zip", "two.zip"):
        back_up(context.store, tmp_path / name, LATER)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_backup_is_for_its_owner_alone_and_signs_nobody_in(
    context: Context, settings: Settings, tmp_path: Path
) -> None:
    _, token = signed_in(context, "Bob")
    back_up(context.store, tmp_path / "one.zip", NOON)
    assert stat.S_IMODE((tmp_path / "one.zip").stat().st_mode) == 0o600
    assert list(tmp_path.glob(".*")) == []
    restore(settings, tmp_path / "one.zip", NOON)
    assert accounts.who(context, token, NOON) is None
    with context.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(LoginSession)).scalar() == 0
        events = connection.execute(select(AuditEvent.action).order_by(AuditEvent.id)).scalars()
        assert list(events)[-1] == "database.restored"


def test_a_restore_revives_no_guest(context: Context, settings: Settings, tmp_path: Path) -> None:
    def answered(at: datetime) -> guests.FirstAnswer:
        screen = study.ask(context, guests.nobody(context, "en"), at)
        assert screen is not None
        return guests.first_answer(context, Visitor("cookie", "en"), filled(screen), at)

    bob = person(context, "Bob")
    made = answered(NOON)
    back_up(context.store, tmp_path / "one.zip", NOON)
    claiming.claim_by_sign_in(context, made.guest, bob.id, NOON)
    restore(settings, tmp_path / "one.zip", NOON)
    assert accounts.who(context, made.token, NOON) is None
    again = answered(NOON + timedelta(minutes=5))
    assert again.guest.public_id != made.guest.public_id
    assert guests.answers_of(context, again.guest) == 1
    assert guests.forget_expired(context, NOON + timedelta(days=31)) == 2
    assert check(context.store, LATER).findings == []


def test_nothing_else_is_overwritten(context: Context, tmp_path: Path) -> None:
    precious = tmp_path / "essay.txt"
    precious.write_text("do not lose me")
    with pytest.raises(CannotBackUp, match="is no backup"):
        back_up(context.store, precious, NOON)
    assert precious.read_text() == "do not lose me"
    with pytest.raises(CannotBackUp, match="cannot be written"):
        back_up(context.store, tmp_path / "nowhere" / "one.zip", NOON)
    back_up(context.store, tmp_path / "one.zip", NOON)
    back_up(context.store, tmp_path / "one.zip", LATER)


def test_everything_acknowledged_before_a_backup_began_is_in_it(
    context: Context, settings: Settings, tmp_path: Path
) -> None:
    learners = [person(context, f"Pupil {number}") for number in range(3)]
    done: list[int] = []
    enough = threading.Event()

    def learn(number: int) -> None:
        for day in range(400):
            if enough.is_set():
                return
            at = NOON + timedelta(days=day)
            screen = study.ask(context, learners[number], at)
            if screen is not None:
                send(context, learners[number], filled(screen), at)
                done.append(number)

    threads = [threading.Thread(target=learn, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    acknowledged: list[tuple[Path, int]] = []
    for number in range(3):
        known = len(done)
        back_up(context.store, tmp_path / f"{number}.zip", NOON)
        acknowledged.append((tmp_path / f"{number}.zip", known))
    enough.set()
    for thread in threads:
        thread.join(60)
    for path, known in acknowledged:
        restore(settings, path, NOON)
        with context.store.read() as connection:
            count = connection.execute(select(func.count()).select_from(Answer)).scalar_one()
        assert count >= known
        assert check(context.store, NOON + timedelta(days=400)).findings == []


def rewrite(source: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """A copy of a backup with other members."""
    with zipfile.ZipFile(source) as file:
        members = {name: file.read(name) for name in file.namelist()}
    change(members)
    with zipfile.ZipFile(target, "w") as file:
        for name, data in members.items():
            file.writestr(name, data)
    return target


def sealed(members: dict[str, bytes], **changes: object) -> None:
    """Change the manifest and compute its digest anew, as somebody who knows how would."""
    document = json.loads(members["manifest.json"]) | changes
    document.pop("digest")
    whole = json.dumps(document, sort_keys=True).encode()
    members["manifest.json"] = json.dumps(
        document | {"digest": hashlib.sha256(whole).hexdigest()}
    ).encode()


def with_rows(members: dict[str, bytes], table: str, data: bytes) -> None:
    """Change a table together with everything that the manifest says of it."""
    members[f"{table}.jsonl"] = data
    tables = json.loads(members["manifest.json"])["tables"]
    for entry in tables:
        if entry["name"] == table:
            entry |= {"sha256": hashlib.sha256(data).hexdigest(), "rows": data.count(b"\n")}
    sealed(members, tables=tables)


def changed_score(members: dict[str, bytes]) -> None:
    members["answers.jsonl"] = members["answers.jsonl"].replace(b"1.0", b"0.5", 1)


def changed_manifest(members: dict[str, bytes]) -> None:
    members["manifest.json"] = members["manifest.json"].replace(b'"rows": 6', b'"rows": 7', 1)


def without_table(members: dict[str, bytes]) -> None:
    del members["cards.jsonl"]


def with_more(members: dict[str, bytes]) -> None:
    members["../../evil.jsonl"] = b"[]\n"


def line_cut(members: dict[str, bytes]) -> None:
    with_rows(members, "answers", members["answers.jsonl"][:-40] + b"\n")


def row_short(members: dict[str, bytes]) -> None:
    with_rows(members, "voidings", b"[1]\n")


def row_odd(members: dict[str, bytes]) -> None:
    with_rows(members, "voidings", b'{"answer_id": 1}\n')


def no_instant(members: dict[str, bytes]) -> None:
    with_rows(members, "voidings", b'[1,"yesterday"]\n')


def orphan(members: dict[str, bytes]) -> None:
    with_rows(members, "voidings", b'[987654,"2026-01-01T00:00:00+00:00"]\n')


def twice(members: dict[str, bytes]) -> None:
    with_rows(members, "answers", members["answers.jsonl"] * 2)


def deep(members: dict[str, bytes]) -> None:
    with_rows(members, "voidings", b"[" * 100_000 + b"]" * 100_000 + b"\n")


def no_table(members: dict[str, bytes]) -> None:
    del members["voidings.jsonl"]
    tables = json.loads(members["manifest.json"])["tables"]
    sealed(members, tables=[one for one in tables if one["name"] != "voidings"])


SPOILED: tuple[tuple[Callable[[dict[str, bytes]], None], str], ...] = (
    (changed_score, "table answers"),
    (changed_manifest, "manifest"),
    (without_table, "does not hold the tables"),
    (with_more, "does not hold the tables"),
    (lambda members: sealed(members, format=2), "newer program"),
    (lambda members: sealed(members, program="other"), "no backup of quizapp"),
    (lambda members: sealed(members, revision="9999"), "does not know"),
    (lambda members: sealed(members, revision="head"), "does not know"),
    (lambda members: sealed(members, tables=[]), "does not hold the tables"),
    (lambda members: sealed(members, tables="none"), "no backup"),
    (lambda members: members.update({"manifest.json": b"[" * 100_000}), "broken"),
    (lambda members: members.update({"manifest.json": b"{}"}), "no backup"),
    (no_table, "does not have the tables of its schema"),
    (line_cut, "does not fit its own schema"),
    (row_short, "does not fit its own schema"),
    (row_odd, "is no list"),
    (no_instant, "does not fit its own schema"),
    (orphan, "does not fit its own schema"),
    (twice, "does not fit its own schema"),
    (deep, "does not fit|broken"),
)


def test_a_spoiled_backup_is_refused_and_touches_nothing(
    context: Context, settings: Settings, tmp_path: Path
) -> None:
    bob = person(context, "Bob")
    sit(context, bob, NOON, count=4)
    back_up(context.store, tmp_path / "good.zip", NOON)
    sit(context, bob, NOON + timedelta(minutes=9), count=2)
    before = content(context.store)
    for number, (change, words) in enumerate(SPOILED):
        path = rewrite(tmp_path / "good.zip", tmp_path / f"bad{number}.zip", change)
        with pytest.raises(BadBackup, match=words):
            restore(settings, path, NOON)
    assert content(context.store) == before


def test_a_cut_backup_is_refused_wherever_it_was_cut(
    context: Context, settings: Settings, tmp_path: Path
) -> None:
    sit(context, person(context, "Bob"), NOON, count=3)
    back_up(context.store, tmp_path / "good.zip", NOON)
    whole = (tmp_path / "good.zip").read_bytes()
    before = content(context.store)
    for share in (0.0, 0.2, 0.5, 0.9, 0.999):
        (tmp_path / "cut.zip").write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(BadBackup, match="cut, broken or no backup"):
            restore(settings, tmp_path / "cut.zip", NOON)
    for place in range(64, len(whole) - 64, len(whole) // 24):
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        (tmp_path / "flipped.zip").write_bytes(flipped)
        try:
            restore(settings, tmp_path / "flipped.zip", NOON)
        except BadBackup:
            continue
        assert content(context.store) == before  # the bit was in a date that zip files carry


def test_a_damaged_file_is_put_aside_and_replaced(sqlite_url: str, tmp_path: Path) -> None:
    settings = settings_for(sqlite_url, tmp_path)
    store = Store(make_engine(settings))
    context = context_on(store, tmp_path)
    sit(context, person(context, "Bob"), NOON, count=3)
    before = content(store)
    back_up(store, tmp_path / "one.zip", NOON)
    let_go(store)
    path = Path(str(store.engine.url.database))
    path.write_bytes(b"Nothing that was a database. " * 500)
    done = restore(settings, tmp_path / "one.zip", NOON)
    assert done.aside is not None
    assert (done.aside / path.name).read_bytes().startswith(b"Nothing that was")
    store = Store(make_engine(settings))
    assert content(store) == before
    assert check(store, NOON).findings == []
    let_go(store)


def test_unreadable_rows_do_not_stop_a_restore(sqlite_url: str, tmp_path: Path) -> None:
    settings = settings_for(sqlite_url, tmp_path)
    store = Store(make_engine(settings))
    context = context_on(store, tmp_path)
    bob = person(context, "Bob")
    sit(context, bob, NOON, count=3)
    back_up(store, tmp_path / "one.zip", NOON)
    with store.write() as connection:
        connection.execute(text("UPDATE users SET created_at = 'long ago'"))
    with pytest.raises(CannotBackUp, match="quizapp check"):
        back_up(store, tmp_path / "two.zip", NOON)
    assert not (tmp_path / "two.zip").exists()
    done = restore(settings, tmp_path / "one.zip", NOON)
    assert done.aside is not None
    assert done.aside.suffix == ".sqlite3"
    assert check(store, NOON).findings == []
    let_go(store)


def test_an_older_schema_is_brought_up_to_date(context: Context, settings: Settings) -> None:
    old = Path(__file__).with_name("first_schema.zip")
    done = restore(settings, old, LATER)
    assert done.manifest.revision == "0001"
    with context.store.read() as connection:
        assert migrate.revision_on(connection) == migrate.head()
        answers = connection.execute(select(func.count()).select_from(Answer)).scalar()
        people = connection.execute(select(func.count()).select_from(User)).scalar()
    assert answers == done.manifest.rows_of("answers") > 200
    assert people == done.manifest.rows_of("users")
    assert check(context.store, LATER).findings == []


def test_a_manifest_counts(context: Context, tmp_path: Path) -> None:
    sit(context, person(context, "Bob"), NOON, count=3)
    manifest = back_up(context.store, tmp_path / "one.zip", NOON)
    assert isinstance(manifest, Manifest)
    assert manifest.rows_of("answers") == 3
    assert manifest.rows_of("nothing") == 0
    assert manifest.rows > 20


def test_numbers_go_on_after_the_restored_ones(
    context: Context, settings: Settings, tmp_path: Path
) -> None:
    back_up(context.store, tmp_path / "one.zip", NOON)
    restore(settings, tmp_path / "one.zip", NOON)
    with context.store.write() as connection:
        highest = connection.execute(select(func.max(AuditEvent.id))).scalar_one()
        row = {"at": NOON, "action": "test", "detail": {}}
        made = connection.execute(insert(AuditEvent).values(row).returning(AuditEvent.id))
        assert made.scalar_one() > highest
        connection.execute(delete(AuditEvent))
        connection.execute(update(User).values(active=True))

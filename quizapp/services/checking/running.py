"""The order of a check: the file, the schema, the rules, the content, the rebuild."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from quizapp.services.backups import is_damage
from quizapp.services.checking import cards, content, pictures, school, sittings, totals, words
from quizapp.services.checking.findings import Report
from quizapp.store import archive, migrate
from quizapp.store.engine import Store
from quizapp.store.queries import checking_rules as queries
from quizapp.store.queries.checking import RULES
from quizapp.store.queries.checking_rules import Probe, Rule
from quizapp.store.queries.checking_schema import SCHEMA_RULES, SQLITE_RULES

FAR = timedelta(days=366)
"""How far ahead an instant may lie that is not meant to: clocks may be wrong by days."""
PROBES = {
    sqlite: tuple(queries.probes((*SCHEMA_RULES, *(SQLITE_RULES if sqlite else ()), *RULES)))
    for sqlite in (False, True)
}
"""The rules in groups, for PostgreSQL and for SQLite."""


class OtherSchema(Exception):
    """The database is not at this program's schema, so nothing can be said about its rows."""

    def __init__(self, revision: str | None) -> None:
        super().__init__(
            f"The database is at schema {revision or 'none'}, the program at {migrate.head()}. "
            "Bring it up to date with `quizapp db upgrade` first."
        )


def check(store: Store, at: datetime) -> Report:
    """Prove the database as it is at one moment, while others go on writing.

    Raises OtherSchema. A file so damaged that nothing can be read is a finding.
    """
    try:
        with archive.snapshot(store) as connection:
            return check_on(connection, at)
    except (SQLAlchemyError, sqlite3.DatabaseError) as error:
        if not is_damage(error):
            raise
        report = Report()
        report.add("damaged-file", "", "", getattr(error, "orig", error))
        return report


def check_on(connection: Connection, at: datetime) -> Report:
    """Prove what this connection sees. Raises OtherSchema."""
    revision = migrate.revision_on(connection)
    if revision != migrate.head():
        raise OtherSchema(revision)
    report = Report()
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        _file(connection, report)
    for difference in migrate.differences_on(connection):
        report.add("schema-differs", "", "", difference)
    for probe in PROBES[sqlite]:
        for rule in _suspects(connection, probe, at):
            _guarded(connection, report, rule.table, partial(_apply, connection, report, rule, at))
        report.count("rules", len(probe.rules))
    parts: tuple[tuple[str, Callable[[Connection, Report], None]], ...] = (
        ("users", content.people),
        ("facts", content.facts),
        ("fact_versions", school.prove),
        ("question_versions", content.versions),
        ("answers", content.answers),
        ("reviews", content.reviews),
        ("cards", cards.prove),
        ("day_totals", totals.prove),
        ("attempts", sittings.prove),
        ("question_words", words.prove),
        ("pictures", pictures.prove),
    )
    for table, part in parts:
        _guarded(connection, report, table, partial(part, connection, report))
    return report


def _file(connection: Connection, report: Report) -> None:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            report.add("damaged-file", "", "", said)


def _guarded(connection: Connection, report: Report, table: str, work: Callable[[], None]) -> None:
    """Run one part; what keeps it from being proven is a finding and does not stop the others."""
    try:
        with connection.begin_nested():
            work()
    except (SQLAlchemyError, ValueError, TypeError, KeyError, AttributeError) as error:
        code = "damaged-file" if is_damage(error) else "unreadable"
        report.add(code, table, "", getattr(error, "orig", None) or error)


def _suspects(connection: Connection, probe: Probe, at: datetime) -> Iterable[Rule]:
    """The rules that are broken; all of them when one of them cannot be read."""
    try:
        with connection.begin_nested():
            return queries.suspects(connection, probe, far=at + FAR)
    except SQLAlchemyError:
        return probe.rules


def _apply(connection: Connection, report: Report, rule: Rule, at: datetime) -> None:
    code, _, column = rule.code.partition(":")
    for row, seen in queries.broken(connection, rule, far=at + FAR):
        report.add(code, rule.table, row, f"{column} {seen}" if column else seen)

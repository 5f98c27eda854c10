"""What shipped facts said, and what a school changed in them, against the facts in force."""

from __future__ import annotations

from sqlalchemy import Connection

from quizapp.core.facts.content import digest_of
from quizapp.services.checking.findings import Report
from quizapp.store.queries import checking_school as queries
from quizapp.store.queries.rebuilding import STREAM

SAID = ("statement", "answer", "value", "unit", "approx")


def prove(connection: Connection, report: Report) -> None:
    """Find versions, changes and rows that do not fit together."""
    for row in connection.execute(queries.VERSIONS, execution_options=STREAM):
        report.count("fact versions")
        if row.digest != digest_of(row.content):
            report.add("version-changed", "fact_versions", row.id)
    for row in connection.execute(queries.IN_FORCE, execution_options=STREAM):
        said = [row.content.get(name, "") for name in SAID]
        if said != [getattr(row, name) for name in SAID] or row.row_id != row.id:
            report.add("fact-version", "facts", row.id, row.public_id)
    for row in connection.execute(queries.CHANGES_OF_NOTHING):
        report.add("change-unknown", "fact_overlays", row.fact, row.base_digest)
    for row in connection.execute(queries.FORMER_IN_USE):
        report.add("former-in-use", "former_facts", row.row_id, row.public_id)

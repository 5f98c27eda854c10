"""The questions of a printed quiz, by the row numbers of their versions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from quizapp.store.models import QuestionFact, QuestionOption, QuestionVersion
from quizapp.store.queries.study import OPTION_COLUMNS, VERSIONS


def version_rows(connection: Connection, versions: Sequence[int]) -> dict[int, list[Any]]:
    """These versions, a row for each fact of each, by row number."""
    wanted = (
        VERSIONS.where(QuestionVersion.id.in_(list(versions)))
        .order_by(None)
        .order_by(QuestionVersion.id, QuestionFact.part)
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(wanted):
        found[row.version_id].append(row)
    return found


def options(connection: Connection, versions: Sequence[int]) -> dict[int, list[Any]]:
    """The options of these versions, as stored: OPTION_COLUMNS."""
    rows = connection.execute(
        select(QuestionOption.version_id, *OPTION_COLUMNS)
        .where(QuestionOption.version_id.in_(list(versions)))
        .order_by(QuestionOption.version_id, QuestionOption.position)
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for version, *option in rows:
        found[version].append(option)
    return found

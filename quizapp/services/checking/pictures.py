"""Pictures against the fingerprints that were taken when they came."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from quizapp.services.checking.findings import Report
from quizapp.store.models import Picture


def prove(connection: Connection, report: Report) -> None:
    """Find pictures whose bytes are not those that were kept; one at a time, they are large."""
    numbers = connection.execute(select(Picture.id).order_by(Picture.id)).scalars().all()
    for number in numbers:
        report.count("pictures")
        kept = select(Picture.sha256, Picture.data).where(Picture.id == number)
        row = connection.execute(kept).one()
        if hashlib.sha256(row.data).hexdigest() != row.sha256:
            report.add("picture-changed", "pictures", number)

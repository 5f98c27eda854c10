"""What a school's changes are proven with: versions, their rows, rows that stepped aside."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from quizapp.store.models import Fact, FactOverlay, FactVersion, FormerFact

VERSIONS = select(FactVersion.id, FactVersion.content, FactVersion.digest).order_by(FactVersion.id)
_newest = (
    select(FactVersion.fact, func.max(FactVersion.number).label("number"))
    .where(FactVersion.in_force)
    .group_by(FactVersion.fact)
    .subquery()
)
IN_FORCE = (
    select(Fact.__table__, FactVersion.content, FactVersion.row_id)
    .join(FactVersion, FactVersion.fact == Fact.public_id)
    .join(
        _newest,
        (_newest.c.fact == FactVersion.fact) & (_newest.c.number == FactVersion.number),
    )
    .where(Fact.collection == "shipped", Fact.state != "retired")
    .order_by(Fact.id)
)
CHANGES_OF_NOTHING = select(FactOverlay.fact, FactOverlay.base_digest).where(
    ~exists().where(
        FactVersion.fact == FactOverlay.fact,
        FactVersion.digest == FactOverlay.base_digest,
        FactVersion.origin == "bank",
    )
)
FORMER_IN_USE = (
    select(FormerFact.row_id, Fact.public_id)
    .join(Fact, Fact.id == FormerFact.row_id)
    .where(Fact.state != "retired")
)

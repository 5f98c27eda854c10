"""The installation's own records: audit events and remembered values."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, String, Text

from quizapp.store.base import Base, Instant, RowId, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class AuditEvent(Base):
    """Who did what to what, append-only. Holds no answers and no passwords."""

    __tablename__ = "audit_events"

    id: Mapped[int] = column(RowId, primary_key=True)
    at: Mapped[datetime] = column(Instant, index=True)
    actor_id: Mapped[int | None] = column(ForeignKey("users.id", ondelete="SET NULL"))
    action: Mapped[str] = column(String(60))
    object_kind: Mapped[str] = column(String(40), default="")
    object_id: Mapped[str] = column(String(160), default="")
    detail: Mapped[dict[str, Any]] = column(JSON, default=dict)


class Remembered(Base):
    """A named value of the installation: the bank's digest, the first admin's one-time link."""

    __tablename__ = "remembered"

    name: Mapped[str] = column(String(60), primary_key=True)
    value: Mapped[str] = column(Text)

"""A teacher's own ways through the list of questions: kept views, and actions to take back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class SavedView(Base):
    """Filters of the list under a name; `filters` is the query part of its address."""

    __tablename__ = "saved_views"
    __table_args__ = (Index("ix_saved_views_owner_id", "owner_id"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    owner_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str] = column(String(80))
    filters: Mapped[str] = column(Text)


class BulkChange(Base):
    """One action on many questions and what stood there before, so that it can be taken back."""

    __tablename__ = "bulk_changes"
    __table_args__ = (Index("ix_bulk_changes_actor_id", "actor_id"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    actor_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"))
    action: Mapped[str] = column(String(20))
    before: Mapped[list[dict[str, Any]]] = column(JSON, default=list)
    at: Mapped[datetime] = column(Instant)

"""Groups inside a classroom and who is in them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Group(Base):
    """Some pupils of one classroom under a name; a pupil may be in several."""

    __tablename__ = "classroom_groups"
    __table_args__ = (UniqueConstraint("classroom_id", "name_folded"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    classroom_id: Mapped[int] = column(ForeignKey("classrooms.id", ondelete="CASCADE"))
    name: Mapped[str] = column(String(80))
    name_folded: Mapped[str] = column(String(160))
    created_at: Mapped[datetime] = column(Instant)


class GroupMember(Base):
    """A pupil's place in a group. Who leaves the classroom leaves its groups."""

    __tablename__ = "group_members"

    group_id: Mapped[int] = column(
        ForeignKey("classroom_groups.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[int] = column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )

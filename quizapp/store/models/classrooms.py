"""Classrooms and who belongs to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Classroom(Base):
    """A class with a join code; its time zone rules deadlines and report days.

    One that is archived can be read and nothing else; one that is closed for joining keeps its
    code, which lets nobody new in.
    """

    __tablename__ = "classrooms"

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    name: Mapped[str] = column(String(80))
    join_code: Mapped[str] = column(String(12), unique=True)
    owner_id: Mapped[int] = column(ForeignKey("users.id"), index=True)
    time_zone: Mapped[str] = column(String(64))
    created_at: Mapped[datetime] = column(Instant)
    archived_at: Mapped[datetime | None] = column(Instant)
    joining_closed_at: Mapped[datetime | None] = column(Instant)


class Enrolment(Base):
    """A person's place in a classroom: `role` is student or teacher."""

    __tablename__ = "enrolments"

    classroom_id: Mapped[int] = column(
        ForeignKey("classrooms.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[int] = column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    role: Mapped[str] = column(String(20))
    joined_at: Mapped[datetime] = column(Instant)


class TeacherInvitation(Base):
    """A colleague who was asked to teach a classroom too and has not answered yet."""

    __tablename__ = "teacher_invitations"

    classroom_id: Mapped[int] = column(
        ForeignKey("classrooms.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[int] = column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    invited_by_id: Mapped[int | None] = column(ForeignKey("users.id", ondelete="SET NULL"))
    invited_at: Mapped[datetime] = column(Instant)

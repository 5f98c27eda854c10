"""Assignments: what somebody is asked to do, by when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Assignment(Base):
    """A quiz to sit, or facts to know by a day, in a classroom.

    `kind` is quiz (with `quiz_id`) or facts (with rows of `AssignmentFact`, and `target`: the
    chance of recall 0..1 that counts as known). `for_everyone` reaches every pupil of the
    classroom, later ones too; else the rows of `AssignmentLearner` and `AssignmentGroup` say
    whom. `withdrawn_at` takes it from the learners' lists and leaves attempts as they are.
    """

    __tablename__ = "assignments"

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    kind: Mapped[str] = column(String(10))
    title: Mapped[str] = column(String(120))
    quiz_id: Mapped[int | None] = column(ForeignKey("quizzes.id"), index=True)
    classroom_id: Mapped[int] = column(ForeignKey("classrooms.id", ondelete="CASCADE"), index=True)
    for_everyone: Mapped[bool] = column(default=True)
    opens_at: Mapped[datetime | None] = column(Instant)
    due_at: Mapped[datetime | None] = column(Instant)
    closes_at: Mapped[datetime | None] = column(Instant)
    target: Mapped[float] = column(default=0.9)
    created_by_id: Mapped[int | None] = column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = column(Instant)
    withdrawn_at: Mapped[datetime | None] = column(Instant)
    row_version: Mapped[int] = column(default=1)


class AssignmentLearner(Base):
    """A learner who is asked by name."""

    __tablename__ = "assignment_learners"

    assignment_id: Mapped[int] = column(
        ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True
    )
    learner_id: Mapped[int] = column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class AssignmentFact(Base):
    """A fact that is to be known."""

    __tablename__ = "assignment_facts"

    assignment_id: Mapped[int] = column(
        ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True
    )
    fact_id: Mapped[int] = column(ForeignKey("facts.id"), primary_key=True, index=True)


class AssignmentGroup(Base):
    """A group whose members are asked, later members too."""

    __tablename__ = "assignment_groups"

    assignment_id: Mapped[int] = column(
        ForeignKey("assignments.id", ondelete="CASCADE"), primary_key=True
    )
    group_id: Mapped[int] = column(
        ForeignKey("classroom_groups.id", ondelete="CASCADE"), primary_key=True, index=True
    )

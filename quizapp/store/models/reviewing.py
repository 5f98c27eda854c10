"""What teachers say about a question to each other."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, Text

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class QuestionComment(Base):
    """A remark on a question, made when the version `number` was the newest."""

    __tablename__ = "question_comments"
    __table_args__ = (Index("ix_question_comments_question_id", "question_id"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    question_id: Mapped[int] = column(ForeignKey("questions.id", ondelete="CASCADE"))
    author_id: Mapped[int | None] = column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    number: Mapped[int] = column()
    text: Mapped[str] = column(Text)
    at: Mapped[datetime] = column(Instant)

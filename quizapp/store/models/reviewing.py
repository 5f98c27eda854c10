"""What teachers say about a question to each other."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId, new_public_id


class QuestionComment(Base):
    """A remark on a question, made when the version `number` was the newest."""

    __tablename__ = "question_comments"
    __table_args__ = (Index("ix_question_comments_question_id", "question_id"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(40), unique=True, default=new_public_id)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id", ondelete="CASCADE"))
    author_id: Mapped[int | None] = mapped_column(
        ForeignKey("users.id", ondelete="SET NULL"), index=True
    )
    number: Mapped[int] = mapped_column()
    text: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant)

"""Pictures that teachers gave, and the questions that show them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base, Instant, RowId


class Picture(Base):
    """A picture as it was written anew, without what its file said about camera and place.

    `public_id` ends with its size ("…-800x600"), so that a page keeps its place free. The owner
    is who gave it; one person's same picture is kept once. What no question shows is swept away.
    """

    __tablename__ = "pictures"
    __table_args__ = (UniqueConstraint("owner_id", "sha256"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(40), unique=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    sha256: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str] = mapped_column(String(20))
    data: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(Instant, index=True)


class QuestionPicture(Base):
    """Which pictures a question shows in any of its versions: who sees the one sees the other."""

    __tablename__ = "question_pictures"

    question_id: Mapped[int] = mapped_column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), primary_key=True, index=True)

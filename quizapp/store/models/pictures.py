"""Pictures that teachers gave, and the questions that show them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint

from quizapp.store.base import Base, Instant, RowId, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class Picture(Base):
    """A picture as it was written anew, without what its file said about camera and place.

    `public_id` ends with its size ("…-800x600"), so that a page keeps its place free. The owner
    is who gave it; one person's same picture is kept once. What no question shows is swept away.
    """

    __tablename__ = "pictures"
    __table_args__ = (UniqueConstraint("owner_id", "sha256"),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True)
    owner_id: Mapped[int | None] = column(ForeignKey("users.id"))
    sha256: Mapped[str] = column(String(64))
    media_type: Mapped[str] = column(String(20))
    data: Mapped[bytes] = column(LargeBinary)
    created_at: Mapped[datetime] = column(Instant, index=True)


class QuestionPicture(Base):
    """Which pictures a question shows in any of its versions: who sees the one sees the other."""

    __tablename__ = "question_pictures"

    question_id: Mapped[int] = column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    picture_id: Mapped[int] = column(ForeignKey("pictures.id"), primary_key=True, index=True)

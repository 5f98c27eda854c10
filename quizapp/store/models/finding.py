"""By what a question is found: its tags, and the words that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String

from quizapp.store.base import Base, column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped

LONGEST_WORD = 40
Word = String(LONGEST_WORD, collation="C").with_variant(String(LONGEST_WORD), "sqlite")
"""A folded word that sorts by its signs on both databases, so that a beginning is a range."""


class QuestionTag(Base):
    """A tag of a question as it was written; `folded` makes "Exam" and "exam" the same tag."""

    __tablename__ = "question_tags"
    __table_args__ = (Index("ix_question_tags_folded", "folded"),)

    question_id: Mapped[int] = column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )
    folded: Mapped[str] = column(String(60), primary_key=True)
    tag: Mapped[str] = column(String(60))


class QuestionWord(Base):
    """A folded word of a question's newest version or of its facts: what a search looks up.

    Derived: `services.question_words` writes it whenever a version is stored.
    """

    __tablename__ = "question_words"
    __table_args__ = (Index("ix_question_words_question_id", "question_id"),)

    word: Mapped[str] = column(Word, primary_key=True)
    question_id: Mapped[int] = column(
        ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True
    )

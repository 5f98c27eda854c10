"""People, their login sessions, their one-time codes, and how often somebody tried."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String

from quizapp.store.base import Base, Instant, RowId, column, new_public_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapped


class User(Base):
    """A person: a pupil needs a name and a password, nothing else.

    A guest has no name, no password and `expires_at`; `guest_key` is a keyed digest of the
    browser's cookie, so that a first answer sent twice makes one guest.
    """

    __tablename__ = "users"
    __table_args__ = (Index("ix_users_guest_key", "guest_key", unique=True),)

    id: Mapped[int] = column(RowId, primary_key=True)
    public_id: Mapped[str] = column(String(40), unique=True, default=new_public_id)
    name: Mapped[str] = column(String(80))
    name_folded: Mapped[str] = column(String(160), unique=True)
    password_hash: Mapped[str] = column(String(200))
    role: Mapped[str] = column(String(20))
    language: Mapped[str] = column(String(8))
    time_zone: Mapped[str] = column(String(64))
    rollover_hour: Mapped[int] = column(default=4)
    new_per_day: Mapped[int] = column(default=20)
    desired_retention: Mapped[float] = column(default=0.9)
    single_keys: Mapped[bool] = column(default=True)
    theme: Mapped[str] = column(String(20), default="auto")
    active: Mapped[bool] = column(default=True)
    created_at: Mapped[datetime] = column(Instant)
    expires_at: Mapped[datetime | None] = column(Instant, index=True)
    guest_key: Mapped[str | None] = column(String(64))


class LoginSession(Base):
    """One signed-in browser. The cookie holds a random token, the row its SHA-256."""

    __tablename__ = "login_sessions"

    id: Mapped[int] = column(RowId, primary_key=True)
    token_hash: Mapped[str] = column(String(64), unique=True)
    user_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = column(Instant)
    seen_at: Mapped[datetime] = column(Instant)
    expires_at: Mapped[datetime] = column(Instant)


class OneTimeCode(Base):
    """A printed code with which a person sets a new password. The row holds a keyed digest.

    A code is used by deleting its row; a new one for the same person replaces the old one.
    """

    __tablename__ = "one_time_codes"

    user_id: Mapped[int] = column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    code_hash: Mapped[str] = column(String(64))
    made_by_id: Mapped[int | None] = column(ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = column(Instant)
    expires_at: Mapped[datetime] = column(Instant)


class Limit(Base):
    """How often something was tried in the window that began at `started_at`.

    `subject` is a keyed digest: of a name, of a network address, of a person's public id.
    """

    __tablename__ = "limits"

    kind: Mapped[str] = column(String(24), primary_key=True)
    subject: Mapped[str] = column(String(64), primary_key=True)
    started_at: Mapped[datetime] = column(Instant, index=True)
    count: Mapped[int] = column()

"""Marks of essays, and those that are half done."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0011"
down_revision = "0009"
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _refers(table: str, column: str, other: str, **more: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{other}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, **more)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "essay_marks",
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("attempt_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version_id", ROW, nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("by_id", ROW, nullable=True),
        sa.Column("at", Instant(), nullable=False),
        _refers("essay_marks", "attempt_id", "attempts", ondelete="CASCADE"),
        _refers("essay_marks", "version_id", "question_versions"),
        _refers("essay_marks", "by_id", "users"),
        sa.PrimaryKeyConstraint("id", name="pk_essay_marks"),
        sa.UniqueConstraint("public_id", name="uq_essay_marks_public_id"),
    )
    op.create_index("ix_essay_marks_slot", "essay_marks", ["attempt_id", "position", "id"])
    for column in ("version_id", "by_id"):
        op.create_index(f"ix_essay_marks_{column}", "essay_marks", [column])
    op.create_table(
        "essay_drafts",
        sa.Column("attempt_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("by_id", ROW, nullable=False),
        sa.Column("points", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("saved_at", Instant(), nullable=False),
        _refers("essay_drafts", "attempt_id", "attempts", ondelete="CASCADE"),
        _refers("essay_drafts", "by_id", "users", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("attempt_id", "position", "by_id", name="pk_essay_drafts"),
    )
    op.create_index("ix_essay_drafts_by_id", "essay_drafts", ["by_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("essay_drafts")
    op.drop_table("essay_marks")

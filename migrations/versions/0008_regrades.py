"""Regrades and what each changed."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NUMBERS = ("mark", "points", "score", "most")


def _refers(table: str, column: str, other: str, **more: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{other}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, **more)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "regrades",
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("quiz_id", ROW, nullable=False),
        sa.Column("question_id", ROW, nullable=False),
        sa.Column("version_id", ROW, nullable=False),
        sa.Column("way", sa.String(length=10), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("by_id", ROW, nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("undone_by_id", ROW, nullable=True),
        sa.Column("undone_at", Instant(), nullable=True),
        _refers("regrades", "quiz_id", "quizzes", ondelete="CASCADE"),
        _refers("regrades", "question_id", "questions"),
        _refers("regrades", "version_id", "question_versions"),
        _refers("regrades", "by_id", "users"),
        _refers("regrades", "undone_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name="pk_regrades"),
        sa.UniqueConstraint("public_id", name="uq_regrades_public_id"),
    )
    op.create_index("ix_regrades_quiz_question", "regrades", ["quiz_id", "question_id"])
    for column in ("question_id", "version_id", "by_id", "undone_by_id"):
        op.create_index(f"ix_regrades_{column}", "regrades", [column])
    images = [
        sa.Column(f"{name}_{when}", sa.Double(), nullable=False)
        for name in NUMBERS
        for when in ("before", "after")
    ]
    op.create_table(
        "regrade_lines",
        sa.Column("regrade_id", ROW, nullable=False),
        sa.Column("attempt_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *images,
        sa.Column("memory", sa.JSON(), nullable=True),
        _refers("regrade_lines", "regrade_id", "regrades", ondelete="CASCADE"),
        _refers("regrade_lines", "attempt_id", "attempts", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("regrade_id", "attempt_id", "position", name="pk_regrade_lines"),
    )
    op.create_index("ix_regrade_lines_attempt_id", "regrade_lines", ["attempt_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("regrade_lines")
    op.drop_table("regrades")

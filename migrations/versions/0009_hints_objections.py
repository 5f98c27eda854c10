"""Hints of questions, and learners' objections to questions."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("state = 'open'")


def _refers(column: str, other: str, ondelete: str) -> sa.ForeignKeyConstraint:
    name = f"fk_objections_{column}_{other}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=ondelete)


def _columns() -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("version_id", ROW, nullable=False),
        sa.Column("learner_id", ROW, nullable=False),
        sa.Column("attempt_id", ROW, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("answer_key", sa.String(length=80), nullable=False),
        sa.Column("response_text", sa.Text(), nullable=False),
        sa.Column("response_chosen", sa.JSON(), nullable=False),
        sa.Column("dont_know", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=10), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("closed_by_id", ROW, nullable=True),
        sa.Column("read_at", Instant(), nullable=True),
    )


def upgrade() -> None:
    """Apply."""
    hints = sa.Column("hints", sa.JSON(), server_default="[]", nullable=False)
    op.add_column("question_versions", hints)
    op.create_table(
        "objections",
        *_columns(),
        _refers("version_id", "question_versions", "CASCADE"),
        _refers("learner_id", "users", "CASCADE"),
        _refers("attempt_id", "attempts", "SET NULL"),
        _refers("closed_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_objections"),
        sa.UniqueConstraint("public_id", name="uq_objections_public_id"),
    )
    for column in ("version_id", "learner_id", "attempt_id", "closed_by_id", "state"):
        op.create_index(f"ix_objections_{column}", "objections", [column])
    op.create_index(
        "uq_objections_open",
        "objections",
        ["learner_id", "version_id"],
        unique=True,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )


def downgrade() -> None:
    """Take back: objections and hints are lost."""
    op.drop_table("objections")
    op.drop_column("question_versions", "hints")

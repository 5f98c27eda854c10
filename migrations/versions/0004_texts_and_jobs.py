"""Source texts, jobs and candidates."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant, RowId

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    _source_texts()
    _jobs()
    _candidates()


def _source_texts() -> None:
    op.create_table(
        "source_texts",
        sa.Column("id", RowId, nullable=False),
        sa.Column("source_id", RowId, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("restored", sa.JSON(), nullable=False),
        sa.Column("file_name", sa.String(length=200), nullable=False),
        sa.Column("topic", sa.String(length=120), nullable=False),
        sa.Column("author_id", RowId, nullable=True),
        sa.Column("classroom_id", RowId, nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name="fk_source_texts_author_id_users"
        ),
        sa.ForeignKeyConstraint(
            ["classroom_id"], ["classrooms.id"], name="fk_source_texts_classroom_id_classrooms"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["sources.id"],
            name="fk_source_texts_source_id_sources",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_source_texts"),
        sa.UniqueConstraint("source_id", "version", name="uq_source_texts_source_id_version"),
    )
    for column in ("author_id", "classroom_id", "text_hash"):
        op.create_index(f"ix_source_texts_{column}", "source_texts", [column])


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", RowId, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("input_hash", sa.String(length=64), nullable=False),
        sa.Column("text_id", RowId, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("worker", sa.String(length=40), nullable=False),
        sa.Column("lease_until", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("finished_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["source_texts.id"],
            name="fk_jobs_text_id_source_texts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("public_id", name="uq_jobs_public_id"),
        sa.UniqueConstraint("kind", "input_hash", name="uq_jobs_kind_input_hash"),
    )
    op.create_index("ix_jobs_open", "jobs", ["state", "lease_until"])
    op.create_index("ix_jobs_text_id", "jobs", ["text_id"])


def _candidates() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", RowId, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("text_id", RowId, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.Column("unit", sa.String(length=80), nullable=False),
        sa.Column("approx", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("needs", sa.JSON(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("fact_id", RowId, nullable=True),
        sa.Column("old_fact_id", RowId, nullable=True),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("decided_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["fact_id"], ["facts.id"], name="fk_candidates_fact_id_facts"),
        sa.ForeignKeyConstraint(
            ["old_fact_id"], ["facts.id"], name="fk_candidates_old_fact_id_facts"
        ),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["source_texts.id"],
            name="fk_candidates_text_id_source_texts",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_candidates"),
        sa.UniqueConstraint("public_id", name="uq_candidates_public_id"),
        sa.UniqueConstraint("text_id", "position", name="uq_candidates_text_id_position"),
    )
    for column in ("fact_id", "old_fact_id"):
        op.create_index(f"ix_candidates_{column}", "candidates", [column])


def downgrade() -> None:
    """Take back."""
    op.drop_table("candidates")
    op.drop_table("jobs")
    op.drop_table("source_texts")

"""A school's changes to shipped facts, and what each fact said at one time.

The bank's digests are forgotten, so that the next start loads the shipped bank once more and
writes down what its facts say as their first versions. Nothing else changes by that.
"""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "fact_versions",
        sa.Column("id", ROW, nullable=False),
        sa.Column("fact", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.Column("row_id", ROW, nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("author_id", ROW, nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["row_id"], ["facts.id"], name="fk_fact_versions_row_id_facts"),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name="fk_fact_versions_author_id_users"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_fact_versions"),
        sa.UniqueConstraint("fact", "number", name="uq_fact_versions_fact_number"),
    )
    op.create_index("ix_fact_versions_row_id", "fact_versions", ["row_id"])
    op.create_index("ix_fact_versions_author_id", "fact_versions", ["author_id"])
    op.create_table(
        "fact_overlays",
        sa.Column("fact", sa.String(length=120), nullable=False),
        sa.Column("base_digest", sa.String(length=64), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("author_id", ROW, nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["users.id"], name="fk_fact_overlays_author_id_users"
        ),
        sa.PrimaryKeyConstraint("fact", name="pk_fact_overlays"),
    )
    op.create_index("ix_fact_overlays_author_id", "fact_overlays", ["author_id"])
    op.create_table(
        "former_facts",
        sa.Column("row_id", ROW, autoincrement=False, nullable=False),
        sa.Column("fact", sa.String(length=120), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["row_id"], ["facts.id"], name="fk_former_facts_row_id_facts"),
        sa.PrimaryKeyConstraint("row_id", name="pk_former_facts"),
    )
    op.create_index("ix_former_facts_fact", "former_facts", ["fact"])
    op.create_table(
        "left_out",
        sa.Column("source_id", ROW, nullable=False),
        sa.Column("paragraph", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["sources.id"], name="fk_left_out_source_id_sources"
        ),
        sa.PrimaryKeyConstraint("source_id", "paragraph", "token", name="pk_left_out"),
    )
    op.execute("DELETE FROM remembered WHERE name IN ('shipped-bank', 'shipped-files')")


def downgrade() -> None:
    """Take back."""
    op.drop_table("left_out")
    op.drop_table("former_facts")
    op.drop_table("fact_overlays")
    op.drop_table("fact_versions")

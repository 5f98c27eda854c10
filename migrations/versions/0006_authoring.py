"""States, collections, comments and what the question kinds need.

Columns are added and dropped in place: SQLite's batch mode would make a table anew, and dropping
the old one would take everything with it that refers to a question.
"""

import sqlalchemy as sa
from alembic import op

from quizapp.services.question_words import index_all
from quizapp.store.base import Instant
from quizapp.store.models.finding import Word

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.add_column("questions", sa.Column("draft_number", sa.Integer(), nullable=True))
    op.create_index("ix_questions_collection", "questions", ["collection", "state"])
    op.add_column("question_versions", sa.Column("typed", sa.JSON(), nullable=True))
    op.add_column(
        "question_options",
        sa.Column("pinned", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _finding()
    _comments()
    _lists()
    index_all(op.get_bind())


def _finding() -> None:
    op.create_table(
        "question_tags",
        sa.Column("question_id", NUMBER, nullable=False),
        sa.Column("folded", sa.String(length=60), nullable=False),
        sa.Column("tag", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_question_tags_question_id_questions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", "folded", name="pk_question_tags"),
    )
    op.create_index("ix_question_tags_folded", "question_tags", ["folded"])
    op.create_table(
        "question_words",
        sa.Column("word", Word, nullable=False),
        sa.Column("question_id", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_question_words_question_id_questions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("word", "question_id", name="pk_question_words"),
    )
    op.create_index("ix_question_words_question_id", "question_words", ["question_id"])


def _comments() -> None:
    op.create_table(
        "question_comments",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("question_id", NUMBER, nullable=False),
        sa.Column("author_id", NUMBER, nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"],
            ["users.id"],
            name="fk_question_comments_author_id_users",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_question_comments_question_id_questions",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_question_comments"),
        sa.UniqueConstraint("public_id", name="uq_question_comments_public_id"),
    )
    op.create_index("ix_question_comments_question_id", "question_comments", ["question_id"])
    op.create_index("ix_question_comments_author_id", "question_comments", ["author_id"])


def _lists() -> None:
    op.create_table(
        "saved_views",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("owner_id", NUMBER, nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("filters", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["users.id"], name="fk_saved_views_owner_id_users", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_saved_views"),
        sa.UniqueConstraint("public_id", name="uq_saved_views_public_id"),
    )
    op.create_index("ix_saved_views_owner_id", "saved_views", ["owner_id"])
    op.create_table(
        "bulk_changes",
        sa.Column("id", NUMBER, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("actor_id", NUMBER, nullable=False),
        sa.Column("action", sa.String(length=20), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["users.id"], name="fk_bulk_changes_actor_id_users", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bulk_changes"),
        sa.UniqueConstraint("public_id", name="uq_bulk_changes_public_id"),
    )
    op.create_index("ix_bulk_changes_actor_id", "bulk_changes", ["actor_id"])


def downgrade() -> None:
    """Take back. What was only a draft beside a version in force is lost."""
    for name in ("bulk_changes", "saved_views", "question_comments"):
        op.drop_table(name)
    for name in ("question_words", "question_tags"):
        op.drop_table(name)
    op.drop_column("question_options", "pinned")
    op.drop_column("question_versions", "typed")
    op.drop_index("ix_questions_collection", "questions")
    op.drop_column("questions", "draft_number")

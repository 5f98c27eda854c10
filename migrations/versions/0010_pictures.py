"""Pictures, and the places of their regions."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0010"
down_revision = "0011"
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COLUMNS: tuple[tuple[str, str, sa.types.TypeEngine[str]], ...] = (
    ("question_versions", "picture", sa.String(40)),
    ("question_versions", "picture_alt", sa.Text()),
    ("question_options", "region", sa.String(60)),
)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "pictures",
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("owner_id", ROW, nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=20), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_pictures_owner_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_pictures"),
        sa.UniqueConstraint("public_id", name="uq_pictures_public_id"),
        sa.UniqueConstraint("owner_id", "sha256", name="uq_pictures_owner_id_sha256"),
    )
    op.create_index("ix_pictures_created_at", "pictures", ["created_at"])
    op.create_table(
        "question_pictures",
        sa.Column("question_id", ROW, nullable=False),
        sa.Column("picture_id", ROW, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name="fk_question_pictures_question_id_questions",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["pictures.id"], name="fk_question_pictures_picture_id_pictures"
        ),
        sa.PrimaryKeyConstraint("question_id", "picture_id", name="pk_question_pictures"),
    )
    op.create_index("ix_question_pictures_picture_id", "question_pictures", ["picture_id"])
    for table, name, kind in COLUMNS:
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=""))


def downgrade() -> None:
    """Take back."""
    for table, name, _kind in reversed(COLUMNS):
        op.drop_column(table, name)
    op.drop_table("question_pictures")
    op.drop_table("pictures")

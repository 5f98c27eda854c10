"""Guests expire, one-time codes open a way back in, tries are counted.

The columns of `users` are added and dropped in place: SQLite's batch mode would make the table
anew, and dropping the old one would take everything with it that refers to a person.
"""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("users", sa.Column("expires_at", Instant(), nullable=True))
    op.add_column("users", sa.Column("guest_key", sa.String(length=64), nullable=True))
    op.create_index("ix_users_expires_at", "users", ["expires_at"], unique=False)
    op.create_index("ix_users_guest_key", "users", ["guest_key"], unique=True)
    op.create_table(
        "one_time_codes",
        sa.Column("user_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "made_by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["made_by_id"],
            ["users.id"],
            name="fk_one_time_codes_made_by_id_users",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name="fk_one_time_codes_user_id_users", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name="pk_one_time_codes"),
    )
    op.create_table(
        "limits",
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "subject", name="pk_limits"),
    )
    op.create_index("ix_limits_started_at", "limits", ["started_at"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_table("limits")
    op.drop_table("one_time_codes")
    op.drop_index("ix_users_guest_key", "users")
    op.drop_index("ix_users_expires_at", "users")
    op.drop_column("users", "guest_key")
    op.drop_column("users", "expires_at")

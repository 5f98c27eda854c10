"""Groups, co-teachers, accommodations; a classroom can be closed for joining."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def row_id() -> sa.types.TypeEngine[int]:
    """Row numbers as the models have them."""
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def points_to(table: str, column: str, target: str, gone: str) -> sa.ForeignKeyConstraint:
    """A reference to the row number of another table; `gone` says what its end does here."""
    name = f"fk_{table}_{column}_{target}"
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=gone)


def upgrade() -> None:
    """Apply."""
    op.add_column("classrooms", sa.Column("joining_closed_at", Instant(), nullable=True))
    op.create_table(
        "teacher_invitations",
        sa.Column("classroom_id", row_id(), nullable=False),
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("invited_by_id", row_id(), nullable=True),
        sa.Column("invited_at", Instant(), nullable=False),
        points_to("teacher_invitations", "classroom_id", "classrooms", "CASCADE"),
        points_to("teacher_invitations", "user_id", "users", "CASCADE"),
        points_to("teacher_invitations", "invited_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("classroom_id", "user_id", name="pk_teacher_invitations"),
    )
    op.create_index("ix_teacher_invitations_user_id", "teacher_invitations", ["user_id"])
    op.create_table(
        "classroom_groups",
        sa.Column("id", row_id(), nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("classroom_id", row_id(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("name_folded", sa.String(length=160), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        points_to("classroom_groups", "classroom_id", "classrooms", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_classroom_groups"),
        sa.UniqueConstraint("public_id", name="uq_classroom_groups_public_id"),
        sa.UniqueConstraint(
            "classroom_id", "name_folded", name="uq_classroom_groups_classroom_id_name_folded"
        ),
    )
    op.create_table(
        "group_members",
        sa.Column("group_id", row_id(), nullable=False),
        sa.Column("user_id", row_id(), nullable=False),
        points_to("group_members", "group_id", "classroom_groups", "CASCADE"),
        points_to("group_members", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("group_id", "user_id", name="pk_group_members"),
    )
    op.create_index("ix_group_members_user_id", "group_members", ["user_id"])
    op.create_table(
        "accommodations",
        sa.Column("user_id", row_id(), nullable=False),
        sa.Column("time_percent", sa.Integer(), nullable=False),
        sa.Column("extra_minutes", sa.Integer(), nullable=False),
        sa.Column("due_days", sa.Integer(), nullable=False),
        sa.Column("no_speed", sa.Boolean(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("set_by_id", row_id(), nullable=True),
        sa.Column("set_at", Instant(), nullable=False),
        points_to("accommodations", "user_id", "users", "CASCADE"),
        points_to("accommodations", "set_by_id", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("user_id", name="pk_accommodations"),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("accommodations")
    op.drop_table("group_members")
    op.drop_table("classroom_groups")
    op.drop_table("teacher_invitations")
    op.drop_column("classrooms", "joining_closed_at")

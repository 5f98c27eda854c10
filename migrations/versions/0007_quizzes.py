"""Quizzes, assignments, attempts and responses."""

import sqlalchemy as sa
from alembic import op

from quizapp.store.base import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "quizzes",
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("instructions", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("owner_id", ROW, nullable=False),
        sa.Column("classroom_id", ROW, nullable=True),
        sa.Column("results_released_at", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["classroom_id"], ["classrooms.id"], name="fk_quizzes_classroom_id_classrooms"
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["users.id"], name="fk_quizzes_owner_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_quizzes"),
        sa.UniqueConstraint("public_id", name="uq_quizzes_public_id"),
    )
    op.create_index("ix_quizzes_classroom_id", "quizzes", ["classroom_id"], unique=False)
    op.create_index("ix_quizzes_owner_id", "quizzes", ["owner_id"], unique=False)
    op.create_table(
        "assignments",
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("quiz_id", ROW, nullable=True),
        sa.Column("classroom_id", ROW, nullable=False),
        sa.Column("for_everyone", sa.Boolean(), nullable=False),
        sa.Column("opens_at", Instant(), nullable=True),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("closes_at", Instant(), nullable=True),
        sa.Column("target", sa.Double(), nullable=False),
        sa.Column("created_by_id", ROW, nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("withdrawn_at", Instant(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["classroom_id"],
            ["classrooms.id"],
            name="fk_assignments_classroom_id_classrooms",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["created_by_id"],
            ["users.id"],
            name="fk_assignments_created_by_id_users",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_assignments_quiz_id_quizzes"),
        sa.PrimaryKeyConstraint("id", name="pk_assignments"),
        sa.UniqueConstraint("public_id", name="uq_assignments_public_id"),
    )
    op.create_index("ix_assignments_classroom_id", "assignments", ["classroom_id"], unique=False)
    op.create_index("ix_assignments_quiz_id", "assignments", ["quiz_id"], unique=False)
    op.create_table(
        "assignment_facts",
        sa.Column("assignment_id", ROW, nullable=False),
        sa.Column("fact_id", ROW, nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name="fk_assignment_facts_assignment_id_assignments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["fact_id"], ["facts.id"], name="fk_assignment_facts_fact_id_facts"
        ),
        sa.PrimaryKeyConstraint("assignment_id", "fact_id", name="pk_assignment_facts"),
    )
    op.create_index("ix_assignment_facts_fact_id", "assignment_facts", ["fact_id"], unique=False)
    op.create_table(
        "assignment_groups",
        sa.Column("assignment_id", ROW, nullable=False),
        sa.Column("group_id", ROW, nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name="fk_assignment_groups_assignment_id_assignments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["classroom_groups.id"],
            name="fk_assignment_groups_group_id_classroom_groups",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assignment_id", "group_id", name="pk_assignment_groups"),
    )
    op.create_index(
        "ix_assignment_groups_group_id", "assignment_groups", ["group_id"], unique=False
    )
    op.create_table(
        "assignment_learners",
        sa.Column("assignment_id", ROW, nullable=False),
        sa.Column("learner_id", ROW, nullable=False),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name="fk_assignment_learners_assignment_id_assignments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["users.id"],
            name="fk_assignment_learners_learner_id_users",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("assignment_id", "learner_id", name="pk_assignment_learners"),
    )
    op.create_index(
        "ix_assignment_learners_learner_id", "assignment_learners", ["learner_id"], unique=False
    )
    op.create_table(
        "attempts",
        sa.Column("id", ROW, nullable=False),
        sa.Column("public_id", sa.String(length=40), nullable=False),
        sa.Column("quiz_id", ROW, nullable=False),
        sa.Column("assignment_id", ROW, nullable=False),
        sa.Column("learner_id", ROW, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("seed", sa.String(length=40), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("accommodation", sa.JSON(), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("due_at", Instant(), nullable=True),
        sa.Column("ends_at", Instant(), nullable=True),
        sa.Column("grace_seconds", sa.Integer(), nullable=False),
        sa.Column("submitted_at", Instant(), nullable=True),
        sa.Column("ended_by", sa.String(length=10), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("most", sa.Double(), nullable=False),
        sa.Column("penalty", sa.Double(), nullable=False),
        sa.Column("released_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name="fk_attempts_assignment_id_assignments",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["users.id"], name="fk_attempts_learner_id_users", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["quiz_id"], ["quizzes.id"], name="fk_attempts_quiz_id_quizzes"),
        sa.PrimaryKeyConstraint("id", name="pk_attempts"),
        sa.UniqueConstraint("public_id", name="uq_attempts_public_id"),
        sa.UniqueConstraint(
            "quiz_id", "learner_id", "number", name="uq_attempts_quiz_id_learner_id_number"
        ),
    )
    op.create_index("ix_attempts_assignment_id", "attempts", ["assignment_id"], unique=False)
    op.create_index("ix_attempts_learner_state", "attempts", ["learner_id", "state"], unique=False)
    op.create_index("ix_attempts_state_ends_at", "attempts", ["state", "ends_at"], unique=False)
    op.create_table(
        "quiz_items",
        sa.Column("id", ROW, nullable=False),
        sa.Column("quiz_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("question_id", ROW, nullable=True),
        sa.Column("version_id", ROW, nullable=True),
        sa.Column("pool", sa.JSON(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("points", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_quiz_items_question_id_questions"
        ),
        sa.ForeignKeyConstraint(
            ["quiz_id"], ["quizzes.id"], name="fk_quiz_items_quiz_id_quizzes", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["question_versions.id"],
            name="fk_quiz_items_version_id_question_versions",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_items"),
    )
    op.create_index("ix_quiz_items_quiz_id", "quiz_items", ["quiz_id"], unique=False)
    op.create_table(
        "attempt_slots",
        sa.Column("attempt_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_id", ROW, nullable=True),
        sa.Column("question_id", ROW, nullable=False),
        sa.Column("version_id", ROW, nullable=False),
        sa.Column("points", sa.Double(), nullable=False),
        sa.Column("mark", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempts.id"],
            name="fk_attempt_slots_attempt_id_attempts",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["quiz_items.id"],
            name="fk_attempt_slots_item_id_quiz_items",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_attempt_slots_question_id_questions"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["question_versions.id"],
            name="fk_attempt_slots_version_id_question_versions",
        ),
        sa.PrimaryKeyConstraint("attempt_id", "position", name="pk_attempt_slots"),
    )
    op.create_index("ix_attempt_slots_question_id", "attempt_slots", ["question_id"], unique=False)
    op.create_index("ix_attempt_slots_version_id", "attempt_slots", ["version_id"], unique=False)
    op.create_table(
        "responses",
        sa.Column("id", ROW, nullable=False),
        sa.Column("attempt_id", ROW, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("version_id", ROW, nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("content_digest", sa.String(length=64), nullable=False),
        sa.Column("response_text", sa.Text(), nullable=False),
        sa.Column("response_chosen", sa.JSON(), nullable=False),
        sa.Column("response_rating", sa.Integer(), nullable=True),
        sa.Column("dont_know", sa.Boolean(), nullable=False),
        sa.Column("certainty", sa.String(length=12), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("checked", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("given_at", Instant(), nullable=False),
        sa.Column("local_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempts.id"],
            name="fk_responses_attempt_id_attempts",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["question_versions.id"],
            name="fk_responses_version_id_question_versions",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_responses"),
        sa.UniqueConstraint("attempt_id", "key", name="uq_responses_attempt_id_key"),
    )
    op.create_index(
        "ix_responses_slot", "responses", ["attempt_id", "position", "id"], unique=False
    )
    op.create_index("ix_responses_version_id", "responses", ["version_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_index("ix_responses_version_id", table_name="responses")
    op.drop_index("ix_responses_slot", table_name="responses")
    op.drop_table("responses")
    op.drop_index("ix_attempt_slots_version_id", table_name="attempt_slots")
    op.drop_index("ix_attempt_slots_question_id", table_name="attempt_slots")
    op.drop_table("attempt_slots")
    op.drop_index("ix_quiz_items_quiz_id", table_name="quiz_items")
    op.drop_table("quiz_items")
    op.drop_index("ix_attempts_state_ends_at", table_name="attempts")
    op.drop_index("ix_attempts_learner_state", table_name="attempts")
    op.drop_index("ix_attempts_assignment_id", table_name="attempts")
    op.drop_table("attempts")
    op.drop_index("ix_assignment_learners_learner_id", table_name="assignment_learners")
    op.drop_table("assignment_learners")
    op.drop_index("ix_assignment_groups_group_id", table_name="assignment_groups")
    op.drop_table("assignment_groups")
    op.drop_index("ix_assignment_facts_fact_id", table_name="assignment_facts")
    op.drop_table("assignment_facts")
    op.drop_index("ix_assignments_quiz_id", table_name="assignments")
    op.drop_index("ix_assignments_classroom_id", table_name="assignments")
    op.drop_table("assignments")
    op.drop_index("ix_quizzes_owner_id", table_name="quizzes")
    op.drop_index("ix_quizzes_classroom_id", table_name="quizzes")
    op.drop_table("quizzes")

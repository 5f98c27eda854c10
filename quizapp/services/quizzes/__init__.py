"""Quizzes: made and assigned by teachers, sat by learners, released into their memory."""

from quizapp.services.quizzes.assigning import (
    assign,
    assigned,
    assignment_sheet,
    change_assignment,
    withdraw,
)
from quizapp.services.quizzes.drafts import AssignmentDraft, DraftProblems, ItemDraft, QuizDraft
from quizapp.services.quizzes.making import change, create, set_state, sheet, taught

__all__ = [
    "AssignmentDraft",
    "DraftProblems",
    "ItemDraft",
    "QuizDraft",
    "assign",
    "assigned",
    "assignment_sheet",
    "change",
    "change_assignment",
    "create",
    "set_state",
    "sheet",
    "taught",
    "withdraw",
]

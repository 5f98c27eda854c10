"""Authoring: what a teacher writes, what is wrong with it, and saving it as a version."""

from quizapp.services.authoring.checks import FLAWS, check
from quizapp.services.authoring.detail import (
    Comment,
    QuestionDetail,
    Version,
    draft_of,
    question_detail,
)
from quizapp.services.authoring.differences import Difference, Piece, differences
from quizapp.services.authoring.draft import MOST_ROWS, Draft, DraftOption
from quizapp.services.authoring.finding import Check
from quizapp.services.authoring.keys import Reading, read
from quizapp.services.authoring.making import preview, question_of
from quizapp.services.authoring.places import DraftRefused
from quizapp.services.authoring.reading import Choices, choices, fact_to_ask, form_key
from quizapp.services.authoring.saving import Conflict, save_new, save_version

__all__ = [
    "FLAWS",
    "MOST_ROWS",
    "Check",
    "Choices",
    "Comment",
    "Conflict",
    "Difference",
    "Draft",
    "DraftOption",
    "DraftRefused",
    "Piece",
    "QuestionDetail",
    "Reading",
    "Version",
    "check",
    "choices",
    "differences",
    "draft_of",
    "fact_to_ask",
    "form_key",
    "preview",
    "question_detail",
    "question_of",
    "read",
    "save_new",
    "save_version",
]

"""Authoring: what a teacher writes, what is wrong with it, and saving it as a version."""

from quizapp.services.authoring.checks import FLAWS, Check, check
from quizapp.services.authoring.draft import Draft, DraftOption, preview
from quizapp.services.authoring.reading import (
    Choices,
    QuestionDetail,
    Version,
    choices,
    draft_of,
    fact_to_ask,
    form_key,
    question_detail,
)
from quizapp.services.authoring.saving import Conflict, DraftRefused, save_new, save_version

__all__ = [
    "FLAWS",
    "Check",
    "Choices",
    "Conflict",
    "Draft",
    "DraftOption",
    "DraftRefused",
    "QuestionDetail",
    "Version",
    "check",
    "choices",
    "draft_of",
    "fact_to_ask",
    "form_key",
    "preview",
    "question_detail",
    "save_new",
    "save_version",
]

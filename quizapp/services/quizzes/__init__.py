"""Quizzes: made and assigned by teachers, sat by learners, released into their memory."""

from typing import TYPE_CHECKING

from quizapp.services.facade import loaded_later

if TYPE_CHECKING:
    from quizapp.services.quizzes import essays
    from quizapp.services.quizzes.assigning import (
        assign,
        assigned,
        assignment_sheet,
        change_assignment,
        withdraw,
    )
    from quizapp.services.quizzes.drafts import AssignmentDraft, DraftProblems, ItemDraft, QuizDraft
    from quizapp.services.quizzes.making import change, create, set_state, sheet, taught
    from quizapp.services.quizzes.previewing import preview
    from quizapp.services.quizzes.releasing import release_results
    from quizapp.services.quizzes.results import StillOpen, result
    from quizapp.services.quizzes.settling import sweep
    from quizapp.services.quizzes.sitting import (
        Answered,
        AttemptOver,
        Saved,
        first_open,
        overview,
        page,
        save,
        submit,
    )
    from quizapp.services.quizzes.starting import mine, start, start_screen

__all__ = [
    "Answered",
    "AssignmentDraft",
    "AttemptOver",
    "DraftProblems",
    "ItemDraft",
    "QuizDraft",
    "Saved",
    "StillOpen",
    "assign",
    "assigned",
    "assignment_sheet",
    "change",
    "change_assignment",
    "create",
    "essays",
    "first_open",
    "mine",
    "overview",
    "page",
    "preview",
    "release_results",
    "result",
    "save",
    "set_state",
    "sheet",
    "start",
    "start_screen",
    "submit",
    "sweep",
    "taught",
    "withdraw",
]

if not TYPE_CHECKING:  # type checkers would believe every name of it
    __getattr__ = loaded_later(
        __name__,
        {
            "": ("essays",),
            "assigning": (
                "assign",
                "assigned",
                "assignment_sheet",
                "change_assignment",
                "withdraw",
            ),
            "drafts": ("AssignmentDraft", "DraftProblems", "ItemDraft", "QuizDraft"),
            "making": ("change", "create", "set_state", "sheet", "taught"),
            "previewing": ("preview",),
            "releasing": ("release_results",),
            "results": ("StillOpen", "result"),
            "settling": ("sweep",),
            "sitting": (
                "Answered",
                "AttemptOver",
                "Saved",
                "first_open",
                "overview",
                "page",
                "save",
                "submit",
            ),
            "starting": ("mine", "start", "start_screen"),
        },
    )

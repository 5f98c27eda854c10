"""Quizzes as learners have them: the list, the page before, the sitting, the result."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

QUIZZES = blueprint(
    "quizzes",
    __name__,
    (
        Rule("/quizzes", "index", "views:index", Permission.JOIN),
        Rule("/quizzes/<public_id>", "before", "views:before", Permission.JOIN),
        Rule("/quizzes/<public_id>", "start", "views:start", Permission.JOIN, ("POST",)),
        Rule("/quizzes/<public_id>/preview", "preview", "views:preview", Permission.TEACH),
        Rule(
            "/quizzes/<public_id>/preview", "try_out", "views:try_out", Permission.TEACH, ("POST",)
        ),
        Rule("/attempts/<public_id>", "attempt", "views:attempt", Permission.JOIN),
        Rule("/attempts/<public_id>", "save", "views:save", Permission.JOIN, ("POST",)),
        Rule("/attempts/<public_id>/submit", "overview", "views:overview", Permission.JOIN),
        Rule("/attempts/<public_id>/submit", "submit", "views:submit", Permission.JOIN, ("POST",)),
        Rule("/attempts/<public_id>/result", "result", "views:result", Permission.JOIN),
    ),
)

"""A teacher's questions: listed, written, previewed, changed."""

from quizapp.services.access import Permission
from quizapp.web.authoring import views
from quizapp.web.shared.rules import Rule, blueprint

AUTHORING = blueprint(
    "authoring",
    __name__,
    (
        Rule("/questions", "index", views.index, Permission.TEACH),
        Rule("/questions/new", "new", views.new, Permission.TEACH, ("GET", "POST")),
        Rule("/questions/preview", "preview", views.preview, Permission.TEACH, ("POST",)),
        Rule("/questions/<public_id>", "detail", views.detail, Permission.TEACH),
        Rule("/questions/<public_id>/edit", "edit", views.edit, Permission.TEACH, ("GET", "POST")),
    ),
)

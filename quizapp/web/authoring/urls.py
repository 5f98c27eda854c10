"""A teacher's questions: listed, written, previewed, changed."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

TEACH = Permission.TEACH
POST = ("POST",)

AUTHORING = blueprint(
    "authoring",
    __name__,
    (
        Rule("/questions", "index", "listing:index", TEACH),
        Rule("/questions/many", "many", "listing:many", TEACH, POST),
        Rule("/questions/many/undo", "take_back", "listing:take_back", TEACH, POST),
        Rule("/questions/views", "keep", "listing:keep", TEACH, POST),
        Rule("/questions/paste", "paste", "pasting:paste", TEACH, ("GET", "POST")),
        Rule("/questions/new", "new", "views:new", TEACH, ("GET", "POST")),
        Rule("/questions/preview", "preview", "views:preview", TEACH, POST),
        Rule("/questions/<public_id>", "detail", "pages:detail", TEACH),
        Rule("/questions/<public_id>/edit", "edit", "views:edit", TEACH, ("GET", "POST")),
        Rule("/questions/<public_id>/history", "history", "pages:history", TEACH),
        Rule("/questions/<public_id>/restore", "restore", "pages:restore", TEACH, POST),
        Rule("/questions/<public_id>/state", "state", "pages:state", TEACH, POST),
        Rule("/questions/<public_id>/place", "place", "pages:place", TEACH, POST),
        Rule("/questions/<public_id>/comments", "comments", "pages:comments", TEACH, POST),
    ),
)

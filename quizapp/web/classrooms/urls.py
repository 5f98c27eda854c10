"""Classrooms: made by a teacher, joined by a code."""

from quizapp.services.access import Permission
from quizapp.web.classrooms import views
from quizapp.web.shared.rules import Rule, blueprint

CLASSROOMS = blueprint(
    "classrooms",
    __name__,
    (
        Rule("/classrooms", "index", views.index, Permission.STUDY),
        Rule("/classrooms", "create", views.create, Permission.TEACH, ("POST",)),
        Rule("/classrooms/<public_id>", "detail", views.detail, Permission.TEACH),
        Rule("/join", "join", views.join, Permission.JOIN, ("GET", "POST")),
        Rule("/join/<code>", "join", views.join, Permission.JOIN, ("GET", "POST")),
    ),
)

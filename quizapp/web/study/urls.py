"""Study: one question at a time."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint
from quizapp.web.study import views

STUDY = blueprint(
    "study",
    __name__,
    (
        Rule("/study", "index", views.index, Permission.STUDY),
        Rule("/study/reveal", "reveal", views.reveal, Permission.STUDY, ("POST",)),
        Rule("/study/answer", "answer", views.answer, Permission.STUDY, ("POST",)),
        Rule("/study/undo", "undo", views.undo, Permission.STUDY, ("POST",)),
    ),
)

"""Study: one question at a time. A visitor is shown one too; the first answer makes a guest."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint
from quizapp.web.study import views

STUDY = blueprint(
    "study",
    __name__,
    (
        Rule("/study", "index", views.index, Permission.PUBLIC),
        Rule("/study/reveal", "reveal", views.reveal, Permission.PUBLIC, ("POST",)),
        Rule("/study/hint", "hint", views.hint, Permission.PUBLIC, ("POST",)),
        Rule("/study/answer", "answer", views.answer, Permission.PUBLIC, ("POST",)),
        Rule("/study/undo", "undo", views.undo, Permission.STUDY, ("POST",)),
    ),
)

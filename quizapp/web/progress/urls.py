"""Home and progress."""

from quizapp.services.access import Permission
from quizapp.web.progress import views
from quizapp.web.shared.rules import Rule, blueprint

HOME = blueprint(
    "home",
    __name__,
    (
        Rule("/", "index", views.home, Permission.PUBLIC),
        Rule("/try", "try_answer", views.try_answer, Permission.PUBLIC, ("POST",)),
    ),
)
PROGRESS = blueprint(
    "progress", __name__, (Rule("/progress", "index", views.progress, Permission.STUDY),)
)

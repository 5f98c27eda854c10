"""Facts and sources to read."""

from quizapp.services.access import Permission
from quizapp.web.facts import views
from quizapp.web.shared.rules import Rule, blueprint

FACTS = blueprint(
    "facts",
    __name__,
    (
        Rule("/facts", "index", views.index, Permission.STUDY),
        Rule("/facts/<public_id>", "detail", views.detail, Permission.STUDY),
        Rule("/sources/<slug>", "source", views.source, Permission.STUDY),
    ),
)

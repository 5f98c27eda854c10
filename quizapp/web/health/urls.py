"""Whether the server lives and is ready."""

from quizapp.services.access import Permission
from quizapp.web.health import views
from quizapp.web.shared.rules import Rule, blueprint

HEALTH = blueprint(
    "health",
    __name__,
    (
        Rule("/health/live", "live", views.live, Permission.PUBLIC),
        Rule("/health/ready", "ready", views.ready, Permission.PUBLIC),
    ),
)

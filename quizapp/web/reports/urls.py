"""Who knows what: a class, a learner."""

from quizapp.services.access import Permission
from quizapp.web.reports import views
from quizapp.web.shared.rules import Rule, blueprint

REPORTS = blueprint(
    "reports",
    __name__,
    (
        Rule("/reports", "index", views.index, Permission.TEACH),
        Rule("/reports/classrooms/<public_id>", "classroom", views.classroom, Permission.TEACH),
        Rule(
            "/reports/classrooms/<public_id>.csv",
            "classroom_csv",
            views.classroom_csv,
            Permission.TEACH,
        ),
        Rule(
            "/reports/classrooms/<public_id>/students/<student>",
            "student",
            views.student,
            Permission.TEACH,
        ),
    ),
)

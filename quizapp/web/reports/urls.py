"""Who knows what: a class, a learner; how a quiz went, what a question tells."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

REPORTS = blueprint(
    "reports",
    __name__,
    (
        Rule("/reports", "index", "views:index", Permission.TEACH),
        Rule("/reports/classrooms/<public_id>", "classroom", "views:classroom", Permission.TEACH),
        Rule(
            "/reports/classrooms/<public_id>.csv",
            "classroom_csv",
            "views:classroom_csv",
            Permission.TEACH,
        ),
        Rule(
            "/reports/classrooms/<public_id>/students/<student>",
            "student",
            "views:student",
            Permission.TEACH,
        ),
        Rule("/reports/quizzes", "quizzes", "items:quiz_list", Permission.TEACH),
        Rule("/reports/quizzes/<public_id>", "quiz", "items:quiz", Permission.TEACH),
        Rule("/reports/quizzes/<public_id>.csv", "quiz_csv", "items:quiz_csv", Permission.TEACH),
        Rule(
            "/reports/quizzes/<public_id>/questions.csv",
            "quiz_items_csv",
            "items:quiz_items_csv",
            Permission.TEACH,
        ),
        Rule("/reports/questions/<public_id>", "question", "items:question", Permission.TEACH),
        Rule(
            "/reports/questions/<public_id>.csv",
            "question_csv",
            "items:question_csv",
            Permission.TEACH,
        ),
    ),
)

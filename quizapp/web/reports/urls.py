"""Who knows what: a class, a learner; how a quiz went, what a question or a fact tells."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

TEACH = Permission.TEACH
FORMS = ("csv", "xlsx")
"""Every report is a page, and a file in each of these forms with the same numbers."""
CLASSROOM = "/reports/classrooms/<public_id>"
STUDENT = f"{CLASSROOM}/students/<student>"
QUIZ = "/reports/quizzes/<public_id>"
QUESTION = "/reports/questions/<public_id>"
FACT = "/reports/facts/<public_id>"


def _files(path: str, endpoint: str, view: str) -> tuple[Rule, ...]:
    return tuple(Rule(f"{path}.{form}", f"{endpoint}_{form}", view, TEACH) for form in FORMS)


REPORTS = blueprint(
    "reports",
    __name__,
    (
        Rule("/reports", "index", "views:index", TEACH),
        Rule(CLASSROOM, "classroom", "views:classroom", TEACH),
        *_files(CLASSROOM, "classroom", "files:classroom"),
        Rule(STUDENT, "student", "views:student", TEACH),
        *_files(STUDENT, "student", "files:student"),
        Rule("/reports/quizzes", "quizzes", "items:quiz_list", TEACH),
        Rule(QUIZ, "quiz", "items:quiz", TEACH),
        *_files(QUIZ, "quiz", "files:quiz"),
        *_files(f"{QUIZ}/questions", "quiz_items", "files:quiz_items"),
        Rule(QUESTION, "question", "items:question", TEACH),
        *_files(QUESTION, "question", "files:question"),
        Rule(FACT, "fact", "items:fact", TEACH),
        *_files(FACT, "fact", "files:fact"),
    ),
)

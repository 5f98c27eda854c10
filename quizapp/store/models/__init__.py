"""The tables, one or a tight pair per file; importing this module fills the metadata."""

from quizapp.store.models.classrooms import Classroom, Enrolment
from quizapp.store.models.knowledge import Fact, Source
from quizapp.store.models.memory import Answer, Card, DayTotal, Review, Voiding
from quizapp.store.models.people import Limit, LoginSession, OneTimeCode, User
from quizapp.store.models.questions import Question, QuestionFact, QuestionOption, QuestionVersion
from quizapp.store.models.records import AuditEvent, Remembered

__all__ = [
    "Answer",
    "AuditEvent",
    "Card",
    "Classroom",
    "DayTotal",
    "Enrolment",
    "Fact",
    "Limit",
    "LoginSession",
    "OneTimeCode",
    "Question",
    "QuestionFact",
    "QuestionOption",
    "QuestionVersion",
    "Remembered",
    "Review",
    "Source",
    "User",
    "Voiding",
]

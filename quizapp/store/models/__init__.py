"""The tables, one or a tight pair per file; importing this module fills the metadata."""

from quizapp.store.models.accommodations import AccommodationRow
from quizapp.store.models.assignments import (
    Assignment,
    AssignmentFact,
    AssignmentGroup,
    AssignmentLearner,
)
from quizapp.store.models.attempts import Attempt, AttemptSlot, Response
from quizapp.store.models.bank_lists import BulkChange, SavedView
from quizapp.store.models.candidates import Candidate
from quizapp.store.models.classrooms import Classroom, Enrolment, TeacherInvitation
from quizapp.store.models.essays import EssayDraft, EssayMark
from quizapp.store.models.finding import QuestionTag, QuestionWord
from quizapp.store.models.groups import Group, GroupMember
from quizapp.store.models.jobs import Job
from quizapp.store.models.knowledge import Fact, Source
from quizapp.store.models.memory import Answer, Card, DayTotal, Review, Voiding
from quizapp.store.models.objections import Objection
from quizapp.store.models.people import Limit, LoginSession, OneTimeCode, User
from quizapp.store.models.pictures import Picture, QuestionPicture
from quizapp.store.models.questions import Question, QuestionFact, QuestionOption, QuestionVersion
from quizapp.store.models.quizzes import Quiz, QuizItem
from quizapp.store.models.records import AuditEvent, Remembered
from quizapp.store.models.regrades import Regrade, RegradeLine
from quizapp.store.models.reviewing import QuestionComment
from quizapp.store.models.school_changes import FactOverlay, FactVersion, FormerFact, LeftOut
from quizapp.store.models.source_texts import SourceText

__all__ = [
    "AccommodationRow",
    "Answer",
    "Assignment",
    "AssignmentFact",
    "AssignmentGroup",
    "AssignmentLearner",
    "Attempt",
    "AttemptSlot",
    "AuditEvent",
    "BulkChange",
    "Candidate",
    "Card",
    "Classroom",
    "DayTotal",
    "Enrolment",
    "EssayDraft",
    "EssayMark",
    "Fact",
    "FactOverlay",
    "FactVersion",
    "FormerFact",
    "Group",
    "GroupMember",
    "Job",
    "LeftOut",
    "Limit",
    "LoginSession",
    "Objection",
    "OneTimeCode",
    "Picture",
    "Question",
    "QuestionComment",
    "QuestionFact",
    "QuestionOption",
    "QuestionPicture",
    "QuestionTag",
    "QuestionVersion",
    "QuestionWord",
    "Quiz",
    "QuizItem",
    "Regrade",
    "RegradeLine",
    "Remembered",
    "Response",
    "Review",
    "SavedView",
    "Source",
    "SourceText",
    "TeacherInvitation",
    "User",
    "Voiding",
]

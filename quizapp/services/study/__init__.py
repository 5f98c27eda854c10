"""Study: what to ask next, taking an answer, taking it back, and today's plan."""

from quizapp.services.study.again import held_question, verdict_again, with_next_hint
from quizapp.services.study.answering import AnswerUnclear, LearnerGone, answer, reveal
from quizapp.services.study.asking import ask, question_again
from quizapp.services.study.ending import session_end
from quizapp.services.study.responding import Submission
from quizapp.services.study.trying import TryResult, try_answer, try_question
from quizapp.services.study.undoing import undo

__all__ = [
    "AnswerUnclear",
    "LearnerGone",
    "Submission",
    "TryResult",
    "answer",
    "ask",
    "held_question",
    "question_again",
    "reveal",
    "session_end",
    "try_answer",
    "try_question",
    "undo",
    "verdict_again",
    "with_next_hint",
]

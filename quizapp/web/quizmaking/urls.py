"""Quizzes and assignments as teachers make them."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

BOTH = ("GET", "POST")
POST = ("POST",)
TEACH = Permission.TEACH
QUIZMAKING = blueprint(
    "quizmaking",
    __name__,
    (
        Rule("/quizzes/made", "index", "views:index", TEACH),
        Rule("/quizzes/new", "new", "views:new", TEACH, BOTH),
        Rule("/quizzes/<public_id>/edit", "edit", "views:edit", TEACH, BOTH),
        Rule("/quizzes/<public_id>/state", "state", "views:state", TEACH, POST),
        Rule("/quizzes/<public_id>/release", "release", "views:release", TEACH, POST),
        Rule("/quizzes/<public_id>/regrade", "regrade", "regrading:regrade", TEACH),
        Rule("/quizzes/<public_id>/regrade", "change_marks", "regrading:change", TEACH, POST),
        Rule("/quizzes/<public_id>/regrade/undo", "undo_regrade", "regrading:undo", TEACH, POST),
        Rule("/quizzes/<public_id>/marking", "marking", "marking:queue", TEACH),
        Rule("/quizzes/<public_id>/marking/essay", "essay", "marking:essay", TEACH),
        Rule("/quizzes/<public_id>/marking/essay", "mark_essay", "marking:mark", TEACH, POST),
        Rule("/quizzes/<public_id>/paper", "paper", "views:paper", TEACH),
        Rule("/quizzes/<public_id>/assign", "assign_quiz", "assignments:assign_quiz", TEACH, BOTH),
        Rule("/classrooms/<public_id>/assignments", "assignments", "assignments:index", TEACH),
        Rule(
            "/classrooms/<public_id>/assign",
            "assign_facts",
            "assignments:assign_facts",
            TEACH,
            BOTH,
        ),
        Rule("/assignments/<public_id>", "assignment", "assignments:assignment", TEACH, BOTH),
        Rule("/assignments/<public_id>/withdraw", "withdraw", "assignments:withdraw", TEACH, POST),
        Rule("/assignments/<public_id>/live", "live", "assignments:live", TEACH),
    ),
)

"""Objections: a learner's "something is wrong here", and the teachers' list of them."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

BOTH = ("GET", "POST")
STUDY, TEACH = Permission.STUDY, Permission.TEACH

OBJECTIONS = blueprint(
    "objections",
    __name__,
    (
        Rule("/objections", "index", "deciding:index", TEACH),
        Rule("/objections/new", "new", "views:new", STUDY, BOTH),
        Rule("/objections/mine", "mine", "views:mine", STUDY, BOTH),
        Rule("/objections/<public_id>", "case", "deciding:case", TEACH, BOTH),
    ),
)

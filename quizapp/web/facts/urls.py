"""Facts and sources to read; a school's changes of shipped facts."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

BOTH = ("GET", "POST")
POST = ("POST",)
ADMINISTER = Permission.ADMINISTER

FACTS = blueprint(
    "facts",
    __name__,
    (
        Rule("/facts", "index", "views:index", Permission.STUDY),
        Rule("/facts/changes", "changes", "changing:changes", ADMINISTER),
        Rule("/facts/<public_id>", "detail", "views:detail", Permission.STUDY),
        Rule("/facts/<public_id>/change", "change", "changing:change", ADMINISTER, BOTH),
        Rule("/facts/<public_id>/keep", "keep", "changing:keep", ADMINISTER, POST),
        Rule("/facts/<public_id>/drop", "drop", "changing:drop", ADMINISTER, POST),
        Rule("/sources/<slug>", "source", "views:source", Permission.STUDY),
    ),
)

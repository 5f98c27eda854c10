"""Pictures of questions."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

PICTURES = blueprint(
    "pictures",
    __name__,
    (Rule("/pictures/<public_id>", "picture", "views:picture", Permission.PUBLIC),),
)

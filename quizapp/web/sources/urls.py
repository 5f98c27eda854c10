"""A teacher's texts: listed, taken in, reviewed, changed."""

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint

SOURCES = blueprint(
    "sources",
    __name__,
    (
        Rule("/sources", "index", "views:index", Permission.TEACH),
        Rule("/sources/new", "new", "views:new", Permission.TEACH, ("GET", "POST")),
        Rule("/sources/<slug>/review", "review", "views:review", Permission.TEACH),
        Rule("/sources/<slug>/review", "decide", "views:decide", Permission.TEACH, ("POST",)),
        Rule("/sources/<slug>/text", "text", "views:text", Permission.TEACH, ("GET", "POST")),
    ),
)

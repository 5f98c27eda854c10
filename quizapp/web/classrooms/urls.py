"""Classrooms: made by a teacher, joined by a code, looked after by all who teach there."""

from werkzeug.exceptions import RequestEntityTooLarge

from quizapp.services.access import Permission
from quizapp.web.shared.rules import Rule, blueprint, later

BOTH = ("GET", "POST")
POST = ("POST",)
TEACH = Permission.TEACH
CLASSROOMS = blueprint(
    "classrooms",
    __name__,
    (
        Rule("/classrooms", "index", "views:index", Permission.STUDY),
        Rule("/classrooms", "create", "views:create", TEACH, POST),
        Rule("/join", "join", "views:join", Permission.JOIN, BOTH),
        Rule("/join/<code>", "join", "views:join", Permission.JOIN, BOTH),
        Rule("/classrooms/<public_id>", "detail", "views:detail", Permission.STUDY),
        Rule("/classrooms/<public_id>/poster", "poster", "care:poster", TEACH),
        Rule("/classrooms/<public_id>/code", "code", "care:code", TEACH, POST),
        Rule("/classrooms/<public_id>/settings", "settings", "care:settings", TEACH, BOTH),
        Rule("/classrooms/<public_id>/archive", "archive", "care:archive", TEACH, POST),
        Rule("/classrooms/<public_id>/restore", "restore", "care:restore", TEACH, POST),
        Rule("/classrooms/<public_id>/delete", "delete", "care:delete", TEACH, POST),
        Rule("/classrooms/<public_id>/list", "class_list", "lists:class_list", TEACH, BOTH),
        Rule("/classrooms/<public_id>/slips", "slips", "lists:slips", TEACH, BOTH),
        Rule("/classrooms/<public_id>/pupils.csv", "pupils_csv", "lists:pupils_csv", TEACH),
        Rule("/classrooms/<public_id>/pupils/<student>", "pupil", "pupils:pupil", TEACH, BOTH),
        Rule(
            "/classrooms/<public_id>/pupils/<student>/remove",
            "remove_pupil",
            "pupils:remove",
            TEACH,
            POST,
        ),
        Rule("/classrooms/<public_id>/groups", "groups", "groups:groups", TEACH, BOTH),
        Rule("/classrooms/<public_id>/groups/<group>", "group", "groups:group", TEACH, BOTH),
        Rule(
            "/classrooms/<public_id>/groups/<group>/delete",
            "delete_group",
            "groups:delete",
            TEACH,
            POST,
        ),
        Rule("/classrooms/<public_id>/teachers", "teachers", "teachers:teachers", TEACH, BOTH),
        Rule("/classrooms/<public_id>/teachers/<who>", "teacher", "teachers:teacher", TEACH, POST),
        Rule("/classrooms/<public_id>/invitation", "answer", "teachers:answer", TEACH, POST),
        Rule("/classrooms/<public_id>/leave", "leave", "teachers:leave", TEACH, POST),
    ),
)
CLASSROOMS.errorhandler(RequestEntityTooLarge)(later(__name__, "lists:too_large"))

"""Classroom pages of the gallery: those with the most on them, with invented pupils."""

from __future__ import annotations

from datetime import timedelta

from quizapp.services.classrooms import (
    ClassroomScreen,
    ListPlan,
    ListRow,
    PlannedRow,
    PupilLine,
    PupilPage,
    Slip,
    Slips,
)
from quizapp.store.queries.accommodations import Accommodation, Granted
from quizapp.store.queries.groups import GroupLine
from quizapp.store.queries.members import Teacher
from quizapp.web.classrooms.forms import AccommodationForm
from quizapp.web.classrooms.qr import qr_code
from tests.browser.gallery.samples import NOW, TEACHER, TODAY

PLACE = "/classrooms/<public_id>"
ENDPOINTS = {
    "classrooms.detail": PLACE,
    "classrooms.poster": f"{PLACE}/poster",
    "classrooms.code": f"{PLACE}/code",
    "classrooms.settings": f"{PLACE}/settings",
    "classrooms.restore": f"{PLACE}/restore",
    "classrooms.class_list": f"{PLACE}/list",
    "classrooms.slips": f"{PLACE}/slips",
    "classrooms.pupils_csv": f"{PLACE}/pupils.csv",
    "classrooms.pupil": f"{PLACE}/pupils/<student>",
    "classrooms.remove_pupil": f"{PLACE}/pupils/<student>/remove",
    "classrooms.groups": f"{PLACE}/groups",
    "classrooms.teachers": f"{PLACE}/teachers",
    "account.new_code": "/account/codes/<classroom>/<student>",
    "authoring.new": "/questions/new",
    "reports.classroom": "/reports/classrooms/<public_id>",
    "reports.student": "/reports/classrooms/<public_id>/students/<student>",
}


def _pupil(number: int, name: str, days: int | None, *groups: str, ready: bool = True) -> PupilLine:
    studied = None if days is None else TODAY - timedelta(days=days)
    joined = TODAY - timedelta(days=80)
    return PupilLine(f"pupil-{number}", name, joined, studied, groups, ready=ready)


PUPILS = (
    _pupil(1, "Alejandra Bravo Gutiérrez de la Torre", 0, "Early readers", "Debate"),
    _pupil(2, "Bruno Peña", 3),
    _pupil(3, "Camila Deza", None, "Early readers", ready=False),
    _pupil(4, "Hugo", 15),
)
ROOM = ClassroomScreen(
    public_id="class-4b",
    name="4B History",
    code="K7P4-2XQM",
    time_zone="America/Lima",
    today=TODAY,
    since=TODAY - timedelta(days=81),
    pupils=PUPILS,
    teachers=(Teacher(1, "rosa", "Rosa Quispe", owner=True), Teacher(2, "o", "Óscar", owner=False)),
    owner=True,
    archived=None,
    joining_open=True,
)
GRANTED = Granted(Accommodation(150, 10, no_speed=True), 1, "Rosa Quispe", NOW)
WORDS = ["1.5× the usual time and 10 minutes", "speed does not count"]
ADDRESS = "https://quizapp.colegio-san-martin.example.edu.pe/join/K7P4-2XQM"
PLAN = ListPlan(
    (
        PlannedRow(ListRow("Alejandra Bravo", "Early readers", "a long password"), "new"),
        PlannedRow(ListRow("Alejandra Bravo"), "new", ("twice_in_list",)),
        PlannedRow(ListRow("Bruno Peña"), "known", elsewhere="3A History of the Republic"),
        PlannedRow(ListRow("Hugo"), "here"),
        PlannedRow(ListRow(""), "new", ("name_empty", "group_empty")),
    )
)
PAGES: dict[str, tuple[str, dict[str, object]]] = {
    "classroom": (
        "classrooms/detail.html",
        {
            "person": TEACHER,
            "classroom": ROOM,
            "qr": qr_code(ADDRESS),
            "groups": [GroupLine(1, "g", "Early readers", 2), GroupLine(2, "h", "Debate", 1)],
        },
    ),
    "classroom-list": (
        "classrooms/roster.html",
        {
            "person": TEACHER,
            "classroom": ROOM,
            "plan": PLAN,
            "problems": [[], ["This name stands further up already."], [], [], ["It is missing."]],
            "text": "Alejandra Bravo\tEarly readers",
            "error": "",
            "unused": ("E-mail",),
            "separator": "tab",
            "with_passwords": True,
            "tried": True,
        },
    ),
    "classroom-slips": (
        "classrooms/slips.html",
        {
            "person": TEACHER,
            "public_id": "class-4b",
            "made": Slips("4B History", NOW, tuple(Slip(one.name, "K7P4-2XQM") for one in PUPILS)),
            "address": ADDRESS,
            "qr": qr_code(ADDRESS),
        },
    ),
    "classroom-pupil": (
        "classrooms/pupil.html",
        {
            "person": TEACHER,
            "page": PupilPage("class-4b", "4B History", True, PUPILS[0], GRANTED),
            "granted_words": WORDS,
            "meanwhile": WORDS,
        },
    ),
}


def pupil_form() -> AccommodationForm:
    """The form of the pupil's page; made inside a request, where its words have a language."""
    return AccommodationForm.of(GRANTED)

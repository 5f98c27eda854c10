"""Classrooms: made by a teacher, joined by a code, looked after by all who teach there."""

from typing import TYPE_CHECKING

from quizapp.services.facade import loaded_later
from quizapp.services.spelled_codes import CODE_ALPHABET, CODE_LENGTH, folded_code, shown_code

if TYPE_CHECKING:
    from quizapp.services.classrooms.days import day_in
    from quizapp.services.classrooms.ending import archive, delete_classroom, remove_pupil, restore
    from quizapp.services.classrooms.grouping import (
        GroupPage,
        GroupPupil,
        change_members,
        delete_group,
        group_page,
        groups,
        make_group,
        rename_group,
    )
    from quizapp.services.classrooms.joining import (
        Invitation,
        close_joining,
        invitation,
        join,
        open_joining,
        renew_code,
    )
    from quizapp.services.classrooms.lists import ListRow, decoded, read_list
    from quizapp.services.classrooms.making import change, create, joined, taught
    from quizapp.services.classrooms.page import (
        ClassPage,
        ClassroomScreen,
        PupilLine,
        PupilPage,
        archived,
        class_list,
        class_page,
        classroom,
        pupil_page,
    )
    from quizapp.services.classrooms.roster import (
        ListPlan,
        ListRefused,
        PlannedRow,
        Saved,
        plan,
        save,
    )
    from quizapp.services.classrooms.slips import Slip, SlipPupil, Slips, make_slips, slip_pupils
    from quizapp.services.classrooms.teachers import (
        TeachersPage,
        accept,
        decline,
        hand_over,
        invitations_to_teach,
        invite,
        leave,
        remove_teacher,
        teachers_page,
        withdraw,
    )

__all__ = [
    "CODE_ALPHABET",
    "CODE_LENGTH",
    "ClassPage",
    "ClassroomScreen",
    "GroupPage",
    "GroupPupil",
    "Invitation",
    "ListPlan",
    "ListRefused",
    "ListRow",
    "PlannedRow",
    "PupilLine",
    "PupilPage",
    "Saved",
    "Slip",
    "SlipPupil",
    "Slips",
    "TeachersPage",
    "accept",
    "archive",
    "archived",
    "change",
    "change_members",
    "class_list",
    "class_page",
    "classroom",
    "close_joining",
    "create",
    "day_in",
    "decline",
    "decoded",
    "delete_classroom",
    "delete_group",
    "folded_code",
    "group_page",
    "groups",
    "hand_over",
    "invitation",
    "invitations_to_teach",
    "invite",
    "join",
    "joined",
    "leave",
    "make_group",
    "make_slips",
    "open_joining",
    "plan",
    "pupil_page",
    "read_list",
    "remove_pupil",
    "remove_teacher",
    "rename_group",
    "renew_code",
    "restore",
    "save",
    "shown_code",
    "slip_pupils",
    "taught",
    "teachers_page",
    "withdraw",
]

if not TYPE_CHECKING:  # type checkers would believe every name of it
    __getattr__ = loaded_later(
        __name__,
        {
            "days": ("day_in",),
            "ending": ("archive", "delete_classroom", "remove_pupil", "restore"),
            "grouping": (
                "GroupPage",
                "GroupPupil",
                "change_members",
                "delete_group",
                "group_page",
                "groups",
                "make_group",
                "rename_group",
            ),
            "joining": (
                "Invitation",
                "close_joining",
                "invitation",
                "join",
                "open_joining",
                "renew_code",
            ),
            "lists": ("ListRow", "decoded", "read_list"),
            "making": ("change", "create", "joined", "taught"),
            "page": (
                "ClassPage",
                "ClassroomScreen",
                "PupilLine",
                "PupilPage",
                "archived",
                "class_list",
                "class_page",
                "classroom",
                "pupil_page",
            ),
            "roster": ("ListPlan", "ListRefused", "PlannedRow", "Saved", "plan", "save"),
            "slips": ("Slip", "SlipPupil", "Slips", "make_slips", "slip_pupils"),
            "teachers": (
                "TeachersPage",
                "accept",
                "decline",
                "hand_over",
                "invitations_to_teach",
                "invite",
                "leave",
                "remove_teacher",
                "teachers_page",
                "withdraw",
            ),
        },
    )

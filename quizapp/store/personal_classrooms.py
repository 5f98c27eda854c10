"""Personal data of groups, invitations and accommodations, as `store.personal` declares it."""

from __future__ import annotations

from quizapp.store.models import AccommodationRow, GroupMember, TeacherInvitation
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words

PERSONAL_CLASSROOMS: tuple[Personal, ...] = (
    Personal(
        "groups",
        table_of(GroupMember),
        by(GroupMember.user_id),
        ("group_id",),
        ("user_id",),
        Fate.DELETE,
    ),
    Personal(
        "invitations_to_teach",
        table_of(TeacherInvitation),
        by(TeacherInvitation.user_id),
        words("classroom_id invited_at"),
        words("user_id invited_by_id"),
        Fate.DELETE,
    ),
    Personal(
        "invitations_sent",
        table_of(TeacherInvitation),
        by(TeacherInvitation.invited_by_id),
        words("classroom_id invited_at"),
        ("invited_by_id",),
        Fate.ANONYMISE,
        {"invited_by_id": None},
        words("classroom_id invited_at"),
    ),
    Personal(
        "accommodations",
        table_of(AccommodationRow),
        by(AccommodationRow.user_id),
        words("time_percent extra_minutes due_days no_speed set_at"),
        words("user_id set_by_id row_version"),
        Fate.DELETE,
    ),
    Personal(
        "accommodations_set",
        table_of(AccommodationRow),
        by(AccommodationRow.set_by_id),
        ("set_at",),
        ("set_by_id",),
        Fate.ANONYMISE,
        {"set_by_id": None},
        ("set_at",),
    ),
)
PLAIN_CLASSROOMS: dict[str, tuple[str, ...]] = {
    "classroom_groups": words("id public_id classroom_id name name_folded created_at"),
}

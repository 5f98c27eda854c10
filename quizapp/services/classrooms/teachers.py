"""Who teaches a classroom: its owner and the colleagues who accepted an invitation.

Co-teachers may do everything but delete the classroom and remove its owner.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from quizapp.services import names
from quizapp.services.access import Permission, open_classroom, owned_classroom, require
from quizapp.services.access import taught_classroom as taught
from quizapp.services.accounts import audit
from quizapp.services.classrooms.making import enrol
from quizapp.services.context import Context, NotFound, Refused
from quizapp.store.models import Classroom, Enrolment, GroupMember, TeacherInvitation
from quizapp.store.models import Group as GroupRow
from quizapp.store.queries import members as queries
from quizapp.store.queries.members import InvitationToTeach, Invited, Teacher
from quizapp.store.queries.people import Person, person_named


@dataclass(frozen=True, slots=True)
class TeachersPage:
    """Who teaches a classroom and who is asked to; `owner` says whether this person owns it."""

    teachers: tuple[Teacher, ...]
    invited: tuple[Invited, ...]
    owner: bool


def teachers_page(context: Context, person: Person, public_id: str) -> TeachersPage:
    """The teachers of a classroom that this person teaches. Raises NotFound."""
    require(Permission.TEACH, person)
    with context.store.read() as connection:
        number = taught(connection, person, public_id)
        teachers = queries.teachers(connection, number)
        invited = queries.invited(connection, number)
    owner = any(one.owner and one.id == person.id for one in teachers)
    return TeachersPage(teachers, invited, owner)


def invite(context: Context, person: Person, public_id: str, name: str, at: datetime) -> str:
    """Ask a colleague by name to teach the classroom too; the name as it is written.

    Asking twice is asking once. Raises NotFound, and Refused with teacher_unknown,
    teaches_already or classroom_archived.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> str:
        number = open_classroom(connection, person, public_id)
        colleague = person_named(connection, names.folded(name))
        if colleague is None or not colleague.is_teacher:
            raise Refused("teacher_unknown")
        if any(one.id == colleague.id for one in queries.teachers(connection, number)):
            raise Refused("teaches_already")
        if all(one.id != colleague.id for one in queries.invited(connection, number)):
            row = {"classroom_id": number, "user_id": colleague.id, "invited_by_id": person.id}
            asked = insert(TeacherInvitation).values(row | {"invited_at": at})
            connection.execute(asked)
            audit(connection, at, person.id, "teacher.invited", "classroom", public_id)
        return colleague.name

    return context.store.transact(work)


def invitations_to_teach(context: Context, person: Person) -> tuple[InvitationToTeach, ...]:
    """The classrooms that this person is asked to teach too."""
    if not person.is_teacher:
        return ()
    with context.store.read() as connection:
        return queries.invitations_to_teach(connection, person.id)


def withdraw(context: Context, person: Person, public_id: str, who: str, at: datetime) -> None:
    """Take an invitation back. Raises NotFound, and Refused("classroom_archived")."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = open_classroom(connection, person, public_id)
        found = next((i for i in queries.invited(connection, number) if i.public_id == who), None)
        if found is None:
            raise NotFound
        _drop_invitation(connection, number, found.id)
        audit(connection, at, person.id, "teacher.withdrawn", "classroom", public_id)

    context.store.transact(work)


def _drop_invitation(connection: Connection, classroom: int, person: int) -> int:
    """Delete an invitation; how many there were."""
    gone = delete(TeacherInvitation).where(
        TeacherInvitation.classroom_id == classroom, TeacherInvitation.user_id == person
    )
    return connection.execute(gone).rowcount


def _answer(connection: Connection, person: Person, public_id: str) -> int:
    """Use up this person's invitation to an open classroom; its row number, else NotFound."""
    found = select(Classroom.id).where(
        Classroom.public_id == public_id, Classroom.archived_at.is_(None)
    )
    number = connection.execute(found).scalar()
    if number is None or not _drop_invitation(connection, number, person.id):
        raise NotFound
    return number


def accept(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Become a teacher of the classroom that one was asked to teach. Raises NotFound.

    Who learnt there teaches there from now on.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = _answer(connection, person, public_id)
        drop_place(connection, number, person.id)
        enrol(connection, number, person.id, "teacher", at)
        audit(connection, at, person.id, "teacher.accepted", "classroom", public_id)

    context.store.transact(work)


def decline(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Say no to an invitation. Raises NotFound."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        _answer(connection, person, public_id)
        audit(connection, at, person.id, "teacher.declined", "classroom", public_id)

    context.store.transact(work)


def drop_place(connection: Connection, classroom: int, person: int) -> None:
    """End somebody's place in a classroom and in its groups; what they know stays theirs."""
    groups = select(GroupRow.id).where(GroupRow.classroom_id == classroom)
    connection.execute(
        delete(GroupMember).where(GroupMember.user_id == person, GroupMember.group_id.in_(groups))
    )
    connection.execute(
        delete(Enrolment).where(Enrolment.classroom_id == classroom, Enrolment.user_id == person)
    )


def _colleague(connection: Connection, classroom: int, who: str) -> Teacher:
    found = next((t for t in queries.teachers(connection, classroom) if t.public_id == who), None)
    if found is None:
        raise NotFound
    return found


def remove_teacher(
    context: Context, person: Person, public_id: str, who: str, at: datetime
) -> None:
    """End a co-teacher's place. Raises NotFound, and Refused with owner_stays."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = open_classroom(connection, person, public_id)
        colleague = _colleague(connection, number, who)
        if colleague.owner:
            raise Refused("owner_stays")
        drop_place(connection, number, colleague.id)
        audit(connection, at, person.id, "teacher.removed", "classroom", public_id)

    context.store.transact(work)


def leave(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Stop teaching a classroom, archived or not. Raises NotFound, and Refused("owner_stays")."""
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        number = taught(connection, person, public_id)
        if _colleague(connection, number, person.public_id).owner:
            raise Refused("owner_stays")
        drop_place(connection, number, person.id)
        audit(connection, at, person.id, "teacher.left", "classroom", public_id)

    context.store.transact(work)


def hand_over(context: Context, person: Person, public_id: str, who: str, at: datetime) -> None:
    """Make a co-teacher the owner; who owned it teaches it still.

    Raises NotFound, and Refused with owner_only or classroom_archived.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        owned_classroom(connection, person, public_id)
        number = open_classroom(connection, person, public_id)
        colleague = _colleague(connection, number, who)
        values = {"owner_id": colleague.id}
        connection.execute(update(Classroom).where(Classroom.id == number).values(values))
        audit(connection, at, person.id, "classroom.handed_over", "classroom", public_id)

    context.store.transact(work)

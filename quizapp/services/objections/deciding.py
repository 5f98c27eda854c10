"""What a teacher does with an objection: accepts it, corrects the question, or answers.

Each way closes it. Accepting mends the key as a new version where the question is theirs; of one
that they may only read a copy is mended, in the classroom where it was asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from quizapp.core.grading.verdict import Response
from quizapp.core.quizzes.regrading import translated
from quizapp.core.values.texts import plain
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.authoring.detail import QuestionDetail, draft_of, load_detail
from quizapp.services.authoring.draft import Draft
from quizapp.services.authoring.moving import MINE, Target, put_copy
from quizapp.services.authoring.saving import Conflict, checked, put_version
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.objections.mending import is_right, mended
from quizapp.services.study import content
from quizapp.store.queries import objections as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.regrading import versions

LONGEST_REPLY = 1000
ACCEPTED, CORRECTED, ANSWERED = "accepted", "corrected", "answered"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting did: the question with the mended key, and how many objections it closed.

    `copied` says that it is a copy of the one that was `asked`; `version` is the number now in
    force. `quiz` is the public id of the quiz out of which the objection came, "" for study and
    for another teacher's.
    """

    question: str
    version: int
    copied: bool
    closed: int
    quiz: str
    asked: str


def accept(
    context: Context, person: Person, public_id: str, reply: str, because: str, at: datetime
) -> Accepted:
    """Take the learner's answer for right; `because` is the reason that the new version gives.

    Open objections to the same version that say so of the same answer are accepted with it.
    Raises NotFound for objections of other classes, and Refused with objection_closed,
    objection_long, objection_needs_editor where the key cannot take the answer in,
    objection_draft_waits while a draft of the question does, or changed_meanwhile.
    """
    require(Permission.TEACH, person)
    said = _reply(reply)

    def work(connection: Connection) -> Accepted:
        row = _open(connection, person, public_id)
        detail = load_detail(connection, person, row.question, to_edit=False)
        done = _mend(connection, person, row, detail, because, at)
        alike = [row, *_alike(connection, person, row)]
        _close(connection, person, alike, ACCEPTED, said, at)
        return Accepted(*done, closed=len(alike), quiz=row.quiz or "", asked=row.question)

    return context.store.transact(work)


def answer(context: Context, person: Person, public_id: str, reply: str, at: datetime) -> None:
    """Close an objection with a sentence for the learner.

    Raises NotFound, and Refused with objection_closed, objection_unanswered or objection_long.
    """
    require(Permission.TEACH, person)
    said = _reply(reply)
    if not said:
        raise Refused("objection_unanswered")

    def work(connection: Connection) -> None:
        row = _open(connection, person, public_id)
        _close(connection, person, [row], ANSWERED, said, at)

    context.store.transact(work)


def corrected(
    context: Context, person: Person, public_id: str, question: str, at: datetime
) -> None:
    """Close the objection from which a question was opened in the editor and saved.

    One that was decided meanwhile, or is about something else, stays as it is.
    """
    require(Permission.TEACH, person)

    def work(connection: Connection) -> None:
        row = queries.one_for(connection, person, public_id, lock=True)
        if row is not None and row.state == queries.OPEN and row.question == question:
            _close(connection, person, [row], CORRECTED, "", at)

    context.store.transact(work)


def can_accept(connection: Connection, row: Any, detail: QuestionDetail) -> bool:
    """Whether the key can take the learner's answer in, or takes it by now."""
    return _takes(connection, row, detail) or _new_key(connection, row, detail) is not None


def given_in(row: Any) -> Response:
    """The learner's answer that an objection is about."""
    return Response(row.response_text, tuple(row.response_chosen), None, row.dont_know)


def shown_in(connection: Connection, row: Any) -> content.Asked:
    """The version that the learner was shown."""
    return content.asked_of(*versions(connection, [row.version_id])[row.version_id])


def _reply(text: str) -> str:
    said = "\n".join(line.strip() for line in text.strip().splitlines())
    if len(said) > LONGEST_REPLY:
        raise Refused("objection_long", limit=str(LONGEST_REPLY))
    return said


def _open(connection: Connection, person: Person, public_id: str) -> Any:
    row = queries.one_for(connection, person, public_id, lock=True)
    if row is None:
        raise NotFound
    if row.state != queries.OPEN:
        raise Refused("objection_closed")
    return row


def _takes(connection: Connection, row: Any, detail: QuestionDetail) -> bool:
    shown = shown_in(connection, row).question
    now = detail.asked.question
    there = translated(shown, now, given_in(row))
    return there is not None and is_right(now, there, row.learner_language)


def _new_key(connection: Connection, row: Any, detail: QuestionDetail) -> Draft | None:
    draft = draft_of(detail, detail.in_force)
    shown, now = shown_in(connection, row).question, detail.asked.question
    return mended(draft, shown, now, given_in(row), row.learner_language)


def _mend(
    connection: Connection,
    person: Person,
    row: Any,
    detail: QuestionDetail,
    because: str,
    at: datetime,
) -> tuple[str, int, bool]:
    """The question whose key takes the answer now, its version, and whether it is a copy."""
    if _takes(connection, row, detail):
        return row.question, detail.in_force, False
    if detail.may_edit and detail.current.number != detail.in_force:
        raise Refused("objection_draft_waits")
    copied = not detail.may_edit
    if copied:
        made = _copy(connection, person, row, at)
        detail = load_detail(connection, person, made, to_edit=True)
    draft = _new_key(connection, row, detail)
    if draft is None:
        raise Refused("objection_needs_editor")
    draft = checked(replace(draft, reason=because))
    question, number = detail.public_id, detail.current.number
    try:
        number = put_version(connection, person, question, number, draft, at)
    except Conflict:
        raise Refused("changed_meanwhile") from None
    return question, number, copied


def _copy(connection: Connection, person: Person, row: Any, at: datetime) -> str:
    """A copy of a question that is only read: for the class of the learner, else the teacher."""
    room = row.classroom_id or queries.shared_classroom(connection, person.id, row.learner_id)
    target = Target(MINE, None) if room is None else Target("classroom", room)
    made = put_copy(connection, person, row.question, target, at)
    audit(connection, at, person.id, "question.copied", "question", made, of=row.question)
    return made


def _alike(connection: Connection, person: Person, row: Any) -> list[Any]:
    """Those who say of the same answer to the same version that it was right."""
    others = queries.others_waiting(connection, person, row)
    return [one for one in others if one.reason == "answer" and _answer_of(one) == _answer_of(row)]


def _answer_of(row: Any) -> tuple[str, tuple[int, ...], bool]:
    return plain(row.response_text), tuple(row.response_chosen), row.dont_know


def _close(
    connection: Connection, person: Person, rows: list[Any], state: str, said: str, at: datetime
) -> None:
    values = {"state": state, "reply": said, "closed_at": at, "closed_by_id": person.id}
    queries.close(connection, [row.id for row in rows], values)
    for row in rows:
        told = {"question": row.question}
        event = f"objection.{state}"
        audit(connection, at, person.id, event, "objection", row.public_id, **told)

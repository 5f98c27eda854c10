"""A school's change of a shipped fact: looked at first, then kept as an overlay, or taken back.

Who looks after the installation may change what all of its learners study (ADMINISTER). The
computing is done before the write begins; when the bank changed meanwhile, it is done anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, update

from quizapp.core.bank.lint import Lint
from quizapp.core.facts.changes import changes_between, same_value, stale_words, with_changes
from quizapp.core.facts.content import digest_of, to_content
from quizapp.core.facts.model import Fact
from quizapp.core.questions import QuestionKind
from quizapp.core.values.texts import plain
from quizapp.services import shipped_facts, shipped_questions
from quizapp.services.access import Permission, require
from quizapp.services.accounts import audit
from quizapp.services.context import Context, NotFound, Refused
from quizapp.services.facts.drafting import ChangeRefused, Draft, Problem, draft_of, fact_of
from quizapp.services.facts.standing import Change, Stand, change, stand
from quizapp.services.shipped_facts import Brought, Writing, overlaid
from quizapp.store.models import FactOverlay
from quizapp.store.queries import fact_readers
from quizapp.store.queries import shipped_facts as queries
from quizapp.store.queries.people import Person
from quizapp.store.turns import TryAgain

TRIES = 3
NEEDS_TEXT = frozenset({"E01", "E02", "E18"})
"""Findings that only the source's text can prove; it is not at hand here."""


@dataclass(frozen=True, slots=True)
class QuestionChange:
    """One question that would change: its stem before and after, "" where there is none."""

    kind: QuestionKind
    language: str
    before: str
    after: str

    @property
    def same(self) -> bool:
        """Whether it is asked in the same words, with another answer or other options."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change would do.

    `learners` remember the value in force; `back` says that an earlier value comes back with its
    memories; `written` counts teachers' questions on the fact; `repeats` are other facts that
    still say the old answer, `stale` words of this one that do and cannot be mended.
    """

    fact: Fact
    new_value: bool
    back: bool
    learners: int
    questions: tuple[QuestionChange, ...]
    written: int
    repeats: tuple[Fact, ...]
    stale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Editing:
    """What the form of a change starts from. `seen` names the versions that it was made from."""

    shipped: Fact
    in_force: Fact
    draft: Draft
    seen: str


def editing(context: Context, person: Person, public_id: str, language: str) -> Editing:
    """The form for a change of a shipped fact. Raises NotFound, and Refused for who may not."""
    require(Permission.ADMINISTER, person)
    with context.store.read() as connection:
        now = stand(connection)
    fact = now.fact(public_id)
    own = overlaid(fact, now.overlays)
    reason = now.overlays[public_id].reason if public_id in now.overlays else ""
    return Editing(fact, own, draft_of(own, language, reason), _seen(fact, own))


def look(context: Context, person: Person, public_id: str, draft: Draft, language: str) -> Effect:
    """What a change would do. Raises NotFound, and ChangeRefused with all that is wrong."""
    require(Permission.ADMINISTER, person)
    with context.store.read() as connection:
        now = stand(connection)
        worked_out = _meant(now, public_id, draft, language)
        return _effect(connection, now, worked_out)


def save(
    context: Context,
    person: Person,
    public_id: str,
    draft: Draft,
    seen: str,
    language: str,
    at: datetime,
) -> None:
    """Keep a change. Raises NotFound, ChangeRefused, and Refused("changed_meanwhile")."""
    require(Permission.ADMINISTER, person)

    def meant(now: Stand) -> Change:
        fact = now.fact(public_id)
        if _seen(fact, overlaid(fact, now.overlays)) != seen:
            raise Refused("changed_meanwhile")
        return _meant(now, public_id, draft, language)

    _carry_out(context, person, meant, draft.reason.strip(), at)


def drop(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Take a school's change back: the fact says what the bank says. Raises NotFound."""
    require(Permission.ADMINISTER, person)

    def meant(now: Stand) -> Change:
        if public_id not in now.overlays:
            raise NotFound
        return change(now, now.fact(public_id), now.fact(public_id))

    _carry_out(context, person, meant, "", at)


def keep(context: Context, person: Person, public_id: str, at: datetime) -> None:
    """Keep a school's change beside a newer shipped wording. Raises NotFound."""
    require(Permission.ADMINISTER, person)

    def work(connection: Connection) -> None:
        now = stand(connection, lock=True)
        digest = digest_of(to_content(now.fact(public_id)))
        kept = update(FactOverlay).where(FactOverlay.fact == public_id).values(base_digest=digest)
        if connection.execute(kept).rowcount != 1:
            raise NotFound
        audit(connection, at, person.id, "fact.change_kept", "fact", public_id)

    context.store.transact(work)


def _seen(shipped: Fact, in_force: Fact) -> str:
    return f"{digest_of(to_content(shipped))[:16]}.{digest_of(to_content(in_force))[:16]}"


def _meant(now: Stand, public_id: str, draft: Draft, language: str) -> Change:
    shipped = now.fact(public_id)
    before = overlaid(shipped, now.overlays)
    wanted = fact_of(draft, before, language)
    after = with_changes(shipped, changes_between(shipped, wanted))
    if after == before:
        raise ChangeRefused(Problem("", "nothing_changed"))
    worked_out = change(now, shipped, after)
    flaws = _flaws(now, worked_out)
    if flaws:
        raise ChangeRefused(*flaws)
    return worked_out


def _flaws(now: Stand, worked_out: Change) -> list[Problem]:
    """Errors that lint finds in the questions as they would be, and did not find before."""
    facts = {fact.id: fact for fact in now.in_force} | {worked_out.after.id: worked_out.after}
    lint = Lint(facts, {source.id: source for source in now.sources})
    return [
        Problem("", "flawed", {"code": finding.code, "stem": question.stem})
        for question in worked_out.questions.changed
        for finding in lint.question(question)
        if finding.blocks and finding.code not in NEEDS_TEXT
    ]


def _effect(connection: Connection, now: Stand, worked_out: Change) -> Effect:
    before, after = worked_out.before, worked_out.after
    row = queries.fact_rows(connection)[after.id]
    former = queries.former_rows(connection).get(after.id, [])
    new_value = not same_value(row, after)
    old_stems = queries.stems(connection)
    changed = [
        QuestionChange(q.kind, q.language, old_stems.get(q.id, ("", ""))[1], q.stem)
        for q in worked_out.questions.changed
    ]
    gone = [
        QuestionChange(QuestionKind(old_stems[name][0]), after.language, old_stems[name][1], "")
        for name in sorted(worked_out.questions.gone)
        if name in old_stems
    ]
    said = plain(before.answer)
    return Effect(
        after,
        new_value,
        new_value and any(same_value(one, after) for one in former),
        fact_readers.holders(connection, row.id),
        (*changed, *gone),
        fact_readers.own_questions(connection, row.id),
        tuple(
            fact
            for fact in now.in_force
            if new_value and fact.id != after.id and said in plain(fact.statement)
        ),
        stale_words(before, after),
    )


def _carry_out(
    context: Context, person: Person, meant: Callable[[Stand], Change], reason: str, at: datetime
) -> None:
    """Work a change out, then write it, unless the bank changed between the two."""
    for _ in range(TRIES):
        with context.store.read() as connection:
            before = stand(connection)
        worked_out = meant(before)

        def write(
            connection: Connection, before: Stand = before, worked_out: Change = worked_out
        ) -> bool:
            if not stand(connection, lock=True).same(before):
                return False
            _write(connection, before, worked_out, Writing(at, person.id, reason))
            return True

        if context.store.transact(write):
            return
    raise TryAgain("the bank changed while a change of a fact was worked out")


def _write(connection: Connection, now: Stand, worked_out: Change, writing: Writing) -> None:
    shipped, after = worked_out.shipped, worked_out.after
    changes = changes_between(shipped, after)
    connection.execute(delete(FactOverlay).where(FactOverlay.fact == shipped.id))
    if changes:
        overlay = {
            "fact": shipped.id,
            "base_digest": digest_of(to_content(shipped)),
            "changes": changes,
            "author_id": writing.author,
            "reason": writing.reason,
            "created_at": writing.at,
        }
        connection.execute(insert(FactOverlay).values(overlay))
    position = queries.fact_rows(connection)[shipped.id].position
    brought = Brought(shipped, after, position)
    shipped_facts.bring(connection, [brought], now.numbers, writing)
    numbers = shipped_facts.row_numbers(connection)
    shipped_questions.bring(connection, worked_out.questions.changed, numbers, writing)
    shipped_questions.retire(connection, worked_out.questions.gone)
    action = "fact.changed" if changes else "fact.change_dropped"
    audit(connection, writing.at, writing.author, action, "fact", shipped.id)

"""What a shipped fact said at one time: its versions with what differs, and what waits beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quizapp.core.facts.changes import SHOWN, touches
from quizapp.core.facts.content import digest_of
from quizapp.services.access import Permission, require
from quizapp.services.context import Context
from quizapp.services.facts.values import value_words
from quizapp.store.queries import shipped_facts as queries
from quizapp.store.queries.people import Person
from quizapp.store.queries.shipped_facts import Overlay, Version

PARTS = ("value", "unit", "approx")
"""Keys that are told as one: the value in words."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two versions say differently. `name` is a fact's key; "" for nothing said."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """One version of a fact.

    `origin` is bank or school; a version that is not `in_force` came while the school's own change
    was. `new_value` says that memories began anew.
    """

    number: int
    origin: str
    in_force: bool
    at: datetime
    author: str
    reason: str
    differences: tuple[Difference, ...]
    new_value: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact that the school changed, beside what the bank says.

    `ours` differs from the shipped version that was changed, `theirs` holds what a newer one says
    otherwise than that one: empty when no newer wording waits. `shipped` is False when the bank no
    longer has the fact.
    """

    public_id: str
    statement: str
    shipped_statement: str
    language: str
    author: str
    reason: str
    at: datetime
    ours: tuple[Difference, ...]
    theirs: tuple[Difference, ...]
    shipped: bool

    @property
    def waits(self) -> bool:
        """Whether a newer shipped wording waits for a decision."""
        return bool(self.theirs)


def steps(versions: Sequence[Version], language: str) -> tuple[Step, ...]:
    """A fact's versions, the newest first, each with what differs from what was before it.

    A shipped version that is not in force is compared with the one shipped before it.
    """
    made = []
    for index, version in enumerate(versions):
        older = versions[index + 1 :]
        before = next((one for one in older if _comparable(version, one)), None)
        new_value = version.in_force and before is not None and before.row_id != version.row_id
        made.append(
            Step(
                version.number,
                version.origin,
                version.in_force,
                version.at,
                version.author,
                version.reason,
                differences(before.content, version.content, language) if before else (),
                new_value,
            )
        )
    return tuple(made)


def _comparable(version: Version, older: Version) -> bool:
    return older.in_force if version.in_force else older.origin == "bank"


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], language: str
) -> tuple[Difference, ...]:
    """What readers see differently in two contents, values in words."""
    told = [name for name in SHOWN if name not in PARTS]
    pairs = [("value", _value(before, language), _value(after, language))]
    pairs += [(name, _said(before.get(name)), _said(after.get(name))) for name in told]
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


def _value(content: Mapping[str, Any], language: str) -> str:
    value, unit, approx = (str(content.get(name, "")) for name in PARTS)
    return value_words(str(content["kind"]), value, unit, approx, language)


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def compared(
    overlay: Overlay, versions: Iterable[Version], language: str, *, shipped: bool
) -> Compared | None:
    """A school's change beside what the bank says, None where nothing is known of the fact."""
    known = list(versions)
    bank = [one for one in known if one.origin == "bank"]
    mine = next((one for one in known if one.in_force), None)
    if not bank or mine is None:
        return None
    newest = bank[0].content
    base = next((one.content for one in bank if one.digest == overlay.base_digest), newest)
    ours = base | overlay.changes
    waits = digest_of(newest) != overlay.base_digest and touches(overlay.changes, base, newest)
    return Compared(
        overlay.fact,
        str(mine.content["statement"]),
        str(newest["statement"]),
        str(newest["language"]),
        overlay.author,
        overlay.reason,
        overlay.at,
        differences(base, ours, language),
        differences(base, newest, language) if waits else (),
        shipped,
    )


def changed_facts(context: Context, person: Person, language: str) -> tuple[Compared, ...]:
    """All facts that the school changed; those with a newer wording first, then the newest."""
    require(Permission.ADMINISTER, person)
    with context.store.read() as connection:
        overlays = queries.overlays(connection)
        rows = queries.fact_rows(connection)
        versions = queries.versions(connection, list(overlays))
    found = []
    for name, overlay in overlays.items():
        mine = [one for one in versions if one.fact == name]
        there = name in rows and rows[name].state != "retired"
        one = compared(overlay, mine, language, shipped=there)
        if one is not None:
            found.append(one)
    return tuple(sorted(found, key=lambda one: not one.waits))

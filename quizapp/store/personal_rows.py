"""What a declaration of personal data is made of; the declarations stand in `store.personal`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Table

from quizapp.store.base import Base

NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands where an instant was: the day stays beside it where statistics need it."""


class Fate(Enum):
    """What erasing a person does to the rows."""

    DELETE = auto()
    ANONYMISE = auto()
    ADD_UP = auto()  # day totals: added to those of all erased people together


class Keeper(Enum):
    """Stands for the row number of the one nameless person who keeps what stays."""

    ROW = auto()


Owned = Callable[[int], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Personal:
    """The rows of one table that belong to a person.

    `told` is what the export says, `secret` what nobody is told (digests, inner numbers). When
    rows are anonymised, each of both is replaced (`blanks`) or, saying nothing about anybody any
    more, stays (`stays`).
    """

    name: str
    table: Table
    of: Owned
    told: tuple[str, ...]
    secret: tuple[str, ...]
    fate: Fate
    blanks: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    stays: tuple[str, ...] = ()


def table_of(model: type[Base]) -> Table:
    """The table of a model."""
    table: Table = model.__table__
    return table


def by(column: Any) -> Owned:
    """The rows in whose column the person stands."""
    return lambda person: column == person


def words(text: str) -> tuple[str, ...]:
    """The names of columns, parted by blanks."""
    return tuple(text.split())

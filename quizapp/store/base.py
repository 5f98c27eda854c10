"""The base of all tables: a class that is its table, naming convention, UTC instants, ids.

Every statement of ours is SQLAlchemy's Core: no row ever becomes a mapped object. So a model is a
class whose attributes are its table's columns, and nothing is mapped: the mappers of 51 tables
took two thirds of the time that the models take to load and 4 MB of each worker, for nothing.
"""

from __future__ import annotations

import base64
import secrets
from datetime import UTC, datetime
from typing import Any, ClassVar, NamedTuple, TypeVar, cast

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Double,
    Integer,
    MetaData,
    String,
    Table,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

RowId = BigInteger().with_variant(Integer(), "sqlite")
"""Row numbers: 64 bits on both databases, and SQLite's own rowid."""


class Instant(TypeDecorator[datetime]):
    """An instant in UTC. Takes aware datetimes only, gives aware datetimes back."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """PostgreSQL keeps the zone; SQLite gets naive UTC text, which sorts as time."""
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive datetimes: they are how hours get lost."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the instant back in UTC."""
        del dialect  # SQLite gives naive values, PostgreSQL aware ones: the value tells
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class _Declared(NamedTuple):
    """A column as it is written down in a class, before it has its name."""

    given: tuple[Any, ...]
    named: dict[str, Any]

    def column(self, name: str, annotation: str) -> Column[Any]:
        """The column; the annotation says whether it may be empty and what it holds.

        A column with a foreign key takes the type of what it refers to.
        """
        kind, _, empty = annotation.removeprefix("Mapped[").removesuffix("]").partition(" | ")
        types = () if self.given else (PLAIN[kind],)
        return Column(name, *types, *self.given, nullable=empty == "None", **self.named)


PLAIN: dict[str, type[TypeEngine[Any]]] = {
    "int": Integer,
    "str": String,
    "bool": Boolean,
    "float": Double,
}
"""What a column of this Python type is when nothing more is said."""


def column(*given: Any, **named: Any) -> Any:
    """A column of a model: `Column`'s arguments without the name, which is the attribute's.

    Whether it may be empty stands in the annotation (`Mapped[int | None]`, which type checkers
    know for a column of a class), as does its type where none is given.
    """
    return _Declared(given, named)


class Model(type):
    """The class of models: SQLAlchemy takes one wherever it takes its table."""

    __table__: Table

    def __clause_element__(cls) -> Table:
        """What stands for the class in a statement."""
        return cls.__table__


class Base(metaclass=Model):
    """Base of every model: makes the table of the class and puts its columns in place."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)
    __tablename__: ClassVar[str]
    __table__: ClassVar[Table]
    __table_args__: ClassVar[tuple[SchemaItem, ...]] = ()

    def __init_subclass__(cls) -> None:
        columns = [
            declared.column(name, cls.__annotations__[name])
            for name, declared in vars(cls).items()
            if isinstance(declared, _Declared)
        ]
        cls.__table__ = Table(cls.__tablename__, cls.metadata, *columns, *cls.__table_args__)
        for made in columns:
            setattr(cls, made.name, made)


Some = TypeVar("Some", bound=Base)


class _Again:
    """A model that stands in a statement a second time, under another name."""

    def __init__(self, alias: NamedFromClause) -> None:
        self._alias = alias

    def __clause_element__(self) -> NamedFromClause:
        """What stands for it in a statement."""
        return self._alias

    def __getattr__(self, name: str) -> Any:
        found = self._alias.c.get(name)
        if found is None:
            raise AttributeError(name)
        return found


def aliased(model: type[Some]) -> type[Some]:
    """The same model for a second part in one statement."""
    return cast("type[Some]", _Again(model.__table__.alias()))


def new_public_id() -> str:
    """128 random bits for addresses: 26 lower-case letters and digits. Never a secret."""
    return base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()

"""Migrations from our own commands: up, down, and whether models and migrations agree."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

import quizapp.store.models  # noqa: F401 - fills the metadata
from quizapp.store.base import Base
from quizapp.store.engine import Store


class NewerDatabase(Exception):
    """The database was migrated by a newer program than this one."""

    def __init__(self, revision: str) -> None:
        super().__init__(
            f"The database is newer than this program (its schema is '{revision}'). "
            "Start the newer program, or restore a backup made with this one."
        )


def scripts_folder() -> Path:
    """`migrations/` of the checkout, or the copy inside the installed package."""
    package = Path(__file__).resolve().parent.parent
    checkout = package.parent / "migrations"
    return checkout if (checkout / "env.py").is_file() else package / "_bundled" / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def current(store: Store) -> str | None:
    """The database's revision, None for an empty database. Raises NewerDatabase when unknown."""
    with store.read() as connection:
        revision = revision_on(connection)
    if revision is not None:
        try:
            ScriptDirectory.from_config(_config()).get_revision(revision)
        except CommandError:
            raise NewerDatabase(revision) from None
    return revision


def revision_on(connection: Connection) -> str | None:
    """The revision that stands in a database, known or not; None for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The newest revision that this program knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def knows(revision: str) -> bool:
    """Whether this program knows how the schema of that name looks."""
    known = ScriptDirectory.from_config(_config()).walk_revisions()
    return any(one.revision == revision for one in known)


def apply(connection: Connection, revision: str = "head") -> None:
    """Migrate up inside the caller's writing transaction."""
    command.upgrade(_config(connection), revision)


def upgrade(store: Store, revision: str = "head") -> None:
    """Migrate up. Raises NewerDatabase; a failure leaves the database as it was."""
    if current(store) == head() and revision == "head":
        return
    with store.write() as connection:
        command.upgrade(_config(connection), revision)


def downgrade(store: Store, revision: str = "-1") -> None:
    """Migrate down by one step, or to `revision` ("base" empties the database)."""
    current(store)
    with store.write() as connection:
        command.downgrade(_config(connection), revision)


def differences(store: Store) -> list[str]:
    """What models and database disagree about, one line each; empty when they agree."""
    with store.read() as connection:
        return differences_on(connection)


def differences_on(connection: Connection) -> list[str]:
    """The same on a connection that is open already."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return [str(difference) for difference in compare_metadata(context, Base.metadata)]


def new_revision(store: Store, message: str) -> None:
    """Write a new migration file from the difference between models and database."""
    with store.write() as connection:
        command.revision(_config(connection), message=message, autogenerate=True)

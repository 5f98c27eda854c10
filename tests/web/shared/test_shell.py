"""The operator's shell: Flask-SQLAlchemy's session on the very engine of the application."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import insert, select

from quizapp.services.context import Context
from tests.world import person


def test_the_shell_uses_the_application_s_database(app: Flask, context: Context) -> None:
    person(context, "Ana", role="teacher")
    assert "sqlalchemy" not in app.extensions  # no page needs it
    with app.app_context():
        names = app.make_shell_context()
        db, user, remembered = names["db"], names["User"], names["Remembered"]
        assert db.engine is context.store.engine  # none of the extension's own
        found = db.session.execute(select(user.name, user.role).where(user.name == "Ana")).one()
        assert tuple(found) == ("Ana", "teacher")
        db.session.execute(insert(remembered).values(name="shell", value="was here"))
        db.session.commit()
        assert app.make_shell_context()["db"] is db  # a second look joins nothing twice
    with context.store.read() as connection:
        kept = connection.execute(select(remembered.value).where(remembered.name == "shell"))
        assert kept.scalar_one() == "was here"

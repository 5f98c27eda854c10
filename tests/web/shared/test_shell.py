"""The operator's shell: Flask-SQLAlchemy's session on the very engine of the application."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from flask import Flask
from sqlalchemy import insert, select

from quizapp.services.context import Context
from quizapp.setting_up import ROOT
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


def test_the_command_of_the_readme_opens_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "quizapp.wsgi", "shell"],
        input="print('people:', len(db.session.execute(db.select(User.name, User.role)).all()))\n",
        cwd=ROOT,
        env=os.environ | {"QUIZAPP_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "people: 0" in done.stdout

"""Views that are named in a package's routes and loaded on first use."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

from flask import Flask

from quizapp.setting_up import ROOT

SERVING = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from quizapp import serving
from quizapp.jobs.worker import Worker
from quizapp.settings import Settings
from quizapp.web.shared import texts

settings = Settings(data_dir=Path(sys.argv[1]))
context = serving.prepared(settings, datetime.now(UTC))
app = serving.create_app(settings, context.store)
serving.warm_up(app)
for language, words in (("en", "March 12,345.5"), ("es", "marzo 12.345,5")):
    with app.test_request_context(headers={"Accept-Language": language}):
        said = f"{texts.date_text(date(2026, 3, 1), 'MMMM')} {texts.number_text(12345.5)}"
        assert said == words, said
client = app.test_client()
assert client.get("/study").status_code == 200
assert client.get("/account/sign-in").status_code == 200
print(*sys.modules)
"""
HEAVY = (
    "alembic",
    "flask_sqlalchemy",
    "mako",
    "numpy",
    "psycopg",
    "segno",
    "sqlalchemy.orm",
    "xml",
    "pydoc",
    "unittest",
    "quizapp.core.bank",
    "quizapp.core.extraction",
    "quizapp.exchange",
    "quizapp.services.authoring",
    "quizapp.services.banks",
    "quizapp.services.classrooms.page",
    "quizapp.services.quizzes.assigning",
    "quizapp.services.quizzes.sitting",
    "quizapp.web.authoring.views",
    "quizapp.web.classrooms.views",
    "quizapp.web.quizmaking.views",
    "quizapp.web.reports.views",
    "quizapp.web.sources.views",
)
"""What a worker of learners does without."""


def modules(folder: Path) -> set[str]:
    """What a process has imported once it serves its first pages."""
    command = [sys.executable, "-c", SERVING, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_worker_of_learners_imports_nothing_of_the_teachers(tmp_path: Path) -> None:
    for _ in ("the very first start lets a child migrate and load the bank", "a later one"):
        found = modules(tmp_path)
        assert {"quizapp.web.study.views", "quizapp.web.account.views"} <= found
        assert found.isdisjoint(HEAVY)


def test_every_named_view_is_there_and_says_what_it_does(app: Flask) -> None:
    for endpoint, view in app.view_functions.items():
        if not endpoint.endswith("static"):
            found = getattr(import_module(view.__module__), view.__name__, None)
            assert callable(found), endpoint
            assert found.__doc__, endpoint

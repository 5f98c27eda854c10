"""A small application that shows every template with sample values, under the product's headers."""

from __future__ import annotations

import gettext
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from flask import Flask, Response, flash, render_template, request
from flask_babel import Babel  # type: ignore[import-untyped]
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined

from quizapp.core.grading.verdict import Note
from quizapp.core.questions import QuestionKind
from quizapp.core.values.markup import picture_size
from quizapp.web.shared import formatted, pages
from quizapp.web.shared.spoken import NOW, Spoken
from tests.browser.gallery import (
    arranged,
    classroom_pages,
    essay_pages,
    fact_pages,
    making_pages,
    objection_pages,
    quiz_pages,
    report_pages,
    samples,
)
from tests.browser.gallery.pages import PAGES
from tests.pictures import picture

ROOT = Path(__file__).resolve().parents[3]
WEB = ROOT / "quizapp" / "web"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types fragment worker"
)
ENDPOINTS = {
    "home.index": "/",
    "home.try_answer": "/try",
    "progress.index": "/progress",
    "facts.index": "/facts",
    "facts.detail": "/facts/<public_id>",
    "facts.source": "/sources/<slug>",
    "account.sign_up": "/account/sign-up",
    "account.sign_in": "/account/sign-in",
    "account.sign_out": "/account/sign-out",
    "account.index": "/account/",
    "account.language": "/account/language",
    "account.password": "/account/password",
    "account.sign_out_everywhere": "/account/sign-out-everywhere",
    "account.code": "/account/code",
    "account.data": "/account/data",
    "account.how_it_works": "/how-it-works",
    "classrooms.index": "/classrooms",
    "classrooms.join": "/join",
    "authoring.index": "/questions",
    "quizzes.index": "/quizzes",
    "sources.index": "/sources",
    "sources.new": "/sources/new",
    "sources.review": "/sources/<slug>/review",
    "sources.text": "/sources/<slug>/text",
    "authoring.new": "/questions/new",
    "reports.index": "/reports",
}
KINDS = {
    QuestionKind.SINGLE_CHOICE: "Choose one",
    QuestionKind.SHORT_ANSWER: "Write the answer",
    QuestionKind.DATE: "Write the date",
    QuestionKind.NUMERIC: "Write the number",
    QuestionKind.FLASHCARD: "Flashcard",
    QuestionKind.TRUE_FALSE: "True or false",
    QuestionKind.MULTIPLE_CHOICE: "Choose all that are right",
    QuestionKind.ORDERING: "Put in order",
    QuestionKind.MATCHING: "Match the pairs",
    QuestionKind.ESSAY: "Write a text",
    QuestionKind.IMAGE_REGIONS: "Choose on the picture",
}


def interval(length: timedelta) -> str:
    """Stand-in: "10 min", "3 days"."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 60:
        return f"{minutes}\N{NO-BREAK SPACE}min"
    return "1\N{NO-BREAK SPACE}day" if length.days == 1 else f"{length.days}\N{NO-BREAK SPACE}days"


def short_day(when: date) -> str:
    """Stand-in: "3 December"."""
    return f"{when.day}\N{NO-BREAK SPACE}{when:%B}"


def note_text(note: Note) -> str:
    """Stand-in: the note's own text."""
    return note.values["text"]


def create_gallery() -> Flask:
    """The gallery application: /look/<page> for each page of PAGES."""
    app = Flask(__name__, static_folder=str(WEB / "shared" / "static"), static_url_path="/static")
    app.secret_key = "gallery"
    folders = [
        WEB / "shared" / "templates",
        *WEB.glob("*/templates"),
        Path(__file__).parent / "templates",
    ]
    app.jinja_loader = ChoiceLoader([FileSystemLoader(str(one)) for one in folders])
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    Babel(app)
    app.jinja_env.filters.update(
        interval=interval,
        day=lambda when: f"{when:%A} {short_day(when)}",
        short_day=short_day,
        number=lambda n: f"{n:,}",
        percent=lambda x: "–" if x is None else f"{round(100 * x)}\N{NO-BREAK SPACE}%",
        as_of=lambda edtf: {"1992-09": "September 1992"}.get(edtf, edtf),
        moment=lambda when: f"{when:%A %d %B, %H:%M}",
        note_text=note_text,
        kind_words=lambda kind: KINDS[kind],
        hedge_words=lambda approx: {"almost": "almost so much"}[approx],
        ordinal=lambda place: {1: "1st", 2: "2nd", 3: "3rd"}.get(place, f"{place}th"),
    )
    app.jinja_env.filters.update(quiz_pages.FILTERS | making_pages.FILTERS)
    app.jinja_env.filters.update(objection_pages.FILTERS)
    formatted.register(app)
    pages.register(app)
    plain = Spoken(gettext.NullTranslations())  # what is kept is kept for a language
    app.before_request(lambda: NOW.set(plain) and None)
    app.jinja_env.globals["csrf_token"] = lambda: "token"
    _add_routes(app)
    return app


def _add_routes(app: Flask) -> None:
    rooms = (
        *(classroom_pages, essay_pages, fact_pages, making_pages, objection_pages, quiz_pages),
        report_pages,
    )
    others = {name: rule for room in rooms for name, rule in room.ENDPOINTS.items()}
    for endpoint, rule in (ENDPOINTS | others).items():
        app.add_url_rule(rule, endpoint, _elsewhere, methods=["GET", "POST"])
    app.add_url_rule("/study", "study.index", _study)
    app.add_url_rule("/study/reveal", "study.reveal", _reveal, methods=["POST"])
    app.add_url_rule("/study/answer", "study.answer", _answer, methods=["POST"])
    app.add_url_rule("/study/undo", "study.undo", _study, methods=["POST"])
    app.add_url_rule("/pictures/<public_id>", "pictures.picture", _picture)
    app.add_url_rule("/look/<page>", "look", look)
    app.add_url_rule(
        "/look", "contents", lambda: render_template("contents.html", pages=PAGES, person=None)
    )

    @app.after_request
    def headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = POLICY
        return response


def _elsewhere(**_parts: str) -> str:
    return render_template("errors/error.html", code=404, person=samples.STUDENT)


def _picture(public_id: str) -> Response:
    """A picture of the size that its id says."""
    return Response(picture(size=picture_size(public_id)), mimetype="image/png")


def _page(name: str, **values: object) -> str:
    """The fragment for a script, the whole page for everybody else."""
    template = f"study/_{name}.html" if request.headers.get("X-Fragment") else f"study/{name}.html"
    return render_template(template, person=samples.STUDENT, **values)


def url_query(address: str) -> dict[str, str]:
    """The query of an address: an undo comes back to the kind that the page stands at."""
    return dict(parse_qsl(urlsplit(address).query))


def _study() -> str:
    wanted = {
        "typed": samples.TYPED,
        "card": samples.CARD,
        "several": arranged.SEVERAL,
        "order": arranged.ORDER,
        "regions": arranged.REGIONS,
        "pairs": arranged.PAIRS,
    }
    asked = request.args if request.method == "GET" else url_query(request.referrer or "")
    return _page("question", question=wanted.get(asked.get("kind", ""), samples.CHOICE))


def _reveal() -> str:
    return _page("reveal", reveal=samples.REVEALED)


def _answer() -> str:
    if answered := arranged.ANSWERED.get(request.form["key"]):
        return _page("verdict", verdict=answered)
    if request.form.get("text"):
        return _page("verdict", verdict=samples.ACCEPTED)
    if request.form.get("rating"):
        return _page("verdict", verdict=samples.RATED)
    return _page("verdict", verdict=samples.CHOICE_ANSWERED)


def look(page: str) -> str:
    """One page of the gallery; ?theme=dark and ?keys=off set the account's choices."""
    template, values = PAGES[page]
    if page == "components":
        flash("Version 4 is live.", "good")
    if page == "classroom-pupil":
        values = {**values, "form": classroom_pages.pupil_form()}
    person = values["person"]
    if isinstance(person, samples.Person):
        values = {
            **values,
            "person": replace(
                person, theme=request.args.get("theme", ""), single_keys="keys" not in request.args
            ),
        }
    return render_template(template, **values)

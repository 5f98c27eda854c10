"""The study screens. Each view is one call of the service and one template.

A template exists twice under one name: `study/x.html` is the whole page, `study/_x.html` what
stands inside it; a script that asks with the header X-Fragment gets the inside alone.
"""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import study
from quizapp.services.study import AnswerUnclear, Submission
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, signed_in

MORE_FACTS = 10


def _render(name: str, status: int = 200, **values: Any) -> ResponseReturnValue:
    inside = "_" if request.headers.get("X-Fragment") else ""
    return render_template(f"study/{inside}{name}.html", **values), status


def index() -> ResponseReturnValue:
    """The next question, or the end of the sitting."""
    again = request.args.get("again", "")
    if again:
        screen = study.question_again(context(), signed_in(), again, now())
        return _render("question", question=screen)
    following = study.ask(context(), signed_in(), now(), extra_new=_extra_new())
    if following is None:
        return _render("end", end=study.session_end(context(), signed_in(), now()))
    return _render("question", question=following)


def _extra_new() -> int:
    """New facts asked for beyond today's limit; `more` asks for ten more of them."""
    day = now().date().isoformat()
    asked_on, extra = session.get("extra_new", (day, 0))
    extra = int(extra) if asked_on == day else 0
    if "more" in request.args:
        extra += MORE_FACTS
        session["extra_new"] = (day, extra)
    return extra


def reveal() -> ResponseReturnValue:
    """A flashcard turned over."""
    form = request.form
    screen = study.reveal(
        context(), signed_in(), form.get("key", ""), form.get("version", ""), now()
    )
    return _render("reveal", reveal=screen)


def answer() -> ResponseReturnValue:
    """The verdict on an answer; an answer that cannot be read comes back to be mended."""
    form = request.form
    submission = Submission(
        key=form.get("key", ""),
        version=form.get("version", ""),
        choice=form.get("choice", ""),
        text=form.get("text", ""),
        rating=form.get("rating", type=int),
        dont_know=bool(form.get("dont_know")),
    )
    try:
        screen = study.answer(context(), signed_in(), submission, interface_language(), now())
    except AnswerUnclear as unclear:
        status = 200 if request.headers.get("X-Fragment") else 422
        return _render("question", status, question=unclear.screen)
    return _render("verdict", verdict=screen)


def undo() -> ResponseReturnValue:
    """Take the last answer back and ask its question again."""
    version = study.undo(context(), signed_in(), now())
    return redirect(url_for("study.index", again=version), 303)

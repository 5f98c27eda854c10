"""The study screens. Each view is one call of the service and one template.

A template exists twice under one name: `study/x.html` is the whole page, `study/_x.html` what
stands inside it; a script that asks with the header X-Fragment gets the inside alone.
"""

from __future__ import annotations

from typing import Any

from flask import g, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import guests, study
from quizapp.services.access import SignInNeeded
from quizapp.services.guests import Visitor
from quizapp.services.study import AnswerUnclear, Submission
from quizapp.store.queries.people import Person
from quizapp.web.shared.answers import submitted
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, now, person, signed_in
from quizapp.web.shared.signin import address, signed_in_response

MORE_FACTS = 10


def _render(name: str, status: int = 200, **values: Any) -> ResponseReturnValue:
    inside = "_" if request.headers.get("X-Fragment") else ""
    return render_template(f"study/{inside}{name}.html", **values), status


def _learner() -> Person:
    """Who studies: the person, or a visitor of whom nothing is kept yet.

    A browser whose session is over belongs to somebody: that one signs in again.
    """
    someone = person()
    if someone is not None:
        return someone
    if g.token:
        raise SignInNeeded
    return guests.nobody(context(), interface_language(), request.form.get("zone", ""))


def index() -> ResponseReturnValue:
    """The next question, the verdict that was asked for again, or the end of the sitting."""
    again, answered = request.args.get("again", ""), request.args.get("answered", "")
    if answered:
        return _render("verdict", verdict=study.verdict_again(context(), signed_in(), answered))
    learner = _learner()
    if again:
        return _render("question", question=study.question_again(context(), learner, again, now()))
    following = study.ask(context(), learner, now(), extra_new=_extra_new())
    if following is None:
        return _render("end", end=study.session_end(context(), learner, now()))
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
    sent = submitted(request.form)
    screen = study.reveal(context(), _learner(), sent.key, sent.version, now(), sent.hints)
    return _render("reveal", reveal=screen)


def hint() -> ResponseReturnValue:
    """The question once more, with what was given and one hint more."""
    screen = study.with_next_hint(context(), _learner(), submitted(request.form))
    return _render("question", question=screen)


def answer() -> ResponseReturnValue:
    """The verdict on an answer; an answer that cannot be read comes back to be mended."""
    submission = submitted(request.form)
    try:
        if person() is None:
            return _first_answer(submission)
        screen = study.answer(context(), signed_in(), submission, interface_language(), now())
    except AnswerUnclear as unclear:
        return _render("question", 422, question=unclear.screen)
    return _render("verdict", verdict=screen)


def _first_answer(submission: Submission) -> ResponseReturnValue:
    """A visitor's answer: from now on this browser is a guest's."""
    _learner()
    visitor = Visitor(g.visitor, interface_language(), address(), zone=request.form.get("zone", ""))
    made = guests.first_answer(context(), visitor, submission, now())
    g.person, g.token = made.guest, made.token
    response = make_response(_render("verdict", verdict=made.verdict))
    return signed_in_response(response, made.token, guests.LASTS)


def undo() -> ResponseReturnValue:
    """Take the last answer back and ask its question again."""
    version = study.undo(context(), signed_in(), now())
    return redirect(url_for("study.index", again=version), 303)

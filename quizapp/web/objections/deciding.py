"""The teacher's side: what pupils found wrong, question by question, and one to decide."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services.context import NotFound, Refused
from quizapp.services.objections import deciding, queue
from quizapp.services.objections.deciding import Accepted
from quizapp.services.quizzes import regrading
from quizapp.web.objections.forms import ReplyForm
from quizapp.web.objections.wording import decision_words, reason_words
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext
from quizapp.web.shared.words import refusal_words


def index() -> ResponseReturnValue:
    """What waits, the questions with most objections first; what was decided lately."""
    return render_template(
        "objections/index.html",
        queue=queue.queue(context(), signed_in()),
        reason_words=reason_words,
        decision_words=decision_words,
    )


def case(public_id: str) -> ResponseReturnValue:
    """One objection: looked at, accepted, or answered."""
    form = ReplyForm(request.form)
    if request.method == "GET":
        return _page(public_id, form)
    reply = form.reply.data or ""
    try:
        if request.form.get("do") == "accept":
            because = _("Accepted after an objection")
            done = deciding.accept(context(), signed_in(), public_id, reply, because, now())
            return _accepted(done)
        deciding.answer(context(), signed_in(), public_id, reply, now())
    except Refused as refused:
        form.reply.errors = [refusal_words(refused)]
        return _page(public_id, form, 409 if refused.code == "objection_closed" else 422)
    flash(_("Your answer was sent. The learner sees it on their home page."), "good")
    return redirect(url_for("objections.index"), 303)


def _accepted(done: Accepted) -> ResponseReturnValue:
    """On to marking again, where a quiz asked the older key; else to the question."""
    if done.copied:
        said = _("Accepted. A copy takes the answer; the question it was made from stays.")
    else:
        said = _("Accepted. Version %(number)s takes the answer.", number=done.version)
    if done.closed > 1:
        others = done.closed - 1
        said += " " + ngettext(
            "%(num)s more with the same answer was accepted with it.",
            "%(num)s more with the same answer were accepted with it.",
            others,
        )
    if not done.quiz:
        said += " " + _("Answers given in study stay as they were judged.")
    flash(said, "good")
    quizzes = [quiz for quiz, _title in regrading.offered(context(), signed_in(), done.question)]
    if done.quiz in quizzes:
        way = regrading.Way.NEW_KEY.value
        desk = url_for("quizmaking.regrade", public_id=done.quiz, question=done.question, way=way)
        return redirect(desk, 303)
    if done.copied and done.quiz:
        asked = url_for("quizmaking.regrade", public_id=done.quiz, question=done.asked)
        return redirect(asked, 303)
    return redirect(url_for("authoring.detail", public_id=done.question), 303)


def _page(public_id: str, form: ReplyForm, status: int = 200) -> ResponseReturnValue:
    if len(public_id) > 40:
        raise NotFound
    page = render_template(
        "objections/case.html",
        case=queue.case(context(), signed_in(), public_id),
        form=form,
        reason_words=reason_words,
        decision_words=decision_words,
    )
    return page, status

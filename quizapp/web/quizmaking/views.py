"""Quizzes as their teachers make them: the list, the form, the paper, what is released."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.core.quizzes.rules import Moment, Rules
from quizapp.services import quizzes
from quizapp.services.context import Refused
from quizapp.services.quizzes import DraftProblems, QuizDraft, choosing, essays, papers
from quizapp.store.queries.question_picker import Wanted
from quizapp.web.quizmaking import wording
from quizapp.web.quizmaking.forms import QuizForm, quiz_form, rearranged
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext

LINE_STEPS = ("add", "draw", "up", "down", "remove")


def index() -> ResponseReturnValue:
    """The quizzes that this teacher may change."""
    return render_template(
        "quizmaking/index.html",
        quizzes=quizzes.taught(context(), signed_in()),
        state_words=wording.state_words,
    )


def new() -> ResponseReturnValue:
    """Make a quiz."""
    if request.method == "GET":
        form = quiz_form(QuizDraft(rules=Rules(), classroom=request.args.get("classroom", "")), 0)
        return _desk(form)
    return _step("")


def edit(public_id: str) -> ResponseReturnValue:
    """Change a quiz."""
    sheet = quizzes.sheet(context(), signed_in(), public_id)
    if request.method == "GET":
        return _desk(quiz_form(sheet.draft, sheet.version), public_id)
    return _step(public_id)


def _step(public_id: str) -> ResponseReturnValue:
    """One press of a button: move lines, search, or save."""
    step = request.form.get("do", "save")
    if step.partition(":")[0] in LINE_STEPS:
        return _desk(QuizForm(rearranged(request.form, step)), public_id, anchor=True)
    form = QuizForm(request.form)
    if step == "find":
        return _desk(form, public_id, anchor=True)
    if not form.validate():
        return _desk(form, public_id, 422)
    try:
        made = _change(public_id, form) if public_id else _create(form)
        if step == "ready":
            quizzes.set_state(context(), signed_in(), made, "ready", now())
    except DraftProblems as wrong:
        form.explain(wrong.codes)
        return _desk(form, public_id, 422)
    except Refused as refused:
        return _refused(form, public_id, refused)
    flash(_("Saved."), "good")
    return redirect(url_for("quizmaking.edit", public_id=made), 303)


def _refused(form: QuizForm, public_id: str, refused: Refused) -> ResponseReturnValue:
    form.form_errors.append(wording.refused_words(refused))
    if refused.code == "quiz_changed_meanwhile":
        form.based_on.data = str(quizzes.sheet(context(), signed_in(), public_id).version)
        return _desk(form, public_id, 409)
    return _desk(form, public_id, 422)


def _create(form: QuizForm) -> str:
    return quizzes.create(context(), signed_in(), form.draft(), now())


def _change(public_id: str, form: QuizForm) -> str:
    typed = form.based_on.data or ""
    based_on = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
    quizzes.change(context(), signed_in(), public_id, based_on, form.draft(), now())
    return public_id


def _desk(
    form: QuizForm, public_id: str = "", status: int = 200, *, anchor: bool = False
) -> ResponseReturnValue:
    """The form with its lines and what was found for them."""
    draft = form.draft()
    looked_for = None
    if form.find.data or form.find_topic.data:
        topics = (form.find_topic.data,) if form.find_topic.data else ()
        looked_for = Wanted(
            text=form.find.data or "",
            topics=topics,
            kinds=choosing.ASKED_KINDS,
            classroom=draft.classroom,
        )
    desk = choosing.desk(context(), signed_in(), draft.items, looked_for, public_id)
    form.offer(desk)
    sheet = quizzes.sheet(context(), signed_in(), public_id) if public_id else None
    page = render_template(
        "quizmaking/editor.html",
        form=form,
        desk=desk,
        searched=looked_for is not None,
        sheet=sheet,
        shows=wording.shows(),
        moments=list(Moment),
        state_words=wording.state_words,
        moved=anchor,
        to_mark=essays.waiting_in(context(), signed_in(), public_id) if public_id else 0,
    )
    return page, status


def state(public_id: str) -> ResponseReturnValue:
    """Make a quiz draft, ready or retired."""
    wanted = request.form.get("state", "")
    try:
        quizzes.set_state(context(), signed_in(), public_id, wanted, now())
    except Refused as refused:
        flash(wording.refused_words(refused), "notyet")
    else:
        flash(_("The quiz is “%(state)s” now.", state=wording.state_words(wanted)), "good")
    return redirect(url_for("quizmaking.edit", public_id=public_id), 303)


def release(public_id: str) -> ResponseReturnValue:
    """Show the results that were held back."""
    count = quizzes.release_results(context(), signed_in(), public_id, now())
    flash(
        ngettext(
            "Released: %(num)s attempt joined what its learner remembers.",
            "Released: %(num)s attempts joined what their learners remember.",
            count,
        ),
        "good",
    )
    return redirect(url_for("quizmaking.edit", public_id=public_id), 303)


def paper(public_id: str) -> ResponseReturnValue:
    """The quiz on paper: versions A and B, an answer sheet and the key."""
    try:
        printed = papers.paper(context(), signed_in(), public_id)
    except Refused as refused:
        flash(wording.refused_words(refused), "notyet")
        return redirect(url_for("quizmaking.edit", public_id=public_id), 303)
    return render_template("quizmaking/paper.html", paper=printed, public_id=public_id)

"""What a class is asked to do: assigned, changed, withdrawn, watched."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import classrooms, quizzes
from quizapp.services.context import NotFound, Refused
from quizapp.services.quizzes import DraftProblems, choosing
from quizapp.services.quizzes.assigning import AssignmentSheet
from quizapp.services.quizzes.choosing import AssignmentDesk
from quizapp.services.quizzes.live import live as live_list
from quizapp.services.quizzes.making import QuizSheet
from quizapp.web.quizmaking import wording
from quizapp.web.quizmaking.assignment_forms import AssignmentForm, assignment_form
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def index(public_id: str) -> ResponseReturnValue:
    """What a classroom is asked to do."""
    lines = quizzes.assigned(context(), signed_in(), public_id)
    desk = choosing.assignment_desk(context(), signed_in(), public_id)
    return render_template("quizmaking/assignments.html", lines=lines, desk=desk)


def assign_facts(public_id: str) -> ResponseReturnValue:
    """Facts to know by a date."""
    desk = choosing.assignment_desk(context(), signed_in(), public_id)
    return _assign(desk, None)


def assign_quiz(public_id: str) -> ResponseReturnValue:
    """A quiz to sit. The class is chosen first where there are several."""
    sheet = quizzes.sheet(context(), signed_in(), public_id)
    classroom = request.values.get("classroom", "") or sheet.draft.classroom
    taught = classrooms.taught(context(), signed_in())
    if not classroom and len(taught) == 1:
        classroom = taught[0].public_id
    if not classroom:
        return render_template("quizmaking/which_class.html", sheet=sheet, classrooms=taught)
    return _assign(choosing.assignment_desk(context(), signed_in(), classroom), sheet)


def _assign(desk: AssignmentDesk, sheet: QuizSheet | None) -> ResponseReturnValue:
    if request.method == "GET":
        title, chosen = sheet.line.title if sheet else "", request.args.getlist("learner")
        reach = "some" if chosen else "everyone"
        return _form(AssignmentForm(title=title, reach=reach, learners=chosen), desk, sheet)
    form = AssignmentForm(request.form)
    quiz = sheet.line.public_id if sheet else ""
    try:
        if not form.validate():
            return _form(form, desk, sheet, status=422)
        made = quizzes.assign(context(), signed_in(), form.draft(desk, quiz), now())
    except DraftProblems as wrong:
        form.explain(wrong.codes)
        return _form(form, desk, sheet, status=422)
    except Refused as refused:
        form.form_errors.append(wording.refused_words(refused))
        return _form(form, desk, sheet, status=422)
    if sheet is not None and sheet.line.state != "ready":
        flash(_("Assigned. Learners see it once the quiz is made ready."), "")
    else:
        flash(_("Assigned. It stands on the learners’ home page."), "good")
    return redirect(url_for("quizmaking.assignment", public_id=made), 303)


def assignment(public_id: str) -> ResponseReturnValue:
    """Change an assignment."""
    found = quizzes.assignment_sheet(context(), signed_in(), public_id)
    desk = choosing.assignment_desk(context(), signed_in(), found.line.classroom, public_id)
    sheet = _quiz_of(found.line.quiz)
    if request.method == "GET":
        form = assignment_form(found.draft, found.version, desk)
        return _form(form, desk, sheet, found)
    form = AssignmentForm(request.form)
    if not form.validate():
        return _form(form, desk, sheet, found, 422)
    typed = form.based_on.data or ""
    based_on = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else 0
    draft = form.draft(desk, found.line.quiz)
    try:
        quizzes.change_assignment(context(), signed_in(), public_id, based_on, draft, now())
    except DraftProblems as wrong:
        form.explain(wrong.codes)
        return _form(form, desk, sheet, found, 422)
    except Refused as refused:
        form.form_errors.append(wording.refused_words(refused))
        form.based_on.data = str(found.version)
        return _form(form, desk, sheet, found, 409)
    flash(_("Saved."), "good")
    return redirect(url_for("quizmaking.assignment", public_id=public_id), 303)


def _quiz_of(quiz: str) -> QuizSheet | None:
    """The quiz of an assignment; None for facts, and for a colleague's own quiz."""
    try:
        return quizzes.sheet(context(), signed_in(), quiz) if quiz else None
    except NotFound:
        return None


def _form(
    form: AssignmentForm,
    desk: AssignmentDesk,
    sheet: QuizSheet | None,
    found: AssignmentSheet | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    form.offer(desk)
    page = render_template(
        "quizmaking/assignment.html", form=form, desk=desk, sheet=sheet, found=found
    )
    return page, status


def withdraw(public_id: str) -> ResponseReturnValue:
    """Take an assignment from the learners' lists."""
    found = quizzes.assignment_sheet(context(), signed_in(), public_id)
    quizzes.withdraw(context(), signed_in(), public_id, now())
    flash(_("Withdrawn. Attempts that were begun stay as they are."), "good")
    return redirect(url_for("quizmaking.assignments", public_id=found.line.classroom), 303)


def live(public_id: str) -> ResponseReturnValue:
    """Who is sitting the quiz right now, and how far they are."""
    found = live_list(context(), signed_in(), public_id, now())
    name = "_live.html" if request.headers.get("X-Fragment") else "live.html"
    return render_template(f"quizmaking/{name}", live=found, live_words=wording.live_words)

"""Who teaches a classroom: invitations, handing over, leaving."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import classrooms
from quizapp.services.context import Refused
from quizapp.web.classrooms.forms import InviteForm
from quizapp.web.classrooms.wording import explain
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _

ABOUT_THE_NAME = ("teacher_unknown", "teaches_already")


def teachers(public_id: str) -> ResponseReturnValue:
    """Who teaches the classroom and who is asked to, and a form to ask somebody."""
    someone, form = signed_in(), InviteForm(request.form)
    if request.method == "POST" and form.validate():
        given = form.name.data or ""
        try:
            name = classrooms.invite(context(), someone, public_id, given, now())
        except Refused as error:
            if error.code not in ABOUT_THE_NAME:
                raise
            explain(form.name, error)
        else:
            flash(_("%(name)s is asked, and sees it under Classrooms.", name=name), "good")
            return redirect(url_for("classrooms.teachers", public_id=public_id), 303)
    found = classrooms.teachers_page(context(), someone, public_id)
    screen = classrooms.classroom(context(), someone, public_id, now())
    page = render_template("classrooms/teachers.html", classroom=screen, page=found, form=form)
    return page, 422 if form.errors else 200


def teacher(public_id: str, who: str) -> ResponseReturnValue:
    """Take an invitation back, remove a co-teacher, or hand the classroom over."""
    someone, action = signed_in(), request.form.get("action", "")
    if action == "withdraw":
        classrooms.withdraw(context(), someone, public_id, who, now())
        flash(_("The invitation is taken back."), "good")
    elif action == "owner":
        classrooms.hand_over(context(), someone, public_id, who, now())
        flash(_("The class is handed over. You teach it still."), "good")
    else:
        classrooms.remove_teacher(context(), someone, public_id, who, now())
        flash(_("This person does not teach the class any more."), "good")
    return redirect(url_for("classrooms.teachers", public_id=public_id), 303)


def answer(public_id: str) -> ResponseReturnValue:
    """Say yes or no to an invitation."""
    if request.form.get("answer") == "yes":
        classrooms.accept(context(), signed_in(), public_id, now())
        flash(_("You teach this class now."), "good")
        return redirect(url_for("classrooms.detail", public_id=public_id), 303)
    classrooms.decline(context(), signed_in(), public_id, now())
    flash(_("You said no to the invitation."), "good")
    return redirect(url_for("classrooms.index"), 303)


def leave(public_id: str) -> ResponseReturnValue:
    """Stop teaching the classroom."""
    classrooms.leave(context(), signed_in(), public_id, now())
    flash(_("You do not teach this class any more."), "good")
    return redirect(url_for("classrooms.index"), 303)

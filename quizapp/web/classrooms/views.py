"""Classrooms: the lists, making one, joining one, and its page."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accommodations, classrooms
from quizapp.services.context import NotFound, Refused
from quizapp.web.classrooms.forms import ClassroomForm, JoinForm
from quizapp.web.classrooms.qr import qr_code
from quizapp.web.classrooms.wording import explain, granted_words
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def index() -> ResponseReturnValue:
    """A teacher's classrooms; a learner's classes."""
    someone = signed_in()
    if someone.is_teacher:
        return _taught(ClassroomForm(time_zone=someone.time_zone))
    granted = accommodations.own(context(), someone)
    return render_template(
        "classrooms/joined.html",
        classrooms=classrooms.joined(context(), someone),
        form=JoinForm(),
        granted=granted,
        granted_words=granted_words(granted.granted),
    )


def _taught(form: ClassroomForm) -> ResponseReturnValue:
    someone = signed_in()
    page = render_template(
        "classrooms/taught.html",
        classrooms=classrooms.taught(context(), someone),
        joined=classrooms.joined(context(), someone),
        invitations=classrooms.invitations_to_teach(context(), someone),
        archived=classrooms.archived(context(), someone),
        form=form,
    )
    return page, 422 if form.errors else 200


def create() -> ResponseReturnValue:
    """Make a classroom."""
    form = ClassroomForm(request.form)
    if not form.validate():
        return _taught(form)
    try:
        made = classrooms.create(
            context(), signed_in(), form.name.data or "", form.time_zone.data or "", now()
        )
    except Refused as error:
        explain(form.time_zone if error.code.startswith("time") else form.name, error)
        return _taught(form)
    flash(_("The classroom is ready. Give its code to your learners."), "good")
    return redirect(url_for("classrooms.detail", public_id=made), 303)


def detail(public_id: str) -> ResponseReturnValue:
    """One classroom: for those who teach it who is here, for its pupils who teaches them."""
    someone = signed_in()
    if someone.is_teacher:
        try:
            screen = classrooms.classroom(context(), someone, public_id, now())
        except NotFound:
            pass
        else:
            return _teachers_page(screen)
    page = classrooms.class_page(context(), someone, public_id)
    words = granted_words(page.granted.granted)
    return render_template("classrooms/class.html", page=page, granted_words=words)


def _teachers_page(screen: classrooms.ClassroomScreen) -> ResponseReturnValue:
    code = qr_code(url_for("classrooms.join", code=screen.code, _external=True))
    groups = classrooms.groups(context(), signed_in(), screen.public_id)
    return render_template("classrooms/detail.html", classroom=screen, qr=code, groups=groups)


def join(code: str = "") -> ResponseReturnValue:
    """Join a class: type its code, or follow a link that holds it."""
    form = JoinForm(request.form, code=code)
    someone = signed_in()
    invited = None
    if request.method == "POST" or code:
        text = code or form.code.data or ""
        try:
            if request.method == "POST" and (code or form.validate()):
                return _joined(classrooms.join(context(), someone, text, now()))
            if code:
                invited = classrooms.invitation(context(), someone, code, now())
        except Refused as error:
            form.code.data = text
            explain(form.code, error)
    page = render_template("classrooms/join.html", form=form, invited=invited)
    return page, 422 if form.errors else 200


def _joined(invited: classrooms.Invitation) -> ResponseReturnValue:
    words = _("You were in %(name)s already.") if invited.joined else _("You are in %(name)s now.")
    flash(words % {"name": invited.name}, "good")
    return redirect(url_for("home.index"), 303)

"""Looking after a classroom: its code, its name, putting it away, deleting it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import classrooms
from quizapp.services.context import Refused
from quizapp.web.classrooms.forms import ClassroomForm, DeleteForm
from quizapp.web.classrooms.qr import qr_code
from quizapp.web.classrooms.wording import explain
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def poster(public_id: str) -> ResponseReturnValue:
    """The join code for the wall: code, address and QR on one sheet."""
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    address = url_for("classrooms.join", code=screen.code, _external=True)
    return render_template(
        "classrooms/poster.html", classroom=screen, address=address, qr=qr_code(address)
    )


def code(public_id: str) -> ResponseReturnValue:
    """Renew the join code, close joining or open it again."""
    someone, action = signed_in(), request.form.get("action", "")
    if action == "renew":
        classrooms.renew_code(context(), someone, public_id, now())
        flash(_("The class has a new code. The old one leads nowhere any more."), "good")
    elif action == "close":
        classrooms.close_joining(context(), someone, public_id, now())
        flash(_("Nobody new gets in by the code until you open it again."), "good")
    else:
        classrooms.open_joining(context(), someone, public_id, now())
        flash(_("The code lets learners in again."), "good")
    return _back(public_id)


def _back(public_id: str) -> ResponseReturnValue:
    return redirect(url_for("classrooms.detail", public_id=public_id), 303)


def settings(public_id: str) -> ResponseReturnValue:
    """Name and time zone; at the end of the page putting away and deleting."""
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    if request.method == "GET":
        form = ClassroomForm(name=screen.name, time_zone=screen.time_zone)
        return _settings_page(public_id, form, DeleteForm())
    form = ClassroomForm(request.form)
    if form.validate():
        name, zone = form.name.data or "", form.time_zone.data or ""
        try:
            classrooms.change(context(), signed_in(), public_id, name, zone, now())
        except Refused as error:
            explain(form.time_zone if error.code.startswith("time") else form.name, error)
        else:
            flash(_("Saved."), "good")
            return _back(public_id)
    return _settings_page(public_id, form, DeleteForm())


def _settings_page(
    public_id: str, form: ClassroomForm, delete_form: DeleteForm
) -> ResponseReturnValue:
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    page = render_template(
        "classrooms/settings.html", classroom=screen, form=form, delete_form=delete_form
    )
    return page, 422 if form.errors or delete_form.errors else 200


def archive(public_id: str) -> ResponseReturnValue:
    """Put the classroom away."""
    classrooms.archive(context(), signed_in(), public_id, now())
    flash(_("The class is archived. It can be read, and restored at any time."), "good")
    return redirect(url_for("classrooms.index"), 303)


def restore(public_id: str) -> ResponseReturnValue:
    """Fetch the classroom again."""
    classrooms.restore(context(), signed_in(), public_id, now())
    flash(_("The class is back, as it was."), "good")
    return _back(public_id)


def delete(public_id: str) -> ResponseReturnValue:
    """Delete the classroom for good, after its name was typed."""
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    form = DeleteForm(request.form)
    if form.validate():
        typed = form.typed.data or ""
        try:
            classrooms.delete_classroom(context(), signed_in(), public_id, typed, now())
        except Refused as error:
            if error.code != "name_differs":
                raise
            explain(form.typed, error)
        else:
            flash(_("The class %(name)s is deleted.", name=screen.name), "good")
            return redirect(url_for("classrooms.index"), 303)
    kept = ClassroomForm(name=screen.name, time_zone=screen.time_zone)
    return _settings_page(public_id, kept, form)

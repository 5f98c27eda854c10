"""Groups of a classroom: the list, one group with its pupils."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import classrooms
from quizapp.services.context import Refused
from quizapp.web.classrooms.forms import GroupForm
from quizapp.web.classrooms.wording import explain
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def groups(public_id: str) -> ResponseReturnValue:
    """The groups of a classroom, and a form for one more."""
    form = GroupForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            made = classrooms.make_group(
                context(), signed_in(), public_id, form.name.data or "", now()
            )
        except Refused as error:
            if not error.code.startswith("group_name"):
                raise
            explain(form.name, error)
        else:
            return redirect(url_for("classrooms.group", public_id=public_id, group=made), 303)
    screen = classrooms.classroom(context(), signed_in(), public_id, now())
    found = classrooms.groups(context(), signed_in(), public_id)
    page = render_template("classrooms/groups.html", classroom=screen, groups=found, form=form)
    return page, 422 if form.errors else 200


def group(public_id: str, group: str) -> ResponseReturnValue:
    """One group: its name and who is in it."""
    someone = signed_in()
    found = classrooms.group_page(context(), someone, public_id, group)
    form = GroupForm(request.form, name=found.name)
    if request.method == "POST" and form.validate():
        chosen, before = request.form.getlist("pupil"), request.form.getlist("before")
        name = form.name.data or ""
        try:
            if name != found.name:
                classrooms.rename_group(context(), someone, public_id, group, name, now())
            classrooms.change_members(context(), someone, public_id, group, chosen, before, now())
        except Refused as error:
            if not error.code.startswith("group_name"):
                raise
            explain(form.name, error)
        else:
            flash(_("Saved."), "good")
            return redirect(url_for("classrooms.groups", public_id=public_id), 303)
    screen = classrooms.classroom(context(), someone, public_id, now())
    ticked = set(request.form.getlist("pupil")) if form.errors else None
    page = render_template(
        "classrooms/group.html", classroom=screen, group=found, form=form, ticked=ticked
    )
    return page, 422 if form.errors else 200


def delete(public_id: str, group: str) -> ResponseReturnValue:
    """Delete a group; its pupils stay."""
    classrooms.delete_group(context(), signed_in(), public_id, group, now())
    flash(_("The group is deleted. Its pupils are still in the class."), "good")
    return redirect(url_for("classrooms.groups", public_id=public_id), 303)

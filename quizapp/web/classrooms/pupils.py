"""One pupil of a classroom: what is granted, a way out of the class."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accommodations, classrooms
from quizapp.services.context import Refused
from quizapp.web.classrooms.forms import AccommodationForm
from quizapp.web.classrooms.wording import granted_words, words_of
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.texts import gettext as _


def pupil(public_id: str, student: str) -> ResponseReturnValue:
    """One pupil; a post sets what the pupil is granted in every quiz."""
    someone = signed_in()
    page = classrooms.pupil_page(context(), someone, public_id, student)
    form, meanwhile = AccommodationForm.of(page.granted), list[str]()
    if request.method == "POST":
        form = AccommodationForm(request.form)
        done = form.validate() and _grant(form, public_id, student)
        if done:
            flash(_("Saved. It holds in every quiz of every class."), "good")
            return redirect(url_for("classrooms.pupil", public_id=public_id, student=student), 303)
        if not form.errors:  # somebody else was faster: both are shown
            page = classrooms.pupil_page(context(), someone, public_id, student)
            meanwhile = granted_words(page.granted.granted) or [_("nothing")]
            form.version.data = str(page.granted.version)
    html = render_template(
        "classrooms/pupil.html",
        page=page,
        form=form,
        granted_words=granted_words(page.granted.granted),
        meanwhile=meanwhile,
    )
    return html, 409 if meanwhile else 422 if form.errors else 200


def _grant(form: AccommodationForm, public_id: str, student: str) -> bool:
    """Store what the form asks for; False when a field is wrong or somebody was faster."""
    wanted, version = form.wanted(), form.seen_version()
    try:
        accommodations.grant(context(), signed_in(), public_id, student, wanted, version, now())
    except Refused as error:
        if error.code in form:
            form[error.code].errors = [words_of(error)]
        elif error.code != "changed_meanwhile":
            raise
        return False
    return True


def remove(public_id: str, student: str) -> ResponseReturnValue:
    """Take a pupil out of the class."""
    name = classrooms.remove_pupil(context(), signed_in(), public_id, student, now())
    flash(_("%(name)s is not in this class any more.", name=name), "good")
    return redirect(url_for("classrooms.detail", public_id=public_id), 303)

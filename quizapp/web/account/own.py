"""What a person does with the own account: password, sessions, one's data; one-time codes."""

from __future__ import annotations

from flask import Response, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts, codes, own_data, own_data_files, own_password
from quizapp.services.context import Refused
from quizapp.web.account.forms import CodeForm, EraseForm, PasswordForm
from quizapp.web.account.views import account_page
from quizapp.web.shared.parts import context, now, signed_in
from quizapp.web.shared.signin import address, signed_in_response, signed_out_response
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.words import refusal_words


def password() -> ResponseReturnValue:
    """Change one's own password; every other session ends."""
    someone = signed_in()
    form = PasswordForm(request.form)
    if not form.validate():
        return account_page(None, form)
    try:
        token = own_password.change_password(
            context(), someone, form.current.data or "", form.new.data or "", now()
        )
    except Refused as error:
        field = form.new if error.code.startswith("password") else form.current
        field.errors = [*field.errors, refusal_words(error)]
        return account_page(None, form)
    flash(_("The password is changed. You are signed out everywhere else."), "good")
    return signed_in_response(make_response(redirect(url_for("account.index"), 303)), token)


def sign_out_everywhere() -> ResponseReturnValue:
    """End every session of this person, this one too."""
    accounts.sign_out_everywhere(context(), signed_in(), now())
    return signed_out_response(make_response(redirect(url_for("home.index"), 303)))


def code() -> ResponseReturnValue:
    """Set a new password with a one-time code."""
    form = CodeForm(request.form if request.method == "POST" else None)
    if request.method == "POST" and form.validate():
        try:
            token = codes.use(
                context(),
                form.name.data or "",
                form.code.data or "",
                form.new.data or "",
                now(),
                address(),
            )
        except Refused as error:
            field = form.new if error.code.startswith("password") else form.code
            field.errors = [*field.errors, refusal_words(error)]
        else:
            accounts.sign_out(context(), g.token)
            return signed_in_response(make_response(redirect(url_for("home.index"), 303)), token)
    return render_template("account/code.html", form=form), 422 if form.errors else 200


def new_code(classroom: str, student: str) -> ResponseReturnValue:
    """A teacher makes a one-time code for a pupil; it is shown this once."""
    pupil = codes.pupil(context(), signed_in(), classroom, student)
    made = None
    if request.method == "POST":
        made = codes.make_for_pupil(context(), signed_in(), classroom, student, now())
    return render_template("account/new_code.html", pupil=pupil, classroom=classroom, made=made)


def data() -> ResponseReturnValue:
    """What is kept of a person, as files, and how to be erased."""
    return _data_page(EraseForm())


def _data_page(form: EraseForm) -> ResponseReturnValue:
    if signed_in().is_guest:
        del form.password
    page = render_template("account/data.html", form=form, guest=signed_in().is_guest)
    return page, 422 if form.errors else 200


def data_json() -> ResponseReturnValue:
    """Everything about this person as one JSON document."""
    document = own_data.export(context(), signed_in(), now())
    return _file(own_data_files.as_json(document), "application/json", "json")


def data_zip() -> ResponseReturnValue:
    """Everything about this person as CSV files in a ZIP."""
    document = own_data.export(context(), signed_in(), now())
    return _file(own_data_files.as_zip(document), "application/zip", "zip")


def _file(content: bytes, mimetype: str, ending: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f"attachment; filename=my-data.{ending}"
    return response


def erase() -> ResponseReturnValue:
    """Erase the person who asks, for good."""
    someone = signed_in()
    form = EraseForm(request.form)
    if someone.is_guest:
        del form.password
    if not form.validate():
        return _data_page(form)
    try:
        given = "" if someone.is_guest else form.password.data or ""
        own_data.erase(context(), someone, given, now())
    except Refused as error:
        form.sure.errors = [*form.sure.errors, refusal_words(error)]
        return _data_page(form)
    flash(_("Everything about you is erased."), "good")
    return signed_out_response(make_response(redirect(url_for("home.index"), 303)))

"""Signing up, in and out; one's own settings; the first admin's one-time link."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import available_timezones

from flask import Response, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts
from quizapp.services.accounts import NewAccount
from quizapp.services.context import NotFound, Refused
from quizapp.services.progress import home
from quizapp.settings import LANGUAGES
from quizapp.web.account.forms import SettingsForm, SignInForm, SignUpForm
from quizapp.web.shared.languages import LANGUAGE_COOKIE, interface_language
from quizapp.web.shared.parts import context, now, person, signed_in
from quizapp.web.shared.signin import signed_in_response, signed_out_response
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.words import refusal_words

A_YEAR = 31_536_000


def local_path(wanted: str) -> str:
    """A path on this server to go on to; the home page for anything else."""
    local = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    return wanted if local and wanted.isprintable() else url_for("home.index")


def _enter(token: str, wanted: str) -> Response:
    return signed_in_response(make_response(redirect(local_path(wanted), 303)), token)


def _explain(form: SignUpForm | SignInForm, error: Refused) -> None:
    field = form.name if error.code.startswith("name") else form.password
    field.errors = [*field.errors, refusal_words(error)]


def sign_in() -> ResponseReturnValue:
    """Name and password."""
    if person() is not None:
        return redirect(local_path(request.args.get("next", "")), 303)
    form = SignInForm(request.form, next=request.args.get("next", ""))
    if request.method == "POST" and form.validate():
        try:
            token = accounts.sign_in(
                context(), form.name.data or "", form.password.data or "", now()
            )
        except Refused as error:
            _explain(form, error)
        else:
            return _enter(token, form.next.data or "")
    return render_template("account/sign_in.html", form=form), 422 if form.errors else 200


def _account_page(
    template: str, role: str, make: Callable[[NewAccount], int], after: str
) -> ResponseReturnValue:
    form = SignUpForm(request.form, next=request.args.get("next", ""))
    if request.method == "POST" and form.validate():
        zone = form.zone.data or ""
        account = NewAccount(
            name=form.name.data or "",
            password=form.password.data or "",
            language=interface_language(),
            zone=zone if zone in available_timezones() else context().settings.time_zone,
            role=role,
        )
        try:
            token = accounts.open_session(context(), make(account), now())
        except Refused as error:
            _explain(form, error)
        else:
            return _enter(token, form.next.data or after)
    return render_template(template, form=form), 422 if form.errors else 200


def sign_up() -> ResponseReturnValue:
    """A pupil's new account."""
    if person() is not None:
        return redirect(local_path(request.args.get("next", "")), 303)
    return _account_page(
        "account/sign_up.html", "student", lambda a: accounts.create(context(), a, now()), ""
    )


def first_admin(token: str) -> ResponseReturnValue:
    """The first admin-and-teacher account; the link works once."""
    if not accounts.admin_link_valid(context(), token, now()):
        raise NotFound
    return _account_page(
        "account/first_admin.html",
        "admin",
        lambda a: accounts.use_admin_link(context(), token, a, now()),
        url_for("classrooms.index"),
    )


def sign_out() -> ResponseReturnValue:
    """End this browser's session."""
    accounts.sign_out(context(), g.token)
    return signed_out_response(make_response(redirect(url_for("home.index"), 303)))


def index() -> ResponseReturnValue:
    """One's own settings."""
    someone = signed_in()
    form = SettingsForm(request.form if request.method == "POST" else None, obj=someone)
    if request.method == "POST" and form.validate():
        accounts.change_settings(context(), someone, dict(form.data))
        flash(_("Saved"), "good")
        return redirect(url_for("account.index"), 303)
    classrooms = home(context(), someone, now()).classrooms
    page = render_template("account/index.html", form=form, classrooms=classrooms)
    return page, 422 if form.errors else 200


def language() -> ResponseReturnValue:
    """Choose the interface's language; kept with the account or in a cookie."""
    chosen = request.form.get("language", "")
    response = make_response(redirect(local_path(request.form.get("next", "")), 303))
    if chosen in LANGUAGES:
        someone = person()
        if someone is not None:
            accounts.change_settings(context(), someone, {"language": chosen})
        response.set_cookie(
            LANGUAGE_COOKIE,
            chosen,
            max_age=A_YEAR,
            samesite="Lax",
            secure=request.is_secure,
            httponly=True,
        )
    return response


def how_it_works() -> ResponseReturnValue:
    """What this is, in plain words."""
    return render_template("account/how_it_works.html")

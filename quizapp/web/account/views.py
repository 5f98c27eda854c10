"""Signing up, in and out; one's own settings; the first admin's one-time link."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import available_timezones

from flask import Response, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.services import accounts, claiming, guests, retention
from quizapp.services.accounts import NewAccount
from quizapp.services.context import NotFound, Refused
from quizapp.services.first_admin import admin_link_valid, use_admin_link
from quizapp.services.progress import home
from quizapp.settings import LANGUAGES
from quizapp.store.queries.people import Person
from quizapp.web.account.forms import PasswordForm, SettingsForm, SignInForm, SignUpForm
from quizapp.web.account.held import send_held
from quizapp.web.account.kept import go_on
from quizapp.web.shared.answers import HELD, held
from quizapp.web.shared.kept_forms import carried_on
from quizapp.web.shared.languages import LANGUAGE_COOKIE, interface_language
from quizapp.web.shared.parts import context, now, person, signed_in
from quizapp.web.shared.signin import (
    address,
    session_cookie,
    signed_in_response,
    signed_out_response,
)
from quizapp.web.shared.texts import gettext as _
from quizapp.web.shared.texts import ngettext, number_text
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


def _guest() -> Person | None:
    """The guest who asks, None for everybody else."""
    someone = person()
    return someone if someone is not None and someone.is_guest else None


def _claim(form: SignInForm | SignUpForm) -> int:
    """How many answers a guest could bring along; without any the form does not ask."""
    guest = _guest()
    count = 0 if guest is None else guests.answers_of(context(), guest)
    if count:
        words = ngettext(
            "Bring along the one answer given as a guest",
            "Bring along the %(count)s answers given as a guest",
            count,
            count=number_text(count),
        )
        form.bring.label.text = words
    else:
        del form.bring
    return count


def sign_in() -> ResponseReturnValue:
    """Name and password; what a guest or an answer without a session left goes on from here."""
    if person() is not None and _guest() is None:
        return redirect(local_path(request.args.get("next", "")), 303)
    sent = request.form if request.method == "POST" else None
    form = SignInForm(sent, next=request.args.get("next", ""))
    claim = _claim(form)
    if sent is not None and form.validate():
        try:
            user, token = accounts.sign_in(
                context(), form.name.data or "", form.password.data or "", now(), address()
            )
        except Refused as error:
            _explain(form, error)
        else:
            _bring_along(user, wanted=bool(claim and form.bring.data))
            retention.sweep_daily(context(), now())
            return _signed_in(token, form.next.data or "")
    page = render_template(
        "account/sign_in.html",
        form=form,
        claim=claim,
        held=held(request.form, HELD),
        kept=carried_on(request.form),
    )
    response = make_response(page, 422 if form.errors else 200)
    if g.token and person() is None:  # a session that is over: this browser is a visitor's again
        response.delete_cookie(session_cookie(), secure=request.is_secure)
    return response


def _signed_in(token: str, wanted: str) -> Response:
    """Go on: with the answer that was kept, or to the page that was wanted."""
    kept = carried_on(request.form)
    if not (kept or held(request.form, HELD)):
        return _enter(token, wanted)
    someone = accounts.who(context(), token, now())
    if someone is None:
        raise NotFound
    g.person, g.token = someone, token
    page = go_on(kept) if kept else send_held(someone)
    return signed_in_response(make_response(page), token)


def _bring_along(user: int, *, wanted: bool) -> None:
    """What becomes of the guest whose browser this was."""
    guest = _guest()
    if guest is None:
        return
    if wanted:
        count = claiming.claim_by_sign_in(context(), guest, user, now())
        words = ngettext(
            "%(count)s answer came along.",
            "%(count)s answers came along.",
            count,
            count=number_text(count),
        )
        flash(words, "good")
    accounts.sign_out(context(), g.token)


def _account_page(
    template: str, role: str, make: Callable[[NewAccount], str], after: str
) -> ResponseReturnValue:
    sent = request.form if request.method == "POST" else None
    form = SignUpForm(sent, next=request.args.get("next", ""))
    claim = _claim(form)
    if sent is not None and form.validate():
        try:
            token = make(_account(form, role))
        except Refused as error:
            _explain(form, error)
        else:
            return _enter(token, form.next.data or after)
    page = render_template(template, form=form, claim=claim)
    return page, 422 if form.errors else 200


def _account(form: SignUpForm, role: str) -> NewAccount:
    zone = form.zone.data or ""
    return NewAccount(
        name=form.name.data or "",
        password=form.password.data or "",
        language=interface_language(),
        zone=zone if zone in available_timezones() else context().settings.time_zone,
        role=role,
        form=form.key.data or "",
    )


def sign_up() -> ResponseReturnValue:
    """A pupil's new account; a guest's own, when the guest brings the answers along."""
    if person() is not None and _guest() is None:
        return redirect(local_path(request.args.get("next", "")), 303)
    return _account_page("account/sign_up.html", "student", _sign_up, "")


def _sign_up(account: NewAccount) -> str:
    guest = _guest()
    if guest is not None and request.form.get("bring"):
        return claiming.claim_by_sign_up(context(), guest, account, now())
    token = accounts.open_session(context(), accounts.create(context(), account, now()), now())
    if guest is not None:
        accounts.sign_out(context(), g.token)
    return token


def first_admin(token: str) -> ResponseReturnValue:
    """The first admin-and-teacher account; the link works once."""
    if not (admin_link_valid(context(), token, now()) or _made_by_this_form()):
        raise NotFound
    return _account_page(
        "account/first_admin.html",
        "admin",
        lambda account: _first_admin(token, account),
        url_for("classrooms.index"),
    )


def _made_by_this_form() -> bool:
    """Whether this is the form that used the link up, sent once more for want of a reply."""
    sent = _account(SignUpForm(request.form), "admin")
    return accounts.made_before(context(), sent, now()) is not None


def _first_admin(link: str, account: NewAccount) -> str:
    number = use_admin_link(context(), link, account, now())
    return accounts.open_session(context(), number, now())


def sign_out() -> ResponseReturnValue:
    """End this browser's session."""
    accounts.sign_out(context(), g.token)
    return signed_out_response(make_response(redirect(url_for("home.index"), 303)))


def index() -> ResponseReturnValue:
    """One's own settings."""
    form = SettingsForm(request.form if request.method == "POST" else None, obj=signed_in())
    if request.method == "POST" and form.validate():
        accounts.change_settings(context(), signed_in(), dict(form.data))
        flash(_("Saved"), "good")
        return redirect(url_for("account.index"), 303)
    return account_page(form, None)


def account_page(form: SettingsForm | None, password: PasswordForm | None) -> ResponseReturnValue:
    """The account with its forms; fresh ones where none is given."""
    someone = signed_in()
    page = render_template(
        "account/index.html",
        form=form or SettingsForm(obj=someone),
        password_form=None if someone.is_guest else password or PasswordForm(),
        classrooms=home(context(), someone, now()).classrooms,
        guest=someone.is_guest,
    )
    wrong = (form and form.errors) or (password and password.errors)
    return page, 422 if wrong else 200


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

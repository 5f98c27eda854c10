"""Who is asking: cookies, login sessions as rows, and the CSRF token bound to them."""

from __future__ import annotations

import secrets
from datetime import timedelta

from flask import Flask, Request, Response, abort, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface

from quizapp.services import accounts
from quizapp.services.access import SignInNeeded
from quizapp.web.shared.kept_forms import SHOWN_BY
from quizapp.web.shared.parts import context, now

VISITOR_COOKIE = "quizapp_visitor"
ANSWER = "study.answer"
"""The form that is never lost: what was typed goes on with the question and its key."""
SIGN_UP = "account.sign_up"
"""The form that ends the session that it was sent with: sent again it meets one that is over."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class FormTooOld(SignInNeeded):
    """An answer came with a form of another session: nothing is stored, nothing typed is lost."""


class LongFormTooOld(SignInNeeded):
    """A long form of another session: nothing is stored, it is shown again with what was typed."""


def session_cookie() -> str:
    """The cookie's name: under HTTPS bound to this host by its prefix."""
    return "__Host-quizapp" if request.is_secure else "quizapp_session"


def load_person() -> None:
    """Before each request: the person behind the cookie, one statement."""
    g.token = request.cookies.get(session_cookie(), "")
    g.visitor = request.cookies.get(VISITOR_COOKIE, "")
    if request.endpoint != "static" and g.token:
        g.person = accounts.who(context(), g.token, now())


def csrf_token() -> str:
    """The token for this browser's forms; as long-lived as its session."""
    if g.get("person") is not None:
        return _token_for(g.token)
    if not g.visitor:
        g.visitor = secrets.token_urlsafe(18)
        g.new_visitor = True
    return _token_for(g.visitor)


def _token_for(secret: str) -> str:
    """The token of forms bound to this cookie; reckoned once for the check and for the page."""
    made: dict[str, str] = g.setdefault("csrf_tokens", {})
    if secret not in made:
        made[secret] = context().sign("csrf", secret)
    return made[secret]


def check_csrf() -> None:
    """Before each request that changes something: the token and, where sent, the origin."""
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    if site not in ("same-origin", "none") or (
        origin is not None and origin != f"{request.scheme}://{request.host}"
    ):
        abort(400, description="foreign_origin")
    given = request.form.get("csrf_token", "") or request.headers.get("X-CSRF-Token", "")
    if not any(_made_for(given, secret) for secret in _secrets()):
        raise_too_old()


def _secrets() -> tuple[str, ...]:
    """The cookies of this browser that its forms may be bound to."""
    if g.get("person") is not None:
        return (g.token,)
    return (g.visitor, g.token) if request.endpoint == SIGN_UP else (g.visitor,)


def _made_for(given: str, secret: str) -> bool:
    right = _token_for(secret)
    return bool(secret) and secrets.compare_digest(given.encode("utf-8", "replace"), right.encode())


def raise_too_old() -> None:
    """A form of a session that is over, or of another one: how it goes on depends on the form."""
    if request.endpoint == ANSWER:
        raise FormTooOld
    if request.endpoint in SHOWN_BY and not request.headers.get("X-Fragment"):
        raise LongFormTooOld
    if request.blueprint == "study" and g.get("person") is None:
        raise SignInNeeded
    abort(400, description="old_form")


def address() -> str:
    """The network address that asks, as far as the named proxies are believed."""
    return request.remote_addr or ""


def keep_visitor(response: Response) -> Response:
    """After a request: a visitor who was shown a form keeps the cookie that its token needs."""
    if g.get("new_visitor"):
        _set(response, VISITOR_COOKIE, g.visitor)
    return response


def signed_in_response(
    response: Response, token: str, lasts: timedelta = accounts.ABSOLUTE
) -> Response:
    """Put a new session into the browser; the old token is not used again."""
    _set(response, session_cookie(), token, lasts)
    response.delete_cookie(VISITOR_COOKIE)
    g.pop("new_visitor", None)
    return response


def signed_out_response(response: Response) -> Response:
    """Take the session out of the browser."""
    response.delete_cookie(
        session_cookie(), secure=request.is_secure, httponly=True, samesite="Lax"
    )
    return response


def _set(response: Response, name: str, value: str, lasts: timedelta = accounts.ABSOLUTE) -> None:
    response.set_cookie(
        name,
        value,
        max_age=int(lasts.total_seconds()),
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )


class Messages(SecureCookieSessionInterface):
    """Flask's signed cookie, which carries messages to the next page; most requests have none."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """What the cookie says, without making a reader where there is no cookie."""
        if self.get_cookie_name(app) in request.cookies:
            return super().open_session(app, request)
        return self.session_class()


def register(app: Flask) -> None:
    """Join sign-in and CSRF to the application."""
    app.session_interface = Messages()
    app.before_request(load_person)
    app.before_request(check_csrf)
    app.after_request(keep_visitor)
    app.jinja_env.globals["csrf_token"] = csrf_token
    app.context_processor(lambda: {"person": g.get("person")})

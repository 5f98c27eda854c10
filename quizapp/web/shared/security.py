"""Headers of every response, and which host names requests may use."""

from __future__ import annotations

from itertools import chain

from flask import Flask, Response, abort, g, request
from werkzeug.exceptions import SecurityError

from quizapp.web.shared.parts import context
from quizapp.web.shared.texts import gettext as _

DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types fragment worker",
)
POLICY = "; ".join(DIRECTIVES)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
IN_SAFE_PLACES = {"Cross-Origin-Opener-Policy": "same-origin"}
"""Headers that browsers heed over HTTPS and on this machine alone, and complain of elsewhere."""
SAFE_HEADERS = HEADERS | IN_SAFE_PLACES
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
A_YEAR = 31_536_000
PICTURE = "pictures.picture"
"""Its address tells what it holds, for good; only this browser keeps it."""


def check_host() -> Response | None:
    """Refuse host names that this installation does not answer to, in bare words.

    No address of a page can be made from what may be no host name at all.
    """
    try:
        host = request.host
    except SecurityError:
        host = ""
    name = _without_port(host)
    if name in LOOPBACK | {h.lower() for h in context().settings.trusted_hosts}:
        return None
    return Response(_("This server does not answer to that name."), 400, mimetype="text/plain")


def _without_port(host: str) -> str:
    return (host if host.endswith("]") else host.rsplit(":", 1)[0]).lower()


def _in_safe_place() -> bool:
    try:
        return request.is_secure or _without_port(request.host) in LOOPBACK
    except SecurityError:
        return False


def check_text() -> None:
    """Refuse the character NUL: no keyboard types it, and PostgreSQL cannot keep it."""
    if "\0" in request.path:
        abort(404)
    for sent in (request.args, request.form):
        if "\0" in "".join(chain(sent, *sent.listvalues())):
            abort(400, description="unreadable_text")


def add_headers(response: Response) -> Response:
    """Give every response its headers; no cache keeps pages; static files and pictures it does."""
    headers = SAFE_HEADERS if _in_safe_place() else HEADERS
    if not headers.keys().isdisjoint(response.headers.keys()):
        headers = {name: value for name, value in headers.items() if name not in response.headers}
    response.headers.extend(headers)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR}")
    if request.endpoint == "static" and "v" in request.args and response.status_code == 200:
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    elif request.endpoint == PICTURE and response.status_code == 200:
        response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable"
    elif request.endpoint != "static":
        response.headers["Cache-Control"] = "no-store"
        response.headers.add("Vary", "Cookie")
    return response


def register(app: Flask) -> None:
    """Join host check and headers to the application; the check comes before everything else."""
    app.before_request(check_host)
    app.before_request(check_text)
    app.after_request(add_headers)
    app.before_request(lambda: g.setdefault("person", None) and None)

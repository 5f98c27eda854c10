"""Serving: waitress on one address, with clear words when it cannot."""

from __future__ import annotations

import logging
import signal
import sys
from datetime import UTC, datetime
from typing import Any

import click
import waitress

from quizapp.app import create_app
from quizapp.services import accounts
from quizapp.services.installation import CannotStart, prepare
from quizapp.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
THREADS = 16


def check_address(settings: Settings) -> None:
    """Refuse to serve passwords in the open. Raises CannotStart with the cure."""
    if settings.host in LOOPBACK:
        return
    if not settings.trusted_hosts:
        raise CannotStart(
            "Beyond this machine the server must know its names: "
            "set QUIZAPP_TRUSTED_HOSTS to the host names it answers to."
        )
    if not (settings.proxies or settings.allow_http):
        raise CannotStart(
            "Beyond this machine passwords need HTTPS: put a proxy in front and set "
            "QUIZAPP_PROXIES=1, or accept plain HTTP on your own network with "
            "QUIZAPP_ALLOW_HTTP=1."
        )


def serve(settings: Settings) -> None:
    """Prepare the installation, print where it is, and serve until told to stop.

    Raises CannotStart with one sentence when it cannot.
    """
    check_address(settings)
    now = datetime.now(UTC)
    context, _report = prepare(settings, now)
    app = create_app(settings, context.store)
    server = _bind(app, settings)
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{shown}:{server.effective_port}"
    if not accounts.admin_exists(context):
        token = accounts.make_admin_link(context, now)
        click.echo(
            f"First account, for the admin (works once, 24 hours): {address}/account/first/{token}"
        )
    click.echo(f"Serving on {address}")
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server.run()
    click.echo("Stopped.")


def _bind(app: Any, settings: Settings) -> Any:
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    try:
        return waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident="",
            channel_timeout=60,
            connection_limit=1000,
            max_request_body_size=app.config["MAX_CONTENT_LENGTH"],
        )
    except OSError as error:
        raise CannotStart(
            f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}). "
            "Choose another one with --port, or --port 0 for any free one."
        ) from None

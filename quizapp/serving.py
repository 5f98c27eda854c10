"""Serving: waitress on one address, with clear words when it cannot."""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import click
import waitress
from flask import Flask
from sqlalchemy.exc import OperationalError
from werkzeug.test import create_environ, run_wsgi_app

from quizapp import channels, network
from quizapp.app import create_app
from quizapp.jobs.worker import Worker
from quizapp.services import first_admin, own_data, retention
from quizapp.services.context import Context
from quizapp.services.installation import CannotStart, check_folder, is_new, prepare
from quizapp.settings import LANGUAGES, Settings
from quizapp.store.engine import Store, make_engine
from quizapp.store.one_core import one_core
from quizapp.web.shared import texts

THREADS = 16
"""Requests at once. On SQLite they compute one after the other, but answers that wait for the same
turn to write are stored together: with eight threads a tenth fewer were served, with thirty-two no
more, and each takes a twentieth of a megabyte."""
YOUNG_OBJECTS = 3_000
"""New objects before a collection; a request makes some thousands and drops them all itself."""


def prepared(settings: Settings, at: datetime) -> Context:
    """The installation made ready, by one process at a time: migrated, the shipped bank loaded.

    Raises CannotStart with one sentence when it cannot be.
    """
    check_folder(settings.data_dir)
    first = is_new(settings)
    turn = Store(make_engine(settings))
    try:
        with turn.alone():
            if first and hasattr(os, "fork"):
                by_a_child(lambda: prepare(settings, at))
            context, _report = prepare(settings, at)
            own_data.erase_listed(context, at)  # whom a restored backup brought back
            retention.sweep_daily(context, at)
    except OperationalError as error:
        raise CannotStart(f"The database cannot be opened: {error.orig}.") from None
    finally:
        turn.close()
    return context


def by_a_child(work: Callable[[], object]) -> None:
    """Let a child process do this: what it loaded for it goes with it (33 MB at a first start).

    What fails there is left undone, and the caller, who does it again, is told why.
    """
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work()
        os._exit(0)
    os.waitpid(child, 0)


M_ARENA_MAX = -8
"""glibc's number for the number of its heaps (mallopt(3))."""


def one_heap() -> None:
    """Before the first thread: all of them share one heap of glibc's.

    It would make one for each, of which little is ever given back. They compute one after the
    other anyway (64 writers: 102 MB with eight heaps, 87 with one, at the same processor time).
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library knows no heaps
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)


FIRST_PAGE = "/study"
"""What the first learners of a day ask for, dozens at once."""
TEMPLATES = ("study/verdict.html", "study/_verdict.html", "study/reveal.html", "study/end.html")
"""What comes after the first page."""


def warm_up(app: Flask) -> None:
    """Before serving: make once, alone, what the first requests would each make at the same time.

    Eight threads that compile the same pages and read the same language's data leave memory behind
    that is never given back (64 who read and answer: 88 MB without this, 82 with it).
    It is the time that the first page takes less.
    """
    texts.load_languages(LANGUAGES)
    run_wsgi_app(app, create_environ(FIRST_PAGE, "http://localhost"), buffered=True)
    for name in TEMPLATES:
        app.jinja_env.get_template(name)


def settle() -> None:
    """Before serving: what the start made stays for good, so no collection looks at it again.

    Not even one now: it takes a tenth of the start and finds a third of a megabyte. What the
    start took and needs no more goes back to the system (some 5 MB).
    """
    gc.freeze()
    gc.enable()
    gc.set_threshold(YOUNG_OBJECTS, 10, 10)
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library gives back by itself
            ctypes.CDLL(None).malloc_trim(0)


AGAIN_SECONDS = 6.0
"""Longer than waitress takes to end the requests that are under way (5 seconds)."""


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """Until left, SIGTERM ends the server's loop.

    The signal raises SystemExit wherever Python is; a destructor swallows that. So the alarm
    raises it once more, unless the loop has ended by then.
    """

    def stop(*_: object) -> None:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, AGAIN_SECONDS)
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, stop)
    try:
        yield
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def serve(settings: Settings, *, lan: bool = False) -> None:
    """Prepare the installation, print where it is, and serve until told to stop.

    `lan` serves the local network and prints names and QR code. Raises CannotStart with one
    sentence when it cannot.
    """
    one_heap()
    if lan:
        settings = network.for_local_network(settings)
    network.check(settings)
    now = datetime.now(UTC)
    context = prepared(settings, now)
    app = create_app(settings, context.store)
    server = _bind(app, settings, context.store)
    address = f"http://{network.shown_host(settings)}:{server.effective_port}"
    if lan:
        click.echo(network.qr_code(address))
        click.echo(f"Also answers to: {', '.join(settings.trusted_hosts)}")
    if not first_admin.admin_exists(context):
        token = first_admin.make_admin_link(context, now)
        click.echo(
            f"First account, for the admin (works once, 24 hours): {address}/account/first/{token}"
        )
    warm_up(app)
    settle()
    with ended_by_signal():
        if context.store.is_sqlite:
            Worker(context, lambda: datetime.now(UTC)).start()
        click.echo(f"Serving on {address}")
        sys.stdout.flush()
        server.run()
    click.echo("Stopped.")


def _bind(app: Any, settings: Settings, store: Store) -> Any:
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a class at once is no fault
    try:
        server = waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident="",
            channel_timeout=60,
            connection_limit=1000,
            clear_untrusted_proxy_headers=False,  # `web.shared.proxies` decides what is believed
            # more than is taken, so that what is too large is answered in words
            max_request_body_size=4 * app.config["MAX_CONTENT_LENGTH"],
        )
    except OSError as error:
        raise CannotStart(
            f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}). "
            "Choose another one with --port, or --port 0 for any free one."
        ) from None
    if store.is_sqlite:
        store.turns.core = one_core()
    channels.use_for(server, store.turns if store.is_sqlite else None)
    return server

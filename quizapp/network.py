"""Serving beyond this machine: which addresses and names, and what must be true before."""

from __future__ import annotations

import io
import ipaddress
import socket
import stat
import sys
from dataclasses import replace
from pathlib import Path

from sqlalchemy import make_url

from quizapp.services.installation import CannotStart
from quizapp.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never bound by default
NOWHERE = ("192.0.2.1", 9)
"""An address of a network that is none (RFC 5737): the way there starts at our own address."""


def check(settings: Settings) -> None:
    """Refuse to serve others unsafely. Raises CannotStart with one sentence that holds the cure."""
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
    for path in _private_files(settings):
        if path.is_file() and path.stat().st_mode & stat.S_IROTH:
            raise CannotStart(
                f"Everybody who uses this machine can read {path}: run 'chmod 600 {path}' "
                "before serving others."
            )


def _private_files(settings: Settings) -> list[Path]:
    """The key and the database, where they are files."""
    url = make_url(settings.url)
    database = url.database if url.get_backend_name() == "sqlite" else None
    files = [settings.data_dir / "secret.key"]
    return [*files, Path(database)] if database and sys.platform != "win32" else files


def for_local_network(settings: Settings) -> Settings:
    """These settings for the machine's address on the local network, its names trusted.

    A host that was chosen stays. Raises CannotStart without the explicit word for plain HTTP,
    or without a network.
    """
    if not settings.allow_http:
        raise CannotStart(
            "On the local network passwords travel readable over plain HTTP: "
            "set QUIZAPP_ALLOW_HTTP=1 if you accept that on a network of your own."
        )
    address = local_address() if settings.host in (*LOOPBACK, *EVERYWHERE) else settings.host
    host = address if settings.host in LOOPBACK else settings.host
    names = dict.fromkeys((*settings.trusted_hosts, address, *machine_names()))
    return replace(settings, host=host, trusted_hosts=tuple(names))


def local_address() -> str:
    """This machine's address on the network it is in. Nothing is sent to find it out."""
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way_out:
            way_out.connect(NOWHERE)
            address: str = way_out.getsockname()[0]
    except OSError:
        address = ""
    if not address or ipaddress.ip_address(address).is_loopback:
        raise CannotStart(
            "This machine has no address on a network: connect it, or name one with --host."
        )
    return address


def machine_names() -> tuple[str, ...]:
    """What this machine is called on its network; with .local where names are found by asking."""
    name = socket.gethostname().lower()
    return (name,) if "." in name else (name, f"{name}.local")


def shown_host(settings: Settings) -> str:
    """The host as it stands in an address that others can open."""
    if settings.host in EVERYWHERE:
        return settings.trusted_hosts[0]
    return f"[{settings.host}]" if ":" in settings.host else settings.host


def qr_code(url: str) -> str:
    """The address as a QR code for a terminal; "" where it cannot show the blocks."""
    import segno  # noqa: PLC0415 - only a classroom's start pays for it

    drawn = io.StringIO()
    segno.make(url, micro=False).terminal(drawn, compact=True)
    try:
        drawn.getvalue().encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ""
    return drawn.getvalue()

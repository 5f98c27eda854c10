"""No test speaks to another machine: an audit hook refuses it and remembers who tried."""

from __future__ import annotations

import ipaddress
import sys
from collections.abc import Iterator

import pytest

ATTEMPTS: list[str] = []
WATCHED = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1, "socket.getaddrinfo": 0}
"""Audit events and the place of the address or host name among their arguments."""


class OutgoingConnection(Exception):
    """A test tried to reach another machine."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    place = WATCHED.get(event)
    if place is not None and not is_local(arguments[place]):
        ATTEMPTS.append(f"{event} {arguments[place]!r}")
        raise OutgoingConnection(ATTEMPTS[-1])


def is_local(address: object) -> bool:
    """Whether an address is a socket file, this machine's loopback, or none at all."""
    if isinstance(address, tuple):
        address = address[0]
        if not isinstance(address, str):
            return True  # netlink and the like: the kernel, not a machine
    elif address is None or (isinstance(address, (str, bytes)) and b"/" in _bytes(address)):
        return True
    name = _bytes(address).decode(errors="replace") if isinstance(address, (str, bytes)) else ""
    if name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return False


def _bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


sys.addaudithook(_refuse)


@pytest.fixture(autouse=True)
def _stays_on_this_machine() -> Iterator[None]:
    """Fail a test that tried to reach another machine, even if it swallowed the refusal."""
    ATTEMPTS.clear()
    yield
    tried, ATTEMPTS[:] = list(ATTEMPTS), []
    assert not tried, f"outgoing connections: {', '.join(tried)}"

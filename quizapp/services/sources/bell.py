"""Tells a worker in this process that there is work; workers elsewhere look by themselves."""

from __future__ import annotations

import threading

_BELL = threading.Event()


def ring() -> None:
    """There is work."""
    _BELL.set()


def wait(seconds: float) -> None:
    """Sleep until somebody rings, or so long."""
    _BELL.wait(seconds)
    _BELL.clear()

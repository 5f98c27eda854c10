"""Pictures from outside: looked at, made smaller, written anew without what they say of themselves.

A file from outside can make a reader take memory and time without end, so it is read in a process
of its own that may not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from quizapp.exchange.unreadable import Unreadable

LONGEST_S = 30
_CHILD = Path(__file__).with_name("picture_child.py")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as it is kept: its bytes, their media type, its size in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def read(data: bytes) -> Drawn:
    """The picture in a PNG, JPEG, WebP or GIF file (of this the first frame).

    Raises Unreadable: "picture_svg", "picture_unknown", "picture_pixels" (more than can be
    shown), "picture_broken".
    """
    if b"<svg" in data[:4096].lower():
        raise Unreadable("picture_svg")
    try:
        done = subprocess.run(  # noqa: S603 - our own script; the file goes in as its input
            [sys.executable, str(_CHILD)],
            input=data,
            capture_output=True,
            timeout=LONGEST_S,
            check=False,
        )
        head, _, made = done.stdout.partition(b"\n")
        said = json.loads(head)
    except (subprocess.TimeoutExpired, ValueError):
        raise Unreadable("picture_pixels") from None  # out of time or memory: it said nothing
    if "code" in said:
        raise Unreadable(said["code"])
    return Drawn(made, said["media_type"], said["width"], said["height"])

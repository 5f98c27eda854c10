"""PDF files, through the optional package pypdf: the text of their pages.

A file from outside can make any PDF reader take memory and time without end, so it is read in a
process of its own that may not.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

from quizapp.exchange.unreadable import Unreadable

LONGEST_S = 30
_CHILD = Path(__file__).with_name("pdf_child.py")


def read(data: bytes) -> str:
    """The text of a PDF, a blank line between pages. Raises Unreadable.

    "pdf_missing" where the extra `pdf` is not installed, "no_text_inside" for a scan.
    """
    if importlib.util.find_spec("pypdf") is None:
        raise Unreadable("pdf_missing")
    if not data.startswith(b"%PDF-"):
        raise Unreadable("file_broken")
    try:
        done = subprocess.run(  # noqa: S603 - our own script; the file goes in as its input
            [sys.executable, str(_CHILD)],
            input=data,
            capture_output=True,
            timeout=LONGEST_S,
            check=False,
        )
        said = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise Unreadable("file_bomb") from None  # out of time or memory: it said nothing
    if "code" in said:
        raise Unreadable(said["code"])
    text = str(said["text"])
    if len(text.split()) < 3:
        raise Unreadable("no_text_inside")
    return text

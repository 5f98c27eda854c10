"""Reads a PDF from standard input in a process of its own, with little memory and time.

Run as a script, so that it imports nothing but the package it is about. Prints one JSON object:
the text, or a code of why there is none.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

MEMORY = 1_000_000_000
CPU_S = 20
MOST_PAGES = 1_000
MOST_CHARACTERS = 2_000_000


class TooMuch(Exception):
    """More pages or letters than a document has."""


def limit() -> None:
    """Take no more memory and time than a document needs (where the system can be told so)."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_S, CPU_S))


def pages(reader: Any) -> Iterator[str]:
    """The text of each page. Raises TooMuch."""
    if len(reader.pages) > MOST_PAGES:
        raise TooMuch
    size = 0
    for page in reader.pages:
        text = str(page.extract_text() or "")
        size += len(text)
        if size > MOST_CHARACTERS:
            raise TooMuch
        yield text


def read(data: bytes) -> dict[str, str]:
    """{"text"} or {"code"} for a PDF."""
    import pypdf  # noqa: PLC0415 - an extra; who calls has looked

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it warns of is told as a code
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            return {"code": "file_locked"}
        return {"text": "\n\n".join(pages(reader))}
    except (TooMuch, MemoryError, RecursionError):
        return {"code": "file_bomb"}
    except Exception as error:  # noqa: BLE001 - a broken file breaks the package in many ways
        return {"code": "file_broken", "why": type(error).__name__}


if __name__ == "__main__":
    limit()
    sys.stdout.write(json.dumps(read(sys.stdin.buffer.read())))

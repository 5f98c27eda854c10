"""An uploaded file as text: its ending says how to read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from quizapp.exchange import docx_text, html_text, pdf_text, plain_text
from quizapp.exchange.unreadable import Unreadable
from quizapp.services.sources.intake import Flaw, TextRefused
from quizapp.store.computing import elsewhere

LARGEST_MB = 10


def _pdf(data: bytes) -> str:
    with elsewhere():  # a process of its own reads it
        return pdf_text.read(data)


READERS: dict[str, Callable[[bytes], str]] = {
    "txt": plain_text.read,
    "text": plain_text.read,
    "md": plain_text.read_markdown,
    "markdown": plain_text.read_markdown,
    "html": html_text.read,
    "htm": html_text.read,
    "docx": docx_text.read,
    "pdf": _pdf,
}
"""Endings of file names, and who reads them."""


def read_upload(stream: IO[bytes], name: str) -> str:
    """The text of an uploaded file of at most LARGEST_MB megabytes. Raises TextRefused."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    reader = READERS.get(ending)
    if reader is None:
        raise TextRefused(Flaw("file_unknown", "file"))
    data = stream.read(LARGEST_MB * 1_000_000 + 1)
    if len(data) > LARGEST_MB * 1_000_000:
        raise TextRefused(Flaw("file_large", "file", {"limit": str(LARGEST_MB)}))
    try:
        text = reader(data)
    except Unreadable as error:
        raise TextRefused(Flaw(error.code, "file", error.values)) from None
    if not text.strip():
        raise TextRefused(Flaw("no_text_inside", "file"))
    return text

"""PDF files, through the optional package pypdf: the text of their pages, lines joined again."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from quizapp.exchange.unreadable import MOST_CHARACTERS, Unreadable

MOST_PAGES = 1_000


def read(data: bytes) -> str:
    """The text of a PDF, a blank line between paragraphs. Raises Unreadable.

    "pdf_missing" where the extra `pdf` is not installed, "no_text_inside" for a scan.
    """
    try:
        import pypdf  # noqa: PLC0415 - an optional package
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise Unreadable("pdf_missing") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it warns of is told as one code
    if not data.startswith(b"%PDF-"):
        raise Unreadable("file_broken")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Unreadable("file_locked")
        text = "\n\n".join(_pages(reader))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Unreadable("file_broken") from error
    except (RecursionError, MemoryError) as error:
        raise Unreadable("file_bomb") from error
    if len(text.split()) < 3:
        raise Unreadable("no_text_inside")
    return text


def _pages(reader: Any) -> Iterator[str]:
    """The text of each page, not more of it than a text may have."""
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable("file_bomb")
    size = 0
    for page in reader.pages:
        text = str(page.extract_text() or "")
        size += len(text)
        if size > MOST_CHARACTERS:
            raise Unreadable("file_bomb")
        yield text

"""Text and Markdown files: UTF-8, with or without its mark."""

from __future__ import annotations

import re

from quizapp.exchange.unreadable import Unreadable

_OTHER_FILES = (
    *(b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b"),
    b"\xd0\xcf\x11\xe0",
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,300}?)(?<=\S)\1(?![\w*])")
_FENCE = re.compile(r"^(?:```|~~~)[^\n]*$", re.MULTILINE)


def read(data: bytes) -> str:
    """The text of a UTF-8 file. Raises Unreadable."""
    if data.startswith(_OTHER_FILES) or b"\x00" in data[:8192]:
        raise Unreadable("file_broken")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable("not_utf8", line=str(line)) from None


def read_markdown(data: bytes) -> str:
    """The text of a Markdown file: words of links and emphasis stay, their signs go."""
    text = _FENCE.sub("", read(data))
    text = _LINK.sub(r"\1", text)
    return _EMPHASIS.sub(r"\2", text)

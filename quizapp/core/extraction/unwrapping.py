"""Lines that were broken at the edge of a page become paragraphs again."""

from __future__ import annotations

import re

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")
_NARROW, _WIDE = 40, 110
"""Characters of a line that ends at the edge of a page."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")


def unwrap(text: str) -> str:
    """The text with one line for each paragraph; lines that are meant to end stay as they are."""
    blocks = [block.split("\n") for block in _BLANK.split(text.strip())]
    if len(blocks) == 1 and not _wrapped(blocks[0]):
        return text
    return "\n".join(_joined(lines) if _wrapped(lines) else "\n".join(lines) for lines in blocks)


def _wrapped(lines: list[str]) -> bool:
    """Whether lines end where the page did: of like length, most in the middle of a sentence."""
    inner = [line.rstrip() for line in lines[:-1]]
    if not inner:
        return False
    fitting = sum(_NARROW <= len(line) <= _WIDE for line in inner)
    ended = sum(bool(_ENDS.search(line)) for line in inner)
    return fitting * 10 >= len(inner) * 8 and ended * 2 < len(inner)


def _joined(lines: list[str]) -> str:
    text = ""
    for line in (piece.strip() for piece in lines):
        if _HYPHEN.search(text) and line[:1].islower():
            text = text[:-1] + line
        else:
            text = f"{text} {line}" if text else line
    return text

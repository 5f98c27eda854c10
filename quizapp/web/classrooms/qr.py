"""An address as a QR code: a drawing for the page, no file and no other host."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

QUIET = 4
"""Modules of white around the code, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True, slots=True)
class Qr:
    """A code of `size` × `size` modules with its margin; `path` draws the dark ones."""

    size: int
    path: str


@lru_cache(maxsize=256)
def qr_code(address: str) -> Qr:
    """The QR code of an address, error correction M: readable from a wall with a stain on it."""
    import segno  # noqa: PLC0415 - 4 MB that a server needs only where a code is shown

    matrix = segno.make(address, micro=False, error="m").matrix
    runs = []
    for y, row in enumerate(matrix, QUIET):
        x = 0
        while x < len(row):
            length = 0
            while x + length < len(row) and row[x + length]:
                length += 1
            if length:
                runs.append(f"M{x + QUIET} {y}h{length}v1h-{length}z")
            x += length + 1
    return Qr(len(matrix) + 2 * QUIET, "".join(runs))

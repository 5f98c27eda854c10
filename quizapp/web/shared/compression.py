"""Responses compressed for browsers that take gzip: waitress and gunicorn send what they get.

Pages are compressed as they are made; static files once per process. A page holds a form's token
beside what a person typed, and the length of a compressed page could tell one from the other
(BREACH): the header carries a name of random length, which gzip allows and readers skip.
"""

from __future__ import annotations

import secrets
import struct
import zlib
from functools import lru_cache

from flask import Flask, Response, request
from werkzeug.http import parse_accept_header

from quizapp.web.shared.assets import STATIC

KINDS = frozenset(
    {
        "application/javascript",
        "application/json",
        "image/svg+xml",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
    }
)
SMALLEST = 500
"""Bytes: what is shorter fits into one packet either way."""
PAGE_LEVEL = 3
"""zlib's level for pages: on a verdict 4 % larger than 6, in 28 µs instead of 40."""
SMALLEST_WINDOW = 9
MEMORY_LEVEL = 7
"""With a window that just holds the page, zlib clears 40 kB of memory for it instead of 260:
a verdict of 4.7 kB takes 20 µs instead of 64, and is no larger."""
BEST = 9
LONGEST_NAME = 64
_HEAD = struct.pack("<BBBBLBB", 0x1F, 0x8B, 8, 8, 0, 0, 255)
"""RFC 1952: magic, deflate, a name follows, no time, no extra flags, system unknown."""


def gzip(data: bytes, level: int, padding: int = 0) -> bytes:
    """The data as one gzip member whose name is `padding` bytes long."""
    window = min(max(len(data).bit_length(), SMALLEST_WINDOW), zlib.MAX_WBITS)
    body = zlib.compressobj(level, zlib.DEFLATED, -window, MEMORY_LEVEL)
    end = struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)
    return b"".join((_HEAD, b"x" * padding, b"\0", body.compress(data), body.flush(), end))


@lru_cache(maxsize=64)
def _static(name: str, _changed: int) -> bytes:
    return gzip((STATIC / name).read_bytes(), BEST)


def _compressed(response: Response) -> bytes | None:
    if request.endpoint == "static":
        path = STATIC / (request.view_args or {})["filename"]
        return _static((request.view_args or {})["filename"], path.stat().st_mtime_ns)
    if response.is_streamed or response.direct_passthrough:
        return None
    data = response.get_data()
    if len(data) < SMALLEST:
        return None
    return gzip(data, PAGE_LEVEL, secrets.randbelow(LONGEST_NAME))


@lru_cache(maxsize=64)
def _takes_gzip(accepted: str) -> bool:
    """Whether a browser that sends this header reads gzip; there are few such headers."""
    return parse_accept_header(accepted)["gzip"] > 0


def compress(response: Response) -> Response:
    """Compress what is text, whole and wanted so."""
    if response.mimetype not in KINDS or response.status_code in (204, 206, 304):
        return response
    vary = response.headers.get("Vary")
    response.headers["Vary"] = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"
    accepted = request.headers.get("Accept-Encoding", "")
    if "Content-Encoding" in response.headers or not _takes_gzip(accepted):
        return response
    if (small := _compressed(response)) is None:
        return response
    response.direct_passthrough = False
    response.close()
    response.set_data(small)
    response.headers["Content-Encoding"] = "gzip"
    if (tag := response.headers.get("ETag", "")).startswith('"'):
        response.headers["ETag"] = f"W/{tag}"
    return response


def register(app: Flask) -> None:
    """Join compression to the application; it comes after everything that looks at a page."""
    app.after_request(compress)

"""Static files with their content's hash in the address, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask

STATIC = Path(__file__).parent / "static"


@lru_cache(maxsize=64)
def version(name: str) -> str:
    """Twelve characters of the file's SHA-256, "" when there is no such file."""
    path = STATIC / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else ""


def register(app: Flask) -> None:
    """Add the hash to every address of a static file."""

    @app.url_defaults
    def add_version(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static" and "v" not in values and (hash_ := version(values["filename"])):
            values["v"] = hash_

"""Why a file cannot be read, as a code that the web room words."""

from __future__ import annotations


class Unreadable(Exception):
    """The file cannot be read as text; nothing of it was kept."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


MOST_CHARACTERS = 2_000_000
"""Characters that a reader gives back at most; a text that is taken has half as many."""

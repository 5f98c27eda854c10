"""Where the shipped bank lies."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


class BankError(Exception):
    """A bank that cannot be read, built or checked; the message names file, line or item."""


def questions_folder() -> Path:
    """The shipped bank: the checkout's `questions/`, or the copy inside an installed package.

    Raises BankError where there is neither.
    """
    for folder in (_PACKAGE.parent / "questions", _PACKAGE / "_bundled" / "questions"):
        if (folder / "sources.toml").is_file():
            return folder
    raise BankError("The shipped question bank is missing from this installation.")

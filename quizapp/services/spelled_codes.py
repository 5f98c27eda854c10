"""Codes that people read aloud and type: join codes, one-time codes."""

from __future__ import annotations

import secrets

CODE_ALPHABET = "0123456789CDFGHJKMNPQRTVWXY"
"""No vowels, so that no code is a word, and only one of each group that is read alike."""
CODE_LENGTH = 8
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "Z": "2", "B": "8", "U": "V"})
"""Letters that no code has, and the signs that they were read from."""


def new_code() -> str:
    """A code by chance: one of 27^8."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def folded_code(text: str) -> str:
    """A code as stored, from what a person typed: case, blanks, hyphens, look-alikes."""
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(LOOK_ALIKES)


def shown_code(code: str) -> str:
    """A code in groups of four, as people read it aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))

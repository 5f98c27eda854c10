"""Names people sign in with: cleaned, and folded so that look-alikes are one account."""

from __future__ import annotations

import unicodedata

LONGEST = 80


def cleaned(name: str) -> str:
    """The name as shown: NFC, no control or invisible characters, single spaces.

    Not NFKC, which would turn the class "4.º B" into "4.o B".
    """
    text = unicodedata.normalize("NFC", name)
    visible = "".join(
        c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    return " ".join(visible.split())


def folded(name: str) -> str:
    """The name as compared: cleaned, without case, accents and letter shapes (NFKD)."""
    plain = unicodedata.normalize("NFKD", cleaned(name)).casefold()
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def problem(name: str) -> str | None:
    """Why a name cannot be used: empty, too_long; None when it can."""
    plain = cleaned(name)
    if not plain or not any(c.isalnum() for c in plain):
        return "empty"
    return "too_long" if len(plain) > LONGEST else None

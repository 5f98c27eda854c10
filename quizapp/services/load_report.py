"""What a load of the shipped bank did; known without what reads and checks a bank."""

from __future__ import annotations

from dataclasses import dataclass

DIGEST = "shipped-bank"
"""Under which name the digest of the bank that was loaded last is remembered."""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many facts and questions were added, changed and retired by one load."""

    added: int = 0
    changed: int = 0
    retired: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the database held this very bank already."""
        return not (self.added or self.changed or self.retired)

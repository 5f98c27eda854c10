"""One finding of the checks on a draft."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Check:
    """One finding: its code, what it does (error, missing, advice), and the field it is `about`.

    Errors and what is missing block saving as ready; what is missing is no fault while one still
    writes.
    """

    code: str
    level: str
    about: str
    values: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether the draft cannot be asked like this."""
        return self.level != "advice"

"""The forgetting curve of FSRS-6.

R(t) = (1 + f * t / S) ** -d with f = 0.9 ** (-1 / d) - 1, so that R(S) = 0.9; d is the last of
the 21 parameters. Source: open-spaced-repetition, "The Algorithm", FSRS-6.
"""

from __future__ import annotations

from collections.abc import Sequence

_DECAY = 20


def recall_after(stability: float, days: float, parameters: Sequence[float]) -> float:
    """Return the chance (0 < R <= 1) of recall `days` after an answer that left `stability` days.

    Raises ValueError for a stability that is not positive; negative days count as none.
    """
    if not stability > 0:
        raise ValueError(f"stability is a positive number of days, not {stability}")
    decay = -parameters[_DECAY]
    factor = 0.9 ** (1 / decay) - 1
    return float((1 + factor * max(days, 0) / stability) ** decay)


def days_until(retention: float, stability: float, parameters: Sequence[float]) -> float:
    """Return the days after which recall has fallen to `retention`: the inverse of the curve."""
    decay = -parameters[_DECAY]
    factor = 0.9 ** (1 / decay) - 1
    return float((stability / factor) * (retention ** (1 / decay) - 1))

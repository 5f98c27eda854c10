"""Two ordered streams side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Key = tuple[Any, ...]


def side_by_side(
    left: Iterable[tuple[Key, Any]], right: Iterable[tuple[Key, Any]]
) -> Iterator[tuple[Key, Any, Any]]:
    """Every key of two streams ordered by key, with the value of each side, None where missing."""
    lefts, rights = iter(left), iter(right)
    one, other = next(lefts, None), next(rights, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one[0] < other[0]):
            assert one is not None  # noqa: S101 - one of the two is there
            yield one[0], one[1], None
            one = next(lefts, None)
        elif one is None or other[0] < one[0]:
            yield other[0], None, other[1]
            other = next(rights, None)
        else:
            yield one[0], one[1], other[1]
            one, other = next(lefts, None), next(rights, None)

"""Folding and splitting of texts, remembered: a bank asks for the same texts again and again."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from quizapp.core.values import texts

_REMEMBERED = 1 << 15


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """`values.texts.fold`, remembered."""
    return texts.fold(text)


@lru_cache(_REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """`values.texts.tokens`, remembered."""
    return texts.tokens(text)


@lru_cache(_REMEMBERED)
def typo_distance(first: str, second: str) -> int:
    """`values.texts.typo_distance` with its usual limit, remembered."""
    return texts.typo_distance(first, second)


@lru_cache(_REMEMBERED)
def word_hash(word: str) -> str:
    """A short hash of a folded word: enough to ask whether a paragraph holds it."""
    return sha256(word.encode()).hexdigest()[:8]

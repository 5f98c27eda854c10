"""Tables of words, written as running text."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a text that is broken over lines to be read by people."""
    return tuple(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases between upright strokes, each as its words; longer ones first."""
    found = [words(phrase) for phrase in text.split("|")]
    return tuple(sorted(found, key=len, reverse=True))

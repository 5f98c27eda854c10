"""Who may propose beside the rules: a model of names, or one that an operator runs.

A proposer gets the paragraphs and the language, and gives back candidates, each with the name
of its origin. What it proposes is a proposal like any other: nothing reaches a pupil before a
teacher approved it.
"""

from __future__ import annotations

from collections.abc import Callable

from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.settings import Settings

Proposer = Callable[[tuple[Paragraph, ...], str], list[tuple[str, Candidate]]]


def none_installed(paragraphs: tuple[Paragraph, ...], language: str) -> list[tuple[str, Candidate]]:
    """The rules alone."""
    del paragraphs, language
    return []


def proposer_for(settings: Settings) -> Proposer:
    """What this installation proposes beside the rules."""
    del settings
    return none_installed

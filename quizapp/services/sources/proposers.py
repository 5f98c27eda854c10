"""Who may propose beside the rules: a model of names, or one that an operator runs.

A proposer gets the paragraphs, the language, and `beat`, which it calls before anything that
takes long: it keeps the job's lease and raises when the job was cancelled. It gives back
candidates, each with the name of its origin. What it proposes is a proposal like any other:
nothing reaches a pupil before a teacher approved it.
"""

from __future__ import annotations

from collections.abc import Callable

from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.services.sources.asking_models import model_proposer
from quizapp.services.sources.name_models import name_proposer
from quizapp.settings import Settings

Beat = Callable[[], None]
Proposer = Callable[[tuple[Paragraph, ...], str, Beat], list[tuple[str, Candidate]]]


def none_installed(
    paragraphs: tuple[Paragraph, ...], language: str, beat: Beat
) -> list[tuple[str, Candidate]]:
    """The rules alone."""
    del paragraphs, language, beat
    return []


def proposer_for(settings: Settings) -> Proposer:
    """What this installation proposes beside the rules."""
    asked = model_proposer(settings) if settings.model_address else None

    def propose(
        paragraphs: tuple[Paragraph, ...], language: str, beat: Beat
    ) -> list[tuple[str, Candidate]]:
        found = [("names", one) for one in name_proposer(paragraphs, language, beat)]
        if asked is not None:
            found += [("model", one) for one in asked(paragraphs, language, beat)]
        return found

    return propose

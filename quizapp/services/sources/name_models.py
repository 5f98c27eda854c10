"""More names from an installed spaCy model, if there is one (the extra `names`)."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.services.sources.verbatim import candidate_at

log = logging.getLogger("quizapp")
_KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "institution",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
MOST_PARAGRAPHS = 2_000


def name_proposer(
    paragraphs: tuple[Paragraph, ...], language: str, beat: Callable[[], None]
) -> Iterator[Candidate]:
    """Names in the paragraphs; nothing where no model of this language is installed."""
    model = _model(language)
    if model is None:
        return
    for paragraph in paragraphs[:MOST_PARAGRAPHS]:
        beat()
        for entity in model(paragraph.text).ents:
            kind = _KINDS.get(entity.label_, "")
            found = candidate_at(paragraph, entity.text, kind, "", language)
            if found is not None:
                yield found


@cache
def _model(language: str) -> Any:
    """The first installed model of a language, None without one."""
    if importlib.util.find_spec("spacy") is None:
        return None
    import spacy  # noqa: PLC0415 - heavy, and an extra

    names = sorted(name for name in spacy.util.get_installed_models() if name[:2] == language)
    if not names:
        return None
    log.info("names are proposed by %s", names[0])
    return spacy.load(names[0])

"""A language model that the operator runs points at places; only verbatim ones are taken.

The only outgoing request of the program, off unless an address is set. One paragraph at a time,
no redirect followed, no proxy, few seconds, few bytes; after some failures it is left alone.
"""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPException
from typing import Any

from quizapp.core.extraction.model import Candidate, Paragraph
from quizapp.services.sources.verbatim import candidate_at
from quizapp.settings import Settings

log = logging.getLogger("quizapp")
TIMEOUT_S = 8.0
"""Seconds for one answer; the job's lease is longer."""
LARGEST_ANSWER = 200_000
MOST_PARAGRAPHS = 200
MOST_FAILURES = 3
LONGEST_PARAGRAPH = 4_000
MOST_PLACES = 20
_TASK = (
    "You mark facts in a paragraph of a school text. Answer with JSON only: "
    '{"facts": [{"anchor": "...", "kind": "...", "subject": "..."}]}. "anchor" is copied from the '
    "paragraph letter by letter: a date, a number with its unit, or a name. "
    '"kind" is one of year, date, range, figure, percent, person, place, institution, treaty. '
    '"subject" is copied from the paragraph too: what the fact is about.'
)

Asked = Callable[[tuple[Paragraph, ...], str, Callable[[], None]], Iterator[Candidate]]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """What is set is what is asked, and nobody else."""

    def redirect_request(self, *_: Any) -> None:
        """Follow nothing."""


def model_proposer(settings: Settings) -> Asked:
    """Proposals of the model at the operator's address."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())

    def propose(
        paragraphs: tuple[Paragraph, ...], language: str, beat: Callable[[], None]
    ) -> Iterator[Candidate]:
        failures = 0
        for paragraph in paragraphs[:MOST_PARAGRAPHS]:
            if failures >= MOST_FAILURES:
                return
            beat()
            try:
                places = _places(opener, settings, paragraph.text[:LONGEST_PARAGRAPH])
            except (OSError, HTTPException, ValueError, RecursionError) as error:
                failures += 1
                log.warning("the model gave no proposals: %s", type(error).__name__)
                continue
            for anchor, kind, subject in places:
                found = candidate_at(paragraph, anchor, kind, subject, language)
                if found is not None:
                    yield found

    return propose


def _places(
    opener: urllib.request.OpenerDirector, settings: Settings, text: str
) -> list[tuple[str, str, str]]:
    """What the model points at: anchor, kind, subject. Raises OSError or ValueError."""
    body = {
        "model": settings.model_name,
        "temperature": 0,
        "messages": [{"role": "system", "content": _TASK}, {"role": "user", "content": text}],
    }
    headers = {"Content-Type": "application/json"}
    if settings.model_key:
        headers["Authorization"] = f"Bearer {settings.model_key}"
    request = urllib.request.Request(  # noqa: S310 - http and https alone pass the settings
        f"{settings.model_address}/chat/completions", json.dumps(body).encode(), headers
    )
    with opener.open(request, timeout=TIMEOUT_S) as answer:
        data = answer.read(LARGEST_ANSWER + 1)
    if len(data) > LARGEST_ANSWER:
        raise ValueError("the answer is too long")
    return list(_read(json.loads(data)))


def _read(answer: Any) -> Iterator[tuple[str, str, str]]:
    """The places of an answer. Raises ValueError where it has another shape."""
    try:
        said = json.loads(answer["choices"][0]["message"]["content"])
        rows = said["facts"][:MOST_PLACES]
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError("the answer has another shape") from error
    for row in rows:
        known = isinstance(row, dict)
        given = [row.get(name) for name in ("anchor", "kind", "subject")] if known else []
        if len(given) == 3 and all(isinstance(one, str) for one in given[:2]):
            yield given[0], given[1], given[2] if isinstance(given[2], str) else ""

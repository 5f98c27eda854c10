"""Finds sentences of a source in questions: facts are said in our own words.

Up to eight words in a row are a citation, as an anchor is; a longer run is a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizapp.core.bank.findings import Finding
from quizapp.core.bank.model import Bank
from quizapp.core.bank.words import tokens
from quizapp.core.facts.load import ANCHOR_WORDS
from quizapp.core.questions import Question

_END = re.compile(r"[.?!;]\s")
_RUN = ANCHOR_WORDS + 1

Runs = frozenset[tuple[str, ...]]
"""Runs of nine words, folded."""


def runs_of(texts: Iterable[str]) -> Runs:
    """All runs of nine words in some texts."""
    return frozenset(run for text in texts for run in _runs(text))


def copied(question: Question, runs: Runs) -> Iterable[Finding]:
    """E19: more than eight words in a row are a source's."""
    shown = (question.stem, question.key.text, question.explanation)
    for text in (*shown, *(option.text for option in question.options)):
        found = next((run for run in _runs(text) if run in runs), None)
        if found:
            message = f"these words are copied from the source: {' '.join(found)!r}"
            yield Finding("E19", question.id, message)
            return


def copied_in(bank: Bank, texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """The questions of a bank that copy one of its sources (source id to text)."""
    runs = runs_of(texts.values())
    return tuple(finding for question in bank.questions for finding in copied(question, runs))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    """The runs of a text; none goes on over the end of a sentence or from one of a list."""
    for sentence in _END.split(text):
        words = tokens(sentence)
        yield from (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))

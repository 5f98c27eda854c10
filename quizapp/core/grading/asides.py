"""What people write around a typed answer without meaning it: marks, and thinking aloud.

"20?", "(Chorrillos)", "um, 1896" and "probably Clément, I think" are answers like any other. A
sign for "not" is read as the word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quizapp.core.grading.verdict import Outcome, Response, Verdict
from quizapp.core.questions import Question

LONGEST = 300
"""Characters of a text in which asides are looked for."""

_NOT = re.compile(r"≠|¬|!=|<>|=/=")
_PAIRS = {
    '"': '"', "'": "'", "“": "”", "„": "“", "‘": "’", "«": "»", "(": ")", "[": "]",
    "*": "*", "_": "_", "`": "`", "¿": "?", "¡": "!",
}  # fmt: skip
"""Opening marks and what closes them."""

_MAYBE = (
    r"probably|perhaps|maybe|possibly|definitely|certainly|surely|of course"
    r"|quiz[aá]s?|tal vez|a lo mejor|probablemente|posiblemente|seguramente|por supuesto"
)
_BEFORE = re.compile(
    rf"^(?:{_MAYBE}|(?:my|the) answer(?: is)?|answer|(?:mi|la) respuesta(?: es)?|respuesta"
    r"|i(?: would|['’]d)? (?:think|guess|believe|suppose|say)(?: that)?"
    r"|(?:creo|pienso|supongo|dir[ií]a|me parece) que"
    r"|son(?! (?:of|de)\b)|well|so|u[hm]+|h+m+|er+|ok|okay|pues|bueno|eh+)\b[\s,:.…]+(?=\S)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"[\s,]+\(?(?:{_MAYBE}|i (?:think|guess|believe|suppose)|right|creo|supongo|verdad)\)?$",
    re.IGNORECASE,
)


def as_meant(
    judge: Callable[[Question, Response, str], Verdict],
    question: Question,
    response: Response,
    language: str,
) -> Verdict:
    """The verdict on an answer as it stands, or without asides where it is better so."""
    response = replace(response, text=_NOT.sub(" not ", response.text))
    verdict = judge(question, response, language)
    meant = without_asides(response.text)
    other = any(note.code == "is_look_alike" for note in verdict.notes)
    if verdict.right or other or meant == response.text.strip():
        return verdict
    second = judge(question, replace(response, text=meant), language)
    better = second.score > verdict.score or verdict.outcome is Outcome.UNCLEAR
    return second if better else verdict


def without_asides(typed: str) -> str:
    """The text without marks around it and without words of one who thinks aloud."""
    text = typed.strip()
    while len(text) <= LONGEST:
        shorter = _unmarked(text)
        shorter = shorter.rstrip("?!…").rstrip() or shorter
        shorter = _BEHIND.sub("", _BEFORE.sub("", shorter))
        if shorter == text:
            break
        text = shorter
    return text


def _unmarked(text: str) -> str:
    """The text without a pair of marks that stands around all of it."""
    closing = _PAIRS.get(text[:1], "")
    inner = text[1:-1].strip()
    if not inner or not text.endswith(closing) or not closing:
        return text
    core = inner.strip(text[0] + closing)
    return text if text[0] in core or closing in core else inner

"""Which answers can be asked by typing: names and short forms of names.

A year, a figure and a name are written in a few ways, which a grader knows. A cause, an aim or
a description can be said right in more ways than anybody lists, so a machine that compares
words would refuse right answers: such a fact is asked with options, or learners compare.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\s,;()–—]+")
_JOINING = frozenset(["of", "de", "del", "la", "el", "los", "las", "da", "do", "dos", "von", "van",
                      "der", "den", "du", "des", "the", "for"])  # fmt: skip
_ARTICLES = frozenset(["the", "a", "an", "el", "la", "los", "las"])
_SEVERAL = re.compile(r"[,;]|\b(?:and|or|y|e|o|u)\b", re.IGNORECASE)
_MOST_PLAIN = 2
"""Words of a term that a teacher may ask to be typed: "photosynthesis", "tectonic plates"."""


def is_name(text: str, language: str) -> bool:
    """Whether a text is one name: each word of weight begins with a capital or a figure.

    Two names joined are none (their order is free). Spanish writes the sort of thing before a
    name small: "el tratado de Ancón".
    """
    if _SEVERAL.search(text):
        return False
    words = _without_article(text)
    if language.startswith("es") and len(words) > 2 and words[1] in _JOINING:
        words = words[2:]
    weighty = [word for word in words if word not in _JOINING]
    return bool(weighty) and all(word[0].isupper() or word[0].isdigit() for word in weighty)


def is_term(text: str) -> bool:
    """Whether a text is a term of one or two words, as a teacher may ask it to be typed."""
    return not _SEVERAL.search(text) and len(_without_article(text)) <= _MOST_PLAIN


def _without_article(text: str) -> list[str]:
    words = _WORD.findall(text)
    return words[1:] if len(words) > 1 and words[0].lower() in _ARTICLES else words

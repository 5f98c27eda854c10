"""Years as they are said: "nineteen twenty-six" is 1926, "the nineteen eighties" the 1980s."""

from __future__ import annotations

import re

from quizapp.core.values.number_words import SMALL
from quizapp.core.values.time_words import DECADE_NAMES

_CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_TENS = {word: n for word, n in SMALL["en"].items() if 20 <= n < 100}
_ONES = {word: n for word, n in SMALL["en"].items() if 1 <= n < 10}
_TEENS = {word: n for word, n in SMALL["en"].items() if 10 <= n < 20}
_DECADES = {word: name[2] for word, name in DECADE_NAMES.items() if word.endswith("ies")}
_CENTURY = "|".join(_CENTURIES)
_SAID_DECADE = re.compile(rf"\b({_CENTURY})[ -]({'|'.join(_DECADES)})\b")
_SAID_YEAR = re.compile(
    rf"\b({_CENTURY})[ -](?:({'|'.join(_TENS)})(?:[ -]({'|'.join(_ONES)}))?|({'|'.join(_TEENS)})"
    rf"|(?:o|oh)[ -]({'|'.join(_ONES)})|(hundred))\b(?![ -](?:hundred|thousand|million))"
)


def in_figures(text: str) -> str:
    """The text, in small letters without accents, with said years and decades in figures."""
    if not any(word in text for word in _CENTURIES):
        return text
    text = _SAID_DECADE.sub(lambda m: f"{_CENTURIES[m[1]]}{_DECADES[m[2]]}0s", text)
    return _SAID_YEAR.sub(_year, text)


def _year(found: re.Match[str]) -> str:
    tens, one, teen, single = found[2], found[3], found[4], found[5]
    behind = (
        _TENS.get(tens or "", 0) + _ONES.get(one or single or "", 0) + _TEENS.get(teen or "", 0)
    )
    return f"{_CENTURIES[found[1]]}{behind:02d}"

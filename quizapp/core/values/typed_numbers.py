"""Numbers as people type them in haste, written as the reader of numbers expects them."""

from __future__ import annotations

import re

_SIGNS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_DECIMAL_OF = {"1/2": ".5", "1/4": ".25", "3/4": ".75"}
_FRACTION_SIGN = re.compile(r"(?:(\d+) ?)?([½¼¾])", re.ASCII)
_WRITTEN_FRACTION = re.compile(r"(?<![\d.,/])(\d+) (1/2|1/4|3/4)(?![\d/])", re.ASCII)
_DOTTED_US = re.compile(r"\bu\. ?s\.", re.IGNORECASE)
_DOLLARS = re.compile(r"\bus(?:[ -]*\$| (?=\d))", re.IGNORECASE)
_FORTY = re.compile(r"\bfourty", re.IGNORECASE)
_RUN_TOGETHER = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)
_BOTH_LIMITS = re.compile(
    r"\bat least (\S[^,]*?),? (?:and|but) (?:at most|no more than|up to)\b", re.IGNORECASE
)


def respelled(text: str) -> str:
    """The text as the reader expects it.

    1½ is 1.5, "US $" one sign and twentythree two words; two limits ("at least 100 and at most
    400") are a span.
    """
    text = _DOLLARS.sub("us$", _DOTTED_US.sub("us", text))
    text = _RUN_TOGETHER.sub(r"\1 \2", _FORTY.sub("forty", text))
    text = _BOTH_LIMITS.sub(r"from \1 to", text)
    text = _WRITTEN_FRACTION.sub(lambda found: found[1] + _DECIMAL_OF[found[2]], text)
    return _FRACTION_SIGN.sub(lambda found: (found[1] or "0") + _DECIMAL_OF[_SIGNS[found[2]]], text)

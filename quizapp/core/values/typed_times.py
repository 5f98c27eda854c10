"""Times as people type them in haste, written as the reader of times expects them."""

from __future__ import annotations

import re

from quizapp.core.values.time_words import month_number

_REWRITTEN = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"^towards? the end\b", "end"),
        (r"\b(?:last|latter|later|final|closing) (?:years|part)\b", "late"),
        (r"\blater\b", "late"),
        (r"\b(?:first|opening) (?:years|part)\b", "early"),
        (r"\b(?:midway|halfway) through\b", "mid"),
        (r"^(?:(?:the )?(?:whole|entire)(?: of)?|all(?: of)?) ", ""),
        (r"(?<=\w) (?:up until|up to|through to) ", " to "),
        (r" ?(?:->|→|\.\.+) ?", " to "),
        (r"^(?:starting|beginning) in (.+?),? and ending in ", r"from \1 to "),
        (r"^since (?=.* (?:until|till|to) )", "from "),
        (r"(?<=\d0)ies\b", "s"),
        (r"(?<=s) decade$", ""),
        (r",? \(?\d{1,3} (?:years|anos)\)?$", ""),
        (r"^for \d{1,3} years,? ", ""),
    )
)
_SHORT_YEAR = re.compile(r"(?<![\w'’‘])['’‘](\d\d)(?!\d| ?['’]?s\b)", re.ASCII)
_SHORT_END = re.compile(
    r"(?<=\d{4})( ?[-–—/] ?| (?:to|until|till|through) )['’‘](?=\d\d\b)", re.ASCII
)
_SHORT_YEARS = re.compile(r"(\d\d)( ?[-–—/] ?| (?:to|until|till|through) )(\d\d)", re.ASCII)
_SHORT_MONTH = re.compile(r"(\w+)([./, ]+)(\d\d)", re.ASCII)
_MONTHS = 12
_DAYS = 31


def respelled(text: str) -> str:
    """A time in small letters without accents, in the words that the reader knows."""
    for pattern, words in _REWRITTEN:
        text = pattern.sub(words, text)
    return text.strip()


def in_century(text: str, century: int, *, span: bool) -> str:
    """The text with years of two digits written out where a century is asked for: '74, 74-78.

    What may be a day or a month stays as it is: "05-12", "May 12". `century` is 0 where the
    two digits cannot be told; then only the end of a span is. `span` is whether one is asked for.
    """
    text = _SHORT_END.sub(r"\1", text)
    if not century:
        return text
    text = _SHORT_YEAR.sub(rf"{century}\1", text)
    found = _SHORT_YEARS.fullmatch(text) if span else None
    if found and min(int(found[1]), int(found[3])) > _MONTHS:
        return f"{century}{found[1]}{found[2]}{century}{found[3]}"
    if (found := _SHORT_MONTH.fullmatch(text)) and int(found[3]) > _DAYS and _is_month(found[1]):
        return f"{found[1]}{found[2]}{century}{found[3]}"
    return text


def _is_month(word: str) -> bool:
    return 1 <= int(word) <= _MONTHS if word.isdigit() else bool(month_number(word.lower()))

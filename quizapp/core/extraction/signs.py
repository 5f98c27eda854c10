"""Signs of page furniture as patterns, cut so that a line is searched quickly.

A sign is an alternation of some dozens of ways to say it. Searched as one pattern, each place of
a line would be asked for each of them, also for those that stand at its beginning only; so these
are asked once, and those that begin with a word only where a word begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

_NEVER = re.compile(r"(?!)")
_BEGINNING, _AT_WORDS = "^", r"\b"
_BEFORE_WORDS = r"^\W*"
"""What may stand before the first word of a line: no part of it is a word's beginning."""


class Sign:
    """Ways to say something: those that open a line, and those that may stand anywhere in it.

    They are compiled when first asked, for a program that starts asks none.
    """

    def __init__(self, pattern: str) -> None:
        """The sign of a pattern that tells no capitals from small letters."""
        self._pattern = pattern

    def stands_in(self, line: str) -> bool:
        """Whether a line says it somewhere."""
        return bool(self._opening.match(line) or self._inside.search(line))

    def opens(self, line: str) -> int:
        """How many characters at the beginning of a line say it, 0 for none."""
        found = self._opening.match(line) or self._inside.match(line)
        return found.end() if found else 0

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        ways = [way for way in _alternatives(self._pattern) if way.startswith(_BEGINNING)]
        first = [way.removeprefix(_BEFORE_WORDS) for way in ways if _opens_with_word(way)]
        others = [way for way in ways if not _opens_with_word(way)]
        return _compiled(others, f"{_BEFORE_WORDS}+", first)

    @cached_property
    def _inside(self) -> re.Pattern[str]:
        ways = [way for way in _alternatives(self._pattern) if not way.startswith(_BEGINNING)]
        words = [way.removeprefix(_AT_WORDS) for way in ways if way.startswith(_AT_WORDS)]
        others = [way for way in ways if not way.startswith(_AT_WORDS)]
        return _compiled(others, _AT_WORDS, words)


def signs(*rows: tuple[str, str]) -> tuple[tuple[str, Sign], ...]:
    """Reasons with their signs."""
    return tuple((reason, Sign(pattern)) for reason, pattern in rows)


def _compiled(others: list[str], lead: str, ways: list[str]) -> re.Pattern[str]:
    """These ways as one pattern; what all of the second begin with is asked once."""
    whole = [*others, rf"{lead}(?:{_by_letter(ways)})"] if ways else others
    return re.compile("|".join(whole), re.IGNORECASE) if whole else _NEVER


def _opens_with_word(way: str) -> bool:
    """Whether a way begins with the first word of a line, whatever signs stand before it."""
    return way.startswith(_BEFORE_WORDS) and way[len(_BEFORE_WORDS) :][:2] not in (r"\[", r"\^")


def _by_letter(ways: list[str]) -> str:
    """The alternation of these, in which a wrong first letter rules out all that begin with it."""
    split = [part for way in ways for part in _alternatives(_ungrouped(way))]
    groups: dict[str, list[str]] = {}
    for way in split:
        plain = way[:1].islower() and way[:1].isascii() and way[1:2] not in tuple("?*+{")
        groups.setdefault(way[0] if plain else "", []).append(way[1:] if plain else way)
    whole = groups.pop("", [])
    return "|".join([*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items()), *whole])


def _ungrouped(way: str) -> str:
    """The inner ways of one that begins with a group, each with what stands behind it."""
    if not way.startswith("(?:"):
        return way
    end = next(place for place, letter, depth in _outside(way) if letter == ")" and not depth)
    rest = way[end + 1 :]
    if rest[:1] in tuple("?*+{"):
        return way
    return "|".join(part + rest for part in _alternatives(way[3:end]))


def _alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the strokes that stand in no group and no class."""
    found, start = [], 0
    for place, letter, depth in _outside(pattern):
        if letter == "|" and not depth:
            found.append(pattern[start:place])
            start = place + 1
    return [*found, pattern[start:]]


def _outside(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Each place and letter outside classes that is not escaped, and how many groups are open."""
    depth, inside, escaped = 0, False, False
    for place, letter in enumerate(pattern):
        if escaped or letter == "\\":
            escaped = not escaped
        elif inside:
            inside = letter != "]"
        elif letter == "[":
            inside = True
        else:
            depth += (letter == "(") - (letter == ")")
            yield place, letter, depth

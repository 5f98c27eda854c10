"""Signs of page furniture as patterns, cut so that a line is searched quickly.

A sign is an alternation of some dozens of ways to say it. Searched as one pattern, each place of
a line would be asked for each of them, also for those that stand at its beginning only; so these
are asked once, and those that begin with a word only where a word begins. A first letter is
written with its capital, for only what has no case is passed over without being tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

_NEVER = re.compile(r"(?!)")
_BEGINNING, _AT_WORDS = "^", r"\b"
_BEFORE_WORDS = r"^\W*"
"""What may stand before the first word of a line: no part of it is a word's beginning."""
_ALSO = {"i": "İı", "k": "\u212a", "s": "ſ"}
"""What a small letter stands for beside its capital where a pattern tells no case."""
_REPEATING = tuple("?*+{")
_LETTERED = re.compile(r"(?:\\[dw]|\(\?-i:\[\w-|\[(?:\w(?:-\w)?)+\]|[^\W_])(?![?*]|\{[0,])")
"""How a way begins that begins with a letter or a digit."""


class Sign:
    """Ways to say something: those that open a line, and those that may stand anywhere in it.

    They are compiled when first asked, for a program that starts asks none.
    """

    def __init__(self, pattern: str) -> None:
        """The sign of a pattern that tells no capitals from small letters."""
        self.pattern = pattern

    def stands_in(self, line: str) -> bool:
        """Whether a line says it somewhere."""
        return bool(
            self._opening.match(line) or self._words.search(line) or self._others.search(line)
        )

    def opens(self, line: str) -> int:
        """How many characters at the beginning of a line say it, 0 for none."""
        found = self._opening.match(line) or self._others.match(line) or self._words.match(line)
        return found.end() if found else 0

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        ways = [way for way in _alternatives(self.pattern) if way.startswith(_BEGINNING)]
        first = [way.removeprefix(_BEFORE_WORDS) for way in ways if _opens_with_word(way)]
        others = [way for way in ways if not _opens_with_word(way)]
        inner = "|".join(map(_inner_by_letter, first))
        words = [rf"{_BEFORE_WORDS}+(?:{inner})"] if first else []
        return _compiled("|".join([*others, *words]))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """What begins with a word."""
        ways = [way.removeprefix(_AT_WORDS) for way in self._inside if _is_word(way)]
        # where a word ends none begins
        return _compiled(rf"{_AT_WORDS}(?=\w)(?:{_by_letter(ways)})" if ways else "")

    @cached_property
    def _others(self) -> re.Pattern[str]:
        """What may begin in the midst of a word or between two."""
        return _compiled(_by_letter(way for way in self._inside if not _is_word(way)))

    @property
    def _inside(self) -> list[str]:
        return [way for way in _alternatives(self.pattern) if not way.startswith(_BEGINNING)]


def signs(*rows: tuple[str, str]) -> tuple[tuple[str, Sign], ...]:
    """Reasons with their signs."""
    return tuple((reason, Sign(pattern)) for reason, pattern in rows)


def any_of(those: Iterable[Sign]) -> Sign:
    """The sign that a line says one of these; most lines say none, and are asked once."""
    return Sign("|".join(sign.pattern for sign in those))


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE) if pattern else _NEVER


def _opens_with_word(way: str) -> bool:
    """Whether a way begins with the first word of a line, whatever signs stand before it."""
    return way.startswith(_BEFORE_WORDS) and way[len(_BEFORE_WORDS) :][:2] not in (r"\[", r"\^")


def _is_word(way: str) -> bool:
    """Whether a way begins with a word, or with one of several."""
    return way.startswith(_AT_WORDS) and _is_lettered(way.removeprefix(_AT_WORDS))


def _is_lettered(way: str) -> bool:
    inner, rest = _first_group(way)
    if not inner:
        return _LETTERED.match(way) is not None
    return not rest.startswith(_REPEATING) and all(map(_is_lettered, _alternatives(inner)))


def _by_letter(ways: Iterable[str]) -> str:
    """The alternation of these, in which a wrong first letter rules out all that begin with it."""
    split = [part for way in ways for part in _alternatives(_ungrouped(way))]
    groups: dict[str, list[str]] = {}
    whole: list[str] = []
    for way in split:
        letters, rest = _first_letters(way)
        for letter in letters:
            groups.setdefault(letter, []).append(rest)
        if not letters:
            whole.append(_inner_by_letter(way))
    lettered = [f"{_class_of(letter)}(?:{'|'.join(rest)})" for letter, rest in groups.items()]
    return "|".join([*lettered, *whole])


def _first_letters(way: str) -> tuple[str, str]:
    """The letters that a way may begin with, and what follows them; none where it is no letter."""
    end = way.find("]") + 1 if way.startswith("[") else 1
    letters = way[:end].strip("[]").lower()
    plain = letters.isalpha() and not way.startswith(_REPEATING, end)
    return (letters, way[end:]) if plain else ("", way)


def _class_of(letter: str) -> str:
    """A letter in both its cases, told apart from others without a look at their case."""
    return f"(?-i:[{letter}{letter.upper()}{_ALSO.get(letter, '')}])"


def _inner_by_letter(way: str) -> str:
    """A way whose first group is by letter, where it begins with one."""
    inner, rest = _first_group(way)
    return f"(?:{_by_letter(_alternatives(inner))}){rest}" if inner else way


def _ungrouped(way: str) -> str:
    """The inner ways of one that begins with a group, each with what stands behind it."""
    inner, rest = _first_group(way)
    if not inner or rest.startswith(_REPEATING):
        return way
    return "|".join(part + rest for part in _alternatives(inner))


def _first_group(way: str) -> tuple[str, str]:
    """What the group holds that a way begins with, and what stands behind it."""
    if not way.startswith("(?:"):
        return "", way
    end = next(place for place, letter, depth in _outside(way) if letter == ")" and not depth)
    return way[3:end], way[end + 1 :]


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

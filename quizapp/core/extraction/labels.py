"""Numbers that count nothing: labels, clocks, ranks, parts of a word or of a list."""

from __future__ import annotations

from quizapp.core.extraction.ages import is_month
from quizapp.core.extraction.amounts import Amount
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import plural
from quizapp.core.values.word_lists import words

_LABELS = frozenset(
    words(
        """
    no nos nr box boxes page pages p pp entry model version v room flight route highway chapter act
    volume vol figure fig table article number section part phase stage type class grade size
    channel day step item issue lot point tel phone isbn numero n num pagina paginas caja capitulo
    tomo ley articulo figura tabla seccion parte tipo clase linea rule law title
    """
    )
)


_CLOCK = frozenset(words("a p am pm h o'clock o’clock"))


def is_said_of_the_world(tokens: Tokens, at: int, low: Amount) -> bool:
    """Whether a number counts something, and is no label, clock, rank or part of a word."""
    after = tokens[low.end].folded
    if tokens[low.end].text in ("BC", "BCE"):
        return False  # a time that facts cannot hold
    return not (
        (_is_labelled(tokens, at) and not _is_counting(tokens, at, low))
        or _is_part_of_a_sign(tokens, at, low)
        or (after in _CLOCK and (len(after) > 1 or tokens[low.end + 1].text == "."))
        or is_month(after)
    )


def _is_counting(tokens: Tokens, at: int, low: Amount) -> bool:
    """Whether a number in words counts what stands behind it: dio clase once semanas."""
    return tokens[at].sort == "w" and low.number > 1 and plural(tokens[low.end])


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """Page 12, no. 4, n.º 7, and the number that opens a list's line."""
    before = tokens[at - 1]
    word = before.folded
    if word in _LABELS and (word != "no" or before.capital):
        return True
    if before.text in (".", "º", "°", "ª") and tokens[at - 2].folded in _LABELS:
        return True
    return at == 0 and tokens[at].sort == "n" and tokens[1].text in (".", ")")


def _is_part_of_a_sign(tokens: Tokens, at: int, low: Amount) -> bool:
    """M-2, 10:56, #4, 19th, twenty behind a hyphen."""
    token, before, after = tokens[at], tokens[at - 1], tokens[low.end]
    if before.text == "[" and (after.text == "]" or (after.sort == "" and after.text != "%")):
        return True
    if token.glued and before.text in ("#", "§", ":"):
        return True
    if token.glued and before.glued and before.text in ("-", "/", "~") and tokens[at - 2].text:
        return True
    if after.text == ":" and after.glued and tokens[low.end + 1].glued:
        return True
    if token.sort == "w":
        return before.text == "-" and token.glued
    return after.glued and after.folded in ("st", "nd", "rd", "th", "º", "ª")

"""Numbers in running text: digits by the language's signs, words, scales and fractions."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from quizapp.core.extraction.tokens import DIGITS, Tokens
from quizapp.core.extraction.units import MONEY_SIGNS, plural
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.count_words import count
from quizapp.core.values.number_words import DOZENS, HALVES, LARGE, SHORT_SCALES, SMALL, THOUSANDS
from quizapp.core.values.word_lists import words

_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667"}
_LEADS = {
    "en": {"a", "an", "hundred", "thousand", "million", "half"} | set(DOZENS),
    "es": {"mil", "medio", "media", "la", "una", "un"} | set(DOZENS),
}
_FRACTION_LEADS = {"half", "third", "quarter", "mitad", "tercio", "tercera", "cuarto", "medio"}
_PARTS = {
    word + ending: number
    for number, word in enumerate(
        ("tercera", "cuarta", "quinta", "sexta", "septima", "octava", "novena", "decima"), 3
    )
    for ending in ("", "s")
}
"""Spanish shares with "parte": tres cuartas partes, una décima parte."""
_OF_HALVES = ("of", "the", "a", "its", "his", "her", "their", "that", "what", "this", "as")
_HALVED = ("wages", "pay", "price", "rations", "salary", "board", "fare", "speed", "power")
_COMPARATIVES = ("lower", "higher", "larger", "smaller", "longer", "shorter", "cheaper", "bigger")
_BEHIND_SHARES = (
    *_COMPARATIVES,
    "of",
    "de",
    "del",
    "a",
    "",
    "less",
    "more",
    "menos",
    "mas",
    "in",
    "en",
    "que",
)
_BESIDE_SHARES = frozenset(words("at by from for on with among between entre para por con al"))
"""Small words behind a share whose noun was named before."""
_VAGUE = frozenset(words("few several many couple"))
_COUNTED_IN_MILLIONS = frozenset(
    words("people copies viewers listeners visitors inhabitants passengers users readers euros")
)
"""What follows 3.2m when it means millions, and no metres."""
_HEDGING = frozenset(
    words("than almost nearly about roughly around over some least casi mas menos unos")
)
_GROUPS = {"decena": 10, "veintena": 20, "treintena": 30, "centenar": 100, "millar": 1000}
"""Spanish nouns that count: un centenar de familias."""
_WINDOW = 10
_MOST_DIGITS = 15
_SPACES = re.compile(r"\s")
"""What some texts write between thousands: 1 200 000."""


_COUNTS = SMALL["en"].keys() | SMALL["es"].keys()
OPENINGS = {
    code: frozenset((*SMALL[code], *_LEADS[code], *MONEY_SIGNS, *_VULGAR, DIGITS))
    for code in ("en", "es")
}
"""Words and signs by which a number, or an amount of money, may begin."""


class Amount(NamedTuple):
    """A number that tokens up to `end` say; `scale` is what a scale word multiplied it by."""

    number: Decimal
    end: int
    scale: int = 1
    digits: bool = True
    fraction: bool = False


def amount(tokens: Tokens, at: int, language: str, *, money: bool = False) -> Amount | None:
    """The number that begins at a token, None where none does."""
    token = tokens[at]
    if token.sort == "n":
        return _digits(tokens, at, language, money=money)
    if token.text in _VULGAR:
        return Amount(Decimal(_VULGAR[token.text]), at + 1, fraction=True)
    word = token.folded
    if token.text == "dos" and tokens[at - 1].capital and tokens[at + 1].capital and at:
        return None  # Iracema dos Santos
    if token.text[:1].isupper() and (at or tokens[1].capital) and tokens[at + 1].capital:
        return None
    if word in SMALL[language] or word in _LEADS[language]:
        return _words(tokens, at, language)
    return None


def _digits(tokens: Tokens, at: int, language: str, *, money: bool) -> Amount | None:
    value = read_digits(tokens[at].text, language)
    if value is None:
        return None
    place = at + 1
    vulgar = tokens[place].text
    if vulgar in _VULGAR:
        value, place = value + Decimal(_VULGAR[vulgar]), place + 1
    scale, end = scale_at(tokens, place, language, money=money)
    return Amount(value * scale, end, scale)


def read_digits(text: str, language: str) -> Decimal | None:
    """12,500.5 in English, 12.500,5 in Spanish; None for what is written otherwise (1.2.3)."""
    if text.isdigit():
        return Decimal(text) if len(text) <= _MOST_DIGITS else None
    groups, point = (",", ".") if language == "en" else (".", ",")
    text = _SPACES.sub("", text)
    if len(text) > _MOST_DIGITS:
        return None
    whole, _, part = text.partition(point)
    if point in part or groups in part:
        return None
    pieces = whole.split(groups)
    if len(pieces) > 1 and (len(pieces[0]) > 3 or any(len(piece) != 3 for piece in pieces[1:])):
        other = text.replace(groups, ".")
        return Decimal(other) if len(pieces) == 2 and not part and len(pieces[1]) < 3 else None
    if not part and language == "es" and len(pieces) > 1 and pieces[0] == "0":
        return Decimal(text)
    return Decimal("".join(pieces) + (f".{part}" if part else ""))


def scale_at(tokens: Tokens, at: int, language: str, *, money: bool) -> tuple[int, int]:
    """What the scale words at a place multiply by, and the place behind them."""
    place, scale = at, 1
    if tokens[place].text == "-" and tokens[place + 1].folded in LARGE[language]:
        place += 1
    while True:
        word = tokens[place].folded
        size = LARGE[language].get(word, 1000 if word == THOUSANDS[language] else 0)
        if not size and tokens[place].glued:
            size = SHORT_SCALES.get(word, 0) if word in ("bn", "mn", "k") else 0
            counted = tokens[place + 1].folded in _COUNTED_IN_MILLIONS
            if (money or counted) and word in ("m", "b"):
                size = {"m": 10**6, "b": 10**9}[word]
        if not size:
            return scale, place if scale > 1 else at
        scale, place = scale * size, place + 1


def _words(tokens: Tokens, at: int, language: str) -> Amount | None:
    """A number in words; hyphens between them are looked through."""
    if tokens[at].folded in ("hundred", "thousand") and tokens[at - 1].folded in _VAGUE:
        return None
    pieces: list[str] = []
    places: list[int] = []
    place = at
    while len(pieces) < _WINDOW:
        token = tokens[place]
        if token.text == "-" and token.glued and tokens[place + 1].glued:
            place += 1
            continue
        if token.sort != "w":
            break
        pieces.append(token.folded)
        places.append(place)
        place += 1
    return _counted(tokens, tuple(pieces), places, language)


def _counted(
    tokens: Tokens, pieces: tuple[str, ...], places: list[int], language: str
) -> Amount | None:
    if pieces[0] in ("la", "una") and pieces[2:3] == ("parte",) and pieces[1] in _PARTS:
        share = Decimal(1) / Decimal(_PARTS[pieces[1]])
        return Amount(share, places[2] + 1, digits=False, fraction=True)
    if pieces[0] in ("un", "una", "medio", "media") and pieces[1:2] and pieces[1] in _GROUPS:
        parts = 2 if pieces[0].startswith("medi") else 1  # medio centenar de vecinos
        return Amount(Decimal(_GROUPS[pieces[1]]) / parts, places[1] + 1, digits=False)
    if "half" in pieces[:2] or "media" in pieces[:2]:
        dozens = _half_dozen(pieces)
        if dozens:
            return Amount(Decimal(6), places[dozens] + 1, digits=False)
    if pieces[0] in DOZENS and language == "en":
        return Amount(Decimal(12), places[0] + 1, digits=False) if pieces[0] == "dozen" else None
    return _said(tokens, pieces, places, language)


def _half_dozen(pieces: tuple[str, ...]) -> int:
    """Where half a dozen, a half-dozen or media docena ends; 0 for none."""
    place = 1 + (pieces[0] in ("a", "una"))
    place += pieces[place : place + 1] == ("a",)
    return place if pieces[place : place + 1] and pieces[place] in DOZENS else 0


def _said(
    tokens: Tokens, pieces: tuple[str, ...], places: list[int], language: str
) -> Amount | None:
    """The number that the first of these words say."""
    if language == "en" and pieces[0] in ("hundred", "thousand", "million"):
        number, used = count(("one", *pieces), language)
        used -= 1
    elif pieces[0] in ("la", "una", "un") and pieces[1:2] and pieces[1] in HALVES["es"]:
        number, used = count(pieces, language)
    elif pieces[0] == "la":
        return None
    else:
        number, used = count(pieces, language)
    if used <= 0 or number <= 0:
        return None
    whole = _PARTS.get(pieces[used], 0) if len(pieces) > used + 1 and language == "es" else 0
    if whole > number and pieces[used + 1] in ("parte", "partes"):
        share = number / Decimal(whole)
        return Amount(share, places[used + 1] + 1, digits=False, fraction=True)
    said = pieces[:used]
    part = any(word in HALVES[language] for word in said)
    if pieces[0] in ("a", "an") and used == 1:
        return None
    if part and number < 1000 and not _is_fraction(tokens, places, pieces, used):
        return None
    scale = _scale_of(said, language)
    whole_part = part and number < 1
    return Amount(number, places[used - 1] + 1, scale, digits=False, fraction=whole_part)


def _is_fraction(tokens: Tokens, places: list[int], pieces: tuple[str, ...], used: int) -> bool:
    """Whether "half", "a third", "la mitad" count a share, and are no rank or clock."""
    before = tokens[places[0] - 1].folded
    following = pieces[used] if used < len(pieces) else ""
    if before in ("and", "y"):
        counted = tokens[places[0] - 2].sort == "n" or tokens[places[0] - 2].folded in _COUNTS
        return used == 2 and following in ("of", "de", "del") and not counted
    if used == 1 and pieces[0] in ("half", "medio", "media"):
        if pieces[0] != "half":
            return False
        halved = following in (*_OF_HALVES, *_HALVED) or before in ("by", "en")
        return halved or (before in _HEDGING and _ends_share(tokens, places[0] + 1))
    if pieces[0] in ("a", "the", "una", "un", "la") and used == 2:
        place = places[used - 1] + 1
        of_them = pieces[0] == "la" and plural(tokens[place])  # casi la mitad mujeres
        halved = pieces[1] == "mitad" or before in _HEDGING
        of_them = of_them or before == "by"  # fell by a third to 12 shillings
        going_on = halved and following in _BESIDE_SHARES  # la mitad entre sus empleados
        said = following in _BEHIND_SHARES or of_them or going_on
        return said or _ends_share(tokens, place)
    return True


def _ends_share(tokens: Tokens, at: int) -> bool:
    """Whether no noun stands behind a share: by more than half; a third were women."""
    return tokens[at].sort != "w" or is_verb(tokens, at)


def _scale_of(said: tuple[str, ...], language: str) -> int:
    scale = 1
    for word in said:
        scale *= LARGE[language].get(word, 1)
    return scale

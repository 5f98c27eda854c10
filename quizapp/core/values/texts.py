"""Names and words made comparable: what a difference in writing is, and what is not one."""

from __future__ import annotations

import re
import unicodedata

from quizapp.core.values.word_lists import words

ARTICLES = frozenset(words("the a an el la los las lo un una unos unas le les"))
PARTICLES = frozenset(words("de del des du da do dos das von van der den zu di della"))
RANKS = frozenset(
    words(
        """
    mr mrs ms miss dr prof professor sir lady lord king queen prince princess president
    senator minister ambassador secretary general colonel major captain lieutenant commander
    commodore admiral marshal sergeant brigadier corporal rev reverend father bishop pope
    gen col maj capt lt cmdr adm sgt brig pres sen gov governor
    sr sra srta senor senora senorita don dona doctor doctora profesor profesora rey reina
    principe princesa presidente presidenta ministro ministra senador senadora embajador
    embajadora coronel mayor capitan teniente comandante comodoro almirante mariscal sargento
    brigadier cabo padre obispo papa gral cnel cmdte tte
    m mme mlle monsieur madame general colonel commandant capitaine amiral marechal roi reine
    """
    )
)
"""Ranks, titles and forms of address, folded; English, Spanish and French."""

_NOT_A_NAME = frozenset(
    words(
        """staff assembly secretary secretariat secretaria council command directorate hospital
        congress court office accounting war peace election of in for to and y e en para"""
    )
)
"""Words before which a rank is no rank: General Staff, General Assembly, Minister of War."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_DOTTED = re.compile(r"(?<!\w)((?:\w{1,2}\.)+\w{1,2})(?!\w)\.?")
_ELIDED = re.compile(r"\b([dl])'")
_WORD = re.compile(r"[^\W_]+")
_MOST_MARKS = 4
"""Accents on one letter that are kept: Vietnamese needs two, an attack stacks thousands."""


def plain(text: str) -> str:
    """The text in lower case with single spaces and simple apostrophes; accents stay."""
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    text = _calmed(text).translate(_APOSTROPHES)
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def without_accents(text: str) -> str:
    """The text in lower case without accents; ø, ł and their like become plain letters."""
    return _bare(plain(text))


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text: lower case, no accents, no signs, FF.AA. as one word."""
    return tuple(_cut(without_accents(text)))


def fold(text: str) -> str:
    """The text for comparing names: `tokens` without articles, leading ranks and particles.

    "Colonel Paul Clément" and "paul clement" fold alike. What would leave nothing stays, and so
    does the last word: Serie A, The Hague and Saint Vincent have names of their own.
    """
    return name_of(tokens(text))


def name_of(found: tuple[str, ...]) -> str:
    """`fold` of a text whose tokens are known."""
    opening = ("saint",) if found[:1] == ("st",) and len(found) > 1 else found[:1]
    kept = _without(ARTICLES, [*opening, *found[1:]])
    while len(kept) > 1 and kept[0] in RANKS and _begins_a_name(kept[1]):
        kept = kept[1:]
    return " ".join(_without(PARTICLES, kept))


def differs_only_in_accents(a: str, b: str) -> bool:
    """Whether two texts are written alike but for accents (and are not the same)."""
    return _cut(plain(a)) != _cut(plain(b)) and tokens(a) == tokens(b)


def accented_words(text: str) -> frozenset[tuple[str, str]]:
    """The words that bear accents, each as (without, with)."""
    pairs = ((_bare(word), word) for word in _cut(plain(text)))
    return frozenset((bare, word) for bare, word in pairs if bare != word)


def typo_distance(a: str, b: str, limit: int = 2) -> int:
    """Insertions, deletions, exchanges and swaps of neighbours that turn `a` into `b`.

    Damerau's distance with each piece edited once; anything over `limit` is returned as
    `limit` + 1 without being counted further.
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        previous, row, older = row, [i], before
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(previous) > limit:
            return limit + 1
        before = previous
    return min(row[-1], limit + 1)


def _without(needless: frozenset[str], found: list[str]) -> list[str]:
    """The words without those that lead to another."""
    return [word for word in found[:-1] if word not in needless] + found[-1:]


def _begins_a_name(word: str) -> bool:
    return word not in _NOT_A_NAME and word not in PARTICLES


def _bare(text: str) -> str:
    """Lower-case text without accents."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    marks = [letter for letter in set(parts) if unicodedata.combining(letter)]
    return parts.translate(dict.fromkeys(map(ord, marks)))


def _cut(text: str) -> list[str]:
    """The words of lower-case text: FF.AA. stays one word, and l' and d' are none."""
    if "." in text:
        text = _DOTTED.sub(lambda found: found[1].replace(".", ""), text)
    if "'" in text:
        text = _ELIDED.sub("", text).replace("'", "")
    return _WORD.findall(text)


def _calmed(text: str) -> str:
    """The text without heaps of accents, whose ordering would take quadratic time."""
    kept: list[str] = []
    marks = 0
    for letter in text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)

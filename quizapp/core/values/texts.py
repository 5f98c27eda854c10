"""Names and words made comparable: what a difference in writing is, and what is not one."""

from __future__ import annotations

import re
import unicodedata

ARTICLES = frozenset("the a an el la los las lo un una unos unas le les l".split())
PARTICLES = frozenset("de del d des du da do dos das von van der den zu di della".split())
RANKS = frozenset(
    """
    mr mrs ms miss dr prof professor sir lady lord king queen prince princess president
    senator minister ambassador secretary general colonel major captain lieutenant commander
    commodore admiral marshal sergeant brigadier corporal rev reverend father bishop pope saint
    gen col maj capt lt cmdr adm sgt brig pres sen gov governor st
    sr sra srta senor senora senorita don dona doctor doctora profesor profesora rey reina
    principe princesa presidente presidenta ministro ministra senador senadora embajador
    embajadora coronel mayor capitan teniente comandante comodoro almirante mariscal sargento
    brigadier cabo padre obispo papa santo gral cnel cmdte tte
    m mme mlle monsieur madame general colonel commandant capitaine amiral marechal roi reine
    """.split()
)
"""Ranks, titles and forms of address, folded; English, Spanish and French."""

_NOT_A_NAME = frozenset(
    """staff assembly secretary secretariat secretaria council command directorate hospital
    congress court office accounting war peace election of in for to and y e en para""".split()
)
"""Words before which a rank is no rank: General Staff, General Assembly, Minister of War."""

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_DOTTED = re.compile(r"(?<!\w)((?:\w{1,2}\.)+\w{1,2})(?!\w)\.?")
_SPACE_OR_SIGN = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The text in lower case with single spaces and simple apostrophes; accents stay."""
    text = text.translate(_APOSTROPHES)
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def without_accents(text: str) -> str:
    """The text in lower case without accents; ø, ł and their like become plain letters."""
    parts = unicodedata.normalize("NFKD", plain(text).translate(_LETTERS))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of a text: lower case, no accents, no signs, FF.AA. as one word."""
    text = _DOTTED.sub(lambda found: found[1].replace(".", ""), without_accents(text))
    text = text.replace("d'", "d ").replace("l'", "l ") if "'" in text else text
    words = _SPACE_OR_SIGN.sub(" ", text.replace("'", "")).split()
    return tuple(words)


def fold(text: str) -> str:
    """The text for comparing names: `tokens` without articles, leading ranks and particles.

    "Colonel Paul Clément" and "paul clement" fold alike. What would leave nothing stays.
    """
    words = list(tokens(text))
    kept = [word for word in words if word not in ARTICLES] or words
    while len(kept) > 1 and kept[0] in RANKS and _begins_a_name(kept[1]):
        kept = kept[1:]
    return " ".join([word for word in kept if word not in PARTICLES] or kept)


def differs_only_in_accents(a: str, b: str) -> bool:
    """Whether two texts are written alike but for accents (and are not the same)."""
    if _words_with_accents(a) == _words_with_accents(b):
        return False
    return tokens(a) == tokens(b)


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


def _begins_a_name(word: str) -> bool:
    return word not in _NOT_A_NAME and word not in PARTICLES


def _words_with_accents(text: str) -> tuple[str, ...]:
    return tuple(_SPACE_OR_SIGN.sub(" ", plain(text)).split())

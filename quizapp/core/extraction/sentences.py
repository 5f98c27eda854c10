"""Paragraphs into sentences: full stops that end one, and those of abbreviations."""

from __future__ import annotations

import re

from quizapp.core.values.word_lists import words

LONGEST = 3_000
"""Characters of a sentence; what is longer is cut there, for no sentence is that long."""

ABBREVIATIONS = frozenset(
    words(
        """
    mr mrs ms dr prof gen brig col maj capt lt sgt cmdr adm rev hon gov sen rep pres st ste mt
    sr jr esq messrs vs etc eg ie cf ca c al fig figs no nos nr vol vols pp p ed eds inc ltd co
    corp bros dept univ jan feb mar apr jun jul aug sept sep oct nov dec approx est ret op ft
    mlle mlles mme mmes fr br mons mgr msgr cdr cpt cpl pvt supt insp atty hr arq pbro ste ven
    sra srta dra d dna lic ing gral cnel tte cap núm num n pág pags av avda ud uds vda s
    """
    )
) - {"al", "s", "no"}
"""Words that are written with a full stop and do not end a sentence by it, folded."""

_END = re.compile(
    r"(?<![.!?…])([.!?…]++)([\"'”’»)\]*]*+(?:\[\w{1,3}\])*+)(\s++)(?=[\"'“‘«(\[¿¡*]{0,4}([^\W_]"
    r"|[$£€]))"
)
"""Begins only where a run of signs begins and never goes back: linear on "......"."""

_BEFORE = 24


def split(paragraph: str) -> list[tuple[int, str]]:
    """The sentences of a paragraph, each with the place where it begins (characters)."""
    found: list[tuple[int, str]] = []
    start = 0
    for hit in _END.finditer(paragraph):
        if not _ends(paragraph, hit):
            continue
        _add(found, paragraph, start, hit.end(2))
        start = hit.end(3)
    _add(found, paragraph, start, len(paragraph))
    return found


def _add(found: list[tuple[int, str]], paragraph: str, start: int, end: int) -> None:
    while end - start > LONGEST:
        cut = paragraph.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        found.append((start, paragraph[start:cut]))
        start = cut
    text = paragraph[start:end]
    if text.strip():
        lead = len(text) - len(text.lstrip())
        found.append((start + lead, text.strip()))


def _ends(paragraph: str, hit: re.Match[str]) -> bool:
    """Whether the sign at `hit` ends a sentence."""
    following = hit[4]
    if following.islower():
        return False
    if hit[1] != ".":
        return not (hit[1] == "?" and paragraph[hit.start() - 1 : hit.start()].isdigit())
    word = _word_before(paragraph, hit.start())
    if not word:
        return True
    if word == "No" and following.isdigit():
        return False
    if len(word) == 1 and word.isupper():
        return not _initial(paragraph, hit.start())
    return word.lower() not in ABBREVIATIONS or (following.isdigit() and len(word) > 4)


def _word_before(paragraph: str, end: int) -> str:
    """The letters that stand right before a place, "" for none."""
    start, first = end, max(0, end - _BEFORE)
    word = paragraph[first:end].rpartition(" ")[2]
    if word.isalpha():
        return word
    while start > first and paragraph[start - 1].isalpha():
        start -= 1
    return paragraph[start:end]


def _initial(paragraph: str, dot: int) -> bool:
    """Whether the capital before `dot` is somebody's initial: "J. O. Clarke", not "vitamin C."."""
    before = paragraph[max(0, dot - _BEFORE) : dot - 1].rstrip()
    return not before or before[-1] in ".,(“\"'" or before.split()[-1][0].isupper()

"""What stands before a verb: past adverbs, times and insertions to the words of its subject."""

from __future__ import annotations

from quizapp.core.extraction.groups import REACH, group_before, is_noun, is_reduced, nearest_noun
from quizapp.core.extraction.phrases import (
    ADVERBS,
    CONJUNCTIONS,
    DEPENDING,
    DETERMINERS,
    QUOTES,
    RELATIVES,
    SUBORDINATE,
    is_adverb,
    is_preposition,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import plural
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_APPOSING = frozenset(words("a an the el la un una his her its su hijo hija"))
_SPANS = frozenset(
    words(
        "year day week month hour night head morning ano mes dia semana hora noche manana verano "
        "invierno otono primavera winter summer spring autumn season week century siglo"
    )
)
_THAT = frozenset(words("that this every aquel ese este esa aquella esta cada"))
_CLITICS = frozenset(words("la lo los las le les se me nos"))
_AROUND = QUOTES | {")", "%", "'s", "’s"}
_ARTICLES = frozenset(words("el la los las lo"))
_SIZES = frozenset(words("high long wide deep tall thick away across old"))


def subject_before(
    tokens: Tokens, at: int, timed: dict[int, int], stop: int
) -> tuple[int, int] | None:
    """The group that ends at a place; before "who" and "which" stands what they mean."""
    if tokens[at].folded == "donde":
        return None  # who does it is left out
    relative = tokens[at].folded in RELATIVES and at > 0
    if relative:
        at -= 1
        at -= tokens[at].text == ","
        at -= tokens[at].folded in _ARTICLES and is_preposition(tokens, at - 1)  # de las que
        at -= is_preposition(tokens, at)
        at -= tokens[at].text == ","
        at = _past_apposition(tokens, at)
        stop = -1
    if at < 0 or not (tokens[at].sort or tokens[at].text in _AROUND):
        return None
    if tokens[at].sort == "w" and not is_noun(tokens, at, timed):
        return None
    if tokens[at].folded in _SPANS and tokens[at - 1].folded in _THAT:
        return None  # aquel año, that night
    group = group_before(tokens, at, timed, stop)
    named = group is None and relative and at not in timed
    return nearest_noun(tokens, at, timed) if named else group


def _past_apposition(tokens: Tokens, at: int) -> int:
    """The name before "a merchant from Frankfurt" in "Moritz Rosenthal, a merchant …, who"."""
    for place in range(at, max(0, at - 9), -1):
        token = tokens[place]
        if token.text == ",":
            named = tokens[place - 1].capital and tokens[place + 1].folded in _APPOSING
            return place - 1 if named else at
        if token.sort == "" or is_verb(tokens, place):
            return at
    return at


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Whether a group ends with "a year" or "an hour", which is told of it."""
    rate = tokens[at].folded in _SPANS and tokens[at - 1].folded in ("a", "an", "per", "al", "por")
    return rate and tokens[at - 2].sort != ""


def _is_span(tokens: Tokens, at: int) -> bool:
    """Whether "two years" stands before "later"."""
    return plural(tokens[at - 1]) and (tokens[at - 2].sort in ("n", "w")) and at > 2


def before_verb(tokens: Tokens, verb: int, timed: dict[int, int]) -> int:
    """The last place of what stands before a verb, past adverbs and times between them."""
    at = verb - 1
    for _ in range(6):
        word = tokens[at].folded
        tarde = word in ("tarde", "despues", "antes")
        late = at - (word == "tarde")
        if word in _CLITICS and tokens.language == "es" and at == verb - 1:
            at -= 1
        elif _is_rate(tokens, at):
            at -= 2
        elif (tarde or word in ("later", "earlier", "ago")) and _is_span(tokens, late):
            at = late - 3
        elif word in _SIZES and len(tokens[at - 2].digits) > 0:
            at -= 3  # a mound 26 metres high
        elif word == "first" and tokens[at - 1].folded in DETERMINERS:
            break  # the first was won
        elif is_adverb(word) and word not in CONJUNCTIONS:
            at -= 1
            told = is_preposition(tokens, at) and not tokens[at + 1].capital
            at -= told and not (tokens[at].folded in ("despues", "antes") and _is_span(tokens, at))
        elif at in timed:
            at = timed[at] - 1
            at -= tokens[at].folded in ("and", "y") and at - 1 in timed  # of 1805 and 1816
            at -= is_preposition(tokens, at)
            at -= at > 0 and is_verb(tokens, at) and is_reduced(tokens, at)  # published in 2011
            at -= tokens[at].text == "," and tokens[at - 1].folded in RELATIVES
        else:
            break
    return _relative_near(tokens, at)


def _relative_near(tokens: Tokens, at: int) -> int:
    """The "who" before a phrase: who within ten years had raised, que en la guerra perdió."""
    if tokens.lacks(RELATIVES):
        return at
    for place in range(at, max(0, at - 6), -1):
        if tokens[place].text in (",", ";", ":") or is_verb(tokens, place):
            return at
        if tokens[place].folded in RELATIVES:
            phrase = is_preposition(tokens, place + 1) and not is_preposition(tokens, place - 1)
            return place if phrase and tokens[place + 1].folded not in ("de", "of") else at
    return at


def past_insertions(
    tokens: Tokens, at: int, timed: dict[int, int], stop: int
) -> tuple[int, int] | None:
    """The group before the insertions that end with the comma at `at`; None for none."""
    commas = []
    place = at - 1
    while place > max(stop, at - REACH):
        if tokens[place].text in (";", ":") and not tokens[place + 1].glued:
            break
        if tokens[place].text == ",":
            opens = tokens[place + 1].folded in DEPENDING
            if opens and not any(is_verb(tokens, back) for back in range(place + 2, at)):
                break
            commas.append(place)
        place -= 1
    for comma in reversed(commas):
        group = subject_before(tokens, before_verb(tokens, comma, timed), timed, stop)
        opens = group is not None and not _is_opening(tokens, group[0], timed, stop)
        if group is not None and opens:
            return group
    return _apposed(tokens, commas, timed, stop)


def _apposed(
    tokens: Tokens, commas: list[int], timed: dict[int, int], stop: int
) -> tuple[int, int] | None:
    """The subject behind an opening phrase and before a name: In Brannow, the pastor, X, kept."""
    if not commas or not is_preposition(tokens, stop + 1):
        return None
    named = tokens[commas[0] + 1].capital
    group = subject_before(tokens, before_verb(tokens, commas[0], timed), timed, stop)
    opens = group is not None and tokens[group[0]].folded in DETERMINERS
    return group if named and opens else None


def _is_opening(tokens: Tokens, first: int, timed: dict[int, int], stop: int) -> bool:
    """Whether a group is no subject but the end of an opening phrase or an enumeration."""
    before = tokens[first - 1]
    counts = tokens[first + 1].sort == "n"  # about 14,000 residents, …, left
    if (tokens[first].folded in ADVERBS and not counts) or tokens[first].folded in SUBORDINATE:
        return True
    if first in timed or (first > 0 and is_verb(tokens, first - 1)):
        return True
    return first - 1 > stop and (is_preposition(tokens, first - 1) or before.text == ",")

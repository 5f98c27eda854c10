"""Groups of words around a noun: where the one begins that ends before a verb."""

from __future__ import annotations

from quizapp.core.extraction.name_words import PARTICLES
from quizapp.core.extraction.person_words import is_role
from quizapp.core.extraction.phrases import (
    ADVERBS,
    CLAUSE_OPENINGS,
    CONJUNCTIONS,
    DETERMINERS,
    GROUP_OPENINGS,
    LINKS,
    PARTICIPLES,
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
    is_adverb,
    is_preposition,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.verb_words import AUXILIARIES
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.number_words import SMALL

_BEFORE_FINITE = AUXILIARIES | PRONOUNS | RELATIVES | CONJUNCTIONS
"""Words behind which a participle is none, but the verb of its clause."""
_BEFORE_NAMES = DETERMINERS | PARTICLES
_INSIDE = frozenset(("£", "$", "€", "-", "'s", "’s", "'", "’", "%", '"', "”", "“", "«", "»"))
_HEDGING = frozenset(
    (
        ("up", "to"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("at", "least"),
        ("at", "most"), ("mas", "de"), ("menos", "de"), ("al", "menos"), ("cerca", "de"),
    )
)  # fmt: skip
_HEDGES = frozenset(("about", "around", "over", "hasta", "sobre"))
_SINCE = frozenset(("after", "before", "until", "since", "till"))
REACH = 26
"""Tokens among which a group is looked for."""


def is_reduced(tokens: Tokens, at: int) -> bool:
    """Whether a participle belongs to the noun before it: a trust founded by, ", led by"."""
    word, before, after = tokens[at].folded, tokens[at - 1], tokens[at + 1].folded
    if not (word.endswith("ed") or word in PARTICIPLES) or at == 0:
        return False
    of_them = before.folded == "them" and word in PARTICIPLES and tokens[at - 2].folded == "of"
    of_them = of_them and is_preposition(tokens, at + 1)  # one of them built in 1979
    if of_them or (word in ("named", "called") and tokens[at + 1].capital):
        return True
    if before.folded in _BEFORE_FINITE or is_adverb(before.folded):
        return False
    if before.text == ",":
        joined = is_preposition(tokens, at + 1) or after in ADVERBS or _closes_later(tokens, at)
        return joined and not _closes_insertion(tokens, at - 1)
    left = word == "left" and tokens[at + 1].sort == "" and tokens[at + 1].text != '"'
    counts = tokens[at + 2].sort == "n" or tokens[at + 2].folded in SMALL["en"]
    if left or (after == "by" and not counts):  # the faculty voted by 23 votes to 9
        return True
    return after in ("in", "for", "from", "as", "at") and _verb_ahead(tokens, at)


def _closes_insertion(tokens: Tokens, at: int) -> bool:
    """Whether a comma ends words that were put in behind a noun: ", with 2,200 seats,"."""
    for place in range(at - 1, max(0, at - 14), -1):
        if is_verb(tokens, place):
            return tokens[place - 1].text == "," and is_preposition(tokens, place + 1)
        if tokens[place].text == ",":
            told = tokens[place + 1].capital and tokens[place - 1].sort == "w"
            return told or inserts(tokens, place + 1, {})
    return False


def inserts(tokens: Tokens, at: int, timed: dict[int, int]) -> bool:
    """Whether an insertion may begin behind a comma."""
    word = tokens[at].folded
    if word in RELATIVES or word in DETERMINERS or at in timed or word in POSSESSIVES:
        return True
    if is_preposition(tokens, at) or is_reduced(tokens, at) or tokens[at].sort == "n":
        return True
    return is_role(word) or word in ("aged", "now", "then", "himself", "herself", "slightly")


def _verb_ahead(tokens: Tokens, at: int) -> bool:
    """Whether another verb follows before any sign or conjunction."""
    for place in range(at + 2, min(len(tokens), at + 12)):
        token = tokens[place]
        if is_verb(tokens, place):
            return tokens[place - 1].folded not in PRONOUNS
        if token.text in (",", ";", ":", "(") or token.folded in LINKS:
            return False
    return False


def _closes_later(tokens: Tokens, at: int) -> bool:
    """Whether words behind a comma are an insertion: ", signed in Geneva, opened"."""
    for place in range(at + 1, min(len(tokens), at + 14)):
        if tokens[place].text == ",":
            return is_verb(tokens, place + 1)
    return False


def group_before(
    tokens: Tokens, at: int, timed: dict[int, int], stop: int
) -> tuple[int, int] | None:
    """The group of words that ends at a place: the rate of death among the patients."""
    last = at + 1
    if tokens[at].text == ")":
        while at > stop and tokens[at].text != "(":
            at -= 1
        at -= 1
        last = at + 1
    first = _first_of(tokens, at, timed, stop)
    if first > 1 and tokens[first - 1].folded in _SINCE and tokens[first - 2].text == ",":
        return first, last  # in 1871, after Morrison had collected
    hedged = tokens[first].folded in _HEDGES
    if first > 0 and is_preposition(tokens, first - 1) and not hedged:
        return _behind_opening(tokens, first, last)
    return (first, last) if first < last else None


def _first_of(tokens: Tokens, at: int, timed: dict[int, int], stop: int) -> int:
    """Where the group begins that ends at a place, what its prepositions join included."""
    first = _noun(tokens, at, timed, stop)
    while first > stop + 1 and at + 1 - first < REACH:
        before = _before_hedge(tokens, first - 1)
        if before in timed:
            break
        if tokens[before].folded in _HEDGES and _counts_alone(tokens, before, timed):
            return before
        pair = tokens[before - 1].folded, tokens[before].folded
        if pair in _HEDGING and _counts_alone(tokens, before, timed, 2):
            return before - 1
        if is_preposition(tokens, before):
            noun = _before_preposition(tokens, before, stop)
            if noun <= stop or not is_noun(tokens, noun, timed):
                break
            first = _noun(tokens, noun, timed, stop)
        elif tokens[before - 1].folded == "to" and is_noun(tokens, before - 2, timed):
            first = _noun(tokens, before - 2, timed, stop)
        elif tokens[before].folded in ("and", "y", "e") and _pairs(tokens, before, timed, stop):
            first = _noun(tokens, before - 1, timed, stop)
        else:
            break
    return first


def _counts_alone(tokens: Tokens, at: int, timed: dict[int, int], size: int = 1) -> bool:
    """Whether a hedge before a number opens a group: in 2022 [around 55,000 people] came."""
    counts = tokens[at + 1].sort == "n" or tokens[at + 1].folded in SMALL["en"]
    back = at - size
    apart = back in timed or tokens[back].sort == "" or tokens[back].folded in CONJUNCTIONS
    return counts and apart


def _before_hedge(tokens: Tokens, at: int) -> int:
    """The place before a hedge that stands inside a group: ships of [up to] 1,800 tonnes."""
    pair = tokens[at - 1].folded, tokens[at].folded
    return at - 2 if pair in _HEDGING and tokens[at - 2].folded in ("of", "de", "with") else at


def _before_preposition(tokens: Tokens, at: int, stop: int) -> int:
    """The place before a preposition, and before the participle that it follows."""
    at -= is_preposition(tokens, at - 1) and at - 1 > stop
    at -= at - 1 > stop and is_verb(tokens, at - 1) and is_reduced(tokens, at - 1)
    return at - 1


def _behind_opening(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The subject behind an opening phrase: At its height Qarsum; "about a third" is one."""
    if first == 1 and tokens[0].folded in _HEDGES:
        return 0, last
    for place in range(first + 1, last):
        token, before = tokens[place], tokens[place - 1]
        fresh = token.folded in GROUP_OPENINGS and not is_preposition(tokens, place - 1)
        named = token.capital and before.sort == "w" and not before.capital
        counts = (
            token.sort == "n" or token.folded in SMALL["en"] or token.folded in ("some", "only")
        )
        noun = before.sort == "w" and is_noun(tokens, place - 1, {})
        if counts and last - place > 1 and noun and before.folded not in DETERMINERS:
            return place, last
        role = is_role(before.folded) or before.folded in _BEFORE_NAMES
        if fresh or (named and not role and not is_preposition(tokens, place - 1)):
            return place, last
    return None


def _noun(tokens: Tokens, at: int, timed: dict[int, int], stop: int) -> int:
    """Where the noun that ends at a place begins, with its article and adjectives."""
    first = at
    while first > stop + 1:
        token = tokens[first]
        article = token.folded in DETERMINERS and tokens[first + 1].text != "-"  # not of el-Tayeb
        if article or (token.folded in PRONOUNS and first == at):
            break
        opens = tokens[first - 1].folded not in DETERMINERS and tokens[first - 1].text != "."
        if token.sort == "n" and first < at and opens:
            break
        if not is_noun(tokens, first - 1, timed):
            break
        if token.folded in PRONOUNS and first < at:
            return first + 1
        first -= 1
    return first


def nearest_noun(tokens: Tokens, at: int, timed: dict[int, int]) -> tuple[int, int]:
    """The noun that ends at a place, without what stands before it: to [Ann Holm], who."""
    return _noun(tokens, at, timed, -1), at + 1


def is_noun(tokens: Tokens, at: int, timed: dict[int, int]) -> bool:
    """Whether a token may belong to a group of words with a noun."""
    token = tokens[at]
    if at < 0 or at in timed:
        return False
    if token.sort == "":
        abbreviated = len(tokens[at - 1].text) < 5 and tokens[at - 1].capital
        return token.text in _INSIDE or (token.text == "." and abbreviated)
    named = token.capital and at > 0 and token.folded not in GROUP_OPENINGS
    if token.sort == "n" or named:
        return True
    if token.folded in CLAUSE_OPENINGS or is_preposition(tokens, at):
        return False
    if is_adverb(token.folded) and not _ranks(tokens, at):
        return False
    return token.folded != "that" and not is_verb(tokens, at)


def _ranks(tokens: Tokens, at: int) -> bool:
    """Whether an adverb tells which thing is meant: the first lamp, a once-proud town."""
    ranks = tokens[at].folded in ("first", "only", "once", "no")
    return ranks and (tokens[at - 1].folded in DETERMINERS or tokens[at + 1].text == "-")


def _pairs(tokens: Tokens, at: int, timed: dict[int, int], stop: int) -> bool:
    """Whether "and" joins two nouns of one subject: Prague and Osaka, she and the physicist."""
    left, right = tokens[at - 1], tokens[at + 1]
    if at - 1 <= stop or not is_noun(tokens, at - 1, timed):
        return False
    opens = right.folded in GROUP_OPENINGS or right.sort == "n" or right.folded == "dos"
    if not opens:
        return left.capital == right.capital and left.folded not in ADVERBS
    first = _noun(tokens, at - 1, timed, stop)
    while is_preposition(tokens, first - 1) and is_noun(tokens, first - 2, timed):
        if first - 2 <= stop:
            break
        first = _noun(tokens, first - 2, timed, stop)
    before = tokens[first - 1]
    if is_preposition(tokens, first - 1) and is_verb(tokens, first - 2):
        return is_reduced(tokens, first - 2)
    return first == 0 or before.text in ("", ";", ":") or first - 1 in timed

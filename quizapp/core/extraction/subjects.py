"""What a sentence speaks of, guessed: the words before the verb of the value's clause."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

PRONOUNS = frozenset(
    words(
        """he she it they we i you this that these those both there one his her its their such here
        another others some many el ella ello ellos ellas este esta esto estos estas ese esa eso
        aquel aquella aquello nosotros lo la le se les los nos alli ahi aqui"""
    )
)
"""Words that stand for something said before (folded; el and la only before a verb)."""

_ARTICLES = frozenset(words("el la los las lo"))
_POSSESSIVES = frozenset(words("his her its their su sus this these that those este esta estos"))
_PREPOSITIONS = frozenset(
    words(
        """in on at by from during after before between under for with since until through over
        within among according like of despite without as while when where once although though
        because if beginning starting owing following until more than
        en a al desde hasta entre durante tras antes despues segun con sin por para sobre ante bajo
        cuando mientras aunque como de del hacia"""
    )
)
_CONJUNCTIONS = frozenset(words("and but so yet or while whereas when y pero e mientras cuando"))
_RELATIVES = frozenset(words("who which that whom whose where que quien cual cuyo cuya donde"))
_BREAKS = frozenset((";", ":", "—", "--"))
_QUOTES = frozenset('"“«*¿¡')
_ADVERBS = frozenset(
    words(
        """also never later then soon still only even finally first once again eventually thus now
        recently originally usually probably perhaps possibly reportedly just about not no all and
        tambien nunca luego despues ya solo apenas todavia aun finalmente no"""
    )
)
_DETERMINERS = frozenset(
    words("the a an his her its their each every some any el la los las un una su sus cada")
)
_SUBORDINATE = frozenset(
    words("when while although though because if after before since as once until where cuando")
) | frozenset(words("mientras aunque porque si"))
_REACH = 30
_LONGEST = 14
"""Tokens that a proposed subject may have."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause from token `start`: its subject `first`..`last`, and where its verb stands.

    `quoted` says that it opens with a quotation mark: what is spoken of stays what it was.
    """

    start: int
    first: int
    last: int
    verb: int
    pronoun: bool
    quoted: bool


def clauses(tokens: Tokens, times: list[Hit]) -> list[Clause]:
    """The clauses of a sentence that have a subject and a verb of their own."""
    ends = {place: hit.last for hit in times for place in (hit.first, hit.first - 1)}
    found: list[Clause] = []
    for start in _starts(tokens):
        if found and start <= found[-1].verb:
            continue
        clause = _clause(tokens, start, ends)
        if clause is not None:
            found.append(clause)
    return found


def guess(tokens: Tokens, hit: Hit, found: list[Clause]) -> tuple[int, int, bool]:
    """First and last token (exclusive) of the subject, and whether it is a pronoun.

    (0, 0, …) means that none was found. A name that is itself the subject is told by what
    stands behind its verb.
    """
    inside = _before_bracket(tokens, hit)
    if inside is not None:
        return (*inside, False)
    clause = _of(hit, found)
    if clause is None:
        return 0, 0, True
    name = hit.kind in ("person", "institution", "place", "treaty")
    if name and clause.first <= hit.first < clause.last:
        return (*_behind_verb(tokens, clause), clause.pronoun)
    return clause.first, clause.last, clause.pronoun


def _of(hit: Hit, found: list[Clause]) -> Clause | None:
    best: Clause | None = None
    for clause in found:
        if clause.start <= hit.last or best is None:
            best = clause if clause.start <= hit.first or best is None else best
    return best


def _starts(tokens: Tokens) -> list[int]:
    """Places where a clause may begin."""
    openings = _CONJUNCTIONS | _SUBORDINATE | {"that", "que"}
    opening = tokens.folded(0) in _PREPOSITIONS
    found = [0]
    for place in range(1, len(tokens)):
        before = tokens[place - 1]
        quoted = before.text in _QUOTES and tokens[place].glued
        colon = before.text in _BREAKS and not (before.glued and tokens[place].glued)
        if colon or quoted or before.folded in openings or (before.text == "," and opening):
            found.append(place)
    return found


def _clause(tokens: Tokens, start: int, ends: dict[int, int]) -> Clause | None:
    """The clause that begins at a place, None where no subject with a verb stands there."""
    first = _past_adverbials(tokens, start, ends)
    token = tokens[first]
    if token.folded in _PREPOSITIONS - {"more"} or token.text in (",", ")", "("):
        return None
    if is_verb(tokens, first) and not (first == 0 and tokens[1].capital):
        left_out = start == 0 and first == 0
        return Clause(0, 0, 0, 0, pronoun=True, quoted=False) if left_out else None
    stop, verb = _subject_end(tokens, first)
    if not verb or (stop < verb and not _may_be_long(tokens, start)):
        return None
    return _made(tokens, start, first, stop, verb)


def _may_be_long(tokens: Tokens, start: int) -> bool:
    """Whether a subject with an insertion may begin here: not behind a bare "and"."""
    before = tokens[start - 1]
    return start == 0 or before.text not in ("and", "y", "or") or tokens[start - 2].text == ","


def _subject_end(tokens: Tokens, first: int) -> tuple[int, int]:
    """Where the subject that begins at a place ends, and its verb; 0 for no verb."""
    stop, depth, at = 0, 0, first
    while at < min(len(tokens), first + _REACH):
        token = tokens[at]
        if token.text == "(":
            stop, depth = stop or at, depth + 1
        elif token.text == ")":
            depth = 0
        elif token.text in _BREAKS and not tokens[at + 1].glued:
            return 0, 0
        elif token.text == ",":
            stop = stop or at
            if is_verb(tokens, at + 1) and _closes_later(tokens, at + 1):
                at += 1
        elif token.folded in _RELATIVES and at > first:
            stop = stop or at
            at = _behind_relative(tokens, at)
        elif not depth and is_verb(tokens, at) and at > first:
            return stop or at, at
        at += 1
    return 0, 0


def _closes_later(tokens: Tokens, at: int) -> bool:
    """Whether words behind a comma are an insertion: ", signed in Geneva, opened"."""
    for place in range(at + 1, min(len(tokens), at + 14)):
        if tokens[place].text == ",":
            return is_verb(tokens, place + 1)
    return False


def _behind_relative(tokens: Tokens, at: int) -> int:
    """The last token of "which was found in an attic", at its comma or its verb."""
    if tokens[at - 1].text == ",":
        for place in range(at + 1, min(len(tokens), at + 20)):
            if tokens[place].text == ",":
                return place
    for place in range(at + 1, min(len(tokens), at + 8)):
        if is_verb(tokens, place):
            return place + is_verb(tokens, place + 1)
    return at


def _made(tokens: Tokens, start: int, first: int, last: int, verb: int) -> Clause | None:
    while last > first and tokens.folded(last - 1) in _ADVERBS:
        last -= 1
    while last > first and (tokens[first].text in _QUOTES or tokens[first].text == ","):
        first += 1
    if last <= first or last - first > _LONGEST:
        return None
    quoted = any(tokens[place].text in '"“«' for place in range(max(0, start - 1), first + 1))
    low = tokens[first].text.lower()
    alone = last - first == 1 and (low in PRONOUNS or low in ("él", "ésta", "éste"))
    owned = low in _POSSESSIVES
    return Clause(start, first, last, verb, alone or owned, quoted)


def _past_adverbials(tokens: Tokens, start: int, ends: dict[int, int]) -> int:
    """The place behind "In 1899", "During the war," and their like."""
    at = start
    for _ in range(4):
        while tokens[at].text in _QUOTES or tokens[at].text == ",":
            at += 1
        before = at
        if ends.get(at, 0) > at and not is_verb(tokens, ends[at]):
            at = ends[at]
        elif tokens.folded(at) in _PREPOSITIONS | _ADVERBS:
            at = _behind_phrase(tokens, at, ends)
        if at == before:
            break
    return at


def _behind_phrase(tokens: Tokens, at: int, ends: dict[int, int]) -> int:
    """The place behind a phrase with a preposition: its time, its comma, or the next "the"."""
    if tokens.folded(at) in _SUBORDINATE and not ends.get(at):
        return at + 1
    determined = 0
    for place in range(at + 1, min(len(tokens), at + 16)):
        if tokens[place].text == ",":
            return place + 1
        if ends.get(place, 0) > place:
            return ends[place]
        if place > at + 1 and is_verb(tokens, place):
            break
        starts_anew = tokens.folded(place) in _DETERMINERS or tokens.folded(place) in PRONOUNS
        if starts_anew and place > at + 1 and tokens.folded(place - 1) not in _PREPOSITIONS:
            determined = determined or place
    return determined or at + (tokens.folded(at) in _ADVERBS)


def _before_bracket(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    """The words before the bracket that a value stands in: mission (1905-12)."""
    opening = hit.first - 1
    while opening > max(0, hit.first - 12) and tokens[opening].text not in ("(", ")"):
        opening -= 1
    if tokens[opening].text != "(" or opening < 1:
        return None
    last = opening - (tokens[opening - 1].text in _QUOTES)
    first = last
    while first > max(0, last - 7) and _in_group(tokens, first - 1):
        first -= 1
    while first < last and tokens.folded(first) in _DETERMINERS | {"of", "de"}:
        first += 1
    return (first, last) if first < last else None


def _in_group(tokens: Tokens, at: int) -> bool:
    """Whether a token belongs to the group of words that ends behind it."""
    token = tokens[at]
    if token.sort == "n":
        return tokens[at - 1].capital
    if token.folded in ("of", "de"):
        return tokens[at - 1].capital
    stops = token.sort != "w" or token.folded in _PREPOSITIONS | _CONJUNCTIONS
    return not stops and (token.capital or not is_verb(tokens, at))


def _behind_verb(tokens: Tokens, clause: Clause) -> tuple[int, int]:
    """The object: what stands between the verb and the next preposition or sign."""
    first = clause.verb + 1
    while is_verb(tokens, first) or tokens.folded(first) in _PREPOSITIONS | _ADVERBS:
        first += 1
    first = first if first < len(tokens) else clause.verb + 1
    last = first
    while last < min(len(tokens), first + 8):
        token = tokens[last]
        if token.sort == "" and token.text not in ("-", "'s", "’s"):
            break
        if last > first and token.folded in _PREPOSITIONS - {"of", "de"} | _RELATIVES:
            break
        if last > first and token.folded in _CONJUNCTIONS:
            break
        last += 1
    return (first, last) if last > first else (0, 0)

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
_REACH = 24
_LONGEST = 14
"""Tokens that a proposed subject may have."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause from token `start`: its subject `first`..`last`, and where its verb stands."""

    start: int
    first: int
    last: int
    verb: int
    pronoun: bool


def clauses(tokens: Tokens, hits: list[Hit]) -> list[Clause]:
    """The clauses of a sentence that have a subject and a verb of their own."""
    found: list[Clause] = []
    ends = {place: hit.last for hit in hits for place in (hit.first, hit.first - 1)}
    for start in range(len(tokens)):
        if start and not _may_begin(tokens, start):
            continue
        clause = _clause(tokens, start, ends)
        if clause is not None and (not found or clause.first > found[-1].verb):
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
    if name and clause.first <= hit.first < max(clause.verb, clause.last):
        return (*_behind_verb(tokens, clause), clause.pronoun)
    return clause.first, clause.last, clause.pronoun


def _of(hit: Hit, found: list[Clause]) -> Clause | None:
    best: Clause | None = None
    for clause in found:
        if clause.start <= hit.first or best is None:
            best = clause
    return best


def _may_begin(tokens: Tokens, start: int) -> bool:
    before = tokens[start - 1]
    if before.text in _BREAKS or (before.folded in ("that", "que") and start > 1):
        return True
    if before.text in ('"', "“", "«"):
        return True
    return before.folded in _CONJUNCTIONS and start > 1


def _clause(tokens: Tokens, start: int, ends: dict[int, int]) -> Clause | None:
    first = _past_adverbials(tokens, start, ends)
    at = first
    stop = 0
    bracket = comma = False
    while at < min(len(tokens), first + _REACH):
        token = tokens[at]
        if token.text in ("(", ","):
            stop, bracket, comma = stop or at, bracket or token.text == "(", token.text == ","
        elif token.text == ")":
            bracket = False
        elif token.text in _BREAKS:
            return None
        elif token.folded in _RELATIVES and at > first:
            stop = stop or at
            comma = True
            at += 1 + is_verb(tokens, at + 1)
            continue
        elif not bracket and at > first and is_verb(tokens, at):
            return _made(tokens, start, first, stop or at, at)
        elif at == first and is_verb(tokens, at) and not token.capital:
            return None
        elif at == first and is_verb(tokens, at) and not tokens[at + 1].capital and start == 0:
            return Clause(start, at, at, at, pronoun=True)
        at += 1
    del comma
    return None


def _made(tokens: Tokens, start: int, first: int, last: int, verb: int) -> Clause | None:
    while last > first and tokens.folded(last - 1) in _ADVERBS:
        last -= 1
    while last > first and tokens[first].text in ('"', "“", "«", "*", ",", "'"):
        first += 1
    if last <= first or last - first > _LONGEST:
        return None
    word = tokens.folded(first)
    alone = last - first == 1
    pronoun = (alone and word in PRONOUNS) or (
        alone and word in _ARTICLES and tokens[first].text.lower() in ("él", "lo", "la", "los")
    )
    owned = word in _POSSESSIVES and not alone
    return Clause(start, first, last, verb, pronoun or owned)


def _past_adverbials(tokens: Tokens, start: int, ends: dict[int, int]) -> int:
    """The place behind "In 1899", "During the war," and their like."""
    at = start
    for _ in range(3):
        while tokens[at].text in ('"', "“", "«", ",", "*", "¿", "¡"):
            at += 1
        if at in ends and ends[at] > at:
            if (
                tokens.folded(ends[at]) not in ("later", "despues", ",", "of", "de")
                and not (
                    tokens.folded(at) in _PREPOSITIONS or tokens.folded(at - 1) in _PREPOSITIONS
                )
                and is_verb(tokens, ends[at])
            ):
                return at
            at = ends[at]
            if tokens[at].text == "," or tokens.folded(at) in ("later", "despues"):
                at += 1
            elif tokens.folded(at) in _PREPOSITIONS:
                continue
            else:
                return at
        elif tokens.folded(at) in _PREPOSITIONS | _ADVERBS:
            behind = _behind_phrase(tokens, at, ends)
            if behind == at:
                return at
            at = behind
        else:
            return at
    return at


def _behind_phrase(tokens: Tokens, at: int, ends: dict[int, int]) -> int:
    """The place behind a phrase with a preposition: after its comma, or at the next "the"."""
    for place in range(at + 1, min(len(tokens), at + 16)):
        if tokens[place].text == ",":
            return place + 1
        if place in ends and ends[place] > place:
            comma = ends[place]
            return comma + (tokens[comma].text == ",")
    for place in range(at + 2, min(len(tokens), at + 9)):
        if is_verb(tokens, place) and place > at + 3:
            break
        determined = tokens.folded(place) in _DETERMINERS
        if determined and tokens.folded(place - 1) not in _PREPOSITIONS:
            return place
    return at + (tokens.folded(at) in _ADVERBS)


def _before_bracket(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    """The words before a bracket that opens right before the value: mission (1905-12)."""
    place = hit.first - 1
    if tokens[place].text != "(" or place < 1:
        return None
    first = place
    while first > 0 and place - first < 6:
        token = tokens[first - 1]
        stops = token.sort != "w" or token.folded in _PREPOSITIONS | _CONJUNCTIONS
        if stops or (is_verb(tokens, first - 1) and not token.capital):
            if token.sort == "n" and tokens[first - 2].capital:
                first -= 1
                continue
            break
        first -= 1
    while first < place and tokens.folded(first) in _DETERMINERS:
        first += 1
    return (first, place) if first < place else None


def _behind_verb(tokens: Tokens, clause: Clause) -> tuple[int, int]:
    """The object: what stands between the verb and the next preposition or sign."""
    first = clause.verb + 1
    while is_verb(tokens, first) or tokens.folded(first) in _PREPOSITIONS | _ADVERBS:
        first += 1
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

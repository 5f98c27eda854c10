"""The clauses of a sentence: their verbs, and what stands before each as its subject."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.core.extraction.before_verbs import before_verb, past_insertions, subject_before
from quizapp.core.extraction.doers import doer_behind, subject_behind, verb_end
from quizapp.core.extraction.groups import is_reduced
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.phrases import (
    ADVERBS,
    BREAKS,
    CLAUSE_OPENINGS,
    CONJUNCTIONS,
    DEPENDING,
    DETERMINERS,
    INVERTING,
    JOINING,
    POSSESSIVES,
    PRONOUNS,
    QUOTES,
    RELATIVES,
    SUBORDINATE,
    TURNED,
    is_adverb,
    is_preposition,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.word_lists import words

_IS = frozenset(words("is are was were es son era eran fue fueron"))
_OPENING_QUOTES = frozenset('"“«')
_SHORT = 7
"""Tokens up to which a subject is proposed with all that belongs to it."""
_LONGEST = 16
"""Tokens that a proposed subject may have."""


class Clause(NamedTuple):
    """A clause from token `start`: its subject `first`..`last`, and where its verb stands.

    A clause that leaves its subject out has `first` and `last` alike. `quoted` says that it
    opens with a quotation mark, and `under` that it depends on another: what is spoken of stays
    what it was.
    """

    start: int
    first: int
    last: int
    verb: int
    pronoun: bool
    quoted: bool
    under: bool = False


def clauses(tokens: Tokens, times: list[Hit]) -> list[Clause]:
    """The clauses of a sentence, one for each verb that is not part of another's phrase."""
    timed = {place: hit.first for hit in times for place in range(hit.first, hit.last)}
    found: list[Clause] = []
    behind = 0
    for at in tokens.verbal():
        if at < behind or not is_verb(tokens, at) or is_reduced(tokens, at):
            continue
        behind = verb_end(tokens, at)
        clause = _clause(tokens, at, timed, found)
        if clause is not None:
            under = _is_under(tokens, clause)
            found.append(clause._replace(under=True) if under else clause)
    return found


def _clause(tokens: Tokens, verb: int, timed: dict[int, int], found: list[Clause]) -> Clause | None:
    at = before_verb(tokens, verb, timed)
    last = found[-1] if found else None
    stop = last.verb if last else -1
    main = _main(tokens, found)
    shared = _same_subject(tokens, at, last, main)
    if shared is not None:
        return _shared(shared, at + 1, verb)
    if tokens[at].text == ",":
        group = past_insertions(tokens, at, timed, main.verb if main else -1)
        if group is None and last is not None:
            return _shared(main or last, at + 1, verb)
    else:
        group = subject_before(tokens, at, timed, stop)
    if group is None or tokens[group[0]].folded in ("there", "alli", "ahi", "aqui"):
        return _left_out(tokens, verb, timed)
    relative = tokens[at].folded in RELATIVES and at > group[0]
    start = at if relative else _opening(tokens, group[0], last, timed)
    return _made(tokens, start, *group, verb)


def _same_subject(
    tokens: Tokens, at: int, last: Clause | None, main: Clause | None
) -> Clause | None:
    """The clause before, where what stands at a place goes on about its subject."""
    if last is None or at <= last.verb:
        return None
    if tokens[at].folded in CONJUNCTIONS:
        listed = tokens[at - 1].text == ","
        return main if main and listed else last
    return last if _goes_on(tokens, last, at) or _tells_more(tokens, last, at) else None


def _main(tokens: Tokens, found: list[Clause]) -> Clause | None:
    """The latest clause that is no relative one."""
    for clause in reversed(found):
        opened = tokens[clause.start - 1].folded in SUBORDINATE and clause.start > 0
        if not opened and tokens[_relative_before(tokens, clause.verb)].folded not in RELATIVES:
            return clause
    return None


def _is_under(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause is a relative one or stands behind "because" and the like."""
    if tokens.lacks(DEPENDING):
        return False
    opening = {tokens[clause.start - 1].folded, tokens[clause.start].folded} if clause.start else ()
    if any(word in SUBORDINATE or word in RELATIVES for word in opening):
        return True
    return tokens[_relative_before(tokens, clause.verb)].folded in RELATIVES


def _tells_more(tokens: Tokens, last: Clause, at: int) -> bool:
    """Whether "was a physician who is remembered" goes on about its first subject."""
    if tokens[at].folded not in RELATIVES or tokens[last.verb].folded not in _IS:
        return False
    return not any(tokens[place].text in (",", ";") for place in range(last.verb, at))


def _goes_on(tokens: Tokens, last: Clause, at: int) -> bool:
    """Whether "the men who had carried him" goes on with the verb of "the men"."""
    if tokens[_relative_before(tokens, last.verb)].folded not in RELATIVES:
        return False
    for place in range(last.verb + 1, at + 1):
        token = tokens[place]
        if token.text in (",", ";", ":") or token.folded in CLAUSE_OPENINGS:
            return False
    return True


def _relative_before(tokens: Tokens, verb: int) -> int:
    at = verb - 1
    while tokens[at].folded in ADVERBS:
        at -= 1
    return at


def _shared(last: Clause, start: int, verb: int) -> Clause:
    """A clause that goes on with the subject of the one before."""
    return last._replace(start=start, verb=verb)


def _opening(tokens: Tokens, first: int, last: Clause | None, timed: dict[int, int]) -> int:
    """Where the clause begins whose subject begins at `first`: its adverbials come before."""
    stop = last.verb if last is not None else -1
    if tokens[first - 1].folded in RELATIVES and first > 1:
        return first - 1
    if stop < 0:
        return 0
    for place in range(first - 1, stop, -1):
        token = tokens[place]
        breaks = token.text in BREAKS and place not in timed
        if breaks or (token.folded in JOINING and place not in timed):
            return place + 1
    return first


def _left_out(tokens: Tokens, verb: int, timed: dict[int, int]) -> Clause | None:
    """A clause without a subject before its verb: it stands behind it, or is left out."""
    there = tokens[verb - 1].folded == "there"
    turned = tokens[verb].folded in TURNED or tokens[verb - 1].folded == "se"
    if there or (tokens.language == "es" and turned):
        group = subject_behind(tokens, verb, timed)
        if group is not None:
            return Clause(_start_before(tokens, verb), *group, verb, pronoun=False, quoted=False)
    if tokens.language != "es":
        return _inverted(tokens, verb, timed)
    doer = doer_behind(tokens, verb, timed)
    if doer is not None:
        return Clause(_start_before(tokens, verb), *doer, verb, pronoun=False, quoted=False)
    return Clause(_start_before(tokens, verb), verb, verb, verb, pronoun=True, quoted=False)


def _inverted(tokens: Tokens, verb: int, timed: dict[int, int]) -> Clause | None:
    """From Lahore came the surgeon; on it rests the Building Code."""
    start = _start_before(tokens, verb)
    at = verb_end(tokens, verb)
    adverb = verb - start == 1 and is_adverb(tokens[start].folded)
    opened = (is_preposition(tokens, start) or adverb) and tokens[verb].folded in INVERTING
    named = tokens[at].capital or tokens[at].sort == "n"
    if not opened or not (tokens[at].folded in DETERMINERS or named):
        return None
    group = subject_behind(tokens, verb, timed)
    return Clause(start, *group, verb, pronoun=False, quoted=False) if group else None


def _start_before(tokens: Tokens, verb: int) -> int:
    for place in range(verb - 1, -1, -1):
        if tokens[place].text in BREAKS or tokens[place].folded in CONJUNCTIONS:
            return place + 1
    return 0


def _made(tokens: Tokens, start: int, first: int, last: int, verb: int) -> Clause | None:
    while first < last and _is_lead(tokens[first].folded):
        first += 1
    while last > first + 1 and tokens[last - 1].folded in ADVERBS:
        if last - first == 2 and tokens[first].folded in DETERMINERS:
            break  # the first
        last -= 1
    while last > first and (tokens[first].text in QUOTES or tokens[first].text == ","):
        first += 1
    last = _cut(tokens, first, last)
    if last <= first or last - first > _LONGEST:
        return None
    quoted = not tokens.lacks(_OPENING_QUOTES) and any(
        tokens[place].text in _OPENING_QUOTES for place in range(max(0, start - 1), first + 1)
    )
    low = tokens[first].text.lower()
    alone = last - first == 1 and (low in PRONOUNS or low in ("él", "ésta", "éste"))
    return Clause(start, first, last, verb, alone or low in POSSESSIVES, quoted)


def _cut(tokens: Tokens, first: int, last: int) -> int:
    """The end of a long group without what is told of it: a trust [founded by …]."""
    if last - first <= _SHORT:
        return last
    for place in range(first + 2, last):
        of = tokens[place].folded in ("of", "de", "del")
        if is_reduced(tokens, place) or (is_preposition(tokens, place) and not of):
            return place
    return last


def _is_lead(word: str) -> bool:
    return is_adverb(word) or word in CONJUNCTIONS or word == "that"

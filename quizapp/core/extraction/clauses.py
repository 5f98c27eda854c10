"""The clauses of a sentence: their verbs, and what stands before each as its subject."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizapp.core.extraction.groups import REACH, group_before, is_noun, is_reduced
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.phrases import (
    ADVERBS,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
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
from quizapp.core.extraction.units import plural
from quizapp.core.extraction.verbs import AUXILIARIES, is_verb
from quizapp.core.values.number_words import SMALL
from quizapp.core.values.word_lists import words

_IS = frozenset(words("is are was were es son era eran fue fueron"))
_CLITICS = frozenset(words("la lo los las le les se me nos"))
_SPANS = frozenset(
    words("year day week month hour night head morning ano mes dia semana hora noche manana verano")
)
_THAT = frozenset(words("that this every aquel ese este esa aquella esta cada"))
_LONGEST = 16
"""Tokens that a proposed subject may have."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause from token `start`: its subject `first`..`last`, and where its verb stands.

    A clause that leaves its subject out has `first` and `last` alike. `quoted` says that it
    opens with a quotation mark: what is spoken of stays what it was.
    """

    start: int
    first: int
    last: int
    verb: int
    pronoun: bool
    quoted: bool


def clauses(tokens: Tokens, times: list[Hit]) -> list[Clause]:
    """The clauses of a sentence, one for each verb that is not part of another's phrase."""
    timed = {place: hit.first for hit in times for place in range(hit.first, hit.last)}
    found: list[Clause] = []
    behind = 0
    for at in range(len(tokens)):
        if at < behind or not is_verb(tokens, at) or is_reduced(tokens, at):
            continue
        behind = _verb_end(tokens, at)
        clause = _clause(tokens, at, timed, found)
        if clause is not None:
            found.append(clause)
    return found


def _verb_end(tokens: Tokens, at: int) -> int:
    """The place behind "has not been awarded"."""
    place = at + 1
    while tokens.folded(place) in ADVERBS or is_verb(tokens, place):
        joined = (
            tokens.folded(place) in ADVERBS or tokens.folded(place - 1) in AUXILIARIES | ADVERBS
        )
        if not joined or place > at + 5:
            break
        place += 1
    return place


def _clause(tokens: Tokens, verb: int, timed: dict[int, int], found: list[Clause]) -> Clause | None:
    at = _before_verb(tokens, verb, timed)
    last = found[-1] if found else None
    stop = last.verb if last else -1
    main = _main(tokens, found)
    shared = _same_subject(tokens, at, last, main)
    if shared is not None:
        return _shared(shared, at + 1, verb)
    if tokens[at].text == ",":
        group = _past_insertions(tokens, at, timed, main.verb if main else -1)
        if group is None and last is not None:
            return _shared(main or last, at + 1, verb)
    else:
        group = _subject_before(tokens, at, timed, stop)
    if group is None or tokens.folded(group[0]) == "there":
        return _left_out(tokens, verb, timed)
    return _made(tokens, _opening(tokens, group[0], last), *group, verb)


def _same_subject(
    tokens: Tokens, at: int, last: Clause | None, main: Clause | None
) -> Clause | None:
    """The clause before, where what stands at a place goes on about its subject."""
    if last is None or at <= last.verb:
        return None
    if tokens.folded(at) in CONJUNCTIONS:
        listed = tokens[at - 1].text == "," or tokens.folded(at) == "but"
        return main if main and listed else last
    return last if _goes_on(tokens, last, at) or _tells_more(tokens, last, at) else None


def _main(tokens: Tokens, found: list[Clause]) -> Clause | None:
    """The latest clause that is no relative one."""
    for clause in reversed(found):
        opened = tokens.folded(clause.start - 1) in SUBORDINATE and clause.start > 0
        if not opened and tokens.folded(_relative_before(tokens, clause.verb)) not in RELATIVES:
            return clause
    return None


def _tells_more(tokens: Tokens, last: Clause, at: int) -> bool:
    """Whether "was a physician who is remembered" goes on about its first subject."""
    if tokens.folded(at) not in RELATIVES or tokens.folded(last.verb) not in _IS:
        return False
    return not any(tokens[place].text in (",", ";") for place in range(last.verb, at))


def _subject_before(
    tokens: Tokens, at: int, timed: dict[int, int], stop: int
) -> tuple[int, int] | None:
    """The group that ends at a place; before "who" and "which" stands what they mean."""
    if tokens.folded(at) in RELATIVES and at > 0:
        at -= 1
        at -= tokens[at].text == ","
        at -= is_preposition(tokens, at)
        at -= tokens[at].text == ","
        stop = -1
    if at < 0 or not (tokens[at].sort or tokens[at].text in QUOTES | {")", "%", "'s", "’s"}):
        return None
    if tokens[at].sort == "w" and not is_noun(tokens, at, timed):
        return None
    if tokens.folded(at) in _SPANS and tokens.folded(at - 1) in _THAT:
        return None  # aquel año, that night
    return group_before(tokens, at, timed, stop)


def _is_rate(tokens: Tokens, at: int) -> bool:
    """Whether a group ends with "a year" or "an hour", which is told of it."""
    rate = tokens.folded(at) in _SPANS and tokens.folded(at - 1) in ("a", "an", "per", "al", "por")
    return rate and tokens[at - 2].sort == "w"


def _is_span(tokens: Tokens, at: int) -> bool:
    """Whether "two years" stands before "later"."""
    return plural(tokens[at - 1]) and (tokens[at - 2].sort in ("n", "w")) and at > 2


def _goes_on(tokens: Tokens, last: Clause, at: int) -> bool:
    """Whether "the men who had carried him" goes on with the verb of "the men"."""
    if tokens.folded(_relative_before(tokens, last.verb)) not in RELATIVES:
        return False
    for place in range(last.verb + 1, at + 1):
        token = tokens[place]
        if token.text in (",", ";", ":") or token.folded in CONJUNCTIONS | RELATIVES | SUBORDINATE:
            return False
    return True


def _relative_before(tokens: Tokens, verb: int) -> int:
    at = verb - 1
    while tokens.folded(at) in ADVERBS:
        at -= 1
    return at


def _shared(last: Clause, start: int, verb: int) -> Clause:
    """A clause that goes on with the subject of the one before."""
    return replace(last, start=start, verb=verb)


def _before_verb(tokens: Tokens, verb: int, timed: dict[int, int]) -> int:
    """The last place of what stands before a verb, past adverbs and times between them."""
    at = verb - 1
    for _ in range(6):
        word = tokens.folded(at)
        tarde = word in ("tarde", "despues", "antes")
        late = at - (word == "tarde")
        if word in _CLITICS and tokens.language == "es" and at == verb - 1:
            at -= 1
        elif _is_rate(tokens, at):
            at -= 2
        elif (tarde or word in ("later", "earlier", "ago")) and _is_span(tokens, late):
            at = late - 3
        elif is_adverb(word) and word not in CONJUNCTIONS:
            at -= 1
            at -= is_preposition(tokens, at) and not tokens[at + 1].capital
        elif at in timed:
            at = timed[at] - 1
            at -= is_preposition(tokens, at)
            at -= tokens[at].text == "," and tokens.folded(at - 1) in RELATIVES
        else:
            break
    return at


def _past_insertions(
    tokens: Tokens, at: int, timed: dict[int, int], stop: int
) -> tuple[int, int] | None:
    """The group before the insertions that end with the comma at `at`; None for none."""
    commas = []
    place = at - 1
    while place > max(stop, at - REACH):
        if tokens[place].text in (";", ":"):
            break
        if tokens[place].text == ",":
            opens = tokens.folded(place + 1) in RELATIVES | SUBORDINATE
            if opens and not any(is_verb(tokens, back) for back in range(place + 2, at)):
                break
            commas.append(place)
        place -= 1
    for comma in reversed(commas):
        group = _subject_before(tokens, comma - 1, timed, stop)
        opens = group is not None and not _is_opening(tokens, group[0], timed, stop)
        if group is not None and opens:
            return group
    return None


def _is_opening(tokens: Tokens, first: int, timed: dict[int, int], stop: int) -> bool:
    """Whether a group is no subject but the end of an opening phrase or an enumeration."""
    before = tokens[first - 1]
    if tokens.folded(first) in ADVERBS | SUBORDINATE or first in timed:
        return True
    return first - 1 > stop and (is_preposition(tokens, first - 1) or before.text == ",")


def _opening(tokens: Tokens, first: int, last: Clause | None) -> int:
    """Where the clause begins whose subject begins at `first`: its adverbials come before."""
    stop = last.verb if last is not None else -1
    if stop < 0:
        return 0
    for place in range(first - 1, stop, -1):
        token = tokens[place]
        if token.text in BREAKS or token.folded in CONJUNCTIONS | SUBORDINATE:
            return place + 1
    return first


def _left_out(tokens: Tokens, verb: int, timed: dict[int, int]) -> Clause | None:
    """A clause without a subject before its verb: it stands behind it, or is left out."""
    there = tokens.folded(verb - 1) == "there"
    turned = tokens.folded(verb) in TURNED or tokens.folded(verb - 1) == "se"
    if there or (tokens.language == "es" and turned):
        group = _behind(tokens, verb, timed)
        if group is not None:
            return Clause(_start_before(tokens, verb), *group, verb, pronoun=False, quoted=False)
    if tokens.language != "es":
        return None
    return Clause(_start_before(tokens, verb), verb, verb, verb, pronoun=True, quoted=False)


def _start_before(tokens: Tokens, verb: int) -> int:
    for place in range(verb - 1, -1, -1):
        if tokens[place].text in BREAKS or tokens.folded(place) in CONJUNCTIONS:
            return place + 1
    return 0


def _behind(tokens: Tokens, verb: int, timed: dict[int, int]) -> tuple[int, int] | None:
    """The subject that follows its verb: "cerró la última conservera", "there were 12 men"."""
    at = _verb_end(tokens, verb)
    for _ in range(12):
        if at in timed or tokens[at].folded in ADVERBS:
            at += 1
        elif is_preposition(tokens, at) and tokens.folded(at) not in ("hasta", "unos", "unas"):
            at = _behind_phrase(tokens, at, timed)
        elif tokens[at].folded in ("cada", "every") and tokens[at + 1].sort == "w":
            at += 2
        else:
            break
    last = at
    while last < min(len(tokens), at + 9):
        token = tokens[last]
        stops = token.sort == "" and token.text not in ("-", "%")
        counts = token.folded == "y" and tokens.folded(last + 1) in SMALL["es"]
        joins = token.folded in RELATIVES | CONJUNCTIONS and not counts
        if stops or last in timed or joins:
            break
        if last > at and is_preposition(tokens, last) and token.folded not in ("de", "del", "of"):
            break
        if last > at and is_verb(tokens, last):
            break
        last += 1
    return (at, last) if last > at else None


def _behind_phrase(tokens: Tokens, at: int, timed: dict[int, int]) -> int:
    """The place behind a phrase with a preposition: its article and its noun."""
    place = at + 1
    while tokens.folded(place) in DETERMINERS:
        place += 1
    if place in timed:
        while place in timed:
            place += 1
        return place
    while tokens[place].capital and tokens[place + 1].capital:
        place += 1
    return place + 1


def _made(tokens: Tokens, start: int, first: int, last: int, verb: int) -> Clause | None:
    while first < last and _is_lead(tokens.folded(first)):
        first += 1
    while last > first and tokens.folded(last - 1) in ADVERBS:
        last -= 1
    while last > first and (tokens[first].text in QUOTES or tokens[first].text == ","):
        first += 1
    if last <= first or last - first > _LONGEST:
        return None
    quoted = any(tokens[place].text in '"“«' for place in range(max(0, start - 1), first + 1))
    low = tokens[first].text.lower()
    alone = last - first == 1 and (low in PRONOUNS or low in ("él", "ésta", "éste"))
    return Clause(start, first, last, verb, alone or low in POSSESSIVES, quoted)


def _is_lead(word: str) -> bool:
    return is_adverb(word) or word in CONJUNCTIONS or word == "that"

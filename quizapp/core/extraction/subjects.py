"""What a sentence says its values of, guessed from the clause in which a value stands."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.extraction.ages import is_month
from quizapp.core.extraction.attributes import attributed_to, role_before, role_behind
from quizapp.core.extraction.clauses import Clause
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.phrases import (
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    LINKS,
    PARTICIPLES,
    QUOTES,
    is_adverb,
    is_preposition,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import plural
from quizapp.core.extraction.verb_words import AUXILIARIES
from quizapp.core.extraction.verbs import is_verb

_NAMES = frozenset(("person", "institution", "place", "treaty"))
"""Kinds of values that may themselves be a subject."""
_BRACKET = frozenset("(")
_BEFORE_GROUPS = DETERMINERS | {"of", "de"}


def guess(
    tokens: Tokens, hit: Hit, clause: Clause | None, found: Sequence[Clause]
) -> tuple[int, int, bool]:
    """First and last token (exclusive) of the subject, and whether it is a pronoun.

    `clause` is the one of those found in which the hit stands.

    (0, 0, …) means that none was found. A name that is itself the subject is told by what
    stands behind its verb.
    """
    inside = _before_bracket(tokens, hit)
    if inside is not None:
        return (*inside, False)
    owner = attributed_to(tokens, hit)
    if owner is not None:
        return (*owner, False)
    if clause is None or hit.kind not in _NAMES:
        return (clause.first, clause.last, clause.pronoun) if clause else (0, 0, True)
    own = [one for one in found if one.first <= hit.first < one.last]
    if own and all(one.under for one in own) and _stands_behind(tokens, hit, found):
        own = []
    role = _role(tokens, hit) if hit.kind == "person" and own else None
    if role is not None:
        return (*role, False)
    if own:
        chosen = next((one for one in own if not one.under), own[-1])
        return (*_object(tokens, chosen), chosen.pronoun)
    return clause.first, clause.last, clause.pronoun


def _role(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    return role_before(tokens, hit) or role_behind(tokens, hit)


def _stands_behind(tokens: Tokens, hit: Hit, found: Sequence[Clause]) -> bool:
    """Whether a name stands behind the verb of a main clause: given to Moritz, who."""
    for one in reversed(found):
        if one.under or one.verb >= hit.first:
            continue
        return not any(tokens[place].text in BREAKS for place in range(one.verb, hit.first))
    return False


def clause_of(hit: Hit, found: Sequence[Clause]) -> Clause | None:
    """The clause in which a hit stands: the last that begins before it."""
    best: Clause | None = None
    for clause in found:
        if best is None or clause.start <= hit.first:
            best = clause
    return best


def _before_bracket(tokens: Tokens, hit: Hit) -> tuple[int, int] | None:
    """The words before the bracket that a value stands in: mission (1905-12)."""
    if tokens.lacks(_BRACKET):
        return None
    opening = hit.first - 1
    while opening > max(0, hit.first - 12) and tokens[opening].text not in ("(", ")"):
        opening -= 1
    if tokens[opening].text != "(" or opening < 1:
        return None
    last = opening - (tokens[opening - 1].text in QUOTES)
    first = last
    while first > max(0, last - 7) and _in_group(tokens, first - 1):
        first -= 1
    while first < last and tokens[first].folded in _BEFORE_GROUPS:
        first += 1
    return (first, last) if first < last else None


def _in_group(tokens: Tokens, at: int) -> bool:
    """Whether a token belongs to the group of words that ends behind it."""
    token = tokens[at]
    if token.sort == "n" or token.folded in ("of", "de"):
        return tokens[at - 1].capital
    stops = token.sort != "w" or is_preposition(tokens, at) or token.folded in CONJUNCTIONS
    return not stops and (token.capital or not is_verb(tokens, at))


def _object(tokens: Tokens, clause: Clause) -> tuple[int, int]:
    """What stands between the verb and the next preposition or sign."""
    first = clause.verb + 1
    helped = tokens[clause.verb].folded in ("did", "could", "would", "might", "must", "can", "will")
    first += helped and tokens[first].sort == "w" and not is_adverb(tokens[first].folded)
    while is_verb(tokens, first) or is_preposition(tokens, first) or _passes(tokens, first):
        first += 1
    first = first if first < len(tokens) else clause.verb + 1
    last = first
    while last < min(len(tokens), first + 8):
        token = tokens[last]
        if token.sort == "" and token.text not in ("-", "'s", "’s"):
            break
        if last > first and token.folded in LINKS:
            break
        if last > first and is_preposition(tokens, last) and token.folded not in ("of", "de"):
            break
        last += 1
    return (first, last) if last > first else (0, 0)


def _passes(tokens: Tokens, at: int) -> bool:
    """Whether a token stands between a verb and its object: adverbs, participles, years."""
    word = tokens[at].folded
    participle = word in PARTICIPLES or (tokens.language == "es" and word.endswith(("ado", "ido")))
    helped = participle and tokens[at - 1].folded in AUXILIARIES
    timed = len(tokens[at].digits) == 4 or is_month(word) or is_month(tokens[at + 1].folded)
    return is_adverb(word) or helped or timed


def is_plural(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause speaks of more than one, by its verb and the words before it."""
    verb = tokens[clause.verb].folded
    if tokens.language == "es":
        return verb.endswith("n")
    if verb in ("were", "are", "have"):
        return True
    if verb in ("was", "is", "has") or clause.last <= clause.first:
        return False
    head = clause.first
    while head + 1 < clause.last and not is_preposition(tokens, head + 1):
        head += 1
    return plural(tokens[head]) or (tokens[clause.first].sort == "n")

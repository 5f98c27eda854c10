"""What a text says for and against capitals being somebody's name, as points.

Each mention is weighed by the words around it; what a text says of one mention counts for all.
"""

from __future__ import annotations

from quizapp.core.extraction.given_names import (
    FAMILY_FIRST,
    GIVEN_NAMES,
    NAMES_AND_WORDS,
    SURNAME_ENDINGS,
)
from quizapp.core.extraction.name_runs import Run
from quizapp.core.extraction.name_words import (
    INSTITUTION_HEADS,
    OTHER_HEADS,
    PARTICLES,
    PLACE_HEADS,
    THINGS,
)
from quizapp.core.extraction.peoples import is_people, is_spanish_people
from quizapp.core.extraction.person_words import (
    HUMAN_VERBS,
    OF_PEOPLE,
    PUT_BY,
    SUFFERED,
    SURELY_HUMAN_VERBS,
    is_person,
    is_role,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import is_stop
from quizapp.core.values.word_lists import words

ENOUGH = 2
"""Points from which capitals are somebody's name."""

_AT = frozenset(
    words(
        """in at near off en outside inside around across toward towards on above below beyond along
        sobre frente"""
    )
)
_TOWARDS = frozenset(words("to from desde hacia into onto through via"))
_ARTICLES = frozenset(words("the el la los las"))
_BY = frozenset(words("by por"))
_OF = frozenset(words("of de del"))
_AUXILIARIES = frozenset(
    words("was were is had has have fue era habia ha se later never then once")
)
_BETWEEN = frozenset(
    words(
        """also never then once later soon always often himself herself still only already first
        even was were had has is fue era se habia ha ya nunca siempre luego tambien"""
    )
)
_SAYING = frozenset(
    words(
        """
        said says wrote writes asked replied explained recalled added argued remembers dijo dice
        escribio explico explica recuerda recordo anadio afirma afirmo conto cuenta sostiene propuso
        demostro descubrio pinto invento dirigio compuso preside
    """
    )
)
_OPENINGS = '"“«*_‘'


_GIVEN_TO = frozenset(
    words(
        """according sold given gave went handed married lent left wrote letter letters belonged
        passed thanks dedicated awarded apprenticed offered paid engaged owed sent introduced
        told"""
    )
)
_POINTS_BEFORE = (
    dict.fromkeys(THINGS, -7)
    | dict.fromkeys(_TOWARDS, -1)
    | dict.fromkeys(_AT, -4)
    | dict.fromkeys(_ARTICLES, -4)
    | {"segun": 1}
)
"""What a word before capitals says against (or for) their being a person's name."""
_SHORTEST_LIFE = 18
"""Years between those in a bracket from which they may be somebody's life."""
_HEADS = INSTITUTION_HEADS | PLACE_HEADS | OTHER_HEADS | THINGS
_CALLED = frozenset(words("named called llamado llamada nee born"))


def points(tokens: Tokens, run: Run) -> int:
    """How much speaks for the run being a person's name; titles are judged elsewhere."""
    capitals = sum(tokens[place].capital for place in range(run.name, run.last))
    return (
        _inside(tokens, run, capitals)
        + _before(tokens, run, capitals)
        + _behind(tokens, run, capitals)
    )


def _inside(tokens: Tokens, run: Run, capitals: int) -> int:
    """What the name itself says: given names, initials, particles, endings."""
    first, last = tokens[run.name].folded, tokens[run.last - 1]
    given = first in GIVEN_NAMES
    if capitals == 1:
        if tokens[run.name].folded in ("von", "van", "ibn", "al", "zu"):
            return 2
        return int(given) + (given and first not in NAMES_AND_WORDS)
    found = (2 if capitals < 5 else 0) - 5 * any(
        tokens[place].text == "&" for place in range(run.name, run.last + 1)
    )
    if given:
        found += 1 if first in NAMES_AND_WORDS else 3
    elif first in FAMILY_FIRST and capitals < 4:
        found += 2
    elif any(tokens[place].folded in GIVEN_NAMES for place in range(run.name, run.last)):
        found += 1
    found += 2 * _has_initial(tokens, run)
    found += 1 if last.folded.endswith(SURNAME_ENDINGS) else 0
    return found + _particles(tokens, run)


def _has_initial(tokens: Tokens, run: Run) -> bool:
    words_of_name = any(
        tokens[place].capital and len(tokens[place].text) > 1 for place in range(run.name, run.last)
    )
    return words_of_name and any(
        len(tokens[place].text) == 1 and tokens[place + 1].text == "."
        for place in range(run.name, run.last)
    )


def _particles(tokens: Tokens, run: Run) -> int:
    given = tokens[run.name].folded in GIVEN_NAMES
    for place in range(run.name, run.last):
        token = tokens[place]
        if token.text.islower() and token.folded in PARTICLES:
            common = token.folded in ("de", "del", "la", "las", "los", "y", "do", "da", "e", "du")
            return given - 1 if common else 2
    return 0


def _before(tokens: Tokens, run: Run, capitals: int) -> int:
    before = tokens[run.first - 1]
    many = capitals > 1
    role = _role_before(tokens, run.first, many=many)
    if role:
        return role
    if before.text and before.text in _OPENINGS and run.first > 0:
        return -1
    if before.folded in _POINTS_BEFORE:
        found = _POINTS_BEFORE[before.folded]
        if before.folded != "to":
            return found
        given = any(tokens[run.first - back].folded in _GIVEN_TO for back in (2, 3, 4))
        return found + 2 * given
    if before.folded in ("and", "y") and _is_listed_place(tokens, run.first - 2):
        return -3
    return _phrase_before(tokens, run.first, many=many)


def _is_listed_place(tokens: Tokens, at: int) -> bool:
    """Whether the name that ends at a place stands behind "at": at Kosti and Wad Medani."""
    first = at
    while tokens[first].capital and first > at - 4:
        first -= 1
    return first < at and tokens[first].folded in _AT


def _phrase_before(tokens: Tokens, at: int, *, many: bool) -> int:
    """A boy called X, written by X, the death of X, his name was X, said X."""
    before, further = tokens[at - 1].folded, tokens[at - 2].folded
    if before in _CALLED:
        people = any(is_person(tokens[place].folded) for place in range(max(0, at - 6), at - 1))
        return 3 if people or before in ("nee", "born") else -1
    if before in ("was", "is") and further == "name":
        return 3
    if before in _OF:
        return 2 if is_role(further) or further in OF_PEOPLE else -1
    made = before in _BY and (further in PUT_BY or further.removesuffix("s") in PUT_BY)
    return 1 + many if made or before in _SAYING else 0


def _role_before(tokens: Tokens, at: int, *, many: bool) -> int:
    """The engineer Ana Ruiz, la ingeniera polaca Wanda Zielińska, its director, Anna Holm."""
    before = tokens[at - 1]
    if before.folded in THINGS:
        return 0
    if is_role(before.folded) and not before.capital:
        return 4 if many else 3
    if before.text == ",":
        role = is_role(tokens[at - 2].folded) and not tokens[at - 2].capital
        return 2 if role and many else int(many and _is_described(tokens, at - 2))
    people = not before.capital and is_spanish_people(before.text.lower())
    plain = before.text.islower() and not is_stop(before.folded) and tokens.language == "es"
    if (people or plain) and is_role(tokens[at - 2].folded) and not tokens[at - 2].capital:
        return 4
    article = many and tokens[at - 2].folded in ("the", "el", "la", "a", "an", "un", "una")
    spanish = people and tokens[at - 2].folded in ("el", "la")
    return 3 if article and (is_people(before.folded) or spanish) else 0


def _is_described(tokens: Tokens, at: int) -> bool:
    """Whether a group with an article ends at a place: its only teacher, the man he feared."""
    for place in range(at, max(-1, at - 6), -1):
        token = tokens[place]
        if token.sort != "w" or token.capital or token.folded in THINGS:
            return token.folded in ("the", "a", "an", "el", "la", "un", "una", "its", "his", "her")
        if token.folded in ("the", "a", "an", "el", "la", "un", "una", "its", "his", "her", "su"):
            return place < at
    return False


def _behind(tokens: Tokens, run: Run, capitals: int) -> int:
    after, further = tokens[run.last], tokens[run.last + 1]
    many = capitals > 1
    if many and _is_defined(tokens, run):
        return -6
    if after.sort == "n" or (after.text == "-" and after.glued and further.sort == "n"):
        return -3
    if after.text == "," and (many or further.folded in ("who", "whose", "quien")):
        return _apposition(tokens, run.last + 1)
    if after.text == "(" and many:
        return _bracket(tokens, run.last + 1)
    if after.sort == "w":
        against = after.text.islower() and _heads(after.folded)
        return -3 if against else _verb(tokens, run.last, many=many)
    owns = after.text in ("'s", "’s")
    return 2 if owns and (further.folded in OF_PEOPLE or is_role(further.folded)) else 0


def _is_defined(tokens: Tokens, run: Run) -> bool:
    """Whether a text says of what kind a thing is whose name tells it: X Lock is a ship lock."""
    if tokens[run.last].folded not in ("is", "was", "es", "era", "fue"):
        return False
    kind = {tokens[run.last - 1].folded, tokens[run.name].folded}
    return any(
        tokens[place].text.islower() and tokens[place].folded in kind
        for place in range(run.last + 1, run.last + 7)
    )


def _heads(word: str) -> bool:
    return word in _HEADS and word not in ("the", "lower", "upper", "house", "west", "east", "de")


def _apposition(tokens: Tokens, at: int) -> int:
    """Somebody, a chemist; somebody, who; somebody, 34,."""
    opening = tokens[at].folded
    if opening in ("who", "whose", "quien", "cuyo", "cuya", "born", "aged", "nacido", "nacida"):
        return 3
    if tokens[at].sort == "n" and tokens[at + 1].text == "," and len(tokens[at].text) == 2:
        return 2
    for place in range(at, at + 6):
        token = tokens[place]
        if token.sort != "w" or (token.capital and not is_people(token.folded)):
            return 0
        if is_person(token.folded):
            return 3
        if token.folded in SUFFERED:
            return 2
    return 0


def _bracket(tokens: Tokens, at: int) -> int:
    """Somebody (1820–1890), somebody (born in 1920)."""
    if tokens[at].folded in ("born", "nacido", "nacida", "died", "b", "d"):
        return 3
    first, last = tokens[at].digits, tokens[at + 2].digits
    if len(first) != 4 or (last and (len(last) < 4 or int(last) < int(first) + _SHORTEST_LIFE)):
        return 0  # the clinic (1964-66)
    return 3 if tokens[at + 1].text in ("-", "–", "—") else 2


def _verb(tokens: Tokens, at: int, *, many: bool) -> int:
    place = at
    while tokens[place].folded in _BETWEEN and place < at + 3:
        place += 1
    word = tokens[place].folded
    if place > at and word in SUFFERED and tokens[place - 1].folded in ("was", "were", "fue", "is"):
        return 3
    if word in SURELY_HUMAN_VERBS:
        return 3 if many else 2
    if word in HUMAN_VERBS:
        return 2 if many else 1
    return 0

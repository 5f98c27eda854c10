"""Subjects that stand behind their verb: cerró la fábrica, there were 12 men, dirige Ana Ruiz."""

from __future__ import annotations

from quizapp.core.extraction.given_names import SURE_GIVEN_NAMES
from quizapp.core.extraction.name_words import TITLES
from quizapp.core.extraction.peoples import is_spanish_people
from quizapp.core.extraction.person_words import is_person
from quizapp.core.extraction.phrases import (
    ADVERBS,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    LINKS,
    RELATIVES,
    TURNED,
    is_adverb,
    is_preposition,
)
from quizapp.core.extraction.tokens import Tokens
from quizapp.core.extraction.units import plural
from quizapp.core.extraction.verb_words import AUXILIARIES
from quizapp.core.extraction.verbs import is_verb
from quizapp.core.values.number_words import SMALL
from quizapp.core.values.word_lists import words

_CLITICS = frozenset(words("lo la los las le les"))
_REACH = 18
_LONGEST = 9
_QUANTIFIERS = frozenset(
    words(
        "mas muchos muchas unos unas casi hasta otros otras algunos varias varios cerca alrededor "
        "todos todas tantos pocos pocas media medio millones miles cientos"
    )
)
_RANKS = frozenset(
    words(
        """primero primera segundo segunda tercero tercera cuarto cuarta quinto quinta sexto sexta
        septimo septima octavo octava noveno novena decimo decima ultimo ultima penultimo
        penultima"""
    )
)
"""What somebody came in as: llegó la sexta."""
_WITH_VERBS = AUXILIARIES | ADVERBS
_OPEN_SUBJECTS = DETERMINERS | _QUANTIFIERS | SMALL["es"].keys()
_NO_OBJECTS = DETERMINERS | CONJUNCTIONS
_PLACES = frozenset(words("alli ahi aqui alla there here"))


def verb_end(tokens: Tokens, at: int) -> int:
    """The place behind "has not been awarded"."""
    place = at + 1
    while tokens[place].folded in ADVERBS or is_verb(tokens, place):
        joined = tokens[place].folded in ADVERBS or tokens[place - 1].folded in _WITH_VERBS
        if not joined or place > at + 5:
            break
        place += 1
    return place


def subject_behind(tokens: Tokens, verb: int, timed: dict[int, int]) -> tuple[int, int] | None:
    """The subject that follows its verb: "cerró la última conservera", "there were 12 men"."""
    at = _behind_adverbials(tokens, verb, timed)
    if at < 0:
        return None
    last = at
    while last < min(len(tokens), at + 9):
        token = tokens[last]
        stops = token.sort == "" and token.text not in ("-", "%")
        counts = token.folded == "y" and tokens[last + 1].folded in SMALL["es"]
        joins = token.folded in LINKS and not counts
        if stops or last in timed or joins:
            break
        if last > at and is_preposition(tokens, last) and token.folded not in ("de", "del", "of"):
            break
        if last > at and is_verb(tokens, last):
            break
        last += 1
    ranked = last - at == 2 and tokens[at].folded in DETERMINERS and tokens[at + 1].folded in _RANKS
    return (at, last) if last > at and not ranked and _opens_group(tokens, at) else None


def _behind_adverbials(tokens: Tokens, verb: int, timed: dict[int, int]) -> int:
    """The place behind a verb and the times and phrases that follow it; -1 for no subject."""
    at = verb_end(tokens, verb)
    moved = tokens[verb - 1].folded == "se" and tokens[verb].folded not in TURNED
    for _ in range(12):
        if at in timed or tokens[at].folded in ADVERBS or tokens[at].folded in _PLACES:
            at += 1
        elif tokens[at].folded in ("cada", "every") and tokens[at + 1].sort == "w":
            at += 2
        elif not _is_phrase(tokens, at):
            break
        elif moved and tokens[at].folded == "a" and tokens[at + 1].sort == "n":
            return at + 1  # se atendió a 4.780 enfermos
        elif moved and tokens[at].folded != "en":
            return -1  # se fue a Arequipa
        else:
            at = _behind_phrase(tokens, at, timed)
    return at


def _is_phrase(tokens: Tokens, at: int) -> bool:
    """Whether a preposition opens a phrase that tells where or how, and no number."""
    opens = tokens[at].folded not in ("hasta", "unos", "unas") and not _is_near(tokens, at)
    return opens and is_preposition(tokens, at)


def _is_near(tokens: Tokens, at: int) -> bool:
    """Whether "cerca de 5.200 heridos", "around 80 animals" begins at a place."""
    if tokens[at].folded in ("around", "about", "over"):
        return tokens[at + 1].sort == "n"
    return tokens[at].folded in ("cerca", "alrededor") and tokens[at + 2].sort == "n"


def _opens_group(tokens: Tokens, at: int) -> bool:
    """Whether a subject behind its verb may begin at a place: an article, number or name."""
    token = tokens[at]
    if tokens.language != "es" or token.sort == "n" or token.capital or token.sort == "":
        return True
    return token.folded in _OPEN_SUBJECTS or plural(token)


def _behind_phrase(tokens: Tokens, at: int, timed: dict[int, int]) -> int:
    """The place behind a phrase with a preposition: its article and its noun."""
    place = at + 1
    if tokens[place].text in ("él", "ella", "ellos", "ellas"):
        return place + 1
    while tokens[place].folded in DETERMINERS:
        place += 1
    if place in timed:
        while place in timed:
            place += 1
        return place
    while tokens[place].capital and tokens[place + 1].capital:
        place += 1
    counts = tokens[place].sort == "n" or tokens[place].folded in SMALL["es"]
    return place + 1 + (counts and tokens[place + 1].sort == "w" and plural(tokens[place + 1]))


def doer_behind(tokens: Tokens, verb: int, timed: dict[int, int]) -> tuple[int, int] | None:
    """The person, told without "a", who does it: dirige la orquesta la islandesa Ana.

    Where the object stands before the verb already ("lo dirigía el maestro"), any group.
    """
    clitic = tokens[verb - 1].folded in _CLITICS
    for at in range(verb + 1, min(len(tokens), verb + _REACH)):
        token = tokens[at]
        if token.text in BREAKS or token.folded in RELATIVES or token.text == "(":
            return None
        if is_verb(tokens, at) and tokens[at - 1].folded not in DETERMINERS:
            return None
        counts = token.sort == "n" and at - verb < 3 and not is_preposition(tokens, at - 1)
        if _is_named(tokens, verb, at) or (clitic and (counts or _is_hedged(tokens, verb, at))):
            return at, _end(tokens, at, timed)
        article = token.folded in DETERMINERS and token.folded != "a"
        if not article or at in timed or is_preposition(tokens, at - 1):
            continue
        if tokens[at - 1].folded in _NO_OBJECTS:
            continue
        if _is_somebody(tokens, at + 1) or (clitic and at == verb + 1):
            return at, _end(tokens, at, timed)
    return None


def _is_hedged(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether a hedged number follows the verb: los seguían hasta 150.000 oyentes."""
    return at == verb + 1 and tokens[at].folded == "hasta" and tokens[at + 1].sort == "n"


def _is_named(tokens: Tokens, verb: int, at: int) -> bool:
    """Whether somebody's name follows the verb: la dirigía entonces doña Amparo."""
    token, before = tokens[at], tokens[at - 1]
    near = at == verb + 1 or (at == verb + 2 and is_adverb(before.folded))
    titled = token.folded in TITLES and tokens[at + 1].capital
    return near and (titled or (token.capital and token.folded in SURE_GIVEN_NAMES))


def _is_somebody(tokens: Tokens, at: int) -> bool:
    """Whether a noun means a person: la soprano, el padre Koldo, la islandesa Guðný."""
    word = tokens[at]
    if word.sort != "w" or word.capital:
        return False
    named = tokens[at + 1].capital and is_spanish_people(word.text.lower())
    return named or is_person(word.folded) or word.folded in ("persona", "personas")


def _end(tokens: Tokens, at: int, timed: dict[int, int]) -> int:
    """The place behind the group that begins at an article."""
    last = at + 1
    while last < min(len(tokens), at + _LONGEST):
        token = tokens[last]
        stops = token.sort == "" and token.text not in ("-", ".")
        joins = token.folded in RELATIVES or token.folded in CONJUNCTIONS
        if token.folded == "y" and tokens[last - 1].capital and tokens[last + 1].capital:
            joins = False  # don Martín de Echarri y Lodosa
        if stops or joins or last in timed or is_verb(tokens, last):
            break
        if is_preposition(tokens, last) and token.folded not in ("de", "del"):
            break
        last += 1
    return last

"""Names in a text: runs of capitals judged by titles, roles, given names and their heads.

A text is read twice: first all that is said of each name is added up, then the names that it
shows to be people's are found, in full or in short ("Bratlie" for Captain Anders Bratlie).
"""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.extraction.evidence import ENOUGH, points
from quizapp.core.extraction.gender import is_woman
from quizapp.core.extraction.given_names import (
    FAMILY_FIRST,
    GIVEN_NAMES,
    NAMES_AND_WORDS,
    SURE_GIVEN_NAMES,
)
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.name_runs import Run
from quizapp.core.extraction.name_words import (
    ALSO_SURNAMES,
    COUNTRIES,
    INSTITUTION_HEADS,
    OTHER_HEADS,
    PLACE_HEADS,
    THINGS,
    TREATY_HEADS,
    WOMEN,
)
from quizapp.core.extraction.peoples import ends_as_people, is_people
from quizapp.core.extraction.tokens import Tokens, folded
from quizapp.core.values.word_lists import words

_PLACE_PREPOSITIONS = frozenset(words("in at near from to off en desde hacia outside"))
_ROMAN = frozenset(words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi"))
_NAMESAKES = frozenset(
    words("lady lord queen king prince princess empress duke duchess sir captain")
)
"""Titles by which ships, inns and engines are named."""
_PREFIXES = frozenset(words("hms ss uss rms mv sms raf usaf fc cf ac cd ud sd real sporting inter"))
"""Letters before the names of ships, squadrons and clubs."""
_WAYS = frozenset(words("calle avenida plaza paseo ronda carretera parque estacion barrio colonia"))
_FIRMS = frozenset(
    words(
        """motors electric foods dynamics mills assembly staff post electrics textiles steel oil
        strike election elections amnesty meeting certificate secretariat mobilisation
        mobilization huelga"""
    )
)
_PLACES_AND_THINGS = PLACE_HEADS | THINGS
_BODIES_AND_PLACES = INSTITUTION_HEADS | PLACE_HEADS
_WORKS_AND_THINGS = OTHER_HEADS | THINGS
_HEADS = _BODIES_AND_PLACES | _WORKS_AND_THINGS | TREATY_HEADS
_OF_SURNAMES = frozenset(words("del la las los"))
_SURE = 3
"""Points that a single word, which may be a place or a firm, needs to be a person."""


class Known:
    """What a text has said of its names, so that a surname alone finds its full name."""

    __slots__ = ("_full", "_given", "_halves", "_met", "_points", "_women")

    def __init__(self) -> None:
        self._met: dict[str, str] = {}
        self._full: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._halves: dict[str, str] = {}
        self._women: set[str] = set()
        self._points: dict[str, int] = {}

    def weigh(self, name: str, found: int) -> None:
        """Add what one mention says for or against a name being a person's."""
        self._met.setdefault(name, "")
        self._points[name] = self._points.get(name, 0) + found

    def settle(self) -> None:
        """Learn the names that all their mentions together show to be people's.

        Of two people with one surname, the surname alone means who was named first.
        """
        self._learn_weighed()
        people = {*self._full.values(), *self._given.values()}
        self._full, self._given = {}, {}
        for name, title in self._met.items():
            if name in people:
                self._remember(name, title)

    def _learn_weighed(self) -> None:
        longest_first = sorted(self._points.items(), key=lambda one: -one[0].count(" "))
        for name, found in longest_first:
            pieces = name.split()
            if self.full(name, ""):
                continue
            if len(pieces) > 1:
                alone = max(self._points.get(pieces[-1], 0), self._points.get(pieces[0], 0), 0)
                if found + min(alone, 2) >= ENOUGH:
                    self.learn(name, "")
            elif found >= _SURE:
                self.learn(name, "")

    def learn(self, name: str, title: str) -> None:
        """Remember that a name is somebody's."""
        self._met[name] = self._met.get(name) or title
        self._remember(name, title)

    def _remember(self, name: str, title: str) -> None:
        """Remember a full name by its surname and its given name."""
        pieces = name.split()
        if len(pieces) < 2:
            self._given.setdefault(folded(name), name)
            return
        if title in WOMEN:
            self._women.add(name)
        if pieces[1][0].isupper() and len(pieces) == 3:  # Olga Najm of Olga Najm Santos
            self._full.setdefault(folded(" ".join(pieces[:2])), name)
        for size in range(1, min(4, len(pieces) + 1)):
            self._full.setdefault(folded(" ".join(pieces[-size:])), name)
        self._full[folded(name)] = name
        joined = pieces[-1].partition("-")
        if joined[2] and len(joined[0]) > 4 and joined[2][0].isupper():
            self._halves.setdefault(folded(joined[0]), name)  # Entwhistle of Entwhistle-Grey
        if joined[0].islower() and joined[2]:  # Dabbagh of al-Dabbagh
            self._full.setdefault(folded(joined[2]), name)
        if folded(pieces[0]) in GIVEN_NAMES or len(pieces[0]) > 2 or _family_first(pieces[0]):
            self._given.setdefault(folded(pieces[0]), name)
        for place, piece in enumerate(pieces[1:-1], 1):  # Quispe of Evaristo Quispe Mamani
            if piece[0].isupper() and len(piece) > 2:
                self._full.setdefault(folded(piece), name)
                self._full.setdefault(folded(" ".join(pieces[place:])), name)

    def full(self, name: str, title: str) -> str:
        """The full name that is meant, "" for a name not met before."""
        key = folded(name)
        found = self._full.get(key) or self._given.get(key) or self._halves.get(key, "")
        if found and title in WOMEN and found not in self._women:
            return "" if is_woman(found, ()) is False or self._met.get(found) else found
        return found


def _family_first(piece: str) -> bool:
    return folded(piece) in FAMILY_FIRST


def learn_people(tokens: Tokens, found: Sequence[Run], known: Known) -> None:
    """Remember the names of a sentence that show to be a person's, and weigh the others."""
    linked = 0
    for place, run in enumerate(found):
        kind, found_points = _judge(tokens, run)
        name = _text(tokens, run.name, run.last)
        if kind == "person":
            known.learn(name, run.title)
        before = found[place - 1] if place else None
        joined = before is not None and _joins(tokens, before.last, run.first)
        if kind == "?":
            known.weigh(name, found_points + (joined and linked >= _SURE))
        linked = _SURE if kind == "person" else found_points if kind == "?" else 0


def _joins(tokens: Tokens, last: int, first: int) -> bool:
    """Whether only "and" or a comma stands between two names."""
    between = [tokens[place].folded for place in range(last, first)]
    return between in (["and"], ["y"], [","], [",", "and"], ["e"])


def find_names(tokens: Tokens, found: Sequence[Run], known: Known, taken: list[Hit]) -> list[Hit]:
    """People, institutions, places and treaties of a sentence, in order."""
    if not found:
        return []
    covered = {place for hit in taken for place in range(hit.first, hit.last)}
    hits: list[Hit] = []
    for run in found:
        if run.name in covered or run.last <= run.name:
            continue
        kind = _kind(tokens, run, known)
        if not kind:
            continue
        name = _text(tokens, run.name, run.last)
        value = (known.full(name, run.title) or name) if kind == "person" else name
        first = run.first if kind == "person" else run.name
        if not any(hit.kind == kind and hit.value == value for hit in hits):
            hits.append(Hit(kind, value, first, run.last))
    return hits


def _text(tokens: Tokens, first: int, last: int) -> str:
    pieces: list[str] = []
    for place in range(first, last):
        token = tokens[place]
        pieces.append(token.text if token.glued and place > first else f" {token.text}")
    return "".join(pieces).strip()


def _judge(tokens: Tokens, run: Run) -> tuple[str, int]:
    """What a run names by itself and with what points; "?" where other mentions must tell."""
    pieces = [tokens[place].folded for place in range(run.name, run.last)]
    if " ".join(pieces) in COUNTRIES:
        return "place", 0
    headed = _headed(tokens, run, pieces)
    if headed is not None:
        return headed, 0
    alone = len(pieces) == 1 and pieces[0] not in GIVEN_NAMES
    if pieces[0] in _PREFIXES or (alone and is_people(pieces[0])):
        return "", 0
    if not run.title:
        return "?", points(tokens, run)
    nobody = (alone and pieces[0] in _FIRMS) or _is_ship(tokens, run)
    return ("", 0) if nobody else ("person", 0)


def _is_ship(tokens: Tokens, run: Run) -> bool:
    """Whether an article shows the title to be part of a name: the Lady Clifford."""
    title = tokens[run.first]
    before = tokens[run.first - 1].folded
    if title.capital and before in _WAYS:
        return True  # avenida Almirante Brown
    if title.capital and before in ("of", "de", "del") and tokens[run.first - 2].folded in THINGS:
        return True  # calle de Fray Luis
    return title.capital and title.folded in _NAMESAKES and before == "the"


def _headed(tokens: Tokens, run: Run, pieces: list[str]) -> str | None:
    """The kind that a word of the name tells: a Treaty, a University, a Bay; None for none."""
    if len(pieces) == 1:
        return "" if not run.title and pieces[0] in _PLACES_AND_THINGS else None
    if (pieces[0] in FAMILY_FIRST and "-" in pieces) or "the" in pieces[1:2] or _is_of(pieces):
        return None  # Park So-yeon, Peter the Great, Porfirio Zúñiga del Valle
    person = bool(run.title) or points(tokens, run) >= _SURE + 1
    thing = pieces[-1] in THINGS and pieces[0] in SURE_GIVEN_NAMES
    surname = (thing or pieces[-1] in ALSO_SURNAMES) and not any(
        piece in _BODIES_AND_PLACES for piece in pieces[:-1]
    )
    if person and surname:
        return None
    for heads, kind in (
        (TREATY_HEADS, "treaty"),
        (INSTITUTION_HEADS, "institution"),
        (_WORKS_AND_THINGS, ""),
    ):
        if any(piece in heads for piece in pieces):
            given = pieces[0] in GIVEN_NAMES and pieces[-1] not in heads
            if given and (run.title or pieces[0] not in NAMES_AND_WORDS) and person:
                continue  # the doctor Flora MacInnes, no flora
            return kind if not run.title or kind else ""
    if pieces[0] in PLACE_HEADS or pieces[-1] in PLACE_HEADS:
        return None if run.title else "place"
    return None


def _is_of(pieces: list[str]) -> bool:
    """Whether a name ends as surnames do: Porfirio Zúñiga del Valle, but Palacio de la Torre."""
    of = pieces[-1] in ALSO_SURNAMES and pieces[-2] in _OF_SURNAMES
    return of and pieces[0] not in _HEADS


def _kind(tokens: Tokens, run: Run, known: Known) -> str:
    """What a run names; "" where nothing shows it."""
    kind, _ = _judge(tokens, run)
    name = _text(tokens, run.name, run.last)
    if kind != "?":
        word = tokens[run.name].folded
        surname = not kind and run.last - run.name == 1
        surname = surname and (word in ALSO_SURNAMES or ends_as_people(word))
        before = tokens[run.first - 1].folded
        called = surname and known.full(name, "") and before not in ("the", "a", "el", "la")
        return "person" if called else kind
    if known.full(name, ""):
        return "" if _is_part(tokens, run) else "person"
    if _acronym(name):
        return "institution"
    before = tokens[run.first - 1].folded
    return "place" if before in _PLACE_PREPOSITIONS and len(name) > 3 else ""


def _is_part(tokens: Tokens, run: Run) -> bool:
    """Whether a known surname stands inside another name or before a noun it names."""
    if tokens[run.first - 1].text == "&" or tokens[run.last].text == "&":
        return True
    after = tokens[run.last]
    articles = ("the",) if tokens.language == "es" else ("the", "a", "an")  # a Ruiz le dolía
    article = tokens[run.first - 1].folded in articles
    named = after.sort == "w" and after.text.islower() and after.folded not in ("and", "of", "or")
    return article and run.last - run.name == 1 and named


def _acronym(name: str) -> bool:
    plain = name.replace(".", "")
    return (
        plain.isalpha()
        and plain.isupper()
        and 3 <= len(plain) <= 6
        and (plain.lower() not in _ROMAN)
    )

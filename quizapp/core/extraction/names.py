"""Names in a text: runs of capitals judged by titles, roles, given names and their heads.

A text is read twice: first the names that show what they are, then those that only repeat a
name already known ("Bratlie" for Captain Anders Bratlie).
"""

from __future__ import annotations

from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.name_runs import Run
from quizapp.core.extraction.name_words import (
    COUNTRIES,
    GIVEN_NAMES,
    HUMAN_VERBS,
    INSTITUTION_HEADS,
    OTHER_HEADS,
    PLACE_HEADS,
    TREATY_HEADS,
    WOMEN,
    is_person,
    is_role,
)
from quizapp.core.extraction.tokens import Tokens, folded
from quizapp.core.values.word_lists import words

_PLACE_PREPOSITIONS = frozenset(words("in at near from to off en desde hacia outside"))
_PEOPLES = ("ian", "ese", "ish", "ean", "soviet", "french", "german", "dutch", "greek", "anos")
_SPANISH_PEOPLES = tuple(
    words(
        """és esa ano ana ino ina eno ena eño eña ense aco aca eco eca ego ega án ana ol ola uayo
        uaya iota í nés ico ica andés uso usa"""
    )
)
_ROMAN = frozenset(words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi"))
_AND_LINKED = frozenset(words("& and y"))


class Known:
    """The people a text has named, so that a surname alone finds its full name."""

    __slots__ = ("_full", "_given", "_women")

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._women: set[str] = set()

    def learn(self, name: str, title: str) -> None:
        """Remember a full name by its surname and its given name."""
        pieces = name.split()
        if len(pieces) < 2:
            self._given.setdefault(folded(name), name)
            return
        if title in WOMEN:
            self._women.add(name)
        for size in range(1, min(4, len(pieces))):
            self._full.setdefault(folded(" ".join(pieces[-size:])), name)
        if folded(pieces[0]) in GIVEN_NAMES or len(pieces[0]) > 2:
            self._given.setdefault(folded(pieces[0]), name)
        for piece in pieces[1:-1]:  # Quispe of Evaristo Quispe Mamani, Rovira of Rovira i Sunyer
            if piece[0].isupper() and len(piece) > 2:
                self._full.setdefault(folded(piece), name)

    def full(self, name: str, title: str) -> str:
        """The full name that is meant, "" for a name not met before."""
        key = folded(name)
        found = self._full.get(key) or self._given.get(key, "")
        return "" if found and title in WOMEN and found not in self._women else found


def learn_people(tokens: Tokens, found: list[Run], known: Known) -> None:
    """Remember the names of a sentence that show to be a person's."""
    for run in found:
        if _kind(tokens, run, known) == "person" and run.last - run.name > 0:
            known.learn(_text(tokens, run.name, run.last), run.title)


def find_names(tokens: Tokens, found: list[Run], known: Known, taken: list[Hit]) -> list[Hit]:
    """People, institutions, places and treaties of a sentence, in order."""
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


def _kind(tokens: Tokens, run: Run, known: Known) -> str:
    """What a run names; "" where nothing shows it."""
    pieces = [tokens.folded(place) for place in range(run.name, run.last)]
    if " ".join(pieces) in COUNTRIES:
        return "place"
    for heads, kind in (
        (TREATY_HEADS, "treaty"),
        (INSTITUTION_HEADS, "institution"),
        (OTHER_HEADS, ""),
    ):
        if len(pieces) > 1 and any(piece in heads for piece in pieces):
            if run.title and not kind and pieces[0] in GIVEN_NAMES and pieces[-1] not in heads:
                continue  # the doctor Flora MacInnes, no flora
            return kind if not run.title or kind else ""
    name = _text(tokens, run.name, run.last)
    return "person" if run.title else _untitled(tokens, run, pieces, name, known)


def _untitled(tokens: Tokens, run: Run, pieces: list[str], name: str, known: Known) -> str:
    """What a run without a title names."""
    if len(pieces) == 1 and pieces[0].endswith(_PEOPLES):
        return ""
    if pieces[0] in PLACE_HEADS or pieces[-1] in PLACE_HEADS:
        return "place" if len(pieces) > 1 else ""
    if known.full(name, "") or _person(tokens, run, pieces):
        return "" if _is_part(tokens, run) else "person"
    if _acronym(name):
        return "institution"
    before = tokens.folded(run.first - 1)
    return "place" if before in _PLACE_PREPOSITIONS and len(name) > 3 else ""


def _is_part(tokens: Tokens, run: Run) -> bool:
    """Whether a known surname stands inside another name or before a noun it names."""
    return tokens[run.first - 1].text == "&" or tokens[run.last].text == "&"


def _acronym(name: str) -> bool:
    plain = name.replace(".", "")
    return (
        plain.isalpha()
        and plain.isupper()
        and 3 <= len(plain) <= 6
        and (plain.lower() not in _ROMAN)
    )


def _person(tokens: Tokens, run: Run, pieces: list[str]) -> bool:
    """Whether a run without a title shows to be somebody's name."""
    name = [piece for piece in pieces if len(piece) > 1 and piece.isalpha()]
    initials = any(
        len(tokens[place].text) == 1 and tokens[place + 1].text == "."
        for place in range(run.name, run.last)
    )
    capitals = sum(tokens[place].capital for place in range(run.name, run.last))
    given = pieces[0] in GIVEN_NAMES
    if is_role(tokens.folded(run.first - 1)) or _role_and_people(tokens, run.first):
        return True
    if capitals > 1 and _is_called(tokens, run.first):
        return True
    if tokens[run.first - 1].text == "," and is_role(tokens.folded(run.first - 2)):
        return capitals > 1 or given
    if given and capitals > 1:
        return True
    if initials and capitals > 1 and name:
        return len(tokens[run.name].text) > 1 or tokens[run.name + 1].text == "."
    return _by_what_follows(tokens, run, capitals, given=given)


def _role_and_people(tokens: Tokens, at: int) -> bool:
    """La ingeniera polaca Wanda Zielińska: in Spanish the people stands behind the role."""
    before = tokens[at - 1]
    if before.capital or not is_role(tokens.folded(at - 2)):
        return False
    return before.text.lower().endswith(_SPANISH_PEOPLES)


def _is_called(tokens: Tokens, at: int) -> bool:
    """A boy of eleven named Haroun Molla."""
    if tokens.folded(at - 1) not in ("named", "called", "llamado", "llamada"):
        return False
    return any(is_person(tokens.folded(place)) for place in range(max(0, at - 6), at - 1))


def _by_what_follows(tokens: Tokens, run: Run, capitals: int, *, given: bool) -> bool:
    """Verbs that people do, and "a chemist" behind a comma."""
    after = tokens.folded(run.last)
    if after == "," and capitals > 1 and _role_within(tokens, run.last + 1):
        return True
    if after == "," and tokens.folded(run.last + 1) in ("who", "quien", "que") and capitals > 1:
        return True
    before = tokens.folded(run.first - 1)
    if before in ("the", "el", "la"):
        return False
    if capitals > 1 and _acts(tokens, run.last):
        return True
    linked = before in ("and", "y") and is_role(tokens.folded(run.first - 2))
    if given and (_acts(tokens, run.last) or is_role(before) or linked):
        return True
    apart = tokens[run.last].text == "(" and tokens[run.last + 1].sort == "n"
    return apart and capitals > 1 and len(tokens.number(run.last + 1)) == 4


def _acts(tokens: Tokens, at: int) -> bool:
    ahead = at + (tokens.folded(at) in ("later", "never", "then", "once", "also", "was", "had"))
    return tokens.folded(ahead) in HUMAN_VERBS


def _role_within(tokens: Tokens, at: int) -> bool:
    """Whether the words behind a comma say what somebody is: "a nephew of", "capataz de"."""
    for place in range(at, at + 6):
        token = tokens[place]
        if token.sort != "w" or token.capital:
            return False
        if is_role(token.folded):
            return True
    return False

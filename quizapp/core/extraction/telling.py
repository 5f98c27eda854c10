"""What a text spoke of last: whom a pronoun means, and what has been named already."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.extraction.gender import is_woman
from quizapp.core.extraction.model import Hit
from quizapp.core.extraction.tokens import folded
from quizapp.core.values.word_lists import words

VALUES = frozenset({"year", "date", "range", "figure", "percent"})
_HE = frozenset(words("he his him el"))
_SHE = frozenset(words("she her ella"))
_THEY = frozenset(words("they their them ellos ellas"))
_IT = frozenset(words("it its"))
_OWN = frozenset(words("su sus"))
_OF_THINGS = frozenset(
    words(
        """media medio pesaba peso costaba costo mide pesa cuesta duro duraba dura consta constaba
        contaba cuenta funciono funcionaba funciona tiene es son era eran esta estan estaba hay
        habia cabian caben crecio aumento alcanzo alcanza quedo queda cubria cubre ocupa ocupaba
        alberga albergaba reune reunia recibe acoge produce producia contenia contiene empleaba
        emplea ardio estallo sigue existe permanece conserva funda abarca pertenece"""
    )
)
"""Spanish verbs whose subject, left out, is rather a thing."""
_NEAR = 14
"""Clauses after which nobody is remembered for a verb without a subject."""


@dataclass(slots=True)
class _Person:
    """Somebody a text named: how often clauses spoke of them, by name too, and when last."""

    name: str
    woman: bool | None
    spoken: int = 0
    named: int = 0
    clause: int = -9
    mentioned: int = 0


class Told:
    """What the text spoke of last, and which places and bodies it has named already."""

    def __init__(self) -> None:
        self._people: list[_Person] = []
        self._thing = self._many = self._last = ""
        self._clause = 0
        self._fresh = True
        self._plural, self._plural_at = "", 0
        self._named: set[tuple[str, str]] = set()

    def new_paragraph(self) -> None:
        """Bodies and treaties are proposed once in a paragraph, places once in a text."""
        self._named = {name for name in self._named if name[0] == "place"}
        self._thing = self._many = ""
        self._fresh = True

    def is_news(self, hit: Hit) -> bool:
        """Whether a hit is to be proposed; a name of a place or body is, the first time."""
        if hit.kind in VALUES or hit.kind == "person":
            return True
        fresh = (hit.kind, hit.value) not in self._named
        self._named.add((hit.kind, hit.value))
        return fresh

    def of_whom(self, pronoun: str) -> str:
        """What a pronoun (or, in Spanish, no subject) stands for, as far as can be guessed."""
        word = folded(pronoun)
        if word in _SHE or word in _HE:
            return self._person(woman=word in _SHE)
        if word in _THEY:
            return self._many
        if word in _IT:
            return self._thing
        return self._last if not word or word in _OWN else ""

    def left_out(self, verb: str, *, plural: bool) -> str:
        """Whom a Spanish verb without a subject is said of, as far as can be guessed.

        What people do is said of whom the text speaks most where a thing was spoken of last, or
        where a paragraph begins.
        """
        if plural:
            fresh = self._plural_at > self._clause - _NEAR // 2
            return self._many or (self._plural if fresh else "") or self._last
        if verb in _OF_THINGS:
            return self._thing or self._last
        somebody = any(one.name == self._last for one in self._people)
        if somebody and not self._fresh:
            return self._last
        told = [one for one in self._people if one.spoken > 1 or not self._last]
        most = max(told, key=lambda one: (one.named, one.clause), default=None)
        if most is None:
            return self._last
        often = most.spoken * 5 > self._clause and most.clause > self._clause - _NEAR
        return most.name if often or not self._last else self._last

    def _person(self, *, woman: bool) -> str:
        """Whom he or she means: of whom the text speaks most, and spoke or was named last."""
        fitting = [one for one in self._people if one.woman in (None, woman)]
        if not fitting:
            return ""

        def weight(one: _Person) -> tuple[int, int]:
            fresh = 2 * (one.clause >= self._clause - 2) + (one.mentioned >= self._clause - 2)
            fresh += 2 * (one.clause == self._clause)
            return min(one.spoken, 3) + fresh + (one.woman is woman), one.mentioned

        return max(fitting, key=weight).name

    def learn_gender(self, name: str, *, woman: bool) -> None:
        """What a pronoun shows of the person it is taken for."""
        for one in self._people:
            if one.name == name and one.woman is None:
                one.woman = woman

    def mention(self, hit: Hit, words_before: tuple[str, ...]) -> None:
        """A person was named, whom a pronoun may mean."""
        known = next((one for one in self._people if one.name == hit.value), None)
        if known is None:
            known = _Person(hit.value, is_woman(hit.value, words_before))
            self._people.append(known)
            del self._people[:-_REMEMBERED]
        known.mentioned = self._clause
        known.named += 1

    def speak_of(self, subject: str, person: str, *, plural: bool) -> None:
        """A clause spoke of this subject; `person` is the one it names, "" for none."""
        self._clause += 1
        self._fresh = False
        self._last = person or subject
        self._thing = self._many = ""
        if plural and not person:
            self._many = self._plural = subject
            self._plural_at = self._clause
        elif not person:
            self._thing = subject
        for one in self._people:
            if one.name == person:
                one.spoken += 1
                one.clause = one.mentioned = self._clause


_REMEMBERED = 30
"""People that a pronoun may mean."""

"""What stands around an answer in a sentence: words that say nothing, and the question's own.

"It was approved by Congress" answers "Who approved it?" with Congress. What is left when the
answer is taken out may only be words of the question or words that say nothing; a negation, a
choice ("or"), a list ("and") or any word that neither knows makes it another answer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.core.grading.demonyms import as_country, countries_of
from quizapp.core.values.texts import ARTICLES, PARTICLES, RANKS, tokens
from quizapp.core.values.word_lists import words

LONGEST = 24
"""Words that a sentence may have."""

PREPOSITIONS = frozenset(
    words("in at of on from to for by with during as into en con por para durante a s")
)

EMPTY = (
    frozenset(
        words(
            """it its he she they we you this that these those there here his her their them
            him which who whom what when where whose was were is are be been being am did do does
            done has have had having would could might must called named known
            answer name also only just exactly simply probably perhaps maybe think
            guess believe say said says sure well so then both my definitely certainly possibly
            located situated too
            era eran fue fueron es esta ser se llama llamaba llamado ha han hizo
            hicieron creo que quien cual cuando donde respuesta nombre solo su sus lo mi
            probablemente quizas seguramente ubicado ubicada situado situada tambien"""
        )
    )
    | PREPOSITIONS
    | ARTICLES
    | PARTICLES
)
"""Words that say nothing of their own, folded."""

TURNING = frozenset(
    words(
        """not no never neither nor none without except excepting but instead rather than other
        another or either and before after unlike against outside beyond excluding besides apart
        until till anti non following preceding previous next prior
        isnt wasnt werent arent didnt doesnt dont hasnt false wrong all any
        nunca jamas tampoco ni sin excepto salvo sino pero otro otra o u y e antes despues
        fuera contra aparte menos siguiente anterior ningun ninguno ninguna falso"""
    )
)
"""Words that turn what an answer says, or add another."""

_I = frozenset(words("think guess believe say would am"))
"""Words before which "I" is the learner and no number of a king."""

_BESIDE = frozenset(words("former formerly then old ex now today antigua antiguo actual"))
"""Words beside a country that does not exist any more."""

SUCCESSORS = {"ussr": frozenset(words("russia russian rusia"))}
"""What is said in explanation of a name and is none alone."""

_IRREGULAR = {
    "bought": "buy", "sent": "send", "built": "build", "made": "make", "gave": "give",
    "given": "give", "began": "begin", "begun": "begin", "took": "take", "taken": "take",
    "led": "lead", "held": "hold", "came": "come", "went": "go", "fought": "fight",
    "sold": "sell", "left": "leave", "founded": "found", "lost": "lose", "won": "win",
}  # fmt: skip
_ENDINGS = ("ing", "ed", "es", "s", "d", "e")
_STEM = 3
_OF_A_NAME = re.compile(r"['’]s\b")


Marked = tuple[str | None, ...]
"""Words, with None where the name stands."""


@lru_cache(1 << 12)
def root(word: str) -> str:
    """A word without its ending, so that "approved" and "approve" are one."""
    if word in _IRREGULAR:
        return root(_IRREGULAR[word])
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word[: -len(ending)]
            break
    doubled = len(word) > _STEM and word[-1] == word[-2]
    return word[:-1] if doubled else word


@lru_cache(1 << 12)
def own_words(stem: str) -> tuple[frozenset[str], frozenset[str]]:
    """The roots of a question's plain words, and its names: "Peru", "Cusco"."""
    plain: set[str] = set()
    names: set[str] = set()
    for place, written in enumerate(stem.split()):
        bare = _OF_A_NAME.sub("", written)
        found = tokens(bare)
        named = place > 0 or bare != written or bare.isupper() or countries_of(found)
        if named and bare.lstrip("(\"'“¿")[:1].isupper():
            names.update(found)
        else:
            plain.update(root(word) for word in found)
    return frozenset(plain - names - {root(word) for word in TURNING}), frozenset(names)


def says(name: str, typed: tuple[str, ...], stem: str, others: tuple[str, ...]) -> bool:
    """Whether a sentence says a name and nothing else. All are canonical words.

    `others` are further right names, which may be said as well ("the USSR, the Soviet Union").
    """
    if len(typed) > LONGEST or set(typed) & TURNING:
        return False
    marked: Marked = typed
    for said in (name, *others):
        marked = _taken_out(marked, tuple(said.split()))
        if None not in marked:
            return False
    plain, names = own_words(stem)
    allowed = SUCCESSORS.get(name, frozenset())
    return all(
        _harmless(marked, place, plain, names, allowed)
        for place, word in enumerate(marked)
        if word is not None
    )


def _taken_out(typed: Marked, name: tuple[str, ...]) -> Marked:
    """The words with each place where the name stands marked by None."""
    found: list[str | None] = []
    place = 0
    while place < len(typed):
        if typed[place : place + len(name)] == name:
            found.append(None)
            place += len(name)
        else:
            found.append(typed[place])
            place += 1
    return tuple(found)


def _harmless(
    marked: Marked, place: int, plain: frozenset[str], names: frozenset[str], also: frozenset[str]
) -> bool:
    """Whether a word beside the name leaves it what it is."""
    word = str(marked[place])
    beside = (*marked, "")[place + 1]
    if word in EMPTY or word in also or (word == "i" and beside in _I):
        return True
    if (word in RANKS or word in _BESIDE) and beside is None:
        return True
    if word in names or as_country(word) in names:
        return _apart(marked, place)
    return (word in _BESIDE and beside in also) or (word not in RANKS and root(word) in plain)


def _apart(marked: Marked, place: int) -> bool:
    """Whether a name of the question stands apart from the answer: more than "of" between.

    "Congress approved it for Peru" is the Congress that was asked for, "Congress of Peru" and
    "Peru's Congress" are another.
    """
    for at, word in enumerate(marked):
        if word is not None:
            continue
        between = marked[min(at, place) + 1 : max(at, place)]
        if PREPOSITIONS.issuperset(between):
            return False
    return True

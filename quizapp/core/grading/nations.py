"""Answers that are a country: any phrase that names it and no other country will do.

"France's military presence", "the French missions" and "they came from France" all answer
"Which country?" with France. Words that this module does not know make it another answer:
Vichy France, French Guiana.
"""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.grading.demonyms import COUNTRIES, NOUNS, as_country, countries_of
from quizapp.core.grading.name_readings import canonical, without_own
from quizapp.core.grading.sentences import EMPTY, SUCCESSORS, TURNING, own_words, root
from quizapp.core.values.word_lists import words

OF_A_COUNTRY = frozenset(
    words(
        """nation country republic state land island people government army military navy air
        force forces armed presence mission missions officer officers instructor instructors
        adviser advisers advisor advisors soldier soldiers general generals troops experts
        technicians teacher teachers personnel delegation nationality citizens origin one ones
        too also of came come most"""
    )
)
"""Words for what a country is, has or does."""

_AND = frozenset(("and", "y"))


def names_country(typed: str, stem: str, forms: Iterable[str]) -> bool:
    """Whether a text names the country that is the answer, and none but it and the question's."""
    country = _country(forms, stem)
    said = canonical(without_own(typed), stem).split()
    named = countries_of(said)
    if not country or country not in named:
        return False
    told = countries_of(canonical(stem).split())
    if named - told - {country} or (len(named) > 1 and _AND & set(said)):
        return False
    plain, _ = own_words(stem)
    return all(
        as_country(word) in COUNTRIES
        or (word not in TURNING - _AND and (word in _HARMLESS or root(word) in plain))
        for word in said
    )


def names_successor(typed: str, stem: str, forms: Iterable[str]) -> bool:
    """Whether a text names only what came after the country, or that beside it: "Russia"."""
    country = _country(forms, stem)
    after = SUCCESSORS.get(country, frozenset())
    said = set(canonical(without_own(typed)).split())
    return bool(said & after) and all(
        word in after or word in EMPTY or as_country(word) == country for word in said
    )


_HARMLESS = EMPTY | OF_A_COUNTRY | _AND


def _country(forms: Iterable[str], stem: str) -> str:
    """The country that is among the right answers, "" for none."""
    found = (as_country(name) for form in forms if (name := canonical(form, stem)) in NOUNS)
    return next(found, "")

"""Questions on times beyond the time itself: ends of a span, duration, who was active when."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.bank.candidates import Pools, key_candidate
from quizapp.core.bank.distractors import choose
from quizapp.core.bank.faces import Face, plain_span, reverse
from quizapp.core.bank.seeds import draw, seed_of
from quizapp.core.bank.templates.choice import options
from quizapp.core.bank.templates.common import question_id, shown_key
from quizapp.core.bank.wording import capitalised, wording
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import time_of
from quizapp.core.questions import AnswerKey, Question, QuestionKind
from quizapp.core.values.times import duration_years

END = "span-end/1"
DURATION = "duration/1"
ACTIVE = "active-in-year/1"
_LONG = 3
"""Years from which on a length is worth asking; 1919 to 1921 is counted in two ways."""


def ends_and_duration(pools: Pools, fact: Fact) -> Iterable[Question]:
    """First year, last year and length of a span that runs from one stated year to another."""
    del pools
    if not fact.is_time or not plain_span(time_of(fact)):
        return
    value, words = time_of(fact), wording(fact.language)
    first, last = str(value.earliest.year), str(value.latest.year)
    for slot, stem, year in (
        ("first", words.first_year, first),
        ("last", words.last_year, last),
    ):
        yield _typed(fact, END, slot, QuestionKind.DATE, stem, AnswerKey(year, value=year))
    years = duration_years(value)
    if years is not None and years >= _LONG:
        key = AnswerKey(f"{years} {words.years}", (str(years),), str(years), words.years)
        yield _typed(fact, DURATION, "", QuestionKind.NUMERIC, words.duration, key)


def _typed(
    fact: Fact, template: str, slot: str, kind: QuestionKind, stem: str, key: AnswerKey
) -> Question:
    return Question(
        id=question_id(fact, template, slot),
        kind=kind,
        template=template,
        stem=capitalised(stem.format(fact.cue_long or fact.cue)),
        key=key,
        facts=(fact.id,),
        explanation=fact.statement,
        language=fact.language,
    )


def active_in_year(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Which of several was active in a year that lies in this fact's span and in no other's."""
    face = reverse(fact)
    if face is None or not fact.ask_active or not plain_span(time_of(fact)):
        return
    seed = seed_of(ACTIVE, (fact.id,))
    value = time_of(fact)
    inner = range(value.earliest.year + 1, value.latest.year)
    if not inner:
        return
    year = inner[draw(f"{seed}|year", len(inner))]
    asked = Face(
        fact, "active", fact.ask_active.format(year=year), face.answer, face.accept, face.pool
    )
    picked = choose(key_candidate(asked), pools.candidates(asked), seed)
    if picked:
        yield Question(
            id=question_id(fact, ACTIVE),
            kind=QuestionKind.SINGLE_CHOICE,
            template=ACTIVE,
            stem=asked.stem,
            key=shown_key(asked),
            facts=(fact.id,),
            options=options(key_candidate(asked), picked, seed, in_order=False),
            explanation=fact.statement,
            language=fact.language,
        )

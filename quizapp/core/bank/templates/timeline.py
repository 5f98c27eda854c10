"""Questions that place an event in time: in its decade, and among other events.

The options of a place stand in the order of time. Each carries the fact that bounds it from
before, the first none; so the events among which to choose are the facts of all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from quizapp.core.bank.candidates import Pools, taken_times, time_order
from quizapp.core.bank.distractors import COMPUTED, NAMED, Candidate, choose
from quizapp.core.bank.faces import plain_point
from quizapp.core.bank.seeds import draw, seed_of
from quizapp.core.bank.templates.choice import options
from quizapp.core.bank.templates.common import question_id
from quizapp.core.bank.templates.compare import apart, event
from quizapp.core.bank.templates.several import fits_in
from quizapp.core.bank.wording import Wording, attributed, capitalised, wording
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import time_of, times_apart
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.core.values.times import format_time, parse_edtf

DECADE = "decade/1"
PLACE = "timeline/1"
_DECADES = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)
_LANDMARKS = 3


def decade(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The decade of an event that is dated to a year or better, among other decades."""
    if not event(fact) or not plain_point(time_of(fact)):
        return
    own = time_of(fact).earliest.year // 10
    key = _decade(own, fact.language, NAMED)
    first, last = pools.eras[fact.source]
    others = []
    for steps in _DECADES:
        if first.year <= (own + steps) * 10 and (own + steps) * 10 + 9 <= last.year:
            tier = NAMED if abs(steps) == 1 else COMPUTED
            other = _decade(own + steps, fact.language, tier)
            if times_apart(parse_edtf(other.value), taken_times(fact)):
                others.append(other)
    seed = seed_of(DECADE, (fact.id,))
    picked = choose(key, others, seed)
    if picked:
        yield Question(
            id=question_id(fact, DECADE),
            kind=QuestionKind.SINGLE_CHOICE,
            template=DECADE,
            stem=_stem(wording(fact.language).decade, fact),
            key=AnswerKey(key.text, value=key.value),
            facts=(fact.id,),
            options=options(key, picked, seed, in_order=True),
            ordered=True,
            explanation=fact.statement,
            language=fact.language,
        )


def place(pools: Pools, fact: Fact) -> Iterable[Question]:
    """Where an event stands among three others, of which no two overlap."""
    if not event(fact):
        return
    seed = seed_of(PLACE, (fact.id,))
    found = _landmarks(pools, fact, seed)
    if not found:
        return
    rank = sum(time_of(item).latest < time_of(fact).earliest for item in found)
    texts = _places(found, wording(fact.language))
    rows = [
        Option(
            text, at == rank, "" if at == rank else _told(found, at), found[at - 1].id if at else ""
        )
        for at, text in enumerate(texts)
    ]
    yield Question(
        id=question_id(fact, PLACE),
        kind=QuestionKind.SINGLE_CHOICE,
        template=PLACE,
        stem=_stem(wording(fact.language).place, fact),
        key=AnswerKey(texts[rank]),
        facts=(fact.id,),
        options=tuple(rows),
        ordered=True,
        explanation=fact.statement,
        language=fact.language,
    )


def _decade(number: int, language: str, tier: int) -> Candidate:
    edtf = f"{number:03d}X"
    value = parse_edtf(edtf)
    text = wording(language).a_decade.format(format_time(value, language))
    return Candidate(f"={edtf}", text, time_order(value), tier, value=edtf)


def _stem(words: str, fact: Fact) -> str:
    stem = capitalised(words.format(fact.cue_long or fact.cue))
    return attributed(stem, fact.according_to, fact.language)


def _landmarks(pools: Pools, fact: Fact, seed: str) -> list[Fact]:
    """Three events in the order of time; how many of them come first is drawn evenly."""
    sides = apart(pools, fact, seed)
    ranks = list(range(_LANDMARKS + 1))
    while ranks:
        rank = ranks.pop(draw(f"{seed}|{len(ranks)}", len(ranks)))
        found: list[Fact] = []
        for side, wanted in zip(sides, (rank, _LANDMARKS), strict=True):
            for other in side:
                if len(found) < wanted and fits_in(pools, other, found):
                    found.append(other)
        if len(found) == _LANDMARKS:
            return sorted(found, key=lambda item: time_of(item).earliest)
    return []


def _places(found: Sequence[Fact], words: Wording) -> list[str]:
    """The places before, between and after the events, in the order of time."""
    names = [item.named for item in found]
    between = [words.between.format(*pair) for pair in pairwise(names)]
    return [words.before.format(names[0]), *between, words.after.format(names[-1])]


def _told(found: Sequence[Fact], at: int) -> str:
    """When the events around a place were."""
    around = found[max(at - 1, 0) : at + 1]
    return " ".join(f"{capitalised(item.named)}: {item.answer}." for item in around)

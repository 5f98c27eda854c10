"""Which of several statements is true: the wrong ones are other facts with a wrong value."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.bank.candidates import Pools
from quizapp.core.bank.distractors import FEWEST, WANTED, Candidate, choose
from quizapp.core.bank.seeds import number, seed_of
from quizapp.core.bank.templates.choice import CHOICE, false_statement, options, single_choice
from quizapp.core.bank.templates.common import question_id
from quizapp.core.bank.wording import attributed, bare, wording
from quizapp.core.facts.model import Fact
from quizapp.core.questions import AnswerKey, Question, QuestionKind

STATEMENT = "true-statement/1"
_LOOKED_AT = 24
_CORE = 3


def true_statement(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The fact's own statement among false ones on the same topic.

    Made for core facts whose answer has no honest wrong ones of its own form.
    """
    if fact.importance < _CORE or any(
        question.template == CHOICE for question in single_choice(pools, fact)
    ):
        return
    seed = seed_of(STATEMENT, (fact.id,))
    near = [
        other
        for other in pools.facts.values()
        if other.source == fact.source
        and other.according_to == fact.according_to
        and pools.may_stand(fact, other)
    ]
    near.sort(key=lambda item: (item.topic != fact.topic, number(seed, item.id), item.id))
    wrong = []
    groups = set()
    for other in near[:_LOOKED_AT]:
        text = bare(false_statement(pools, other), fact.according_to, fact.language)
        if text and other.truth_group not in groups:
            groups.add(other.truth_group)
            order = (float(len(text)),)
            wrong.append(Candidate(other.id, text, order, 0, other.id, other.statement))
    own = bare(fact.statement, fact.according_to, fact.language)
    key = Candidate(fact.id, own, (float(len(own)),), 0)
    picked = choose(key, wrong, seed, WANTED)
    words = wording(fact.language)
    if len(picked) >= FEWEST:
        yield Question(
            id=question_id(fact, STATEMENT),
            kind=QuestionKind.SINGLE_CHOICE,
            template=STATEMENT,
            stem=attributed(words.true_statement, fact.according_to, fact.language),
            key=AnswerKey(own),
            facts=(fact.id,),
            options=options(key, picked, seed, in_order=False),
            explanation=fact.statement,
            language=fact.language,
        )

"""Which of several statements are true: the wrong ones are other facts with a wrong value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, tee

from quizapp.core.bank.candidates import Pools, voice
from quizapp.core.bank.distractors import FEWEST, WANTED, Candidate, choose
from quizapp.core.bank.faces import forward
from quizapp.core.bank.seeds import number, seed_of, shuffled
from quizapp.core.bank.templates.choice import false_statement, options, single_choice
from quizapp.core.bank.templates.common import question_id, typable
from quizapp.core.bank.wording import attributed, bare, wording
from quizapp.core.facts.model import Fact
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

STATEMENT = "true-statement/1"
STATEMENTS = "true-statements/1"
_LOOKED_AT = 24
_CORE = 3
_FALSE = 2


def true_statement(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The fact's own statement among false ones on the same topic.

    Made for core facts whose answer has no honest wrong ones of its own form.
    """
    if fact.importance < _CORE or single_choice(pools, fact):
        return
    seed = seed_of(STATEMENT, (fact.id,))
    own = bare(fact.statement, fact.according_to, fact.language)
    key = Candidate(fact.id, own, (float(len(own)),), 0)
    wrong = list(_false(pools, fact, _near(pools, fact, seed)))
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


def true_statements(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The fact's own statement and one more that is true, among two false ones.

    Made for core facts that cannot be asked by typing, so that they too are asked in several
    ways, and for useful ones whose own statement nothing makes false. The second true statement
    is another fact's, which gets no mark of its own.
    """
    face = forward(fact)
    if fact.is_time or fact.is_number or typable(face) or not _lacking(pools, fact):
        return
    seed = seed_of(STATEMENTS, (fact.id,))
    near, again = tee(item for item in _near(pools, fact, seed) if not item.is_time)
    wrong = list(islice(_false(pools, fact, near), _FALSE))
    taken = {fact.truth_group, *(pools.facts[item.fact].truth_group for item in wrong)}
    other = next((item for item in again if item.truth_group not in taken), None)
    if other is None or len(wrong) < _FALSE:
        return
    true = [
        (item, bare(item.statement, item.according_to, item.language)) for item in (fact, other)
    ]
    rows = [(item.id, Option(text, True, fact=item.id)) for item, text in true]
    rows += [(item.name, Option(item.text, False, item.feedback, item.fact)) for item in wrong]
    words = wording(fact.language)
    yield Question(
        id=question_id(fact, STATEMENTS),
        kind=QuestionKind.MULTIPLE_CHOICE,
        template=STATEMENTS,
        stem=attributed(words.true_statements, fact.according_to, fact.language),
        key=AnswerKey(" ".join(text for _, text in true)),
        facts=(fact.id,),
        options=tuple(shuffled(seed, rows)),
        explanation=fact.statement,
        language=fact.language,
    )


def _lacking(pools: Pools, fact: Fact) -> bool:
    """Whether a fact needs a further way to be asked."""
    useful = fact.importance == _CORE - 1
    return fact.importance >= _CORE or (useful and not false_statement(pools, fact))


def _near(pools: Pools, fact: Fact, seed: str) -> Iterator[Fact]:
    """Facts of the same voice whose statements may stand beside this one's, its topic first."""
    return islice(_ranked(pools, fact, seed), _LOOKED_AT)


def _ranked(pools: Pools, fact: Fact, seed: str) -> Iterator[Fact]:
    """All of them. Other topics, of which there are most, are ranked when their turn comes."""
    near = [other for other in pools.voices.get(voice(fact), ()) if pools.may_stand(fact, other)]
    for own in (True, False):
        topic = [item for item in near if (item.topic == fact.topic) is own]
        yield from sorted(topic, key=lambda item: (number(seed, item.id), item.id))


def _false(pools: Pools, fact: Fact, near: Iterable[Fact]) -> Iterable[Candidate]:
    """The false statements that may stand beside this fact's, one of each truth group."""
    groups = set()
    for other in near:
        if other.truth_group in groups:
            continue
        text = bare(false_statement(pools, other), fact.according_to, fact.language)
        if text:
            groups.add(other.truth_group)
            order = (float(len(text)),)
            yield Candidate(other.id, text, order, 0, other.id, other.statement)

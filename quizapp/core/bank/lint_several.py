"""Errors in questions that compare facts or ask for several: orders, pairs, firsts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

from quizapp.core.bank.findings import Context, Finding, Rule
from quizapp.core.bank.words import fold
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import disjoint, quantity_of, reach, time_of
from quizapp.core.questions import Question, QuestionKind
from quizapp.core.values.read_times import read_time
from quizapp.core.values.times import TimeValue, overlaps


def order(question: Question, context: Context) -> Iterable[Finding]:
    """E16: items of an ordering whose times overlap, are unknown, or stand in a wrong order."""
    facts = [context.all_facts.get(option.fact) for option in question.options]
    if len(facts) < 2 or any(fact is None or not fact.is_time for fact in facts):
        yield Finding("E16", question.id, "an item of the order has no known time")
        return
    times = [time_of(fact) for fact in facts if fact is not None]
    if any(overlaps(a, b) for a, b in combinations(times, 2)):
        yield Finding("E16", question.id, "two items of the order overlap in time")
    elif any(a.earliest > b.earliest for a, b in pairwise(times)):
        yield Finding("E16", question.id, "the items do not stand in the right order")


def pairs(question: Question, context: Context) -> Iterable[Finding]:
    """E17: a matching that allows more than one pairing, or holds fewer answers than items."""
    prompts, partners = question.options[::2], question.options[1::2]
    answers = [fold(option.text) for option in partners if option.correct]
    if len(answers) != len(prompts) or len(answers) < 2:
        yield Finding("E17", question.id, "each item needs exactly one answer")
        return
    if len(set(answers)) != len(answers):
        yield Finding("E17", question.id, "two items have the same answer")
        return
    if len({fold(option.text) for option in prompts}) != len(prompts):
        yield Finding("E17", question.id, "two items to match are the same")
        return
    facts = [context.all_facts[item.fact] for item in prompts if item.fact in context.all_facts]
    for first, second in combinations(facts, 2):
        if _both_fit(first, second):
            yield Finding("E17", question.id, f"{first.id} and {second.id} can be exchanged")
            return


def _both_fit(first: Fact, second: Fact) -> bool:
    if first.truth_group == second.truth_group:
        return True
    if first.is_time and second.is_time:
        return overlaps(time_of(first), time_of(second))
    if first.is_number and second.is_number:
        return not disjoint(reach(quantity_of(first)), reach(quantity_of(second)))
    names = {fold(text) for text in (first.answer, *first.accept, *first.also_true)}
    return bool(names & {fold(text) for text in (second.answer, *second.accept, *second.also_true)})


def comparisons(question: Question, context: Context) -> Iterable[Finding]:
    """E04: an option of a comparison that would be right as well."""
    template = question.template.partition("/")[0]
    if template not in ("came-first", "came-before", "largest") or len(context.facts) != 1:
        return
    asked = context.facts[0]
    for option in question.options:
        other = context.all_facts.get(option.fact)
        if other is None or option.fact == asked.id:
            continue
        if not _side_holds(question, template, asked, other, correct=option.correct):
            yield Finding("E04", question.id, f"{option.text!r} stands on the wrong side")


def _side_holds(
    question: Question, template: str, asked: Fact, other: Fact, *, correct: bool
) -> bool:
    if template == "largest":
        return reach(quantity_of(other))[1] < reach(quantity_of(asked))[0]
    before = time_of(other).latest < time_of(asked).earliest
    after = time_of(other).earliest > time_of(asked).latest
    if template == "came-before":
        return before if correct else after
    return before if question.id.endswith(".last") else after


def places(question: Question, context: Context) -> Iterable[Finding]:
    """E04, E16: a place in time, or a decade, that is right as well or not in order."""
    template = question.template.partition("/")[0]
    if template not in ("timeline", "decade") or len(context.facts) != 1:
        return
    asked = time_of(context.facts[0])
    if template == "decade":
        for option in question.options:
            found = read_time(option.text, question.language)
            if isinstance(found, TimeValue) and overlaps(found, asked) != option.correct:
                yield Finding("E04", question.id, f"{option.text!r} is on the wrong side")
        return
    around = [context.all_facts.get(option.fact) for option in question.options[1:]]
    if not around or any(fact is None or not fact.is_time for fact in around):
        yield Finding("E16", question.id, "an event around a place has no known time")
        return
    times = [time_of(fact) for fact in around if fact is not None]
    if any(a.latest >= b.earliest for a, b in pairwise(times)):
        yield Finding("E16", question.id, "the events around the places overlap or are mixed up")
    elif any(overlaps(asked, time) for time in times):
        yield Finding("E16", question.id, "an event around a place overlaps with what is asked")
    elif not question.options[sum(time.latest < asked.earliest for time in times)].correct:
        yield Finding("E04", question.id, "another place in time is right")


RULES = (
    Rule(order, frozenset({QuestionKind.ORDERING})),
    Rule(pairs, frozenset({QuestionKind.MATCHING})),
    Rule(comparisons, options=True),
    Rule(places),
)
"""The rules of this module."""

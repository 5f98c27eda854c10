"""Pairing prompts with partners.

`Question.options` holds prompt and partner in turn, all marked correct: 0 is a prompt, 1 its
partner, 2 the next prompt. Options that follow and are not correct are partners of nobody.
The prompt's `fact` names the fact of the pair. `Response.chosen` lists, for each prompt in
turn, the index of the option given to it; a prompt left open is answered by its own index.
"""

from __future__ import annotations

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import by_parts, chosen_indexes, no_answer
from quizapp.core.questions import Option, Question
from quizapp.core.values.texts import plain


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Each pair is right or not; the score is the share of right pairs.

    Two partners that read the same are the same. Raises ValueError when an index is unknown
    or there are more answers than prompts.
    """
    del language
    chosen = chosen_indexes(question, response)
    prompts = pairs(question)
    if response.dont_know or all(index in prompts for index in chosen):
        return no_answer(question)
    if len(chosen) > len(prompts):
        raise ValueError(f"Question {question.id} has {len(prompts)} prompts to answer.")
    given = dict(zip(prompts, chosen, strict=False))
    shares = {
        prompt: float(prompt in given and _same(question, given[prompt], partner))
        for prompt, partner in prompts.items()
    }
    score = sum(shares.values()) / len(shares)
    said = note("in_place", right=str(int(sum(shares.values()))), total=str(len(shares)))
    notes = () if score >= 1 else (said,)
    return by_parts(_by_fact(question, shares), score, *notes)


def pairs(question: Question) -> dict[int, int]:
    """Index of each prompt -> index of its partner."""
    paired = [index for index, option in enumerate(question.options) if option.correct]
    return dict(zip(paired[::2], paired[1::2], strict=False))


def _same(question: Question, index: int, partner: int) -> bool:
    options: tuple[Option, ...] = question.options
    if index in pairs(question):
        return False
    return plain(options[index].text) == plain(options[partner].text)


def _by_fact(question: Question, shares: dict[int, float]) -> tuple[float, ...]:
    """The share of each fact's pair; the mean where no prompt names the fact."""
    named = {
        question.options[prompt].fact: share
        for prompt, share in shares.items()
        if question.options[prompt].fact
    }
    if not named and len(question.facts) == len(shares):
        return tuple(shares.values())
    mean = sum(shares.values()) / len(shares)
    return tuple(named.get(fact, mean) for fact in question.facts)

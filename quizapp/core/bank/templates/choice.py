"""Questions that show their options: one of several, and true or false."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.bank.candidates import Pools, key_candidate
from quizapp.core.bank.distractors import Candidate, choose, one
from quizapp.core.bank.faces import Face, forward, reverse
from quizapp.core.bank.render import number_like
from quizapp.core.bank.seeds import seed_of, shuffled
from quizapp.core.bank.templates.common import question_id, shown_key
from quizapp.core.bank.wording import capitalised, negated, wording
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import quantity_of
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.core.values.numbers import Quantity, parse_value
from quizapp.core.values.times import ends, parse_edtf

CHOICE = "single-choice/1"
TRUE_FALSE = "true-false/1"


def single_choice(pools: Pools, fact: Fact) -> tuple[Question, ...]:
    """One right answer among honest wrong ones, for each side of the fact that has them."""
    return pools.once(_single_choice, fact)


def _single_choice(pools: Pools, fact: Fact) -> tuple[Question, ...]:
    return tuple(_choices(pools, fact))


def _choices(pools: Pools, fact: Fact) -> Iterable[Question]:
    for face in (forward(fact), reverse(fact)):
        if face is None:
            continue
        seed = seed_of(CHOICE, (fact.id,), face.slot)
        picked = choose(key_candidate(face), pools.candidates(face), seed)
        if picked:
            yield _choice(face, picked, seed)


def _choice(face: Face, picked: tuple[Candidate, ...], seed: str) -> Question:
    fact = face.fact
    in_order = face.forward and (fact.is_time or fact.is_number)
    stem = fact.group_question if face.forward and fact.group_question else face.stem
    return Question(
        id=question_id(fact, CHOICE, face.slot),
        kind=QuestionKind.SINGLE_CHOICE,
        template=CHOICE,
        stem=stem,
        key=shown_key(face),
        facts=(fact.id,),
        options=options(key_candidate(face), picked, seed, in_order=in_order),
        ordered=in_order,
        explanation=fact.statement,
        language=fact.language,
    )


def options(
    key: Candidate, picked: tuple[Candidate, ...], seed: str, *, in_order: bool
) -> tuple[Option, ...]:
    """Key and wrong answers as they are shown: sorted times and numbers, else seeded order."""
    rows = [
        (item, Option(item.text, item is key, item.feedback, "" if item is key else item.fact))
        for item in (key, *picked)
    ]
    if in_order:
        rows.sort(key=lambda row: (row[0].order, row[1].text))
        return tuple(row for _, row in rows)
    return tuple(shuffled(seed, [(row.text, row) for _, row in rows]))


def true_false(pools: Pools, fact: Fact) -> Iterable[Question]:
    """The statement as it is, and with its value exchanged for an honest wrong one."""
    claim, said = pools.once(_false, fact)
    if claim:
        yield _verdict(fact, fact.statement, "", truth=True)
        yield _verdict(fact, claim, said, truth=False)


def false_statement(pools: Pools, fact: Fact) -> str:
    """The statement with an honest wrong value in it, "" where the fact allows none."""
    return pools.once(_false, fact)[0]


def _false(pools: Pools, fact: Fact) -> tuple[str, str]:
    """A false statement on the fact, "" where none can be made; and what its value really is.

    One that was written by hand comes before any exchange.
    """
    if fact.false_statement:
        return fact.false_statement, ""
    other = _exchange(pools, fact)
    return (_swapped(fact, other), other.feedback) if other is not None else ("", "")


def _exchange(pools: Pools, fact: Fact) -> Candidate | None:
    """The wrong value that would make a statement false: said of another thing, or denied.

    What the source merely does not say makes none, and neither does a negated statement, of
    which nobody likes to say that it is false.
    """
    face = forward(fact)
    seed = seed_of(TRUE_FALSE, (fact.id,))
    if negated(fact.statement):
        return None
    false = [item for item in pools.candidates(face) if item.false]
    return one(key_candidate(face), false, seed)


def _verdict(fact: Fact, claim: str, said: str, *, truth: bool) -> Question:
    words = wording(fact.language)
    right, wrong = (words.true, words.false) if truth else (words.false, words.true)
    rows = {right: Option(right, True), wrong: Option(wrong, False, said)}
    return Question(
        id=question_id(fact, TRUE_FALSE, "true" if truth else "false"),
        kind=QuestionKind.TRUE_FALSE,
        template=TRUE_FALSE,
        stem=words.true_or_false.format(claim),
        key=AnswerKey(right),
        facts=(fact.id,),
        options=(rows[words.true], rows[words.false]),
        ordered=True,
        explanation=fact.statement,
        language=fact.language,
    )


def _swapped(fact: Fact, other: Candidate) -> str:
    """The statement with another value in the place of its own, "" where that cannot be done."""
    for shown, text in ((fact.answer, other.text), (fact.gap, _in_gap(fact, other))):
        at = fact.statement.casefold().find(shown.casefold()) if shown else -1
        if at >= 0 and text:
            swapped = fact.statement[:at] + text + fact.statement[at + len(shown) :]
            return capitalised(swapped)
    return ""


def _in_gap(fact: Fact, other: Candidate) -> str:
    """The other value in the words of the gap: "1919 to 1921", or the bare number."""
    if fact.is_number and other.value:
        return number_like(fact, fact.gap, _quantity(fact, other.value))
    if not fact.is_time or not other.value:
        return ""
    start, end = ends(parse_edtf(other.value))
    joined = wording(fact.language).span
    own_start, own_end = ends(parse_edtf(fact.value))
    if not (start and end and own_start and own_end):
        return ""
    same_form = fact.gap == joined.format(own_start.edtf, own_end.edtf)
    return joined.format(start.edtf, end.edtf) if same_form else ""


def _quantity(fact: Fact, value: str) -> Quantity:
    own = quantity_of(fact)
    return parse_value(value, own.unit, own.approx)

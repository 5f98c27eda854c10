"""Errors of truth: options that are right as well, words from outside, lost hedges."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import lru_cache

from quizapp.core.bank.findings import EVERY_KIND, Context, Finding, Rule
from quizapp.core.bank.wording import bare
from quizapp.core.bank.words import NUMBER_WORDS, fold, parts, tokens, word_hash
from quizapp.core.facts.model import Fact
from quizapp.core.facts.truth import disjoint, entailed, quantity_of, reach, time_of
from quizapp.core.questions import Option, Question, QuestionKind
from quizapp.core.values.numbers import Quantity, read_number
from quizapp.core.values.read_times import read_time
from quizapp.core.values.times import TimeValue, duration_years, overlaps, parse_edtf

HEDGES: dict[str, tuple[str, ...]] = {
    "almost": ("almost", "nearly", "casi"),
    "about": ("about", "some", "around", "roughly", "unos", "unas", "cerca de", "alrededor de"),
    "over": ("over", "more than", "mas de"),
    "up-to": ("up to", "hasta", "at most"),
    "at-least": ("at least", "al menos", "por lo menos"),
    "at-most": ("at most", "up to", "como maximo"),
    "perhaps": ("perhaps", "quiza", "tal vez"),
}
"""The words that carry a hedge, folded."""

_NAME = re.compile(r"[A-ZÁÉÍÓÚÑ](?<![.?!:] .)(?<!^.)(?<![\w.].)[\w'’.-]+")
"""What may stand before a name is asked behind its capital: so the capital is found fast."""
_FIGURE = re.compile(r"\d(?:[\w,.]*\w)?")
_UNASKED = frozenset(
    [
        *("i", "true", "false", "which", "what", "who", "the", "a", "an"),
        *("que", "quien", "cual", "cuales", "verdadero", "falso", "segun"),
    ]
)


def true_distractors(question: Question, context: Context) -> Iterable[Finding]:
    """E04: a wrong option that is true, overlaps the key, or answers the same question."""
    if len(context.facts) != 1:
        return
    fact = context.facts[0]
    forward = fold(question.key.text) == fold(fact.answer)
    names = {fold(text) for text in (*fact.accept, *fact.also_true)} if forward else set()
    for option in question.options:
        if option.correct:
            continue
        other = context.all_facts.get(option.fact)
        if other is not None and other.truth_group == fact.truth_group:
            yield Finding("E04", question.id, f"{option.text!r} answers the question as well")
        elif forward and (fold(option.text) in names or _also_right(fact, option)):
            yield Finding("E04", question.id, f"{option.text!r} is true or overlaps the answer")


def _also_right(fact: Fact, option: Option) -> bool:
    if fact.is_time:
        value = _time(option.text, fact.language)
        barred = (*fact.also_true, *fact.never_times)
        taken = [time_of(fact), *(parse_edtf(item) for item in barred)]
        return value is not None and any(overlaps(value, item) for item in taken)
    if fact.is_number:
        found = read_number(option.text, fact.language)
        if not isinstance(found, Quantity):
            return False
        return not disjoint(entailed(quantity_of(fact)), reach(found))
    return False


def _time(text: str, language: str) -> TimeValue | None:
    found = read_time(text, language)
    return found if isinstance(found, TimeValue) else None


def from_outside(question: Question, context: Context) -> Iterable[Finding]:
    """E02: a number or a name that stands neither in the cited paragraph nor in the fact."""
    claims = _claimed(question) if context.facts else []
    for fact in context.facts:
        words = _fact_words(fact)
        claims = [word for word in claims if word not in words]
    if not claims:
        return
    # a place in time is told by the events around it, which stand at both of its neighbours
    told = [o for o in question.options if o.correct or question.template.startswith("timeline")]
    right = [context.all_facts.get(option.fact) for option in told]
    behind = (*context.facts, *(fact for fact in right if fact is not None))
    known = [*_known(behind, context), _derived(question, context.facts)]
    places = [context.words.get((fact.source, fact.paragraph), ()) for fact in context.facts]
    for word in claims:
        if not any(word in words for words in known) and not _in_place(word, places):
            yield Finding("E02", question.id, f"{word!r} is not in the place or the fact")


def _claimed(question: Question) -> list[str]:
    """The words that the question puts forward as true: those of its stem and its answer."""
    denied = bool(question.options) and not question.options[0].correct
    if question.kind is QuestionKind.TRUE_FALSE and denied:
        return []
    return [*_claims(question.stem), *_claims(question.key.text)]


def _in_place(word: str, places: Iterable[Container[str]]) -> bool:
    """Whether a paragraph holds the word, its singular, or a small number written out."""
    spellings = {word, word.removesuffix("s"), *tokens(NUMBER_WORDS.get(word, word))}
    return any(word_hash(spelling) in hashes for spelling in spellings for hashes in places)


def _known(facts: Iterable[Fact], context: Context) -> Iterable[Container[str]]:
    """The words that the facts, the titles of their sources or any question may hold."""
    yield _UNASKED
    for fact in facts:
        yield _fact_words(fact)
        source = context.sources.get(fact.source)
        if source is not None:
            yield (*parts(source.title), *parts(source.short_title))


@lru_cache(1 << 12)
def _fact_words(fact: Fact) -> frozenset[str]:
    """The words that a fact itself holds."""
    texts = [fact.statement, fact.answer, fact.subject, fact.value, fact.according_to]
    texts += [*fact.accept, *fact.gap_accept, fact.reverse_answer, *fact.reverse_accept]
    return frozenset(word for text in texts for word in parts(text))


def _derived(question: Question, facts: Iterable[Fact]) -> set[str]:
    """Years inside a span, its length and the decade of a time, where a template asks for them."""
    found: set[str] = set()
    for fact in facts:
        if fact.is_time and question.template.startswith(("active-in-year", "duration")):
            value = time_of(fact)
            found |= {str(y) for y in range(value.earliest.year, value.latest.year + 1)}
            found.add(str(duration_years(value)))
        elif fact.is_time and question.template.startswith("decade"):
            decade = time_of(fact).earliest.year // 10 * 10
            found |= {str(decade), f"{decade}s"}
    return found


@lru_cache(1 << 12)
def _claims(text: str) -> tuple[str, ...]:
    """The words of the names and figures in a text, which several questions share."""
    found = (*_NAME.findall(text), *_FIGURE.findall(text))
    return tuple(word for claim in found for word in parts(claim) if word != "_")


def hedges(question: Question, context: Context) -> Iterable[Finding]:
    """E08: a hedge of the fact that neither stem nor answer carries."""
    if len(context.facts) != 1:
        return
    fact = context.facts[0]
    words = HEDGES.get(fact.approx, ())
    if not words or _by_hand(fact, question.stem):
        return  # who denies a hedged figure need not hedge
    said = f" {' '.join(tokens(f'{question.stem} {question.key.text}'))} "
    if _states_value(question, fact) and not any(f" {word} " in said for word in words):
        yield Finding("E08", question.id, f"the hedge of {fact.answer!r} is lost")


def _states_value(question: Question, fact: Fact) -> bool:
    """Whether the question asks for the hedged value or names it."""
    if question.kind is QuestionKind.TRUE_FALSE or question.key.value:
        return True
    if fold(question.key.text) == fold(fact.answer):
        return True
    figures = set(parts(" ".join(_FIGURE.findall(fact.answer))))
    return bool(figures) and figures <= set(parts(f"{question.stem} {question.key.text}"))


def merely_not_said(question: Question, context: Context) -> Iterable[Finding]:
    """E20: a false statement with words that the source neither contradicts nor says of others."""
    if question.kind is QuestionKind.TRUE_FALSE:
        wrong = bool(question.options) and not question.options[0].correct
        claims = [(fact, question.stem) for fact in context.facts] if wrong else []
    elif question.template.startswith("true-statement"):
        stated = [
            (context.all_facts.get(o.fact), o.text) for o in question.options if not o.correct
        ]
        claims = [(fact, text) for fact, text in stated if fact is not None]
    else:
        return
    for fact, claim in claims:
        # another time or figure than the source's is denied by it, and so is what its author denied
        exempt = bool(fact.value) or _by_hand(fact, claim)
        for answer, named in () if exempt else fact.rival_answers:
            invented = not named and answer not in fact.contradicting
            if invented and _puts(fact, answer, claim):
                yield Finding("E20", question.id, f"{answer!r} is merely not said by the source")


def _by_hand(fact: Fact, claim: str) -> bool:
    """Whether a claim is the false statement that the author wrote, who says that it is false."""
    said = bare(fact.false_statement, fact.according_to, fact.language)
    return bool(said) and fold(claim).endswith(fold(said))


def _puts(fact: Fact, answer: str, claim: str) -> bool:
    """Whether a claim is the fact's statement with another answer in it."""
    before, found, behind = fact.statement.casefold().partition(fact.answer.casefold())
    opening = f"according to {fact.according_to}, ".casefold()
    swapped = f"{before}{answer.casefold()}{behind}".removeprefix(opening)
    return bool(found) and claim.casefold().endswith(swapped)


RULES = (
    Rule(true_distractors, EVERY_KIND - {QuestionKind.TRUE_FALSE}, options=True),
    Rule(from_outside),
    Rule(hedges),
    Rule(merely_not_said),
)

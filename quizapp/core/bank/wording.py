"""The few phrases that generated questions are made of, in the language of the source."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Phrases with {} for what is put in."""

    true: str
    false: str
    true_or_false: str
    that_is: str
    those_are: str
    value_of: str
    span: str
    first_year: str
    last_year: str
    duration: str
    years: str
    came_first: str
    came_last: str
    came_before: str
    decade: str
    a_decade: str
    place: str
    before: str
    between: str
    after: str
    order: str
    match_times: str
    match_figures: str
    match_names: str
    true_statement: str
    true_statements: str
    according_to: str
    says: str


_WORDINGS = {
    "en": Wording(
        true="True",
        false="False",
        true_or_false="True or false? {}",
        that_is="That is {cue}.",
        those_are="Those are {cue}.",
        value_of="{cue}: {answer}.",
        span="{} to {}",
        first_year="What was the first year of {}?",
        last_year="What was the last year of {}?",
        duration="By how many years does the last year of {} come after the first?",
        years="years",
        came_first="Which of these came first?",
        came_last="Which of these came last?",
        came_before="Which of these came before {}?",
        decade="Which decade saw {}?",
        a_decade="the {}",
        place="Where does {} belong in time?",
        before="before {}",
        between="between {} and {}",
        after="after {}",
        order="Put these in order, the earliest first.",
        match_times="Match each of these with its time.",
        match_figures="Match each of these with its figure.",
        match_names="Match each description with what it describes.",
        true_statement="Which of these statements is true?",
        true_statements="Which of these statements are true?",
        according_to=", according to {}",
        says="According to {}, ",
    ),
    "es": Wording(
        true="Verdadero",
        false="Falso",
        true_or_false="¿Verdadero o falso? {}",
        that_is="Eso es {cue}.",
        those_are="Esos son {cue}.",
        value_of="{cue}: {answer}.",
        span="{} a {}",
        first_year="{}: ¿cuál fue su primer año?",
        last_year="{}: ¿cuál fue su último año?",
        duration="{}: ¿cuántos años después del primero fue el último?",
        years="años",
        came_first="¿Cuál de estos hechos fue el primero?",
        came_last="¿Cuál de estos hechos fue el último?",
        came_before="¿Cuáles de estos hechos ocurrieron antes que {}?",
        decade="{}: ¿en qué década?",
        a_decade="la {}",
        place="{}: ¿qué lugar le corresponde en el tiempo?",
        before="antes de: {}",
        between="entre: {} y {}",
        after="después de: {}",
        order="Ordene estos hechos, el más antiguo primero.",
        match_times="Relacione cada uno con su fecha.",
        match_figures="Relacione cada uno con su cifra.",
        match_names="Relacione cada descripción con lo que describe.",
        true_statement="¿Cuál de estas afirmaciones es verdadera?",
        true_statements="¿Cuáles de estas afirmaciones son verdaderas?",
        according_to=", según {}",
        says="Según {}, ",
    ),
}

_NEGATED = re.compile(r"\b(?:not|never|neither|nor|no conflict|nunca|ni)\b", re.IGNORECASE)


def negated(statement: str) -> bool:
    """Whether a statement says that something is not so."""
    return _NEGATED.search(statement) is not None


BLANK = "_____"
"""What stands for the missing words of a cloze."""


def wording(language: str) -> Wording:
    """The phrases of a language; English where there are none of its own."""
    return _WORDINGS.get(language.lower().split("-")[0], _WORDINGS["en"])


def attributed(stem: str, who: str, language: str) -> str:
    """The stem with who says so before its last sign: "Which came first, according to critics?"."""
    if not who:
        return stem
    return stem[:-1] + wording(language).according_to.format(who) + stem[-1]


def bare(statement: str, who: str, language: str) -> str:
    """The statement without its opening "According to …, ", for where the stem says it already."""
    opening = wording(language).says.format(who)
    if not who or not statement.startswith(opening):
        return statement
    return capitalised(statement[len(opening) :])


def capitalised(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]

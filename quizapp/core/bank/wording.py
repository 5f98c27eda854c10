"""The few phrases that generated questions are made of, in the language of the source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Phrases with {} for what is put in."""

    true: str
    false: str
    true_or_false: str
    was: str
    were: str
    that_is: str
    span: str


_WORDINGS = {
    "en": Wording(
        true="True",
        false="False",
        true_or_false="True or false? {}",
        was="{answer} was {cue}.",
        were="{answer} were {cue}.",
        that_is="That is {cue}.",
        span="{} to {}",
    ),
    "es": Wording(
        true="Verdadero",
        false="Falso",
        true_or_false="¿Verdadero o falso? {}",
        was="{answer}: {cue}.",
        were="{answer}: {cue}.",
        that_is="Eso es {cue}.",
        span="{} a {}",
    ),
}

BLANK = "_____"
"""What stands for the missing words of a cloze."""


def wording(language: str) -> Wording:
    """The phrases of a language; English where there are none of its own."""
    return _WORDINGS.get(language.lower().split("-")[0], _WORDINGS["en"])


def capitalised(text: str) -> str:
    """The text with its first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]

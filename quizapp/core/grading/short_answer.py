"""Names and words: case, accents, articles, ranks and particles are no difference.

One typing mistake passes in a word of more than five letters, never where digits stand and
never when what was typed is as near to another answer.
"""

from __future__ import annotations

from quizapp.core.grading.notes import note
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import accepted, no_answer, not_yet, right
from quizapp.core.questions import Question
from quizapp.core.values.texts import fold, plain, tokens, typo_distance, without_accents

LONGEST = 400
"""Characters that a typed answer may have to be looked at for typing mistakes."""

_LONG_WORD = 5


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Right, accepted with the proper spelling, or not yet; see the module for the rules."""
    del language
    typed = response.text.strip()
    if response.dont_know or not typed:
        return no_answer(question)
    forms = (question.key.text, *question.key.accept)
    others = question.key.look_alikes
    exact = [form for form in forms if plain(form) == plain(typed)]
    if exact:
        return right(question)
    if other := next((each for each in others if _alike(each, typed)), None):
        if not any(_alike(form, typed) for form in forms):
            return not_yet(question, note("is_look_alike", text=other))
    if len(typed) > LONGEST or not fold(typed):
        return not_yet(question)
    return _folded(question, typed, forms, others) or _mistyped(question, typed, forms, others)


def _alike(a: str, b: str) -> bool:
    """Whether two texts differ in nothing but case, accents and signs."""
    return bool(tokens(a)) and tokens(a) == tokens(b)


def _folded(
    question: Question, typed: str, forms: tuple[str, ...], others: tuple[str, ...]
) -> Verdict | None:
    """The verdict when a form and the typed text fold alike."""
    folded = fold(typed)
    same = [form for form in forms if fold(form) == folded]
    if not same:
        other = next((each for each in others if fold(each) == folded), None)
        return not_yet(question, note("is_look_alike", text=other)) if other else None
    if any(fold(each) == folded for each in others) and not any(_alike(f, typed) for f in same):
        return not_yet(question)  # ranks or articles would have to tell the two apart
    if any(_accents(form) & _accents(typed) == _accents(form) for form in same):
        return right(question)
    return accepted(question, note("spelled", written=same[0], accent="yes"))


def _accents(text: str) -> frozenset[str]:
    """The words of a text that bear accents."""
    return frozenset(
        word for word in plain(text).split() if word.isalpha() and without_accents(word) != word
    )


def _mistyped(
    question: Question, typed: str, forms: tuple[str, ...], others: tuple[str, ...]
) -> Verdict:
    """The verdict when one typing mistake may lie between."""
    near = next((form for form in forms if _one_mistake(fold(form), fold(typed))), None)
    if near is None:
        return not_yet(question)
    distance = typo_distance(fold(near), fold(typed))
    rival = next(
        (each for each in others if typo_distance(fold(each), fold(typed)) <= distance), None
    )
    if rival is not None:
        return not_yet(question)
    return accepted(question, note("spelled", written=near, accent="no"))


def _one_mistake(form: str, typed: str) -> bool:
    """Whether one edit in one long word without digits lies between two folded texts."""
    if form.replace(" ", "") == typed.replace(" ", ""):
        return not any(letter.isdigit() for letter in form)
    words, given = form.split(), typed.split()
    if len(words) != len(given):
        return False
    different = [(a, b) for a, b in zip(words, given, strict=True) if a != b]
    if len(different) != 1:
        return False
    word, written = different[0]
    if any(letter.isdigit() for letter in word + written):
        return False
    return len(word) > _LONG_WORD and typo_distance(word, written, 1) == 1

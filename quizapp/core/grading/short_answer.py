"""Names and words: case, accents, articles, ranks and particles are no difference.

One typing mistake passes in a word of more than five letters, never where digits or Roman
numerals stand, and never when what was typed is as near to another answer. What only leads to
a name, places it as the question does, or shortens a well-known one is no difference either,
nor what a sentence says around it in words of the question. A slip in a short word is asked
back, and so is a right name beside a rank or a year that nothing tells of. An accepted form
that begins with "?" is asked back as well: it says too little ("Germany" for West Germany).
"""

from __future__ import annotations

import re

from quizapp.core.grading.beside_names import contradicts, said_of_it, spells_out
from quizapp.core.grading.demonyms import as_country, nation_and_land, owner_first
from quizapp.core.grading.name_readings import (
    canonical,
    names_alike,
    readings,
    tells_apart,
    told_short_forms,
)
from quizapp.core.grading.nations import names_country, names_successor
from quizapp.core.grading.notes import note
from quizapp.core.grading.sentences import says
from quizapp.core.grading.verdict import Response, Verdict
from quizapp.core.grading.verdicts import accepted, no_answer, not_yet, right, unclear
from quizapp.core.questions import Question
from quizapp.core.values.texts import accented_words, fold, plain, tokens, typo_distance

LONGEST = 300
"""Characters that a typed answer may have; anything longer is none."""

ASKED_BACK = "?"
"""Begins an accepted form that is too broad to be right: it is asked back."""

_SHORT_WORD = 5
"""Words up to this length are written exactly."""

_SLIPPING = 3
"""Letters that a word has at least in which a slip is asked back."""

_ROMAN = frozenset("ivxlcdm")


def grade(question: Question, response: Response, language: str) -> Verdict:
    """Right, accepted with the proper spelling, or not yet; see the module for the rules."""
    del language
    typed = response.text.strip()
    if response.dont_know or not typed:
        return no_answer(question)
    if len(typed) > LONGEST:
        return not_yet(question)
    if not tokens(typed):
        same = plain(typed) == plain(question.key.text)
        return right(question) if same else not_yet(question)
    forms, broad = _forms(question)
    verdict = _named(question, forms, typed)
    if verdict.right:
        beside = contradicts(typed, question.stem, forms)
        return unclear(question, note("name_alone")) if beside else verdict
    if not verdict.notes:
        read = readings(typed, question.stem)
        wide = {owner_first(canonical(form, question.stem)) for form in broad}
        if names_successor(typed, question.stem, forms) or wide & {
            owner_first(text) for text in read
        }:
            return unclear(question, note("too_broad"))
    return verdict


def _forms(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The right forms, and those that say too little and are asked back."""
    written = [form for form in (question.key.text, *question.key.accept) if tokens(form)]
    broad = tuple(form for form in written if form.startswith(ASKED_BACK))
    folded = {fold(form) for form in broad}
    return tuple(form for form in written if fold(form) not in folded), broad


def _named(question: Question, forms: tuple[str, ...], typed: str) -> Verdict:
    """The verdict on a text by the right forms."""
    others = tuple(other for other in question.key.look_alikes if tokens(other))
    if not _same_words(forms, typed):
        other = _same_words(others, typed) or _folded_alike(others, typed)
        if other:
            return not_yet(question, note("is_look_alike", text=other))
    for written in (typed, _turned(typed)):
        form = _folded_alike(forms, written)
        if form:
            return _spelled(question, form, written)
    return _read_otherwise(question, forms, others, typed)


def _read_otherwise(
    question: Question, forms: tuple[str, ...], others: tuple[str, ...], typed: str
) -> Verdict:
    """The verdict on what is not written as a form is: placed, shortened, or mistyped."""
    stem = question.stem
    if _repeats(stem, forms, typed):
        return _mistyped(question, forms, others, typed, ())
    read = readings(typed, stem)
    foreign = {canonical(other, stem) for other in others}
    for reading in read:
        form = next((form for form in forms if names_alike(canonical(form, stem), reading)), "")
        if form and reading not in foreign:
            return _spelled(question, form, typed)
    form = _said(stem, forms, foreign, read) or spells_out(typed, forms)
    if not form and not any(f" {other} " in f" {name} " for other in foreign for name in read):
        form = said_of_it(typed, stem, forms)
        form = form or (question.key.text if names_country(typed, stem, forms) else "")
    if form:
        return _spelled(question, form, typed)
    return _mistyped(question, forms, others, typed, read)


def _repeats(stem: str, forms: tuple[str, ...], typed: str) -> bool:
    """Whether the text only says in the question's own way what is to be said in another.

    Who is asked what the USSR is short for does not answer with "it is the USSR".
    """
    asked = {canonical(form) for form in forms} & told_short_forms(stem)
    said = f" {fold(typed)} "
    if not asked or any(f" {fold(form)} " in said for form in forms):
        return False
    return not asked.isdisjoint(canonical(typed).split())


def _said(stem: str, forms: tuple[str, ...], foreign: set[str], read: tuple[str, ...]) -> str:
    """The form that the text says with other words for what is theirs, or in a sentence."""
    names = {canonical(form, stem): form for form in forms}
    names = {name: form for name, form in names.items() if name not in foreign}
    owned = {owner_first(name): form for name, form in names.items()}
    for reading in read:
        if owner_first(reading) in owned and reading not in foreign:
            return owned[owner_first(reading)]
    if any(f" {other} " in f" {reading} " for other in foreign for reading in read):
        return ""
    every = tuple(sorted(names, key=len, reverse=True))
    several = tuple(name for name in owned if " " in name)
    for typed in (tuple(reading.split()) for reading in read):
        form = next((names[name] for name in every if says(name, typed, stem, every)), "")
        if form:
            return form
        nations = tuple(as_country(word) for word in typed)
        form = next((owned[name] for name in several if says(name, nations, stem, several)), "")
        if form:
            return form
    return ""


def _same_words(texts: tuple[str, ...], typed: str) -> str:
    """The text that differs in nothing but case, accents and signs, "" for none."""
    return next((text for text in texts if tokens(text) == tokens(typed)), "")


def _folded_alike(texts: tuple[str, ...], typed: str) -> str:
    """The text that folds as the typed one does, the best written first, "" for none."""
    folded = fold(typed)
    same = [text for text in texts if fold(text) == folded]
    return min(same, key=lambda text: len(_lacking(text, typed)), default="")


def _turned(typed: str) -> str:
    """The name "Clément, Paul" as "Paul Clément", "" where no single comma stands."""
    last, comma, first = typed.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and "," not in first else ""


def _lacking(form: str, typed: str) -> frozenset[tuple[str, str]]:
    """The words of a form whose accents the typed text does not have, or has otherwise."""
    counted = set(fold(form).split())
    differing = accented_words(form) ^ accented_words(typed)
    return frozenset((bare, word) for bare, word in differing if bare in counted)


def _spelled(question: Question, form: str, typed: str) -> Verdict:
    """Right, or accepted when accents differ."""
    if _lacking(form, typed):
        return accepted(question, note("spelled", written=form, accent="yes"))
    return right(question)


def _mistyped(
    question: Question,
    forms: tuple[str, ...],
    others: tuple[str, ...],
    typed: str,
    read: tuple[str, ...],
) -> Verdict:
    """The verdict when one typing mistake may lie between a form and what was typed or read."""
    stem = question.stem
    for reading in (fold(typed), *read):
        near = next((form for form in forms if _nearly(form, reading, stem)), None)
        if near is not None and not any(_as_near(fold(other), reading) for other in others):
            return accepted(question, note("spelled", written=near, accent="no"))
    if _asked_back(forms, others, fold(typed), read):
        return unclear(question, note("nearly_spelled"))
    return not_yet(question)


def _asked_back(
    forms: tuple[str, ...], others: tuple[str, ...], typed: str, read: tuple[str, ...]
) -> bool:
    """Whether a slip that may as well be another name is all that is wrong.

    It is one in a short word, or one that tells names apart, and no other answer is as near.
    """
    slipped = any(
        _slip_in_short_word(fold(form), typed)
        or any(_one_mistake(fold(form), text, telling=True) for text in (typed, *read))
        for form in forms
    )
    return slipped and not any(_as_near(fold(other), typed) for other in others)


def _slip_in_short_word(form: str, typed: str) -> bool:
    """Whether one slip lies in a word of four or five letters of a name of several words.

    It may as well be another name ("Gulf War" and "Golf War"), so it is asked back; a word
    alone is where a letter is doubled or two have changed places ("Itally", "Itlay").
    """
    words, given = form.split(), typed.split()
    if len(words) != len(given):
        return False
    if len(words) == 1:
        return len(form) == _SHORT_WORD and _slipped(form, typed) and _hasty(form, typed)
    different = [(a, b) for a, b in zip(words, given, strict=True) if a != b]
    return len(different) < len(words) and all(_slipped(a, b) for a, b in different)


def _hasty(word: str, written: str) -> bool:
    """Whether a slip only doubles a letter or swaps two neighbours."""
    doubled = re.sub(r"(.)\1", r"\1", written) == word
    return doubled or sorted(word) == sorted(written)


def _slipped(word: str, written: str) -> bool:
    """Whether a short word was written with one slip behind its first letter."""
    if not _SLIPPING <= len(word) <= _SHORT_WORD or not (word + written).isalpha():
        return False
    if set(word) <= _ROMAN or word[0] != written[0]:
        return False
    return typo_distance(word, written, 1) == 1


def _nearly(form: str, reading: str, stem: str) -> bool:
    return any(_one_mistake(text, reading) for text in (fold(form), canonical(form, stem)))


def _as_near(other: str, typed: str) -> bool:
    """Whether at most one edit lies between, spaces apart."""
    return typo_distance(other.replace(" ", ""), typed.replace(" ", ""), 1) <= 1


def _one_mistake(form: str, typed: str, *, telling: bool = False) -> bool:
    """Whether one edit in one long word, or a lost or added space, lies between.

    `telling` asks for the edits that tell names apart instead of those that do not.
    """
    together = form.replace(" ", "")
    if together == typed.replace(" ", ""):
        return len(together) > _SHORT_WORD and not any(letter.isdigit() for letter in form)
    words, given = form.split(), typed.split()
    if len(words) != len(given):
        return False
    different = [(a, b) for a, b in zip(words, given, strict=True) if a != b]
    if len(different) != 1 or not _mistakable(*different[0]):
        return False
    return tells_apart(*different[0]) == telling


def _mistakable(word: str, written: str) -> bool:
    """Whether two words are one typing mistake apart and mean no two things by it."""
    if len(word) <= _SHORT_WORD or any(letter.isdigit() for letter in word + written):
        return False
    if set(word) <= _ROMAN or written == f"a{word}" or word == f"a{written}":
        return False  # XXXVII and XXXVIII; typical and atypical
    if nation_and_land(word, written):
        return False
    return typo_distance(word, written, 1) == 1

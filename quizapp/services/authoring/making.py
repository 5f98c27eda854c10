"""A draft made into a question, and a question into the draft that would make it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from quizapp.core.grading.matching import pairs
from quizapp.core.grading.numeric import INSIDE, TOLERANCE
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.core.regions import read_region
from quizapp.services.authoring.draft import (
    FALSE,
    PICKED,
    PLACE,
    TRUE,
    TYPED,
    Draft,
    DraftOption,
    lines,
)
from quizapp.services.authoring.essays import draft_of_essay, essay_of, essay_screen
from quizapp.services.authoring.keys import key_of, read
from quizapp.services.screens import OptionRow, QuestionScreen
from quizapp.services.study import content

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TRUTH = {"en": ("True", "False"), "es": ("Verdadero", "Falso")}
"""The two options of a statement, in the language of the question."""


def question_of(
    draft: Draft, public_id: str, facts: tuple[str, ...], template: str = ""
) -> Question:
    """The draft as a question on these facts (public ids)."""
    key, options = _key_and_options(draft, facts)
    return Question(
        id=public_id,
        kind=draft.kind,
        template=template,
        stem=draft.stem,
        key=key,
        facts=facts,
        options=options,
        ordered=draft.kind is QuestionKind.TRUE_FALSE or _in_order(draft),
        explanation=draft.explanation,
        language=draft.language,
        hints=() if draft.kind is QuestionKind.ESSAY else lines(draft.hints),
        picture=draft.picture,
        picture_alt=draft.picture_alt if draft.picture else "",
    )


def _key_and_options(draft: Draft, facts: tuple[str, ...]) -> tuple[AnswerKey, tuple[Option, ...]]:
    if draft.kind is QuestionKind.ESSAY:
        return essay_of(draft)
    options = _options(draft, facts)
    return _key(draft, options), options


def _in_order(draft: Draft) -> bool:
    return draft.kind in PICKED and not _on_picture(draft) and rising(draft.filled)


def _on_picture(draft: Draft) -> bool:
    return draft.kind is QuestionKind.IMAGE_REGIONS


def truth_words(language: str) -> tuple[str, str]:
    """What a learner chooses between, True first."""
    return _TRUTH.get(language, _TRUTH["en"])


def _options(draft: Draft, facts: tuple[str, ...]) -> tuple[Option, ...]:
    if draft.kind is QuestionKind.TRUE_FALSE:
        return _truths(draft)
    if draft.kind in PICKED:
        return _choices(draft, facts)
    if draft.kind is QuestionKind.ORDERING:
        return tuple(
            Option(row.text, correct=True, feedback=row.feedback, fact=_known(row, facts))
            for row in draft.filled
        )
    if draft.kind is QuestionKind.MATCHING:
        return _pairs(draft, facts)
    return ()


def _known(row: DraftOption, facts: tuple[str, ...]) -> str:
    """The fact that a row states, if the question asks for it and for others too."""
    return row.fact if row.fact in facts and len(facts) > 1 else ""


def _truths(draft: Draft) -> tuple[Option, ...]:
    words = zip((TRUE, FALSE), truth_words(draft.language), strict=True)
    return tuple(
        Option(text, correct=draft.answer == name, feedback=_said(draft, name))
        for name, text in words
    )


def _said(draft: Draft, name: str) -> str:
    return draft.feedback if draft.answer != name else ""


def _choices(draft: Draft, facts: tuple[str, ...]) -> tuple[Option, ...]:
    rows = draft.filled
    return tuple(
        Option(
            row.text,
            correct=row.correct,
            feedback="" if row.correct else row.feedback,
            fact=_known(row, facts) if row.correct else "",
            pinned=draft.last_stays and number == len(rows) and not _on_picture(draft),
            region=str(row.region or "") if _on_picture(draft) else "",
        )
        for number, row in enumerate(rows, start=1)
    )


def _pairs(draft: Draft, facts: tuple[str, ...]) -> tuple[Option, ...]:
    found: list[Option] = []
    for row in draft.filled:
        found.append(Option(row.text, correct=True, fact=_known(row, facts)))
        found.append(Option(row.partner, correct=True))
    return (*found, *(Option(text) for text in lines(draft.extra)))


def _key(draft: Draft, options: tuple[Option, ...]) -> AnswerKey:
    if draft.kind in TYPED:
        return key_of(draft)
    rows = draft.filled
    if draft.kind is QuestionKind.ORDERING:
        return AnswerKey(" → ".join(row.text for row in rows))
    if draft.kind is QuestionKind.MATCHING:
        return AnswerKey("; ".join(f"{row.text}: {row.partner}" for row in rows))
    return AnswerKey("; ".join(option.text for option in options if option.correct))


def rising(options: tuple[DraftOption, ...]) -> bool:
    """Whether the options are numbers from low to high, which learners then see in this order."""
    texts = [option.text.replace(",", "") for option in options]
    if len(texts) < 2 or not all(_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [float(text) for text in texts]
    return all(low < high for low, high in pairwise(numbers))


def draft_from(question: Question) -> Draft:
    """The draft that would make this question; fact, audience and tags are not among it."""
    base = Draft(
        kind=question.kind,
        stem=question.stem,
        explanation=question.explanation,
        hints="\n".join(question.hints),
        language=question.language,
        picture=question.picture,
        picture_alt=question.picture_alt,
    )
    if question.kind is QuestionKind.TRUE_FALSE:
        return _true_false(base, question)
    if question.kind in TYPED:
        return _written(base, question)
    if question.kind is QuestionKind.MATCHING:
        return _matching(base, question)
    if question.kind is QuestionKind.ESSAY:
        return draft_of_essay(base, question)
    rows = tuple(
        DraftOption(
            option.text, option.correct, option.feedback, fact=option.fact, **_place(option.region)
        )
        for option in sorted(question.options, key=lambda option: option.pinned)
    )
    return replace(base, options=rows, last_stays=any(one.pinned for one in question.options))


def _place(region: str) -> dict[str, str]:
    """The fields of a region; none where there is none."""
    found = read_region(region)
    if found is None:
        return {}
    return {"shape": found.shape} | {name: f"{getattr(found, name):g}" for name in PLACE}


def _true_false(base: Draft, question: Question) -> Draft:
    first = bool(question.options) and question.options[0].correct
    second = len(question.options) > 1 and question.options[1].correct
    said = next((option.feedback for option in question.options if option.feedback), "")
    return replace(base, answer=TRUE if first else FALSE if second else "", feedback=said)


def _matching(base: Draft, question: Question) -> Draft:
    options = question.options
    rows = tuple(
        DraftOption(
            options[prompt].text,
            correct=True,
            partner=options[partner].text,
            fact=options[prompt].fact,
        )
        for prompt, partner in pairs(question).items()
    )
    extra = "\n".join(option.text for option in options if not option.correct)
    return replace(base, options=rows, extra=extra)


def _written(base: Draft, question: Question) -> Draft:
    key = question.key
    unit = key.unit if question.kind is QuestionKind.NUMERIC else ""
    text = key.text
    if unit and read(question.kind, text.removesuffix(f" {unit}"), question.language).value:
        text = text.removesuffix(f" {unit}")
    forms = [form for form in key.accept if form != INSIDE and not form.startswith(TOLERANCE)]
    values = {read(question.kind, form, question.language).value: form for form in reversed(forms)}
    shown = [form for form in forms if values.get(form, form) == form]
    reach = next((form[1:] for form in key.accept if form.startswith(TOLERANCE)), "")
    return replace(
        base,
        answer=text,
        accept="\n".join(shown),
        look_alikes="\n".join(key.look_alikes),
        unit=unit,
        tolerance=reach,
        inside=INSIDE in key.accept,
    )


def preview(draft: Draft) -> QuestionScreen:
    """The question as a learner will see it, rows in the order in which they were written."""
    question = question_of(draft, "", ("",))
    if draft.kind is QuestionKind.ESSAY:
        return essay_screen(question)
    prompts = pairs(question) if draft.kind is QuestionKind.MATCHING else {}
    rows = [
        OptionRow(str(number), number, content.shown_text(question, option), region=option.region)
        for number, option in enumerate(question.options, start=1)
        if option.region or (option.text and not _on_picture(draft))
    ]
    partners = [row for row in rows if int(row.token) - 1 not in prompts]
    return QuestionScreen(
        key="",
        version="",
        kind=draft.kind,
        stem=draft.stem,
        language=draft.language,
        picture=draft.picture,
        picture_alt=draft.picture_alt,
        position=1,
        total=1,
        options=_numbered(row for row in rows if not prompts or row not in partners),
        unit=question.key.unit if draft.kind is QuestionKind.NUMERIC else "",
        partners=tuple(sorted(partners, key=lambda row: row.text)) if prompts else (),
    )


def _numbered(rows: Iterable[OptionRow]) -> tuple[OptionRow, ...]:
    return tuple(replace(row, number=number) for number, row in enumerate(rows, start=1))

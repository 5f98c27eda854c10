"""Plants flaws that one question alone does not show: in anchors, and in a bank as a whole.

As `planting.py` it knows the data, and nothing of how lint looks. Each planter yields what was
planted as (where, whether the code was found there).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizapp.core.bank.anchors import check_lock
from quizapp.core.bank.lint import Lint
from quizapp.core.bank.lint_warnings import whole_bank
from quizapp.core.bank.model import Bank
from quizapp.core.bank.quoting import copied, runs_of
from quizapp.core.facts.model import Fact, Source
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind

Planted = Iterable[tuple[str, bool]]
Lock = Mapping[str, Any]


def wrong_anchors(source: Source, facts: list[Fact], lock: Lock) -> Planted:
    """E01: words exchanged, another paragraph, or the anchor of another fact."""
    for at, fact in enumerate(facts):
        words = fact.anchor.split()
        others = [other for other in facts if other.anchor != fact.anchor]
        flawed = (
            replace(fact, anchor=" ".join([*words[1:], words[0]])),
            replace(fact, paragraph=fact.paragraph + 1),
            replace(fact, anchor=others[at % len(others)].anchor),
        )[at % 3]
        if flawed.anchor != fact.anchor or flawed.paragraph != fact.paragraph:
            found = check_lock(source, [flawed], lock)
            yield fact.id, any((p.code, p.fact) == ("E01", fact.id) for p in found)


def other_texts(source: Source, lock: Lock) -> Planted:
    """E18: the text of the source is another one than the facts were taken from."""
    for digit in "0123456789abcdef":
        changed = replace(source, text_hash=digit * 64)
        yield digit, "E18" in {problem.code for problem in check_lock(changed, [], lock)}


def copied_words(folder: Path, questions: Iterable[Question]) -> Planted:
    """E19: nine words in a row of the source, in a stem or an option."""
    text = (folder / "texts" / "halden.txt").read_text("utf-8")
    runs = runs_of([text])
    lines = [line for line in text.split(". ") if not set(line.strip(".\n")) & set(".;?!\n")]
    sentences = [words for line in lines if len(words := line.split()) > 12]
    for at, question in enumerate(list(questions)[::40]):
        words = sentences[at % len(sentences)]
        piece = " ".join(words[-10 - at % 2 :]).strip(".").upper()
        flawed = replace(question, stem=f"{question.stem} {piece}")
        if question.options and at % 2:
            flawed = replace(question, options=(*question.options, Option(piece)))
        yield question.id, any(finding.code == "E19" for finding in copied(flawed, runs))


def near_twins(bank: Bank) -> Planted:
    """W11: a question once more, with a word more."""
    long = [item for item in bank.questions if len(set(item.stem.lower().split())) > 14]
    for at, question in enumerate(long[:: len(long) // 24]):
        word = ("exactly", "really", "indeed")[at % 3]
        twin = replace(question, id=f"{question.id}-twin", stem=f"{question.stem} {word}")
        yield from _found("W11", bank, (*bank.questions, twin), {question.id, twin.id})


def one_sided(bank: Bank) -> Planted:
    """W09: of the questions on true or false, many of one side are gone."""
    for seed in range(18):
        chance, side = random.Random(seed), bool(seed % 2)
        kept = tuple(
            item
            for item in bank.questions
            if item.kind is not QuestionKind.TRUE_FALSE
            or item.options[0].correct is side
            or chance.random() < 0.65
        )
        yield from _found("W09", bank, kept, {""})


def same_places(bank: Bank) -> Planted:
    """W12: in many choices the right answer was moved to one place."""
    for seed in range(18):
        chance = random.Random(seed)
        moved = tuple(
            _moved(item, seed % 3) if chance.random() < 0.4 else item for item in bank.questions
        )
        yield from _found("W12", bank, moved, {""})


def _moved(question: Question, place: int) -> Question:
    if question.kind is not QuestionKind.SINGLE_CHOICE:
        return question
    rest = [option for option in question.options if not option.correct]
    right = next(option for option in question.options if option.correct)
    return replace(question, options=(*rest[:place], right, *rest[place:]))


def _found(code: str, bank: Bank, questions: tuple[Question, ...], where: set[str]) -> Planted:
    findings = whole_bank(replace(bank, questions=questions))
    yield ",".join(sorted(where)), any(f.code == code and f.question in where for f in findings)


def invented_phrases(bank: Bank) -> Planted:
    """E20: a false statement with a wrong answer that somebody thought up."""
    facts = {fact.id: fact for fact in bank.facts}
    lint = Lint(facts, {source.id: source for source in bank.sources})
    for fact in bank.facts:
        invented = [text for text, name in fact.rival_answers if not (name or fact.value)]
        invented = [text for text in invented if f"{text} = !" not in fact.rivals]
        if not invented or fact.answer not in fact.statement:
            continue
        claim = fact.statement.replace(fact.answer, invented[0])
        options = (Option("True"), Option("False", True))
        question = Question(
            "planted", QuestionKind.TRUE_FALSE, "true-false/1", f"True or false? {claim}",
            AnswerKey("False"), (fact.id,), options=options, language="en",
        )  # fmt: skip
        yield fact.id, "E20" in {finding.code for finding in lint.question(question)}


WHOLE_PLANTERS: dict[str, Callable[[Bank], Planted]] = {
    "E20": invented_phrases,
    "W09": one_sided,
    "W11": near_twins,
    "W12": same_places,
}
"""Code -> the planter of flaws in a whole bank."""

"""A reviewed candidate becomes a fact of the bank's own kind, and at once its questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quizapp.core.bank.candidates import Pools, make_pools
from quizapp.core.bank.findings import Finding
from quizapp.core.bank.lint import Lint
from quizapp.core.bank.templates import choice, recall
from quizapp.core.bank.wording import attributed, capitalised, wording
from quizapp.core.extraction import asking
from quizapp.core.extraction.model import Candidate
from quizapp.core.extraction.proposing import anchor_of, place_of_value, shown_value
from quizapp.core.facts.model import Fact, FactKind, FactStatus, Source
from quizapp.core.questions import Question
from quizapp.core.values.texts import fold
from quizapp.core.values.word_lists import words

TEMPLATES = (
    recall.flashcards,
    recall.typed,
    recall.cloze,
    choice.single_choice,
    choice.true_false,
)
"""The templates that need no more than a statement with its value: all are on one fact."""


POINTS_OUTSIDE = "E09"
_LEANING = frozenset(
    words(
        """
    he she it they him them his her hers its their theirs ella ellos ellas
    su sus este esta esto estos estas ese esa eso esos esas aquel aquella
    """
    )
)
"""Words, folded, that stand for something said before when they open a statement."""


@dataclass(frozen=True, slots=True)
class Made:
    """A fact with its questions; `blocked` are those that lint refused, with why."""

    fact: Fact
    ready: tuple[Question, ...]
    blocked: tuple[tuple[Question, Finding], ...]
    subject: str = ""


def candidate_of(row: Any) -> Candidate:
    """A stored candidate as extraction gave it."""
    return Candidate(
        row.kind,
        row.value,
        row.unit,
        row.approx,
        row.text,
        row.paragraph,
        row.sentence,
        row.subject,
        tuple(row.needs),
        row.start,
    )


def source_of(text: Any) -> Source:
    """A teacher's source as the bank knows sources."""
    return Source(
        id=text.slug,
        title=text.title,
        short_title=text.short_title,
        publisher=text.publisher,
        url=text.url,
        licence=text.licence,
        language=text.language,
        as_of=text.as_of,
        evidence=text.evidence,
        file="",
        text_hash=text.text_hash,
        paragraphs=tuple(text.paragraphs),
    )


def fact_of(
    text: Any, one: Candidate, subject: str, statement: str, paragraph: str, fact_id: str
) -> Fact | None:
    """The fact that a statement gives; None when the statement does not say the value.

    `paragraph` is the text of the candidate's paragraph, from which the anchor is taken.
    """
    source = source_of(text)
    who = (text.publisher or text.short_title) if source.opinion else ""
    if who and not fold(statement).startswith(fold(wording(text.language).says.format(who))):
        statement = wording(text.language).says.format(who) + statement
    place = place_of_value(statement, one, text.language)
    if place is None:
        return None
    said = statement[place[0] : place[1]]
    asked = asking.ask(statement, one.kind, one.value, *place, text.language)
    return Fact(
        id=fact_id,
        kind=FactKind(one.kind),
        topic=text.topic,
        subject=fold(subject),
        predicate=predicate(statement, said, subject),
        statement=statement,
        ask=asked if fold(who) in fold(asked) else attributed(asked, who, text.language),
        cue=asking.cue(statement, subject, *place) if text.language == "en" else subject,
        answer=said,
        source=text.slug,
        paragraph=one.paragraph,
        anchor=anchor_of(paragraph, one),
        importance=2,
        status=FactStatus.APPROVED,
        origin="rules",
        language=text.language,
        answer_class=one.kind if one.kind in _NAMES else "",
        value=one.value if one.kind in _VALUES else "",
        unit=one.unit,
        approx=one.approx,
        as_of=text.as_of,
        according_to=who,
        gap=asking.gap(said, one.kind, one.unit),
        orderable=False,
    )


_NAMES = frozenset({"person", "place", "institution", "treaty"})
_VALUES = frozenset({"year", "date", "range", "figure", "percent"})


def predicate(statement: str, said: str, subject: str) -> str:
    """What a statement says of its subject, without the value: the second half of its group."""
    rest = statement.replace(said, " ", 1)
    folded, about = fold(rest), fold(subject)
    return folded.replace(about, " ", 1).strip() if about else folded


def approved_fact(text: Any, row: Any) -> Fact | None:
    """A stored fact with its candidate, as the bank knows facts; None when it was reworded."""
    one = Candidate(
        row.kind,
        row.value or row.answer,
        row.unit,
        row.approx,
        row.answer,
        row.paragraph,
        row.sentence,
        row.subject,
        (),
        0,
    )
    return fact_of(text, one, row.subject, row.statement, row.anchor, row.fact)


def questions_of(fact: Fact, source: Source, others: Iterable[Fact]) -> Made:
    """The questions on one fact among the approved facts of its text, each looked at by lint."""
    pools = _pools(fact, source, others)
    lint = Lint(dict(pools.facts), {source.id: source}, {})
    ready: list[Question] = []
    blocked: list[tuple[Question, Finding]] = []
    for question in _without_twins(q for make in TEMPLATES for q in make(pools, fact)):
        flaw = next((finding for finding in lint.question(question) if finding.blocks), None)
        if flaw is None:
            ready.append(question)
        else:
            blocked.append((question, flaw))
    if leans(fact.statement) or any(flaw.code == POINTS_OUTSIDE for _question, flaw in blocked):
        # a statement about "it" is about nothing, however it is asked
        said = "the statement points to something outside itself"
        blocked += [(one, Finding(POINTS_OUTSIDE, one.id, said)) for one in ready]
        ready = []
    return Made(fact, tuple(ready), tuple(blocked))


def leans(statement: str) -> bool:
    """Whether a statement opens with a word that stands for something said before."""
    return fold(statement).split(" ", 1)[0] in _LEANING


def _pools(fact: Fact, source: Source, others: Iterable[Fact]) -> Pools:
    beside = [other for other in others if other.id != fact.id and _comparable(fact, other)]
    near = tuple(other.id for other in beside if _told_together(fact, other))
    asked = _with_never(fact, near)
    return make_pools([source], [asked, *beside])


def _comparable(fact: Fact, other: Fact) -> bool:
    """Whether one's answer can stand beside the other's at all: the rest need not be looked at."""
    if fact.is_time or fact.is_number:
        return (fact.is_time, fact.is_number) == (other.is_time, other.is_number)
    return fact.answer_class == other.answer_class


def _told_together(fact: Fact, other: Fact) -> bool:
    """Whether two facts stand so close that one's answer might be right for the other too."""
    return other.answer in fact.statement or fact.answer in other.statement


def _with_never(fact: Fact, near: tuple[str, ...]) -> Fact:
    return replace(fact, never_beside=near)


def _without_twins(questions: Iterable[Question]) -> Sequence[Question]:
    """A gap asked as a cloze and typed the same way once more is one question."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for question in questions:
        words = (question.kind.value, question.stem)
        if words not in seen:
            seen.add(words)
            kept.append(question)
    return kept


def shown_subject(subject: str) -> str:
    """A guessed subject as it stands in the form: with a capital, without outer blanks."""
    return capitalised(" ".join(subject.split()))


def shown(row: Any, code: str) -> str:
    """A stored candidate's value as an answer."""
    return shown_value(candidate_of(row), code)

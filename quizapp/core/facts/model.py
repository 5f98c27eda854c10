"""Sources and facts as frozen values: what the bank is made of, read from hand-written files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    """What sort of thing a fact's answer is. Stored by its value."""

    YEAR = "year"
    DATE = "date"
    RANGE = "range"
    FIGURE = "figure"
    PERCENT = "percent"
    PERSON = "person"
    PLACE = "place"
    INSTITUTION = "institution"
    TREATY = "treaty"
    CAUSE = "cause"
    CONCEPT = "concept"
    DEFINITION = "definition"


TIME_KINDS = frozenset({FactKind.YEAR, FactKind.DATE, FactKind.RANGE})
"""Kinds whose value is a time (EDTF)."""

NUMBER_KINDS = frozenset({FactKind.FIGURE, FactKind.PERCENT})
"""Kinds whose value is a number with a unit."""

NAME_KINDS = frozenset(
    {
        FactKind.PERSON,
        FactKind.PLACE,
        FactKind.INSTITUTION,
        FactKind.TREATY,
        FactKind.DEFINITION,
    }
)
"""Kinds whose answer is a name."""


CONTRADICTS = "!"
"""Behind the = of a rival: the source contradicts it, so that a statement with it is false."""


class FactStatus(StrEnum):
    """Whether questions may be made of a fact: only of approved ones."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Source:
    """A document. `paragraphs` are its content paragraphs as numbers of non-empty lines.

    `as_of` is an EDTF value or "" for an undated one; `text_hash` is the SHA-256 of the file
    in hexadecimal. `evidence` grades it: "reference" or "opinion article".
    """

    id: str
    title: str
    short_title: str
    publisher: str
    url: str
    licence: str
    language: str
    as_of: str
    evidence: str
    file: str
    text_hash: str
    paragraphs: tuple[int, ...]

    def paragraph_number(self, line: int) -> int:
        """The article's own number of a paragraph, from 1, given its non-empty line.

        Raises ValueError where the line is no content paragraph.
        """
        if line not in self.paragraphs:
            raise ValueError(f"line {line} is no content paragraph of {self.id}")
        return self.paragraphs.index(line) + 1

    @property
    def opinion(self) -> bool:
        """Whether every claim of the source needs its "according to"."""
        return "opinion" in self.evidence


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement in our words, with a typed value and the place in the source.

    `ask` is the question sentence, `cue` a noun phrase for what the value belongs to ("the
    French air mission"). `group_question` asks for one of several true answers of the truth
    group, `group_ask` for all of them, `ask_largest` for the largest of the figures with the
    same predicate, `ask_active` for who was active in a "{year}". `cue_long` is the cue as a
    stem needs it, where the cue alone leaves doubt. A fact that is not `orderable` is no event:
    it is never put before or after others. `gap` is the part of the statement that a cloze
    leaves out (the answer when empty). `answer_class` says which answers may stand beside
    this one. `never_beside` names facts whose answers must not, because they would be true
    as well or hard to tell apart; `never_times` are times (EDTF) that must not for the same
    reason: who was there "through the 1950s" was there in the 1930s too. `rivals` are further
    wrong answers, written by hand, where too few answers of other facts have the grammar:
    "Soviet = soviet-mission-size" is the answer and the fact that it really goes with, which is
    what a learner who chooses it is told; without the fact nothing is told, and only one marked
    "= !", which the source contradicts, makes a false statement. `false_statement` is one written
    as a whole, where no exchanged answer makes one that the source contradicts. `disagrees_with`
    names facts that cannot stand beside this one as they are written (two places or two voices of
    the sources), and `disagreement` says in a sentence what they disagree about.
    """

    id: str
    kind: FactKind
    topic: str
    subject: str
    predicate: str
    statement: str
    ask: str
    cue: str
    answer: str
    source: str
    paragraph: int
    anchor: str
    importance: int
    status: FactStatus
    origin: str
    language: str
    answer_class: str = ""
    value: str = ""
    unit: str = ""
    approx: str = ""
    accept: tuple[str, ...] = ()
    as_of: str = ""
    according_to: str = ""
    confusable: tuple[str, ...] = ()
    also_true: tuple[str, ...] = ()
    never_beside: tuple[str, ...] = ()
    never_times: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    false_statement: str = ""
    gap: str = ""
    gap_accept: tuple[str, ...] = ()
    ask_reverse: str = ""
    reverse_answer: str = ""
    reverse_class: str = ""
    reverse_accept: tuple[str, ...] = ()
    group_question: str = ""
    group_ask: str = ""
    ask_largest: str = ""
    ask_active: str = ""
    cue_long: str = ""
    plural: bool = False
    orderable: bool = True
    disagrees_with: tuple[str, ...] = ()
    disagreement: str = ""

    def __hash__(self) -> int:
        """By the id alone, which equal facts share: not all of forty texts for each look-up."""
        return hash(self.id)

    @property
    def rival_answers(self) -> tuple[tuple[str, str], ...]:
        """Wrong answers written by hand, with the id of the fact that each goes with, or ""."""
        pairs = (text.rpartition("=") if "=" in text else (text, "", "") for text in self.rivals)
        return tuple(
            (answer.strip(), fact.strip().removeprefix(CONTRADICTS)) for answer, _, fact in pairs
        )

    @property
    def contradicting(self) -> frozenset[str]:
        """Wrong answers written by hand that the source itself contradicts."""
        pairs = (text.rpartition("=") for text in self.rivals)
        return frozenset(answer.strip() for answer, _, name in pairs if name.strip() == CONTRADICTS)

    @property
    def truth_group(self) -> tuple[str, str]:
        """All facts with the same pair answer the same question."""
        return (self.subject, self.predicate)

    @property
    def named(self) -> str:
        """The noun phrase for what the value belongs to, as it can stand alone."""
        if self.is_time:
            return self.cue_long or self.reverse_answer or self.cue
        return self.reverse_answer or self.cue_long or self.cue

    @property
    def is_time(self) -> bool:
        """Whether the value is a time."""
        return self.kind in TIME_KINDS

    @property
    def is_number(self) -> bool:
        """Whether the value is a number."""
        return self.kind in NUMBER_KINDS

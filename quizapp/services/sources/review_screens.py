"""What the review of a text shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.services.sources.comparing import Similar


@dataclass(frozen=True, slots=True)
class Progress:
    """How far reading is. `state` and `reason` are the job's codes."""

    state: str
    done: int
    total: int
    found: int
    reason: str
    nobody_works: bool

    @property
    def under_way(self) -> bool:
        """Whether more is going to be found."""
        return self.state in ("waiting", "running")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a paragraph; a marked value names its candidate and its state."""

    text: str
    state: str = ""
    candidate: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph by its line; `number` is the one that readers know, 0 for a dropped line."""

    line: int
    number: int
    pieces: tuple[Piece, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OldFact:
    """The fact that a changed place gave before."""

    statement: str
    answer: str
    value: str
    questions: int


@dataclass(frozen=True, slots=True)
class CardView:
    """The candidate to decide on. `problem` is a refusal's code, "" when it can be approved."""

    public_id: str
    kind: str
    state: str
    answer: str
    value: str
    unit: str
    approx: str
    paragraph: int
    line: int
    sentence: tuple[Piece, ...]
    subject: str
    statement: str
    needs_subject: bool
    makes: int
    blocked: tuple[tuple[str, str], ...]
    problem: str
    similar: tuple[Similar, ...]
    old: OldFact | None
    origin: str


@dataclass(frozen=True, slots=True)
class NextLine:
    """A candidate that waits."""

    public_id: str
    kind: str
    answer: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class ReviewScreen:
    """The whole screen; counts are of candidates, `questions` of those that can be asked."""

    slug: str
    title: str
    language: str
    version: int
    classroom: str
    progress: Progress
    total: int
    approved: int
    rejected: int
    changed: int
    clear: int
    questions: int
    can_undo: bool
    card: CardView | None
    waiting: tuple[NextLine, ...]
    left: int
    paragraphs: tuple[ParagraphView, ...]
    before: int
    after: int

    @property
    def reviewed(self) -> int:
        """Candidates that were decided."""
        return self.approved + self.rejected

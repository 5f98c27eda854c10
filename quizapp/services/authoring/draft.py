"""A question as it is being written: everything a teacher typed, right or not."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from quizapp.core.questions import QuestionKind
from quizapp.core.regions import BOX, Region, read_region

NEW_SOURCE = "new"
"""Value of `Draft.source` for a source that is named in the form."""
MOST_ROWS = 12
"""Rows that a question may have: options, lines of an order, pairs."""
TRUE, FALSE = "true", "false"

PICKED = frozenset(
    {QuestionKind.SINGLE_CHOICE, QuestionKind.MULTIPLE_CHOICE, QuestionKind.IMAGE_REGIONS}
)
"""Kinds whose rows are options, right or wrong."""
WITH_ROWS = PICKED | {QuestionKind.ORDERING, QuestionKind.MATCHING, QuestionKind.ESSAY}
TYPED = frozenset(
    {
        *(QuestionKind.SHORT_ANSWER, QuestionKind.NUMERIC, QuestionKind.DATE),
        *(QuestionKind.CLOZE, QuestionKind.FLASHCARD),
    }
)
"""Kinds with one written answer."""


@dataclass(frozen=True, slots=True)
class DraftOption:
    """One row of the form; a row without any text is none.

    `feedback` is said when a wrong option was chosen, or beside a line of an order after the
    answer. `partner` is what a prompt is matched with. `fact` is the public id of the fact that
    the row states, for questions on several facts. `points` are what a criterion gives at most.
    `shape`, `x`, `y`, `width` and `height` are its place on the picture as typed, in percent.
    """

    text: str = ""
    correct: bool = False
    feedback: str = ""
    partner: str = ""
    fact: str = ""
    points: str = ""
    shape: str = ""
    x: str = ""
    y: str = ""
    width: str = ""
    height: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was written into this row."""
        written = self.text or self.feedback or self.partner or self.points
        return not (written or self.placed)

    @property
    def placed(self) -> bool:
        """Whether something stands in the fields of its place."""
        return bool(self.x or self.y or self.width or self.height)

    @property
    def region(self) -> Region | None:
        """Its place on the picture; None where the fields say none."""
        numbers = (self.x, self.y, self.width, self.height)
        return read_region(" ".join([self.shape or BOX, *(_number(one) for one in numbers)]))


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form; a kind of question reads its own parts and leaves the others.

    `audience` is the public id of a classroom, "" for the teacher alone. `fact` is the public
    id of an existing fact; "" means that `statement`, `topic` and the source state a new one.
    `source` is a slug, "new", or "" for the teacher's own knowledge. `paragraph` is the number
    by which readers of the source know it, as typed. `answer` is what is right as one writes it
    ("true" or "false" for a statement), `accept` and `look_alikes` are lists by line: further
    right forms, and what must not pass for one. `tolerance` is "5" or "5 %", `inside` takes any
    number of a span. `extra` are partners of nobody by line. `last_stays` keeps the last option
    behind the shuffled ones. `hints` are shown one after another, a line each. `tags` are parted by
    commas. `model` is a model answer, `words` the expected length, and `rubric_shown` lets pupils
    see the criteria while they write.
    `picture` is the id of one that stands with the question, `picture_alt` says what it shows.
    """

    kind: QuestionKind = QuestionKind.SINGLE_CHOICE
    audience: str = ""
    fact: str = ""
    statement: str = ""
    topic: str = ""
    source: str = ""
    source_title: str = ""
    source_url: str = ""
    paragraph: str = ""
    stem: str = ""
    options: tuple[DraftOption, ...] = ()
    last_stays: bool = False
    answer: str = ""
    feedback: str = ""
    accept: str = ""
    look_alikes: str = ""
    unit: str = ""
    tolerance: str = ""
    inside: bool = False
    extra: str = ""
    hints: str = ""
    model: str = ""
    words: str = ""
    rubric_shown: bool = True
    tags: str = ""
    explanation: str = ""
    reason: str = ""
    language: str = "en"
    picture: str = ""
    picture_alt: str = ""

    @property
    def filled(self) -> tuple[DraftOption, ...]:
        """The rows that hold something."""
        return tuple(option for option in self.options if not option.blank)

    @property
    def right(self) -> DraftOption | None:
        """The first option marked right."""
        return next((option for option in self.filled if option.correct), None)

    @property
    def has_rows(self) -> bool:
        """Whether this kind is written in rows."""
        return self.kind in WITH_ROWS

    def tidied(self) -> Draft:
        """The draft as it would be stored: composed letters, no control signs, no outer blanks."""
        rows: list[dict[str, Any]] = [
            {name: tidy(getattr(option, name)) for name in ROW_TEXTS} for option in self.options
        ]
        options = tuple(
            replace(option, **row) for option, row in zip(self.options, rows, strict=True)
        )
        texts: dict[str, Any] = {name: tidy(getattr(self, name)) for name in TEXTS}
        return replace(self, options=options, **texts)


PLACE = ("x", "y", "width", "height")
"""The fields of a row's place on the picture."""
ROW_TEXTS = ("text", "feedback", "partner", "points", *PLACE)
TEXTS = (
    *("statement", "topic", "source_title", "source_url", "paragraph", "stem", "answer"),
    *("feedback", "accept", "look_alikes", "unit", "tolerance", "extra", "tags"),
    *("model", "words", "explanation", "hints", "reason", "picture", "picture_alt"),
)


def _number(typed: str) -> str:
    """A number as it is reckoned with: a comma parts decimals too, a sign of percent is let go."""
    return typed.replace(",", ".").replace("%", "").strip()


def tidy(text: str) -> str:
    """The text without what no reader sees; line ends as one sign."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    kept = (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _UNSEEN)
    return "".join(kept).strip()


_UNSEEN = ("Cc", "Cs", "Co", "Cn")


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something, each once."""
    return tuple(dict.fromkeys(" ".join(line.split()) for line in text.split("\n") if line.strip()))


def tag_list(text: str) -> tuple[str, ...]:
    """The tags of a text parted by commas, each once in whatever case it was written first."""
    found: dict[str, str] = {}
    for tag in text.replace("\n", ",").split(","):
        name = " ".join(tag.split())
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def as_typed(draft: Draft) -> dict[str, Any]:
    """The draft as plain values, as it is kept beside a version."""
    return asdict(draft) | {"kind": draft.kind.value}


def from_typed(typed: dict[str, Any]) -> Draft:
    """The draft that was kept; what it does not know by now is left out."""
    names = {field.name for field in fields(Draft)}
    values = {name: value for name, value in typed.items() if name in names}
    values["kind"] = QuestionKind(values.get("kind", QuestionKind.SINGLE_CHOICE.value))
    values["options"] = tuple(DraftOption(**option) for option in values.get("options", ()))
    return Draft(**values)

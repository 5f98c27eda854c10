"""A question as it is being written: everything a teacher typed, right or not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise

from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.services.screens import OptionRow, QuestionScreen

NEW_SOURCE = "new"
"""Value of `Draft.source` for a source that is named in the form."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class DraftOption:
    """One row of the form; a row without text and feedback is no option."""

    text: str = ""
    correct: bool = False
    feedback: str = ""

    @property
    def blank(self) -> bool:
        """Whether nothing was written into this row."""
        return not (self.text or self.feedback)


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the form.

    `audience` is the public id of a classroom, "" for the teacher alone. `fact` is the public
    id of an existing fact; "" means that `statement`, `topic` and the source state a new one.
    `source` is a slug, "new", or "" for the teacher's own knowledge. `paragraph` is the number
    by which readers of the source know it, as typed.
    """

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
    explanation: str = ""
    reason: str = ""
    language: str = "en"

    @property
    def filled(self) -> tuple[DraftOption, ...]:
        """The rows that hold something."""
        return tuple(option for option in self.options if not option.blank)

    @property
    def right(self) -> DraftOption | None:
        """The first option marked right."""
        return next((option for option in self.filled if option.correct), None)

    def tidied(self) -> Draft:
        """The draft as it would be stored: composed letters, no control signs, no outer blanks."""
        options = tuple(
            replace(option, text=tidy(option.text), feedback=tidy(option.feedback))
            for option in self.options
        )
        texts = {name: tidy(getattr(self, name)) for name in _TEXTS}
        return replace(self, options=options, **texts)


_TEXTS = (
    *("statement", "topic", "source_title", "source_url", "paragraph"),
    *("stem", "explanation", "reason"),
)


def tidy(text: str) -> str:
    """The text without what no reader sees; line ends as one sign."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    kept = (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in _UNSEEN)
    return "".join(kept).strip()


_UNSEEN = ("Cc", "Cs", "Co", "Cn")


def question_of(draft: Draft, public_id: str, fact: str) -> Question:
    """The draft as a question on this fact; feedback stands at wrong options only."""
    right = draft.right
    return Question(
        id=public_id,
        kind=QuestionKind.SINGLE_CHOICE,
        template="",
        stem=draft.stem,
        key=AnswerKey(text=right.text if right else ""),
        facts=(fact,),
        options=tuple(
            Option(o.text, o.correct, "" if o.correct else o.feedback) for o in draft.filled
        ),
        ordered=rising(draft.filled),
        explanation=draft.explanation,
        language=draft.language,
    )


def rising(options: tuple[DraftOption, ...]) -> bool:
    """Whether the options are numbers from low to high, which learners then see in this order."""
    texts = [option.text.replace(",", "") for option in options]
    if len(texts) < 2 or not all(_NUMBER.fullmatch(text) for text in texts):
        return False
    numbers = [float(text) for text in texts]
    return all(low < high for low, high in pairwise(numbers))


def preview(draft: Draft) -> QuestionScreen:
    """The question as a learner will see it, options in the order in which they were written."""
    return QuestionScreen(
        key="",
        version="",
        kind=QuestionKind.SINGLE_CHOICE,
        stem=draft.stem,
        language=draft.language,
        position=1,
        total=1,
        options=tuple(
            OptionRow(str(number), number, option.text)
            for number, option in enumerate((o for o in draft.filled if o.text), start=1)
        ),
    )

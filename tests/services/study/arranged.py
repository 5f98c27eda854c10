"""A bank in which several facts are asked for at once, and forms for its questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from quizapp.core.bank.model import Bank
from quizapp.core.grading.matching import pairs
from quizapp.core.questions import AnswerKey, Option, Question, QuestionKind
from quizapp.services import study
from quizapp.services.bank_loading import load_bank
from quizapp.services.context import Context
from quizapp.services.screens import QuestionScreen
from quizapp.services.study import Submission
from quizapp.store.models import Question as QuestionRow
from quizapp.store.models import QuestionVersion
from quizapp.store.queries.people import Person
from tests.services.study.sittings import sit
from tests.world import NOON, small_bank


def _question(kind: QuestionKind, facts: Sequence[str], options: Sequence[Option]) -> Question:
    name = kind.value.replace("_", "-")
    return Question(
        f"{facts[0]}.{name}", kind, name, f"What of {name}?", AnswerKey("-"), tuple(facts),
        tuple(options),
    )  # fmt: skip


ORDER = _question(
    QuestionKind.ORDERING,
    ("polar-1", "polar-4", "polar-6", "polar-3"),
    [
        Option("the naval years", correct=True, feedback="1905–12", fact="polar-1"),
        Option("the hut", correct=True, feedback="1924", fact="polar-4"),
        Option("the radio", correct=True, feedback="1941", fact="polar-6"),
        Option("the last winter", correct=True, feedback="1951", fact="polar-3"),
    ],
)
PAIRS = _question(
    QuestionKind.MATCHING,
    ("polar-4", "polar-3", "polar-5"),
    [
        Option("the year", correct=True, fact="polar-4"),
        Option("1924", correct=True),
        Option("the leader", correct=True, fact="polar-3"),
        Option("Amélie Dupont", correct=True),
        Option("the harbour", correct=True, fact="polar-5"),
        Option("Ice Harbour", correct=True),
        Option("1941"),
    ],
)
SEVERAL = _question(
    QuestionKind.MULTIPLE_CHOICE,
    ("polar-2", "polar-3", "polar-5"),
    [
        Option("almost 7,000", correct=True, fact="polar-2"),
        Option("a whale", feedback="The whale came later.", fact="polar-6"),
        Option("Amélie Dupont", correct=True, fact="polar-3"),
        Option("Ice Harbour", correct=True, fact="polar-5"),
        Option("a bear"),
    ],
)
QUESTIONS = {one.kind: one for one in (ORDER, PAIRS, SEVERAL)}


def load_arranged(context: Context) -> None:
    """Load the small bank with the three questions on several facts."""
    bank = small_bank()
    load_bank(context, Bank(bank.sources, bank.facts, (*bank.questions, *QUESTIONS.values())), NOON)


def meet_all(context: Context, who: Person) -> None:
    """Meet each fact of the bank once."""
    sit(context, who, NOON, count=6)


def shown(context: Context, who: Person, of: Question, at: datetime = NOON) -> QuestionScreen:
    """This question with a fresh key."""
    version = (
        select(QuestionVersion.public_id)
        .join(QuestionRow, QuestionRow.id == QuestionVersion.question_id)
        .where(QuestionRow.public_id == of.id)
    )
    with context.store.read() as connection:
        found = connection.execute(version).scalar_one()
    return study.question_again(context, who, found, at)


def chosen(screen: QuestionScreen, *texts: str) -> Submission:
    """The form with these options ticked."""
    tokens = {row.text: row.token for row in screen.options}
    return Submission(screen.key, screen.version, choice=" ".join(tokens[one] for one in texts))


def ordered(screen: QuestionScreen, *texts: str) -> Submission:
    """The form with these lines in this order."""
    tokens = {row.text: row.token for row in screen.options}
    placed = tuple((tokens[text], str(place)) for place, text in enumerate(texts, 1))
    return Submission(screen.key, screen.version, placed=placed)


def matched(screen: QuestionScreen, given: dict[str, str]) -> Submission:
    """The form with these partners given to the prompts."""
    tokens = {row.text: row.token for row in (*screen.options, *screen.partners)}
    placed = tuple((tokens[prompt], tokens[partner]) for prompt, partner in given.items())
    return Submission(screen.key, screen.version, placed=placed)


def solved(screen: QuestionScreen) -> Submission:
    """The right answer to any of the three."""
    options = QUESTIONS[screen.kind].options
    if screen.kind is QuestionKind.ORDERING:
        return ordered(screen, *(option.text for option in options))
    if screen.kind is QuestionKind.MATCHING:
        of = pairs(PAIRS).items()
        return matched(screen, {options[a].text: options[b].text for a, b in of})
    return chosen(screen, *(option.text for option in options if option.correct))

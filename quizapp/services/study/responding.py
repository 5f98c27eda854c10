"""What an answer form sent, and what it means for the question that it was sent for."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.grading.essay import LONGEST_ESSAY
from quizapp.core.grading.matching import pairs
from quizapp.core.grading.verdict import Note, Response
from quizapp.core.questions import CHOICE_KINDS, QuestionKind
from quizapp.services.context import Context, Refused
from quizapp.services.study import content
from quizapp.services.study.keys import FormKey

LONGEST_TEXT = 500
"""Characters of a typed answer that are kept; nothing longer can be right."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What an answer form sent.

    `choice` is the token of the chosen option, or of several, parted by spaces. `placed` holds
    what each row of an order (its place from 1) or of a matching (a partner's token) was given,
    as pairs of the row's token and that. `hints` is how many hints stood on the page.
    """

    key: str
    version: str
    choice: str = ""
    text: str = ""
    rating: int | None = None
    dont_know: bool = False
    placed: tuple[tuple[str, str], ...] = ()
    hints: int = 0

    @property
    def rows(self) -> dict[str, str]:
        """What was given to each row, by its token: "yes" for a tick."""
        return dict.fromkeys(self.choice.split(), "yes") | dict(self.placed)


class Incomplete(Exception):
    """Something is still to be chosen or placed; the note says what."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.code)
        self.note = note


def response_to(
    context: Context, asked: content.Asked, form: FormKey, submission: Submission
) -> Response:
    """What was answered. Raises Incomplete, Refused("no_rating") and Refused("foreign_option")."""
    if submission.dont_know:
        return Response(dont_know=True)
    kind = asked.question.kind
    if kind is QuestionKind.FLASHCARD:
        if submission.rating not in (1, 2, 3, 4):
            raise Refused("no_rating")
        return Response(rating=submission.rating)
    if kind not in content.WITH_OPTIONS:
        essay = kind is QuestionKind.ESSAY
        return Response(text=_essay(submission.text) if essay else submission.text[:LONGEST_TEXT])
    tokens = content.option_tokens(context, asked.question, form.text)
    if kind is QuestionKind.ORDERING:
        return Response(chosen=_order(tokens, submission.rows))
    if kind is QuestionKind.MATCHING:
        return Response(chosen=_matched(asked, tokens, submission.rows))
    chosen = tuple(sorted(_option(tokens, one) for one in set(submission.choice.split())))
    if kind is QuestionKind.MULTIPLE_CHOICE and not chosen:
        raise Incomplete(Note("none_chosen"))
    if kind in CHOICE_KINDS and kind is not QuestionKind.MULTIPLE_CHOICE and len(chosen) > 1:
        raise Refused("foreign_option")
    return Response(chosen=chosen, dont_know=not chosen)


def _essay(text: str) -> str:
    """An essay as it was written; too long a one is left to its writer, not cut."""
    text = text.replace("\r\n", "\n")
    if len(text) > LONGEST_ESSAY:
        values = {"limit": str(LONGEST_ESSAY), "over": str(len(text) - LONGEST_ESSAY)}
        raise Incomplete(Note("essay_long", values))
    return text


def _option(tokens: dict[str, int], token: str) -> int:
    if token not in tokens:
        raise Refused("foreign_option")
    return tokens[token]


def _order(tokens: dict[str, int], rows: dict[str, str]) -> tuple[int, ...]:
    """The options by the places that they were given, 1 first."""
    places = {str(number): number for number in range(1, len(tokens) + 1)}
    at: dict[int, int] = {}
    twice = False
    for token, place in rows.items():
        index = _option(tokens, token)
        if not place:
            continue
        if place not in places:
            raise Refused("foreign_option")
        twice = twice or places[place] in at
        at[places[place]] = index
    if twice:
        raise Incomplete(Note("places_twice"))
    if len(at) < len(tokens):
        raise Incomplete(Note("places_missing"))
    return tuple(at[place] for place in sorted(at))


def _matched(asked: content.Asked, tokens: dict[str, int], rows: dict[str, str]) -> tuple[int, ...]:
    """The partner that each prompt was given, in the order of the prompts."""
    prompts = pairs(asked.question)
    partner_of: dict[int, int] = {}
    for token, partner in rows.items():
        prompt = _option(tokens, token)
        if not partner:
            continue
        given = _option(tokens, partner)
        if prompt not in prompts or given in prompts:
            raise Refused("foreign_option")
        partner_of[prompt] = given
    if len(partner_of) < len(prompts):
        raise Incomplete(Note("pairs_missing"))
    return tuple(partner_of[prompt] for prompt in prompts)

"""A card gone through again from its reviews, each under the settings that it was made with."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, exists, select

from quizapp.core.memory.model import counts_for_memory, outcomes
from quizapp.core.memory.policy import Policy
from quizapp.core.memory.state import MemoryState, Phase, Rating
from quizapp.services.study import cards as card_rows
from quizapp.store.models import Answer, QuestionVersion, Voiding
from quizapp.store.queries.answering import REVIEWS

_VOIDED = exists().where(Voiding.answer_id == REVIEWS.c.answer_id)


@dataclass(slots=True)
class Chain:
    """A card on its way through its reviews."""

    public_id: str
    memory: MemoryState = field(default_factory=MemoryState)
    due: datetime | None = None
    reviews: int = 0
    lapses: int = 0
    last_question: int | None = None

    def kept(self) -> dict[str, Any] | None:
        """The card as a review keeps it, None before the first."""
        if self.due is None:
            return None
        return card_rows.as_json(self.memory, self.due, self.reviews, self.lapses)

    def take(self, review: dict[str, Any], question: int) -> dict[str, Any]:
        """Go through one review; the review with what it did to this card."""
        if not review["counts"]:
            return review if self.due is None else review | self.logged()
        before = self.logged()["before"]
        rating = Rating(review["rating"])
        seed = card_rows.fuzz_seed(self.public_id, review["fact_id"], self.reviews)
        after = outcomes(self.memory, review["at"], _policy(review), seed)[rating]
        self.lapses += int(self.memory.phase is Phase.REVIEW and rating is Rating.AGAIN)
        self.reviews += 1
        self.memory, self.due, self.last_question = after.memory, after.due, question
        return review | {"before": before, "after": self.kept(), "due": after.due}

    def counts(self, review: dict[str, Any]) -> bool:
        """Whether a review that was not study moves the card, standing where it stands."""
        return counts_for_memory(self.memory, review["at"], _policy(review))

    def logged(self) -> dict[str, Any]:
        """What stands in a review that leaves the card alone."""
        before = self.kept()
        if before is not None:
            before |= {"last_question_id": self.last_question}
        return {"before": before, "after": before, "due": self.due}

    def columns(self) -> dict[str, Any]:
        """The card's columns but its key, its first day and its row version."""
        return card_rows.state_columns(self.memory) | {
            "due": self.due,
            "reviews": self.reviews,
            "lapses": self.lapses,
            "last_question_id": self.last_question,
        }


def _policy(review: dict[str, Any]) -> Policy:
    return Policy(
        zone=review["time_zone"],
        rollover_hour=review["rollover_hour"],
        desired_retention=review["desired_retention"],
    )


def reviews_in_force(connection: Connection, learner: int, fact: int) -> list[dict[str, Any]]:
    """The reviews of one learner and fact whose answers stand, in the order of storing.

    Each with its `question_id`.
    """
    found = connection.execute(
        select(REVIEWS, QuestionVersion.question_id)
        .join(Answer, Answer.id == REVIEWS.c.answer_id)
        .join(QuestionVersion, QuestionVersion.id == Answer.version_id)
        .where(REVIEWS.c.learner_id == learner, REVIEWS.c.fact_id == fact, ~_VOIDED)
        .order_by(REVIEWS.c.id)
    )
    return [dict(row) for row in found.mappings()]

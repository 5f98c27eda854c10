"""Personal data of objections, as `store.personal` declares it."""

from __future__ import annotations

from quizapp.store.models import Objection
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words

_CLOSED = "public_id version_id state reply closed_at"
PERSONAL_OBJECTIONS: tuple[Personal, ...] = (
    Personal(
        "objections",
        table_of(Objection),
        by(Objection.learner_id),
        words(
            "public_id version_id attempt_id position answer_key response_text response_chosen "
            "dont_know outcome reason text made_at changed_at state reply closed_at read_at"
        ),
        words("id learner_id"),
        Fate.DELETE,
    ),
    Personal(
        "objections_closed",
        table_of(Objection),
        by(Objection.closed_by_id),
        words(_CLOSED),
        words("id closed_by_id"),
        Fate.ANONYMISE,
        {"closed_by_id": None},
        words(f"id {_CLOSED}"),
    ),
)

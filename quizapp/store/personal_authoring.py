"""Personal data of what teachers do with questions, as `store.personal` declares it."""

from __future__ import annotations

from quizapp.store.models import BulkChange, Picture, QuestionComment, SavedView
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words

PERSONAL_AUTHORING: tuple[Personal, ...] = (
    Personal(
        "comments_on_questions",
        table_of(QuestionComment),
        by(QuestionComment.author_id),
        words("public_id question_id number text at"),
        words("id author_id"),
        Fate.ANONYMISE,
        {"author_id": None},
        words("id public_id question_id number text at"),
    ),
    Personal(
        "saved_views",
        table_of(SavedView),
        by(SavedView.owner_id),
        words("name filters"),
        words("id public_id owner_id"),
        Fate.DELETE,
    ),
    Personal(
        "actions_on_many_questions",
        table_of(BulkChange),
        by(BulkChange.actor_id),
        words("action before at"),
        words("id public_id actor_id"),
        Fate.DELETE,
    ),
    Personal(
        "pictures_given",
        table_of(Picture),
        by(Picture.owner_id),
        words("public_id media_type created_at"),
        words("id owner_id sha256 data"),
        Fate.ANONYMISE,  # questions that others use go on showing them; the rest is swept away
        {"owner_id": None},
        words("id public_id sha256 media_type data created_at"),
    ),
)
PLAIN_AUTHORING: dict[str, tuple[str, ...]] = {
    "question_tags": words("question_id folded tag"),
    "question_words": words("word question_id"),
    "question_pictures": words("question_id picture_id"),
}

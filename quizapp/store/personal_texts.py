"""Personal data of teachers' texts and what is made of them, as `store.personal` declares it."""

from __future__ import annotations

from quizapp.store.models import SourceText
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words

PERSONAL_TEXTS: tuple[Personal, ...] = (
    Personal(
        "texts_given",
        table_of(SourceText),
        by(SourceText.author_id),
        words("source_id version text file_name topic classroom_id created_at"),
        words("id author_id text_hash restored"),
        # jobs and candidates go with it; facts that were approved stay, with their place
        Fate.DELETE,
    ),
)
PLAIN_TEXTS: dict[str, tuple[str, ...]] = {
    "jobs": words(
        "id public_id kind input_hash text_id state stage done total found reason worker "
        "lease_until created_at finished_at"
    ),
    "candidates": words(
        "id public_id text_id position paragraph start kind value unit approx text sentence "
        "subject statement needs origin state fact_id old_fact_id decision decided_at"
    ),
}

"""Which columns of a school's changes to facts say something about a person."""

from __future__ import annotations

from quizapp.store.models import FactOverlay, FactVersion
from quizapp.store.personal_rows import Fate, Personal, by, table_of, words

PERSONAL_SCHOOL: tuple[Personal, ...] = (
    Personal(
        "fact_versions_written",
        table_of(FactVersion),
        by(FactVersion.author_id),
        words("fact number origin content reason created_at"),
        words("id author_id"),
        Fate.ANONYMISE,
        {"author_id": None},
        words("id fact number origin content reason created_at"),
    ),
    Personal(
        "facts_changed",
        table_of(FactOverlay),
        by(FactOverlay.author_id),
        words("fact changes reason created_at"),
        ("author_id",),
        Fate.ANONYMISE,
        {"author_id": None},
        words("fact changes reason created_at"),
    ),
)

PLAIN_SCHOOL: dict[str, tuple[str, ...]] = {
    "fact_versions": words("in_force row_id digest"),
    "fact_overlays": words("base_digest"),
    "former_facts": words("row_id fact at"),
    "left_out": words("source_id paragraph token reason"),
}
"""Columns that say nothing about a person."""

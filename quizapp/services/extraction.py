"""A text file's candidates for facts: reads the file, judges whether it is a text, no database."""

from __future__ import annotations

from pathlib import Path

from quizapp.core.extraction.candidates import extract
from quizapp.core.extraction.model import Candidate, Dropped, Extraction

LARGEST_MB = 5
"""Size of a text that is taken, in megabytes; a long novel has one or two."""

_LARGEST = LARGEST_MB * 1_000_000
_MARKS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)
"""How files that are no text begin: PDF, zip and Word, pictures, gzip, old Office."""


class UnreadableText(ValueError):
    """A file that cannot be read as text; the message is one sentence that names it."""


def extract_file(path: Path) -> Extraction:
    """What is found in a UTF-8 text file. Raises UnreadableText."""
    return extract(read_text(path))


def read_text(path: Path) -> str:
    """The text of a UTF-8 file of at most LARGEST_MB megabytes. Raises UnreadableText."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except IsADirectoryError:
        raise UnreadableText(f"{path}: this is a folder, not a text file.") from None
    except OSError as error:
        raise UnreadableText(f"{path}: {(error.strerror or 'cannot be read').lower()}.") from None
    if len(data) > _LARGEST:
        raise UnreadableText(
            f"{path}: the file is larger than {LARGEST_MB} MB, the most a text may have."
        )
    return decode(data, str(path))


def decode(data: bytes, name: str) -> str:
    """Bytes as text; `name` is said in the error. Raises UnreadableText."""
    if data.startswith(_MARKS) or b"\x00" in data[:8192]:
        raise UnreadableText(f"{name}: this is no text file; save it as plain text (UTF-8) first.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = (
            f"{name}, line {line}: byte {error.start + 1} is not UTF-8; save the text as UTF-8."
        )
        raise UnreadableText(message) from None


def as_json(found: Extraction) -> dict[str, object]:
    """The document that `facts extract --json` prints."""
    return {
        "candidates": [_candidate(one) for one in found.candidates],
        "dropped": [_dropped(one) for one in found.dropped],
    }


def _candidate(one: Candidate) -> dict[str, object]:
    return {
        "kind": one.kind,
        "value": one.value,
        "unit": one.unit,
        "approx": one.approx,
        "text": one.text,
        "paragraph": one.paragraph,
        "sentence": one.sentence,
        "subject": one.subject,
        "needs": list(one.needs),
    }


def _dropped(one: Dropped) -> dict[str, object]:
    return {"paragraph": one.paragraph, "text": one.text, "reason": one.reason}

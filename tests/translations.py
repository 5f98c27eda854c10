"""`python3 -m tests.translations`: bring the Spanish catalogue up to date with the code.

What the code says is extracted, what is already translated is kept, what nobody says any more is
dropped, and the catalogue is compiled. New messages come out empty: translate them in
``messages.po`` (its head holds the words that are agreed), run the command again and commit both
files. Nothing is guessed, so nothing is ever fuzzy. The files hold no dates, paths or line
numbers: the same messages make the same bytes.
"""

from __future__ import annotations

import io
import sys
from functools import cache

from quizapp.setting_up import ROOT, enter

if __name__ == "__main__":
    enter("test")

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGE = "es"
PACKAGE = ROOT / "quizapp"
FOLDER = PACKAGE / "web" / "shared" / "translations"
MAPPING = FOLDER / "babel.cfg"
CATALOGUE = FOLDER / LANGUAGE / "LC_MESSAGES" / "messages.po"
COMPILED = CATALOGUE.with_suffix(".mo")
KEYWORDS = DEFAULT_KEYWORDS | {"_l": None, "lazy_gettext": None}
WIDTH = 100
HEADERS = (
    ("Project-Id-Version", "quizapp"),
    ("Language", LANGUAGE),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


class Spanish(Catalog):
    """A catalogue whose headers are always the same."""

    mime_headers = property(lambda _self: list(HEADERS))


@cache
def said() -> tuple[str | tuple[str, ...], ...]:
    """Every message of the code; one and many of a plural as a pair."""
    with MAPPING.open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    found = extract_from_dir(PACKAGE, methods, options, KEYWORDS)
    return tuple(message for _file, _line, message, _comments, _context in found)


def known() -> Catalog:
    """The catalogue as it lies there; an empty one when there is none."""
    if not CATALOGUE.is_file():
        return Spanish(LANGUAGE)
    with CATALOGUE.open("rb") as file:
        return read_po(file, LANGUAGE)


def brought_up_to_date(before: Catalog) -> Catalog:
    """Exactly what the code says, with the translations that there were."""
    after = Spanish(LANGUAGE, header_comment=before.header_comment, fuzzy=False)
    for message in said():
        there = before.get(message)
        after.add(message, there.string if there else None)
    return after


def as_text(catalogue: Catalog) -> bytes:
    """The catalogue as a file to translate in, sorted by message."""
    file = io.BytesIO()
    write_po(file, catalogue, width=WIDTH, no_location=True, sort_output=True)
    return file.getvalue()


def as_compiled(catalogue: Catalog) -> bytes:
    """The catalogue as the product reads it; messages without a translation stay out."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The messages that still need words."""
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in catalogue
        if message.id and not all(strings(message))
    ]


def strings(message: Message) -> tuple[str, ...]:
    """What a message is translated to: one text, or one for each plural form."""
    given = message.string or ""
    return (given,) if isinstance(given, str) else tuple(given)


def main() -> None:
    """Write both files; leave with 1 while messages wait for a translation."""
    catalogue = brought_up_to_date(known())
    CATALOGUE.write_bytes(as_text(catalogue))
    COMPILED.write_bytes(as_compiled(catalogue))
    waiting = untranslated(catalogue)
    lines = [f"{len(catalogue)} messages, {len(waiting)} to translate", *waiting]
    sys.stdout.write("\n  ".join(lines) + "\n")
    sys.exit(1 if waiting else 0)


if __name__ == "__main__":
    main()

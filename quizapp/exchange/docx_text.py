"""Word files (.docx): a zip with one XML document that matters. Bounded in every direction.

Declared sizes are looked at first, the real ones counted while unpacking. Document types, and
with them entities, are refused by the parser's own events before anything is expanded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from quizapp.exchange.unreadable import MOST_CHARACTERS, Unreadable

DOCUMENT = "word/document.xml"
MOST_MEMBERS = 5_000
LARGEST = 50_000_000
"""Bytes of the unpacked document: 1,000 pages have about 10 million."""
LARGEST_RATIO = 200
DEEPEST = 256
_CHUNK = 65_536
_OLE = b"\xd0\xcf\x11\xe0"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "


def read(data: bytes) -> str:
    """The paragraphs of a Word file, one line each; headings carry a # sign. Raises Unreadable."""
    if data.startswith(_OLE):
        raise Unreadable("file_locked")  # Word keeps protected documents in the old container
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _parsed(archive, _document(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, NotImplementedError):
        raise Unreadable("file_broken") from None
    except RuntimeError:
        raise Unreadable("file_locked") from None  # what zipfile says of encrypted members


def _document(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Unreadable("file_bomb")
    found = next((one for one in members if one.filename == DOCUMENT), None)
    if found is None:
        locked = any(one.filename == "EncryptedPackage" for one in members)
        raise Unreadable("file_locked" if locked else "file_broken")
    if found.flag_bits & 0x1:
        raise Unreadable("file_locked")
    ratio = found.file_size / max(1, found.compress_size)
    if found.file_size > LARGEST or (ratio > LARGEST_RATIO and found.file_size > 1_000_000):
        raise Unreadable("file_bomb")
    return found


def _parsed(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> str:
    body = _Body()
    size = 0
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST:
                raise Unreadable("file_bomb")
            body.feed(chunk, last=False)
    body.feed(b"", last=True)
    return body.text()


class _Body:
    """Reads w:t inside w:p; a paragraph's style tells headings."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._size = self._depth = 0
        self._in_text = self._heading = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        self._parser = parser

    def feed(self, data: bytes, *, last: bool) -> None:
        """Parse some bytes."""
        self._parser.Parse(data, last)

    def text(self) -> str:
        """The paragraphs that hold something."""
        return "\n\n".join(line for line in self._lines if line.strip("# "))

    def _refuse(self, *_: object) -> None:
        raise Unreadable("file_bomb")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable("file_bomb")
        tag = name.removeprefix(_W).removeprefix(_STRICT)
        self._in_text = tag == "t"
        if tag == "pStyle":
            style = next(iter(attributes.values()), "").lower()
            self._heading = style.startswith(("heading", "title", "ttulo", "título"))
        elif tag in ("tab", "br", "cr"):
            self._line.append(" ")

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._in_text = False
        tag = name.removeprefix(_W).removeprefix(_STRICT)
        if tag == "p":
            line = " ".join("".join(self._line).split())
            self._lines.append(f"# {line}" if self._heading and line else line)
            self._line, self._heading = [], False

    def _data(self, text: str) -> None:
        if self._in_text:
            self._size += len(text)
            if self._size > MOST_CHARACTERS:
                raise Unreadable("file_bomb")
            self._line.append(text)

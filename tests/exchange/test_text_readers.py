"""Files of all sorts become text, or one code that says why not; none of them takes memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from time import process_time

import pytest

from quizapp.exchange import docx_text, html_text, pdf_text, plain_text
from quizapp.exchange.unreadable import Unreadable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MB = 1_000_000


def docx(body: str, *, before: str = "", raw: bytes = b"") -> bytes:
    """A Word file with this body."""
    document = (
        raw or f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(docx_text.DOCUMENT, document)
    return packed.getvalue()


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def pdf(pages: list[str], *, encrypted: bool = False) -> bytes:
    """A PDF with a line of text on each page; "" is a page without any."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    for number, text in enumerate(pages):
        content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else "0 0 612 792 re f"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    found = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(found))
        found += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    locked = "/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<00>/U<00>>>/ID[<00><00>]"
    trailer = f"<</Size {len(objects) + 1}/Root 1 0 R{locked if encrypted else ''}>>"
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n"
    return found + f"{end}{len(found)}\n%%EOF\n".encode()


def bomb(size: int) -> bytes:
    """A Word file that says it is small and unpacks to `size` bytes."""
    head = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode()
    packer = zlib.compressobj(9, wbits=-15)
    body = packer.compress(head)
    for _ in range(size // MB):
        body += packer.compress(b"a" * MB)
    body += packer.flush()
    name = docx_text.DOCUMENT.encode()
    sizes = len(body).to_bytes(4, "little") + (500_000).to_bytes(4, "little")
    common = b"\x14\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00" + sizes
    common += len(name).to_bytes(2, "little") + b"\x00\x00"
    local = b"PK\x03\x04" + common + name + body
    central = b"PK\x01\x02\x14\x00" + common + b"\x00" * 14 + name
    end = b"PK\x05\x06\x00\x00\x00\x00\x01\x00\x01\x00" + len(central).to_bytes(4, "little")
    return local + central + end + len(local).to_bytes(4, "little") + b"\x00\x00"


def refused(read: Callable[[bytes], str], data: bytes) -> str:
    with pytest.raises(Unreadable) as error:
        read(data)
    return error.value.code


def test_plain_text_keeps_its_letters() -> None:
    assert plain_text.read("\ufeffPiérola, 1896\n".encode()) == "Piérola, 1896\n"


def test_markdown_loses_its_signs_and_keeps_headings() -> None:
    text = plain_text.read_markdown(
        b"# Ships\n\nThe **Halvard** left [Tromso](https://x.example).\n"
    )
    assert text == "# Ships\n\nThe Halvard left Tromso.\n"


def test_a_web_page_gives_what_is_shown() -> None:
    page = (
        "<!doctype html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav>"
        "<h1>The works</h1><p>Founded in&nbsp;1764 <b>by</b>\n the merchant.<script>x()</script>"
        "</p>"
        "<table><tr><td>a</td><td>b</td></tr></table><p>Second &amp; last."
    )
    assert html_text.read(page.encode()).split("\n\n") == [
        "Menu",
        "# The works",
        "Founded in\xa01764 by the merchant.",
        "a\tb",
        "Second & last.",
    ]


def test_a_word_file_gives_its_paragraphs() -> None:
    body = paragraph("The works", "Heading1") + paragraph("Founded &amp; built in 1764.")
    assert docx_text.read(docx(body)) == "# The works\n\nFounded & built in 1764."


def test_a_pdf_gives_its_text() -> None:
    assert "founded in 1764" in pdf_text.read(pdf(["The works were founded in 1764."]))


BILLION = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BAD: list[tuple[str, Callable[[bytes], str], bytes, str]] = [
    ("latin letters", plain_text.read, b"caf\xe9", "not_utf8"),
    ("a picture", plain_text.read, b"\x89PNG\r\n", "file_broken"),
    ("not UTF-8 in a page", html_text.read, b"<p>caf\xe9 \xff\xfe</p>", "not_utf8"),
    ("no zip", docx_text.read, b"hello", "file_broken"),
    ("a cut zip", docx_text.read, docx(paragraph("a"))[:-30], "file_broken"),
    ("no document", docx_text.read, b"PK\x05\x06" + b"\x00" * 18, "file_broken"),
    ("cut XML", docx_text.read, docx("", raw=b"<w:document"), "file_broken"),
    ("entities", docx_text.read, docx(paragraph("&b;"), before=BILLION), "file_bomb"),
    ("outside entities", docx_text.read, docx(paragraph("&a;"), before=OUTSIDE), "file_bomb"),
    ("deep", docx_text.read, docx("", raw=b"<a>" * 100_000), "file_bomb"),
    ("a declared bomb", docx_text.read, docx(paragraph("a" * 60 * MB)), "file_bomb"),
    ("an old Word file", docx_text.read, b"\xd0\xcf\x11\xe0\xa1\xb1", "file_locked"),
    ("no PDF", pdf_text.read, b"hello", "file_broken"),
    ("a cut PDF", pdf_text.read, pdf(["One two three."])[:120], "file_broken"),
    ("a locked PDF", pdf_text.read, pdf(["One two three."], encrypted=True), "file_locked"),
    ("a scan", pdf_text.read, pdf(["", ""]), "no_text_inside"),
]


@pytest.mark.parametrize(
    ("read", "data", "code"), [row[1:] for row in BAD], ids=[r[0] for r in BAD]
)
def test_bad_files_have_a_code(read: Callable[[bytes], str], data: bytes, code: str) -> None:
    assert refused(read, data) == code


def test_a_bomb_that_lies_about_its_size_takes_neither_time_nor_memory() -> None:
    data = bomb(300 * MB)
    assert len(data) < MB
    tracemalloc.start()
    begin = process_time()
    assert refused(docx_text.read, data) in ("file_bomb", "file_broken")
    assert process_time() - begin < 5
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20 * MB


def test_a_locked_member_is_named() -> None:
    data = bytearray(docx(paragraph("a")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    assert refused(docx_text.read, bytes(data)) == "file_locked"


def test_a_pdf_that_unpacks_without_end_is_given_up() -> None:
    packed = zlib.compress(b"(a) Tj " * 30_000_000, 9)
    stream = f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode() + packed
    data = pdf(["One two three."])
    start, end = data.index(b"<</Length"), data.index(b"\nendstream")
    assert refused(pdf_text.read, data[:start] + stream + data[end:]) in (
        "file_bomb",
        "file_broken",
        "no_text_inside",
    )


def test_without_the_package_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert refused(pdf_text.read, pdf(["One two three."])) == "pdf_missing"

"""A class list as people write it: whatever parts its columns, whatever made its bytes."""

from __future__ import annotations

import pytest

from quizapp.services.classrooms.lists import ListRow, ReadList, decoded, read_list
from quizapp.services.context import Refused


def rows(text: str, separator: str = "") -> list[tuple[str, str, str]]:
    return [(row.name, row.group, row.password) for row in read_list(text, separator).rows]


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Quispe\tA\tsecret one\nHugo\t\t\nNadia\tB",
        "Rosa Quispe;A;secret one\nHugo\n\n  \nNadia;B",
        "Rosa Quispe, A, secret one\r\nHugo,,\r\nNadia, B\r\n",
        '"Rosa Quispe",A,"secret one"\n"Hugo"\n"Nadia",B',
        "\ufeffName;Group;Password\nRosa Quispe;A;secret one\nHugo;;\nNadia;B;",
        "grupo,CONTRASEÑA,Nombre:\nA,secret one,Rosa Quispe\n,,Hugo\nB,,Nadia",
        "Apellidos;Nombres;Sección;Clave\nQuispe;Rosa;A;secret one\n;Hugo;;\n;Nadia;B;",
    ],
)
def test_columns_are_found(text: str) -> None:
    assert rows(text) == [("Rosa Quispe", "A", "secret one"), ("Hugo", "", ""), ("Nadia", "B", "")]


def test_a_comma_may_belong_to_the_name() -> None:
    assert rows("Quispe, Rosa\nAlva, Hugo", "none") == [
        ("Quispe, Rosa", "", ""),
        ("Alva, Hugo", "", ""),
    ]


def test_an_open_quotation_mark_swallows_no_other_line() -> None:
    assert [row[0] for row in rows('Rosa,A\n"Hugo,A\nNadia,A')] == ["Rosa", "Hugo,A", "Nadia"]


def test_columns_that_are_not_used_are_named() -> None:
    read = read_list("N.º,Name,E-mail\n1,Rosa,rosa@example.org")
    assert read == ReadList((ListRow("Rosa"),), ("N.º", "E-mail"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "list_empty"),
        (" \n;;\n\t", "list_empty"),
        ("Name,Group", "list_empty"),
        ("x\n" * 501, "list_too_long"),
        ("x" * 10_000_000, "list_too_long"),
    ],
)
def test_what_is_no_list_is_said(text: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        read_list(text)


def test_500_pupils_are_taken_and_the_cell_of_a_madman_too() -> None:
    assert len(rows("Name\n" + "\n".join(f"Pupil {n}" for n in range(500)))) == 500
    assert rows("a," + "y" * 140_000)[0][1] == "y" * 140_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_every_spreadsheet_are_read(encoding: str) -> None:
    assert decoded("Óscar Peña;4.º\n".encode(encoding)) == "Óscar Peña;4.º\n"


def test_bytes_that_mean_nothing_are_marked() -> None:
    assert decoded(b"Rosa \x81Quispe\xe9") == "Rosa \ufffdQuispe\u00e9"


@pytest.mark.parametrize("data", [b"PK\x03\x04rest of a workbook", b"%PDF-1.7", b"a\0b\0"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="not_a_text"):
        decoded(data)

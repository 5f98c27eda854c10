"""Tables as CSV and as a spreadsheet: the same cells, and never a formula."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from quizapp.exchange.spreadsheets import PackageMissing, as_xlsx, sheet_name
from quizapp.exchange.tables import FORMULA_SIGNS, Table, as_csv, csv_of, safe_text

AT = datetime(2026, 11, 24, 15, 4, 5, tzinfo=UTC)
MARKS = Table(
    "4B: marks/2026",
    ("Learner", "Score (%)", "Time", "Day", "Submitted"),
    (
        ("José", 63, Decimal("1.50"), date(2026, 11, 24), AT),
        ("=SUM(A1)", None, Decimal("-0.25"), None, None),
    ),
)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_kind_of_cell_in_both_files() -> None:
    assert read(as_csv([MARKS])) == [
        ["Learner", "Score (%)", "Time", "Day", "Submitted"],
        ["José", "63", "1.50", "2026-11-24", "2026-11-24T15:04:05Z"],
        ["'=SUM(A1)", "", "-0.25", "", ""],
    ]
    sheet = load_workbook(io.BytesIO(as_xlsx([MARKS])))["4B marks 2026"]
    assert [[cell.value for cell in row] for row in sheet] == [
        list(MARKS.heads),
        ["José", 63, 1.5, datetime(2026, 11, 24), datetime(2026, 11, 24, 15, 4, 5)],  # noqa: DTZ001
        ["=SUM(A1)", None, -0.25, None, None],
    ]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "d", "d"]
    assert sheet["C2"].number_format == "0.00"
    assert sheet["D2"].number_format == "yyyy-mm-dd"


def test_the_headings_are_bold_and_stay_and_columns_are_as_wide_as_their_texts() -> None:
    rows = (("x" * 20, 1), ("y" * 500, 2))
    sheet = load_workbook(io.BytesIO(as_xlsx([Table("T", ("A", "B"), rows)])))["T"]
    assert sheet.freeze_panes == "A2"
    assert [cell.font.bold for cell in (sheet["A1"], sheet["B1"], sheet["A2"])] == [
        True,
        True,
        False,
    ]
    assert sheet.column_dimensions["A"].width == 60
    assert 9 <= sheet.column_dimensions["B"].width < 15


@pytest.mark.parametrize("sign", FORMULA_SIGNS)
def test_no_text_becomes_a_formula(sign: str) -> None:
    text = f"{sign}1+1"
    assert safe_text(text) == f"'{text}"
    assert safe_text("1") == "1"
    table = Table("T", (text,), ((text,),))
    assert all(row[0].startswith("'") for row in read(as_csv([table])))
    sheet = load_workbook(io.BytesIO(as_xlsx([table])))["T"]
    for cell in (sheet["A1"], sheet["A2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.value.lstrip() == text.lstrip()


def test_what_no_xml_can_hold_is_left_out() -> None:
    table = Table("T", ("A",), (("a\x00b\x0bc\ud800#N/A",), ("#N/A",)))
    sheet = load_workbook(io.BytesIO(as_xlsx([table])))["T"]
    assert [sheet["A2"].value, sheet["A3"].value] == ["abc?#N/A", "#N/A"]
    assert sheet["A3"].data_type == "s"
    assert as_csv([table])[:3] == b"\xef\xbb\xbf"


def test_several_tables_are_several_sheets_and_parted_by_an_empty_line() -> None:
    one, two = Table("Topics", ("A",), (("a",),)), Table("topics", ("B",), ())
    assert read(as_csv([one, two])) == [["A"], ["a"], [], ["B"]]
    assert load_workbook(io.BytesIO(as_xlsx([one, two]))).sheetnames == ["Topics", "topics 2"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("'4B' [a]*?:/\\", "4B' a"),
        ("", "Table"),
        ("[]", "Table"),
        ("x" * 40, "x" * 31),
        ("Taken", "Taken 2"),
        ("t" * 40, "t" * 31),
    ],
)
def test_a_sheet_has_a_name_that_spreadsheets_take(title: str, name: str) -> None:
    assert sheet_name(title, {"taken"}) == name
    assert sheet_name("y" * 40, {"y" * 31}) == "y" * 29 + " 2"


def test_without_the_package_there_is_no_spreadsheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(PackageMissing):
        as_xlsx([MARKS])


def test_the_package_is_loaded_by_nobody_who_asks_for_no_spreadsheet() -> None:
    code = (
        "import sys; import quizapp.web.reports.files; import quizapp.exchange.spreadsheets; "
        "sys.exit('openpyxl' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_rows_of_other_files_are_written_the_same_way() -> None:
    assert csv_of([["á", "b"]]) == b"\xef\xbb\xbf\xc3\xa1,b\r\n"

from __future__ import annotations

import pytest

from quizapp.core.facts.errors import FactFileError
from quizapp.core.facts.tables import check_keys, read_document, tables

TEXT = """# a comment
[[row]]
id = "a"

  [[ row ]]   # a second one
id = "b"
size = 3
"""


def test_tables_know_their_lines() -> None:
    first, second = tables(read_document(TEXT, "x.toml"), TEXT, "x.toml", "row")
    assert (first.id, first.line, first.key_lines) == ("a", 2, {"id": 3})
    assert (second.id, second.line, second.key_lines) == ("b", 5, {"id": 6, "size": 7})
    assert second.number("size") == 3
    assert second.number("width") == 0
    assert second.text("size", "none") == "none"


def test_a_problem_stands_at_its_key_or_at_the_head() -> None:
    _, table = tables(read_document(TEXT, "x.toml"), TEXT, "x.toml", "row")
    assert str(table.problem("too big", "size")) == "x.toml, line 7: b: too big"
    assert str(table.problem("too much")) == "x.toml, line 5: b: too much"


def test_keys_are_checked_for_name_and_type() -> None:
    _, table = tables(read_document(TEXT, "x.toml"), TEXT, "x.toml", "row")
    known = {"id": "text", "size": "text"}
    found = check_keys(table, known, frozenset({"id", "colour"}))
    assert [problem.message for problem in found] == [
        "missing key 'colour'",
        "'size' must be a text in quotes",
    ]


def test_a_table_that_is_no_list_is_refused() -> None:
    with pytest.raises(FactFileError, match=r"\[\[row\]\]"):
        tables(read_document("row = 1", "x.toml"), "row = 1", "x.toml", "row")

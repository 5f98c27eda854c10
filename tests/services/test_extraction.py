"""Files of all sorts: candidates, or one sentence that names the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from quizapp.commands.facts import facts
from quizapp.services.extraction import UnreadableText, extract_file

BAD = {
    "latin.txt": (b"The caf\xe9 was built in 1900.", "not UTF-8"),
    "large.txt": (b"a line of the text\n" * 1_100_000, "larger than 5 MB"),
    "scan.pdf": (b"%PDF-1.7 rest", "no text file"),
    "noise.bin": (b"\x00\x01\x02" * 50, "no text file"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_text_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    data, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    done = CliRunner().invoke(facts, ["extract", str(path)])
    assert done.exit_code == 2
    assert str(path) in done.output
    assert words in done.output
    assert done.output.count("\n") == 1


def test_absent_files_and_folders_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(UnreadableText, match=path.name):
            extract_file(path)


@pytest.mark.parametrize("text", ["", "\n\n", "There is nothing to count in the text.\n"])
def test_a_text_without_facts_is_no_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(facts, ["extract", str(path), "--json"])
    assert done.exit_code == 0
    assert json.loads(done.output)["candidates"] == []


def test_the_promised_shape(tmp_path: Path) -> None:
    path = tmp_path / "fort.txt"
    path.write_text("Menu | Home | Help\n\nThe fort was built by the king in 1850.\n", "utf-8")
    done = CliRunner().invoke(facts, ["extract", str(path), "--json"])
    document = json.loads(done.output)
    assert document["candidates"] == [
        {
            "kind": "year",
            "value": "1850",
            "unit": "",
            "approx": "",
            "text": "1850",
            "paragraph": 2,
            "sentence": "The fort was built by the king in 1850.",
            "subject": "The fort",
            "needs": [],
        }
    ]
    assert document["dropped"] == [{"paragraph": 1, "text": "Menu | Home | Help", "reason": "menu"}]

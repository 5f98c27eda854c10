from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.services.banks import (
    LOCK,
    BankError,
    build,
    check,
    coverage,
    export,
    questions_folder,
    read_bank,
)
from tests.tools import SOURCES

ROOT = Path(__file__).resolve().parents[2]
POLAR = ROOT / "tests" / "core" / "bank" / "polar"
WITH_TEXTS = pytest.mark.skipif(not SOURCES.is_dir(), reason="the texts are not at hand")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A bank folder about a made-up subject, built with its text."""
    target = tmp_path / "questions"
    shutil.copytree(POLAR, target)
    build(target / "facts", target / "bank", target / "texts")
    return target


def test_the_shipped_bank_is_that_of_the_checkout() -> None:
    assert questions_folder() == ROOT / "questions"
    assert read_bank().questions == read_bank(questions_folder()).questions


def test_the_shipped_bank_is_what_its_facts_give_and_has_no_flaw() -> None:
    report = check(questions_folder())
    assert report.problems == ()
    assert report.errors == 0
    assert report.warnings <= 0.01 * report.questions
    assert not report.with_text


@WITH_TEXTS
def test_every_anchor_of_the_shipped_bank_stands_in_its_text(tmp_path: Path) -> None:
    report = check(questions_folder(), SOURCES)
    assert report.problems == ()
    assert report.with_text
    built = build(questions_folder() / "facts", tmp_path / "bank", SOURCES)
    assert built.problems == ()
    for name in built.written:
        assert (tmp_path / "bank" / name).read_bytes() == (
            questions_folder() / "bank" / name
        ).read_bytes()


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "es_PE.UTF-8", "TZ": "America/Lima"},
        {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"},
    ],
    ids=["plain", "lima", "turkish"],
)
def test_a_build_gives_the_same_bytes_everywhere(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path; from quizapp.services.banks import build;"
        "build(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    subprocess.run(
        [sys.executable, "-c", code, str(ROOT / "questions" / "facts"), str(tmp_path)],
        check=True,
        cwd=ROOT,
        env={**os.environ, **surroundings},
    )
    for path in (ROOT / "questions" / "bank").glob("*.json"):
        if path.name != LOCK:
            assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_building_again_changes_nothing(folder: Path) -> None:
    report = build(folder / "facts", folder / "bank", folder / "texts")
    assert report.changed == ()
    assert set(report.written) == {"halden.json", LOCK}
    assert report.as_json()["questions"] == report.questions == len(read_bank(folder).questions)


def test_a_bank_behind_its_facts_is_told(folder: Path) -> None:
    facts = folder / "facts" / "halden.toml"
    facts.write_text(facts.read_text("utf-8").replace('answer = "Orsvik"', 'answer = "Orsnes"'))
    report = check(folder)
    assert any("halden.json" in problem for problem in report.problems)
    (folder / "bank" / "halden.json").unlink()
    assert any("halden.json" in problem for problem in check(folder).problems)


def test_an_anchor_that_is_not_in_the_text_is_told(folder: Path) -> None:
    facts = folder / "facts" / "halden.toml"
    old = facts.read_text("utf-8")
    facts.write_text(old.replace('anchor = "was founded in 1871"', 'anchor = "founded in 1872"'))
    for report in (check(folder), check(folder, folder / "texts")):
        assert [problem.code for problem in report.anchor_problems] == ["E01"]
        assert any(row.startswith("E01 founded") for row in report.problems)
    built = build(folder / "facts", folder / "bank", folder / "texts")
    assert any("founded" in problem for problem in built.problems)


def test_a_text_that_changed_is_told(folder: Path) -> None:
    text = folder / "texts" / "halden.txt"
    text.write_text(text.read_text("utf-8") + "one more line\n", "utf-8")
    assert check(folder).problems == ()
    assert [row.code for row in check(folder, folder / "texts").anchor_problems] == ["E18"]


def test_without_a_lock_nothing_is_proven(folder: Path) -> None:
    (folder / "bank" / LOCK).unlink()
    assert any(problem.startswith("E18 halden") for problem in check(folder).problems)


def test_coverage_names_what_is_missing(folder: Path) -> None:
    report = coverage(folder)
    assert report.coverage.facts == 35
    assert all("aim" in problem for problem in report.problems)
    sources = folder / "sources.toml"
    sources.write_text(sources.read_text("utf-8").replace("[2, 3, 4, 5]", "[1, 2, 3, 4, 5]"))
    assert "halden: no fact cites paragraph 1" in coverage(folder).problems
    assert coverage(folder).as_json()["paragraphs"] == 5


def test_the_export_has_the_promised_shape() -> None:
    document = export(questions_folder())
    assert set(document) == {"sources", "facts"}
    sources, facts = document["sources"], document["facts"]
    assert isinstance(sources, list)
    assert isinstance(facts, list)
    for source in sources:
        assert {"id", "title", "publisher", "url", "as_of", "evidence", "file"} <= set(source)
    keys = (
        "id kind subject predicate statement answer accept value unit approx language source "
        "paragraph anchor as_of according_to confusable also_true importance questions"
    )
    asked = set()
    for fact in facts:
        assert set(keys.split()) <= set(fact)
        assert len(fact["anchor"].split()) <= 8
        for question in fact["questions"]:
            assert set(question) >= {
                *("id", "kind", "template", "stem", "options", "answer", "accept", "facts"),
                "explanation",
            }
            assert question["facts"][0] == fact["id"]
            asked.add(question["id"])
    assert len(asked) == len(read_bank().questions)
    assert len(facts) >= 160


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("sources.toml", "[[source]]\nid = 3\n", r"sources\.toml, line 2"),
        ("facts/halden.toml", "no toml", r"halden\.toml, line 1"),
        ("facts/halden.toml", "\udcff", r"halden\.toml"),
        ("bank/halden.json", "{}", r"halden\.json"),
        ("bank/anchors.json", "{", r"anchors\.json"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    folder: Path, name: str, content: str, said: str
) -> None:
    (folder / name).write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BankError, match=said):
        check(folder)


def test_a_missing_text_is_named(folder: Path) -> None:
    with pytest.raises(BankError, match=r"halden\.txt"):
        build(folder / "facts", folder / "bank", folder / "nowhere")

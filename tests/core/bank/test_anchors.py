from __future__ import annotations

from dataclasses import replace

from quizapp.core.bank.anchors import (
    check_lock,
    check_text,
    digest,
    make_lock,
    paragraphs_of,
    place_words,
)
from quizapp.core.bank.words import word_hash
from tests.core.bank.at_hand import POLAR, material

SOURCE, FACTS = material(POLAR)[0][0], material(POLAR)[1]
TEXT = (POLAR / "texts" / SOURCE.file).read_text("utf-8")
LOCK = make_lock([SOURCE], FACTS, {SOURCE.id: TEXT})


def codes(problems: list[object]) -> list[tuple[str, str]]:
    return [(problem.code, problem.fact) for problem in problems]  # type: ignore[attr-defined]


def changed(**values: object) -> list[object]:
    return [replace(FACTS[0], **values), *FACTS[1:]]  # type: ignore[arg-type]


def test_paragraphs_are_the_lines_that_are_not_empty() -> None:
    assert paragraphs_of("a\n\n   \n  b \n") == ("a", "b")


def test_anchors_that_stand_once_are_proven_by_text_and_by_lock() -> None:
    assert check_text(SOURCE, FACTS, TEXT) == []
    assert check_lock(SOURCE, FACTS, LOCK) == []


def test_an_anchor_that_is_missing_twice_there_or_elsewhere_is_not() -> None:
    for values in ({"anchor": "founded in 1872"}, {"anchor": "the"}, {"paragraph": 3}):
        facts = changed(**values)
        assert codes(check_text(SOURCE, facts, TEXT)) == [("E01", FACTS[0].id)]  # type: ignore[arg-type]
        assert codes(check_lock(SOURCE, facts, LOCK)) == [("E01", FACTS[0].id)]  # type: ignore[arg-type]
        lock = make_lock([SOURCE], facts, {SOURCE.id: TEXT})  # type: ignore[arg-type]
        assert codes(check_lock(SOURCE, facts, lock)) == [("E01", FACTS[0].id)]  # type: ignore[arg-type]


def test_another_text_is_seen() -> None:
    assert ("E18", "") in codes(check_text(SOURCE, FACTS, TEXT + "x"))  # type: ignore[arg-type]
    other = replace(SOURCE, text_hash=digest("x"))
    assert codes(check_lock(other, FACTS, LOCK)) == [("E18", "")]  # type: ignore[arg-type]
    assert codes(check_lock(SOURCE, FACTS, {})) == [("E18", "")]  # type: ignore[arg-type]


def test_the_lock_holds_no_word_of_the_text() -> None:
    assert "Orsvik" not in repr(LOCK)
    words = place_words(LOCK)
    assert word_hash("orsvik") in words["halden", 2]
    assert word_hash("rudder") not in words["halden", 2]

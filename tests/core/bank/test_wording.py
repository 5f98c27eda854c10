from __future__ import annotations

from dataclasses import asdict

from quizapp.core.bank.wording import attributed, bare, capitalised, wording


def test_each_language_has_its_own_phrases() -> None:
    assert wording("en").true == "True"
    assert wording("es").true == "Verdadero"
    assert wording("es-PE") == wording("es")
    assert wording("qu") == wording("en")
    assert all(asdict(wording("es")).values())


def test_who_says_so_stands_before_the_last_sign() -> None:
    assert attributed("Which came first?", "", "en") == "Which came first?"
    assert attributed("Which came first?", "critics", "en") == (
        "Which came first, according to critics?"
    )


def test_a_statement_loses_only_the_speaker_that_the_stem_names() -> None:
    said = "According to the article, coca is grown."
    assert bare(said, "the article", "en") == "Coca is grown."
    assert bare(said, "critics", "en") == said
    assert bare(said, "", "en") == said


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capitalised("the FAP") == "The FAP"
    assert capitalised("") == ""

from __future__ import annotations

import pytest

from quizapp.core.facts.errors import FactFileError
from quizapp.core.facts.load import (
    FACT_KEYS,
    SOURCE_KEYS,
    load_facts,
    parse_facts,
    parse_sources,
)
from quizapp.core.facts.model import FactKind, FactStatus, Source
from tests.core.bank.at_hand import QUESTIONS

SOURCE = """
[[source]]
id = "log"
title = "A log"
short_title = "Log"
publisher = "nobody"
url = ""
licence = "ours"
language = "en"
as_of = "1992-09"
evidence = "reference"
file = "log.txt"
text_hash = "00"
paragraphs = [2, 3]
"""
HEAD = 'source = "log"\n[defaults]\nstatus = "approved"\norigin = "hand"\n'
SAID = 'statement = "The log began in 1896."'
FACT = """
[[fact]]
id = "start"
kind = "year"
topic = "Log"
subject = "log"
predicate = "began"
statement = "The log began in 1896."
ask = "When did the log begin?"
cue = "the beginning of the log"
value = "1896"
answer = "1896"
paragraph = 2
anchor = "began in 1896"
importance = 3
"""


def sources() -> tuple[Source, ...]:
    return parse_sources(SOURCE, "sources.toml")


def problems(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(FactFileError) as caught:
        parse_facts(text, "log.toml", sources())
    assert all(problem.file == "log.toml" for problem in caught.value.problems)
    return [(found.line, found.entry, found.message) for found in caught.value.problems]


def test_a_fact_is_read_with_what_its_file_and_source_give() -> None:
    (fact,) = parse_facts(HEAD + FACT, "log.toml", sources())
    assert (fact.id, fact.kind, fact.status) == ("start", FactKind.YEAR, FactStatus.APPROVED)
    assert (fact.source, fact.language, fact.as_of) == ("log", "en", "1992-09")
    assert fact.truth_group == ("log", "began")


def test_a_source_knows_the_numbers_of_its_own_paragraphs() -> None:
    (source,) = sources()
    assert source.paragraph_number(2) == 1
    assert source.paragraph_number(3) == 2
    with pytest.raises(ValueError, match="4"):
        source.paragraph_number(4)


def test_an_error_names_file_fact_and_line() -> None:
    text = HEAD + FACT.replace('value = "1896"', 'value = "18th of May"')
    ((line, entry, message),) = problems(text)
    assert text.split("\n")[line - 1].startswith("value =")
    assert entry == "start"
    assert "18th of May" in message
    with pytest.raises(FactFileError, match=rf"^log\.toml, line {line}: start: "):
        parse_facts(text, "log.toml", sources())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cue =", "cues =", "unknown key 'cues'"),
        ('topic = "Log"\n', "", "missing key 'topic'"),
        ('topic = "Log"', 'topic = ""', "'topic' is empty"),
        ('kind = "year"', 'kind = "epoch"', "'epoch' is no kind"),
        ("importance = 3", "importance = 4", "importance is 1, 2 or 3"),
        ("importance = 3", 'importance = "3"', "'importance' must be a whole number"),
        ("paragraph = 2", "paragraph = 1", "line 1 is no content paragraph of log"),
        ('anchor = "began in 1896"', f'anchor = "{"a " * 9}"', "at most 8 words"),
        ('value = "1896"\n', "", "a time needs a value"),
        ('kind = "year"', 'kind = "figure"', "a value and a unit"),
        ('kind = "year"', 'kind = "person"', "has no value"),
        ("importance = 3", 'importance = 3\ngap = "1897"', "exactly once"),
        ("importance = 3", 'importance = 3\ngap = "e"', "exactly once"),
        ("importance = 3", 'importance = 3\nreverse_answer = "log"', "needs an ask_reverse"),
        ("importance = 3", 'importance = 3\nconfusable = ["end"]', "unknown fact 'end'"),
        ("importance = 3", 'importance = 3\nnever_beside = ["start"]', "the fact itself"),
        ("importance = 3", 'importance = 3\ndisagrees_with = ["end"]', "unknown fact 'end'"),
        ("importance = 3", 'importance = 3\ndisagreement = "They differ."', "belong together"),
        ("importance = 3", 'importance = 3\nrivals = ["1897 = start"]', "the fact it goes with"),
        ("importance = 3", 'importance = 3\nrivals = ["1897 = end"]', "the fact it goes with"),
        ("importance = 3", 'importance = 3\nrivals = ["= end"]', "the fact it goes with"),
        ("importance = 3", 'importance = 3\nrivals = ["soon"]', "no other time"),
        ("importance = 3", 'importance = 3\nrivals = ["May 1896"]', "no other time"),
        ("importance = 3", f"importance = 3\nfalse_{SAID}", "the statement itself"),
        ("importance = 3", 'importance = 3\naccept = "1896"', "must be a list of texts"),
        ("importance = 3", 'importance = 3\nplural = "yes"', "must be true or false"),
        ("importance = 3", 'importance = 3\nas_of = "soon"', "soon"),
        ("importance = 3", 'importance = 3\nalso_true = ["soon"]', "soon"),
        ("importance = 3", 'importance = 3\nnever_times = ["soon"]', "soon"),
        ('id = "start"', 'id = "Start!"', "small letters"),
    ],
)
def test_what_is_wrong_is_said(old: str, new: str, said: str) -> None:
    assert old in FACT
    assert any(said in message for _, _, message in problems(HEAD + FACT.replace(old, new)))


def test_a_rival_that_is_right_is_refused() -> None:
    text = FACT.replace('kind = "year"', 'kind = "place"').replace('value = "1896"\n', "")
    other = text.replace('"start"', '"end"')
    right = text.replace("importance = 3", 'importance = 3\naccept = ["Lima"]\nrivals = ["{}"]')
    for rival in ("the 1896 = end", "lima = end"):
        found = problems(HEAD + right.format(rival) + other)
        assert [row[2] for row in found] == [f"the rival {rival[:-6]!r} is a right answer"]
    first, _ = parse_facts(HEAD + right.format("a = b = end") + other, "log.toml", sources())
    assert first.rival_answers == (("a = b", "end"),)
    first, _ = parse_facts(HEAD + right.format("Cusco") + other, "log.toml", sources())
    assert first.rival_answers == (("Cusco", ""),)


def test_all_problems_come_at_once() -> None:
    second = FACT.replace("importance = 3", "importance = 9").replace('cue = "', 'clue = "')
    found = problems(HEAD + FACT + second)
    assert len(found) >= 4
    assert {"this id is used twice", "importance is 1, 2 or 3"} <= {row[2] for row in found}


def test_problems_of_several_files_come_at_once() -> None:
    files = {
        "a.toml": HEAD + FACT,
        "b.toml": HEAD + FACT,
        "c.toml": "source = 'nobody'",
        "d.toml": "this is = = not TOML",
    }
    with pytest.raises(FactFileError) as caught:
        load_facts(files, sources())
    assert {found.file for found in caught.value.problems} == {"b.toml", "c.toml", "d.toml"}


def test_a_file_that_is_no_toml_is_told_with_its_line() -> None:
    ((line, _, message),) = problems(HEAD + "\n\nnot = = toml\n")
    assert line == 7
    assert "not TOML" in message


def test_a_claim_of_an_opinion_article_says_who_makes_it() -> None:
    text = SOURCE.replace('"reference"', '"opinion article"')
    opinion = parse_sources(text, "sources.toml")
    with pytest.raises(FactFileError, match="according_to"):
        parse_facts(HEAD + FACT, "log.toml", opinion)
    said = HEAD.replace("[defaults]", '[defaults]\naccording_to = "the article"')
    (fact,) = parse_facts(said + FACT, "log.toml", opinion)
    assert fact.according_to == "the article"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("paragraphs = [2, 3]", "paragraphs = [3, 2]"),
        ("paragraphs = [2, 3]", "paragraphs = []"),
        ("paragraphs = [2, 3]", 'paragraphs = "all"'),
        ('as_of = "1992-09"', 'as_of = "last year"'),
        ('file = "log.txt"', ""),
        ('id = "log"', 'id = "log"\nname = "x"'),
    ],
)
def test_a_wrong_source_is_refused(old: str, new: str) -> None:
    with pytest.raises(FactFileError, match=r"sources\.toml, line \d+"):
        parse_sources(SOURCE.replace(old, new), "sources.toml")


def test_two_sources_of_one_id_are_refused() -> None:
    with pytest.raises(FactFileError, match="used twice"):
        parse_sources(SOURCE + SOURCE, "sources.toml")


def test_every_key_of_a_fact_and_a_source_is_documented() -> None:
    told = (QUESTIONS / "README.md").read_text("utf-8")
    assert [key for key in (*FACT_KEYS, *SOURCE_KEYS) if f"`{key}`" not in told] == []

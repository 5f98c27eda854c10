"""Whatever facts a file holds: if it loads, no rule of the distractors is broken."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.bank.build import build_bank
from quizapp.core.bank.lint import lint_bank
from quizapp.core.bank.model import Bank
from quizapp.core.facts.load import load_facts, parse_sources
from quizapp.core.questions import QuestionKind
from quizapp.core.values.times import TimeValue, overlaps, parse_edtf
from tests.core.facts.test_load import HEAD, SOURCE

NAMES = ("Lima", "Cusco", "Puno", "Tacna", "Ica", "Lima Norte", "the Ica valley", "cusco")
UNITS = ("people", "ships", "tonnes")
HEDGES = ("", "almost", "about", "over", "up-to", "at-least")

years = st.integers(1850, 1992)
spans = st.tuples(years, st.integers(1, 60)).map(lambda pair: (pair[0], min(sum(pair), 1992)))
subjects = st.sampled_from(["ship", "school", "mission", "camp"])


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    """The kind, value and answer of one fact."""
    kind = draw(st.sampled_from(["year", "range", "figure", "percent", "place", "concept"]))
    row = {"kind": kind, "subject": draw(subjects), "predicate": draw(subjects)}
    if kind == "year":
        year = draw(years)
        return {**row, "value": str(year), "answer": str(year)}
    if kind == "range":
        first, last = draw(spans)
        return {**row, "value": f"{first}/{last}", "answer": f"{first}–{last}"}
    if kind in ("figure", "percent"):
        number = draw(st.integers(1, 100 if kind == "percent" else 90_000))
        unit = "percent" if kind == "percent" else draw(st.sampled_from(UNITS))
        hedge = draw(st.sampled_from(HEDGES))
        return {**row, "value": str(number), "answer": f"{number:,}", "unit": unit, "approx": hedge}
    return {**row, "answer": draw(st.sampled_from(NAMES)), "class": draw(subjects)}


def made(found: list[dict[str, str]]) -> Bank:
    text = HEAD
    for n, row in enumerate(found):
        values = {
            **row,
            "id": f"fact-{n}",
            "topic": "Any",
            "statement": f"Of number {n + 2000} it is said: {row['answer']}.",
            "ask": f"What is said of number {n + 2000}?",
            "cue": f"what is said of {n + 2000}",
            "anchor": f"number {n}",
        }
        text += "\n[[fact]]\n" + "".join(f'{key} = "{value}"\n' for key, value in values.items())
        text += "paragraph = 2\nimportance = 3\n"
    sources = parse_sources(SOURCE, "sources.toml")
    return build_bank(sources, load_facts({"any.toml": text}, sources))


def value(text: str) -> TimeValue:
    return parse_edtf(
        text.replace("–", "/") if len(text) != 7 else f"{text[:4]}/{text[:2]}{text[5:]}"
    )


@settings(max_examples=60, deadline=timedelta(seconds=5))
@given(st.lists(rows(), min_size=4, max_size=14))
def test_no_rule_can_be_broken(found: list[dict[str, str]]) -> None:
    bank = made(found)
    facts = {fact.id: fact for fact in bank.facts}
    for question in bank.questions:
        if question.kind is not QuestionKind.SINGLE_CHOICE:
            continue
        fact = facts[question.facts[0]]
        assert 3 <= len(question.options) <= 4
        assert sum(option.correct for option in question.options) == 1
        assert len({option.text.casefold() for option in question.options}) == len(question.options)
        for option in question.options:
            other = facts.get(option.fact)
            assert option.correct or other is None or other.truth_group != fact.truth_group
            if option.correct or not question.template.startswith("single-choice"):
                continue
            if fact.is_time:
                wrong = value(option.text)
                assert not overlaps(wrong, parse_edtf(fact.value))
                assert wrong.latest <= date(1992, 12, 31)
                assert wrong.precision == parse_edtf(fact.value).precision
            elif fact.is_number:
                number = int(option.text.replace(",", ""))
                assert number != int(fact.value)
                assert not (fact.approx in ("over", "at-least") and number < int(fact.value))
                assert not (fact.approx == "up-to" and number > int(fact.value))
                assert fact.unit != "percent" or number <= 100


@settings(max_examples=30, deadline=timedelta(seconds=5))
@given(st.lists(rows(), min_size=4, max_size=14))
def test_lint_finds_no_untruth_in_what_was_built(found: list[dict[str, str]]) -> None:
    codes = {"E03", "E04", "E05", "E11", "E16", "E17", "E18"}
    assert not [finding for finding in lint_bank(made(found)) if finding.code in codes]

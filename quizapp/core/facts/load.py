"""Reads source and fact files. Everything wrong in them is told at once, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizapp.core.facts.errors import FactFileError, FileProblem
from quizapp.core.facts.model import (
    NUMBER_KINDS,
    TIME_KINDS,
    Fact,
    FactKind,
    FactStatus,
    Source,
)
from quizapp.core.facts.rivals import rival_problems
from quizapp.core.facts.tables import Table, check_keys, read_document, tables
from quizapp.core.values.numbers import parse_value
from quizapp.core.values.texts import fold
from quizapp.core.values.times import parse_edtf

_SOURCE_TEXTS = "id title short_title publisher url licence language as_of evidence file text_hash"
_FACT_TEXTS = (
    "id kind class topic subject predicate statement ask cue cue_long answer anchor status "
    "origin value unit approx as_of according_to gap ask_reverse reverse_answer reverse_class "
    "ask_choice ask_all ask_largest ask_active disagreement false_statement"
)
_FACT_LISTS = (
    "accept confusable also_true never_beside never_times rivals gap_accept reverse_accept "
    "disagrees_with"
)

SOURCE_KEYS: dict[str, str] = {
    **dict.fromkeys(_SOURCE_TEXTS.split(), "text"),
    "paragraphs": "numbers",
}
FACT_KEYS: dict[str, str] = {
    **dict.fromkeys(_FACT_TEXTS.split(), "text"),
    **dict.fromkeys(_FACT_LISTS.split(), "texts"),
    "paragraph": "number",
    "importance": "number",
    "plural": "flag",
    "orderable": "flag",
}
DEFAULT_KEYS = frozenset({"status", "origin", "as_of", "according_to"})
"""What a file's `[defaults]` table may set for all of its facts."""

_SOURCE_REQUIRED = frozenset(SOURCE_KEYS) - {"url", "as_of"}
_FACT_REQUIRED = frozenset(
    [
        "id",
        "kind",
        "topic",
        "subject",
        "predicate",
        "statement",
        "ask",
        "cue",
        "answer",
        "paragraph",
        "anchor",
        "importance",
        "status",
        "origin",
    ]
)
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ANCHOR_WORDS = 8
"""An anchor is a citation, not a quotation: at most so many words."""


def parse_sources(text: str, name: str) -> tuple[Source, ...]:
    """The sources of a file in file order. Raises FactFileError with all that is wrong."""
    document = read_document(text, name)
    found = tables(document, text, name, "source")
    problems = _unknown_heads(document, name, {"source"})
    seen: set[str] = set()
    for table in found:
        problems += check_keys(table, SOURCE_KEYS, _SOURCE_REQUIRED)
        problems += _source_problems(table)
        problems += _twice(table, seen)
    if problems:
        raise FactFileError(tuple(problems))
    return tuple(_source(table) for table in found)


def parse_facts(text: str, name: str, sources: Iterable[Source]) -> tuple[Fact, ...]:
    """The facts of one file in file order, references among themselves checked.

    Raises FactFileError with all that is wrong.
    """
    return load_facts({name: text}, sources)


def load_facts(files: Mapping[str, str], sources: Iterable[Source]) -> tuple[Fact, ...]:
    """The facts of several files (name to text), in order of file name, then as written.

    Raises FactFileError with everything that is wrong in any of them.
    """
    known = {source.id: source for source in sources}
    found: list[tuple[Table, Source]] = []
    problems: list[FileProblem] = []
    for name in sorted(files):
        try:
            found += _fact_tables(files[name], name, known)
        except FactFileError as error:
            problems += error.problems
    seen: set[str] = set()
    for table, _ in found:
        problems += _twice(table, seen)
    for table, source in found:
        problems += check_keys(table, FACT_KEYS, _FACT_REQUIRED)
        problems += _fact_problems(table, source)
        problems += _reference_problems(table, seen, source)
    if problems:
        raise FactFileError(tuple(problems))
    return tuple(_fact(table, source) for table, source in found)


def _fact_tables(text: str, name: str, sources: Mapping[str, Source]) -> list[tuple[Table, Source]]:
    document = read_document(text, name)
    problems = _unknown_heads(document, name, {"source", "defaults", "fact"})
    source = sources.get(str(document.get("source", "")))
    if source is None:
        problems.append(
            FileProblem(name, 1, "", 'the file must begin with source = "…", the id of a source')
        )
    defaults = document.get("defaults", {})
    defaults = defaults if isinstance(defaults, dict) else {}
    for key in sorted(set(defaults) - DEFAULT_KEYS):
        problems.append(FileProblem(name, 1, "", f"unknown key {key!r} in [defaults]"))
    if problems or source is None:
        raise FactFileError(tuple(problems))
    found = tables(document, text, name, "fact")
    for table in found:
        table.values = {**defaults, **table.values}
    return [(table, source) for table in found]


def _unknown_heads(document: Mapping[str, object], name: str, known: set[str]) -> list[FileProblem]:
    return [
        FileProblem(name, 1, "", f"unknown key {key!r}") for key in document if key not in known
    ]


def _twice(table: Table, seen: set[str]) -> list[FileProblem]:
    if table.id and table.id in seen:
        return [table.problem("this id is used twice", "id")]
    seen.add(table.id)
    if table.id and not _SLUG.fullmatch(table.id):
        return [table.problem("an id is made of small letters, digits and hyphens", "id")]
    return []


def _source_problems(table: Table) -> list[FileProblem]:
    problems = []
    if table.text("as_of"):
        problems += _edtf_problem(table, "as_of")
    numbers = table.values.get("paragraphs")
    if not _rising(numbers):
        message = "paragraphs must be rising numbers of lines from 1"
        problems.append(table.problem(message, "paragraphs"))
    return problems


def _rising(numbers: object) -> bool:
    if not isinstance(numbers, list) or not all(isinstance(item, int) for item in numbers):
        return False
    return bool(numbers) and numbers == sorted(set(numbers)) and numbers[0] >= 1


def _edtf_problem(table: Table, key: str) -> list[FileProblem]:
    try:
        parse_edtf(table.text(key))
    except ValueError as error:
        return [table.problem(str(error), key)]
    return []


def _fact_problems(table: Table, source: Source) -> list[FileProblem]:
    problems = []
    for key, allowed in (("kind", FactKind), ("status", FactStatus)):
        if table.text(key) and table.text(key) not in {item.value for item in allowed}:
            problems.append(table.problem(f"{table.text(key)!r} is no {key}", key))
    if "importance" in table.values and table.number("importance") not in (1, 2, 3):
        problems.append(table.problem("importance is 1, 2 or 3", "importance"))
    if "paragraph" in table.values and table.number("paragraph") not in source.paragraphs:
        message = f"line {table.number('paragraph')} is no content paragraph of {source.id}"
        problems.append(table.problem(message, "paragraph"))
    if len(table.text("anchor").split()) > ANCHOR_WORDS:
        problems.append(table.problem(f"an anchor has at most {ANCHOR_WORDS} words", "anchor"))
    if source.opinion and not table.text("according_to"):
        problems.append(table.problem("a claim of an opinion article needs 'according_to'"))
    return problems + _value_problems(table) + _gap_problems(table)


def _value_problems(table: Table) -> list[FileProblem]:
    kind, value = table.text("kind"), table.text("value")
    problems = []
    if table.text("as_of"):
        problems += _edtf_problem(table, "as_of")
    if kind in TIME_KINDS:
        if not value:
            return [*problems, table.problem("a time needs a value")]
        problems += _times_problems(table)
        return problems + _edtf_problem(table, "value")
    if kind in NUMBER_KINDS and not (value and table.text("unit")):
        return [*problems, table.problem("a figure needs a value and a unit")]
    try:
        parse_value(
            value if kind in NUMBER_KINDS else "0", table.text("unit"), table.text("approx")
        )
    except ValueError as error:
        problems.append(table.problem(str(error), "value"))
    if kind and kind not in NUMBER_KINDS and value:
        problems.append(table.problem(f"a {kind} has no value, only an answer", "value"))
    return problems


def _times_problems(table: Table) -> list[FileProblem]:
    problems = []
    for key in ("also_true", "never_times"):
        for other in table.texts(key):
            try:
                parse_edtf(other)
            except ValueError as error:
                problems.append(table.problem(str(error), key))
    return problems


def _gap_problems(table: Table) -> list[FileProblem]:
    gap, statement = table.text("gap"), table.text("statement")
    if gap and statement.casefold().count(gap.casefold()) != 1:
        return [table.problem("the gap must stand in the statement exactly once", "gap")]
    if bool(table.text("reverse_answer")) and not table.text("ask_reverse"):
        return [table.problem("a reverse_answer needs an ask_reverse", "reverse_answer")]
    if table.text("false_statement") and fold(table.text("false_statement")) == fold(statement):
        return [table.problem("the false statement is the statement itself", "false_statement")]
    if bool(table.texts("disagrees_with")) != bool(table.text("disagreement")):
        message = "disagrees_with and the sentence of the disagreement belong together"
        return [table.problem(message, "disagrees_with")]
    return []


def _reference_problems(table: Table, ids: set[str], source: Source) -> list[FileProblem]:
    problems = []
    for key in ("confusable", "never_beside", "disagrees_with"):
        for other in table.texts(key):
            if other not in ids:
                problems.append(table.problem(f"{key} names the unknown fact {other!r}", key))
            elif other == table.id:
                problems.append(table.problem(f"{key} names the fact itself", key))
    return problems + rival_problems(table, ids, source.language)


def _source(table: Table) -> Source:
    numbers = table.values["paragraphs"]
    texts = {key: table.text(key) for key, kind in SOURCE_KEYS.items() if kind == "text"}
    paragraphs = tuple(int(item) for item in numbers) if isinstance(numbers, list) else ()
    return Source(**texts, paragraphs=paragraphs)


_RENAMED = {"class": "answer_class", "ask_choice": "group_question", "ask_all": "group_ask"}


def _fact(table: Table, source: Source) -> Fact:
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, kind in FACT_KEYS.items():
        if kind == "text" and key not in ("kind", "status"):
            texts[_RENAMED.get(key, key)] = table.text(key)
        elif kind == "texts":
            lists[key] = table.texts(key)
    texts["as_of"] = texts["as_of"] or source.as_of
    return Fact(
        **texts,  # type: ignore[arg-type]
        **lists,  # type: ignore[arg-type]
        kind=FactKind(table.text("kind")),
        status=FactStatus(table.text("status")),
        paragraph=table.number("paragraph"),
        importance=table.number("importance"),
        plural=bool(table.values.get("plural", False)),
        orderable=bool(table.values.get("orderable", True)),
        source=source.id,
        language=source.language,
    )

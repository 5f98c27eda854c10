"""Rows pasted from a spreadsheet, read as drafts.

| column | holds |
|---|---|
| kind | a kind's name; empty: single choice with wrong options, else short answer |
| question | the text |
| answer | what is right; several parted by a bar: right options, further right forms, lines of an |
| | order, pairs "cellar = 1901", criteria of an essay with their points "two causes = 3"; a |
| | number with unit and tolerance "350 km ± 5" |
| wrong 1 … wrong 5 | wrong options, what is easily confused, partners of nobody |
| topic, tags, explanation | as in the form |
| fact | the fact in one sentence; empty: the question with its answer |
| hints | shown one after another, parted by a bar |
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quizapp.core.questions import QuestionKind
from quizapp.core.values.texts import tokens
from quizapp.services.authoring.draft import FALSE, TRUE, Draft, DraftOption, tidy
from quizapp.services.context import Refused

COLUMNS = (
    *("kind", "question", "answer", "wrong 1", "wrong 2", "wrong 3"),
    *("topic", "tags", "explanation", "fact", "hints"),
)
"""Their order where the first row names none."""
MOST_ROWS = 1000
LONGEST = 400_000
"""Signs of one paste."""
UNPASTED = frozenset({QuestionKind.IMAGE_REGIONS})
"""Kinds that a spreadsheet cannot hold."""
KINDS: dict[str, QuestionKind] = {
    **{kind.value.replace("_", " "): kind for kind in QuestionKind if kind not in UNPASTED},
    "several right": QuestionKind.MULTIPLE_CHOICE,
    "number": QuestionKind.NUMERIC,
    "gap": QuestionKind.CLOZE,
    "order": QuestionKind.ORDERING,
    "pairs": QuestionKind.MATCHING,
    "opcion unica": QuestionKind.SINGLE_CHOICE,
    "varias correctas": QuestionKind.MULTIPLE_CHOICE,
    "verdadero o falso": QuestionKind.TRUE_FALSE,
    "respuesta corta": QuestionKind.SHORT_ANSWER,
    "numero": QuestionKind.NUMERIC,
    "fecha": QuestionKind.DATE,
    "hueco": QuestionKind.CLOZE,
    "orden": QuestionKind.ORDERING,
    "parejas": QuestionKind.MATCHING,
    "tarjeta": QuestionKind.FLASHCARD,
    "redaccion": QuestionKind.ESSAY,
}
_NAMES = {
    **{name: name for name in COLUMNS},
    "stem": "question",
    "pregunta": "question",
    "tipo": "kind",
    "respuesta": "answer",
    "tema": "topic",
    "etiquetas": "tags",
    "explicacion": "explanation",
    "hecho": "fact",
    "feedback": "explanation",
    **dict.fromkeys(("hint", "pista", "pistas"), "hints"),
    "wrong": "wrong 1",
    "wrong 4": "wrong 4",
    "wrong 5": "wrong 5",
    **{f"incorrecta {number}": f"wrong {number}" for number in range(1, 6)},
}
_WRONG = re.compile(r"wrong [1-5]")
_TRUTHS = {
    **dict.fromkeys(("true", "t", "yes", "verdadero", "v", "si"), TRUE),
    **dict.fromkeys(("false", "f", "no", "falso"), FALSE),
}
_TOLERANCE = re.compile(r"^(.*?)\s*±\s*(\S.*)$")
_PAIR = re.compile(r"\s*(?:=|→|->)\s*")


@dataclass(frozen=True, slots=True)
class Row:
    """One pasted row: its number from 1 (the heading not counted), its cells by column."""

    number: int
    cells: dict[str, str]


def read_table(text: str) -> tuple[Row, ...]:
    """The rows of a paste, empty ones left out.

    Raises Refused("paste_empty"), Refused("paste_long"), Refused("paste_rows"),
    Refused("paste_quotes").
    """
    if len(text) > LONGEST:
        raise Refused("paste_long", limit=str(LONGEST // 1000))
    lines = [line for line in _cells(text) if any(cell.strip() for cell in line)]
    columns, lines = _heading(lines)
    if not lines:
        raise Refused("paste_empty")
    if len(lines) > MOST_ROWS:
        raise Refused("paste_rows", limit=str(MOST_ROWS), found=str(len(lines)))
    return tuple(Row(number, _named(columns, cells)) for number, cells in enumerate(lines, start=1))


def _cells(text: str) -> list[list[str]]:
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    first = text.lstrip("\n").partition("\n")[0]
    sign = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    try:
        return list(csv.reader(io.StringIO(text), delimiter=sign, strict=False))
    except csv.Error:
        raise Refused("paste_quotes") from None


def _heading(lines: list[list[str]]) -> tuple[Sequence[str], list[list[str]]]:
    """The columns as the first row names them, or as documented, and the rows under it."""
    if not lines:
        return COLUMNS, lines
    named = [_NAMES.get(" ".join(tokens(cell)), "") for cell in lines[0]]
    if sum(bool(name) for name in named) >= 2 and {"question", "answer"} <= set(named):
        return named, lines[1:]
    return COLUMNS, lines


def _named(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    pairs = zip(columns, cells, strict=False)
    return {name: tidy(cell) for name, cell in pairs if name and cell.strip()}


def cannot_be_pasted(cells: dict[str, str]) -> bool:
    """Whether a row names a kind that is written in the form alone."""
    name = " ".join(tokens(cells.get("kind", "").replace("_", " ")))
    return name in {kind.value.replace("_", " ") for kind in UNPASTED}


def kind_of(cells: dict[str, str]) -> QuestionKind | None:
    """The kind that a row names or shows; None for a name that is none."""
    name = " ".join(tokens(cells.get("kind", "").replace("_", " ")))
    if name:
        return KINDS.get(name)
    return QuestionKind.SINGLE_CHOICE if _wrong(cells) else QuestionKind.SHORT_ANSWER


def _wrong(cells: dict[str, str]) -> list[str]:
    return [cells[name] for name in sorted(cells) if _WRONG.fullmatch(name)]


def draft_of_row(cells: dict[str, str], audience: str, language: str) -> Draft | None:
    """The draft that a row means; None when its kind is unknown."""
    kind = kind_of(cells)
    if kind is None:
        return None
    stem, answer = cells.get("question", ""), cells.get("answer", "")
    base = Draft(
        kind=kind,
        audience=audience,
        statement=cells.get("fact", "") or _statement(kind, stem, answer),
        topic=cells.get("topic", ""),
        stem=stem,
        tags=cells.get("tags", ""),
        explanation=cells.get("explanation", ""),
        hints="\n".join(_parts(cells.get("hints", ""))),
        language=language,
    )
    return _filled(base, _parts(answer), cells)


def _parts(cell: str) -> list[str]:
    """What a cell holds between its bars, each on a line of its own."""
    found = (" ".join(part.split()) for part in cell.split("|"))
    return [part for part in found if part]


def _statement(kind: QuestionKind, stem: str, answer: str) -> str:
    if kind is QuestionKind.ESSAY:
        return stem
    return (
        f"{stem} {' · '.join(part.strip() for part in answer.split('|'))}".strip()
        if stem and answer
        else ""
    )


def _filled(base: Draft, answers: list[str], cells: dict[str, str]) -> Draft:
    """The draft with its answer, as its kind takes it."""
    wrong = _wrong(cells)
    if base.kind is QuestionKind.TRUE_FALSE:
        truth = _TRUTHS.get(" ".join(tokens(cells.get("answer", ""))), "")
        return replace(base, answer=truth, feedback=base.explanation if truth == FALSE else "")
    if base.kind is QuestionKind.MATCHING:
        pairs = (_PAIR.split(one, maxsplit=1) for one in answers)
        rows = tuple(DraftOption(pair[0], partner=pair[1] if pair[1:] else "") for pair in pairs)
        return replace(base, options=rows, extra="\n".join(wrong))
    if base.kind is QuestionKind.ESSAY:
        pairs = (_PAIR.split(one, maxsplit=1) for one in answers)
        rows = tuple(DraftOption(pair[0], points=pair[1] if pair[1:] else "") for pair in pairs)
        return replace(base, options=rows)
    if base.kind is QuestionKind.ORDERING:
        return replace(base, options=tuple(DraftOption(one) for one in answers))
    if base.kind in (QuestionKind.SINGLE_CHOICE, QuestionKind.MULTIPLE_CHOICE):
        right = answers if base.kind is QuestionKind.MULTIPLE_CHOICE else [cells.get("answer", "")]
        rows = tuple(DraftOption(text, True) for text in right if text)
        return replace(base, options=_spread(rows, tuple(DraftOption(text) for text in wrong)))
    return _written(base, answers, wrong)


def _spread(
    right: tuple[DraftOption, ...], wrong: tuple[DraftOption, ...]
) -> tuple[DraftOption, ...]:
    """The options; numbers in their order, so that the right one is not always the first."""
    together = (*right, *wrong)
    try:
        return tuple(sorted(together, key=lambda one: float(one.text.replace(",", ""))))
    except ValueError:
        return together


def _written(base: Draft, answers: list[str], wrong: list[str]) -> Draft:
    answer = answers[0] if answers else ""
    tolerance = ""
    found = _TOLERANCE.match(answer) if base.kind is QuestionKind.NUMERIC else None
    if found:
        answer, tolerance = found[1], found[2]
    return replace(
        base,
        answer=answer,
        tolerance=tolerance,
        accept="\n".join(answers[1:]),
        look_alikes="\n".join(wrong),
    )

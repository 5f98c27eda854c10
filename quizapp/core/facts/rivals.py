"""Wrong answers that are written by hand: what is wrong with them."""

from __future__ import annotations

from quizapp.core.facts.errors import FileProblem
from quizapp.core.facts.model import CONTRADICTS, TIME_KINDS
from quizapp.core.facts.tables import Table
from quizapp.core.facts.truth import disjoint, entailed, reach, times_apart
from quizapp.core.values.numbers import Quantity, parse_value, read_number
from quizapp.core.values.read_times import read_time
from quizapp.core.values.texts import fold
from quizapp.core.values.times import TimeValue, parse_edtf


def rival_problems(table: Table, ids: set[str], language: str) -> list[FileProblem]:
    """What is wrong with the wrong answers that are written by hand."""
    problems = []
    true = {fold(text) for text in (table.text("answer"), *table.texts("accept"))}
    for rival in table.texts("rivals"):
        parts = rival.rpartition("=") if "=" in rival else (rival, "", "")
        answer, named, other = (part.strip() for part in parts)
        known = other == CONTRADICTS or (other in ids and other != table.id)
        if not answer or (named and not known):
            message = f"{rival!r} must be a wrong answer, or one with = and the fact it goes with"
            problems.append(table.problem(message, "rivals"))
        elif fold(answer) in true:
            problems.append(table.problem(f"the rival {answer!r} is a right answer", "rivals"))
        elif table.text("value") and not _is_other_value(table, answer, language):
            message = f"the rival {answer!r} is no other time or figure than the fact's own"
            problems.append(table.problem(message, "rivals"))
    return problems


def _is_other_value(table: Table, rival: str, language: str) -> bool:
    """Whether a rival of a time or a figure is one itself, apart from all that is true."""
    try:
        if table.text("kind") in TIME_KINDS:
            true = (table.text("value"), *table.texts("also_true"), *table.texts("never_times"))
            time = read_time(rival, language)
            return isinstance(time, TimeValue) and times_apart(time, map(parse_edtf, true))
        own = parse_value(table.text("value"), table.text("unit"), table.text("approx"))
        number = read_number(rival, language)
        return isinstance(number, Quantity) and disjoint(entailed(own), reach(number))
    except ValueError:
        return True  # what cannot be read is told of where it stands

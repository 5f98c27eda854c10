"""Who knows what: a class, a learner."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue


def index() -> ResponseReturnValue:
    """The teacher's classrooms, each with its report."""
    abort(404)


def classroom(public_id: str) -> ResponseReturnValue:
    """What a class knows now."""
    abort(404)


def classroom_csv(public_id: str) -> ResponseReturnValue:
    """The same numbers as a file for a spreadsheet."""
    abort(404)


def student(public_id: str, student: str) -> ResponseReturnValue:
    """What one learner of a class knows now."""
    abort(404)

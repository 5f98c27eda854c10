"""Classrooms: made by a teacher, joined by a code."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue


def index() -> ResponseReturnValue:
    """The person's classrooms."""
    abort(404)


def create() -> ResponseReturnValue:
    """Make a classroom."""
    abort(404)


def detail(public_id: str) -> ResponseReturnValue:
    """One classroom of a teacher."""
    abort(404)


def join(code: str = "") -> ResponseReturnValue:
    """Join a classroom by its code."""
    abort(404)

"""A teacher's questions: listed, written, previewed, changed."""

from __future__ import annotations

from flask import abort
from flask.typing import ResponseReturnValue


def index() -> ResponseReturnValue:
    """The teacher's questions and the shipped bank."""
    abort(404)


def new() -> ResponseReturnValue:
    """Write a question."""
    abort(404)


def preview() -> ResponseReturnValue:
    """The question as a learner will see it, and what the checks say."""
    abort(404)


def detail(public_id: str) -> ResponseReturnValue:
    """One question with its versions."""
    abort(404)


def edit(public_id: str) -> ResponseReturnValue:
    """Write the question's next version."""
    abort(404)

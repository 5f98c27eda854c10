"""Answers for whoever watches the server."""

from __future__ import annotations

from flask import jsonify
from flask.typing import ResponseReturnValue

from quizapp.services.readiness import readiness
from quizapp.web.shared.parts import context


def live() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(live=True)


def ready() -> ResponseReturnValue:
    """Answers can be taken; otherwise 503, each reason in words. Warnings do not count."""
    found = readiness(context())
    answer = jsonify(ready=found.ready, reasons=found.reasons, warnings=found.warnings)
    return answer, 200 if found.ready else 503

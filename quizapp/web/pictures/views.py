"""Sending a picture."""

from __future__ import annotations

from flask import Response

from quizapp.services import guests, pictures
from quizapp.web.shared.languages import interface_language
from quizapp.web.shared.parts import context, person


def picture(public_id: str) -> Response:
    """A picture of a question, to whoever may see that; what it holds never changes."""
    someone = person() or guests.nobody(context(), interface_language(), "")
    found = pictures.shown(context(), someone, public_id)
    return Response(found.data, mimetype=found.media_type)

"""Long forms whose session is over when they are sent: what was typed is carried through sign-in.

Nothing is stored. A page holds the fields under other names, and gives them to the address that
shows the form again with everything in its place.
"""

from __future__ import annotations

from werkzeug.datastructures import MultiDict

SHOWN_BY = {
    "authoring.new": "authoring.preview",
    "authoring.edit": "authoring.preview",
    "authoring.preview": "authoring.preview",
    "authoring.paste": "authoring.paste",
    "objections.new": "objections.new",
}
"""Endpoint to which a form was sent -> endpoint that shows it again."""
PREFIX = "kept_"
WHERE = "kept_to"
NOT_CARRIED = ("csrf_token", "as", "do", "save")
MOST_FIELDS = 200


def carried(form: MultiDict[str, str], endpoint: str | None) -> list[tuple[str, str]]:
    """The fields of a form that was sent to this endpoint, under the names that carry them on."""
    if endpoint not in SHOWN_BY:
        return []
    fields = [(name, value) for name, value in form.items(multi=True) if name not in NOT_CARRIED]
    return [(WHERE, endpoint), *((PREFIX + name, value) for name, value in fields[:MOST_FIELDS])]


def carried_on(form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """The carried fields that a sign-in form brought along; empty when there are none."""
    if form.get(WHERE) not in SHOWN_BY:
        return []
    return [(name, value) for name, value in form.items(multi=True) if name.startswith(PREFIX)]


def released(fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The fields under their own names again."""
    return [(name.removeprefix(PREFIX), value) for name, value in fields if name != WHERE]

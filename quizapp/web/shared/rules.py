"""Routes as flat lists: path, endpoint, view, permission.

Reading a package's `urls.py` tells what it offers and to whom. A route without a permission
cannot be written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from quizapp.services.access import Permission, require
from quizapp.web.shared.parts import person

View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True, slots=True)
class Rule:
    """One route. `methods` are those that the view answers; HEAD and OPTIONS come along."""

    path: str
    endpoint: str
    view: View
    permission: Permission
    methods: tuple[str, ...] = ("GET",)


def blueprint(name: str, package: str, rules: Iterable[Rule]) -> Blueprint:
    """A blueprint of these routes, each guarded by its permission.

    One endpoint may have several paths, as long as view and permission are the same.
    """
    made = Blueprint(name, package, template_folder="templates")
    guarded: dict[tuple[str, View, Permission], View] = {}
    for rule in rules:
        view = guarded.setdefault((rule.endpoint, rule.view, rule.permission), _guarded(rule))
        made.add_url_rule(
            rule.path, rule.endpoint, view, methods=list(rule.methods), strict_slashes=False
        )
    return made


def _guarded(rule: Rule) -> View:
    @wraps(rule.view)
    def view(**arguments: Any) -> ResponseReturnValue:
        require(rule.permission, person())
        return rule.view(**arguments)

    view.permission = rule.permission  # type: ignore[attr-defined]
    return view

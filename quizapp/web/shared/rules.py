"""Routes as flat lists: path, endpoint, view, permission.

Reading a package's `urls.py` tells what it offers and to whom. A route without a permission
cannot be written down. What a worker of learners never shows is named instead of imported: a
teacher's first request loads it, with all that it needs (a tenth of a worker's memory).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import update_wrapper
from importlib import import_module
from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from quizapp.services.access import Permission, require
from quizapp.web.shared.parts import person

View = Callable[..., ResponseReturnValue]


@dataclass(frozen=True, slots=True)
class Rule:
    """One route. `methods` are those that the view answers; HEAD and OPTIONS come along.

    `view` is the function, or "module:function" beside the `urls.py`: loaded on first use.
    """

    path: str
    endpoint: str
    view: View | str
    permission: Permission
    methods: tuple[str, ...] = ("GET",)


def blueprint(name: str, package: str, rules: Iterable[Rule]) -> Blueprint:
    """A blueprint of these routes, each guarded by its permission.

    One endpoint may have several paths, as long as view and permission are the same.
    """
    made = Blueprint(name, package, template_folder="templates")
    guarded: dict[tuple[str, View | str, Permission], View] = {}
    for rule in rules:
        named = (rule.endpoint, rule.view, rule.permission)
        view = guarded.setdefault(named, _guarded(rule, package))
        made.add_url_rule(
            rule.path, rule.endpoint, view, methods=list(rule.methods), strict_slashes=False
        )
    return made


def later(package: str, name: str) -> View:
    """A view that is loaded when it is first called; `name` as in a Rule of `package`'s urls."""
    module, _, function = name.partition(":")
    place = f"{package.rpartition('.')[0]}.{module}"

    def view(*arguments: Any, **named: Any) -> ResponseReturnValue:
        found: View = getattr(import_module(place), function)
        return found(*arguments, **named)

    view.__module__, view.__name__ = place, function
    return view


def _guarded(rule: Rule, package: str) -> View:
    behind = later(package, rule.view) if isinstance(rule.view, str) else rule.view

    def view(**arguments: Any) -> ResponseReturnValue:
        require(rule.permission, person())
        return behind(**arguments)

    view.permission = rule.permission  # type: ignore[attr-defined]
    return update_wrapper(view, behind)

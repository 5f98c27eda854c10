"""Packages whose public names are loaded when they are first asked for.

A server begins with the few modules that its first pages need; a package that named everything
it offers by importing it made each of them wait for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def loaded_later(package: str, places: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """The `__getattr__` of a package (PEP 562): public names by the module that defines them.

    Modules of the package that are public themselves stand under "". The names are imported for
    type checkers alone; a test holds both lists equal.
    """
    place_of = {name: module for module, names in places.items() for name in names}

    def find(name: str) -> Any:
        if name not in place_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if not place_of[name]:
            return import_module(f"{package}.{name}")
        found = getattr(import_module(f"{package}.{place_of[name]}"), name)
        setattr(import_module(package), name, found)  # the next time it is simply there
        return found

    return find

"""Packages whose names are loaded later say the same to type checkers and at run time."""

from __future__ import annotations

import ast
from importlib import import_module

import pytest

from quizapp.setting_up import ROOT

PACKAGES = ("quizapp.services.classrooms", "quizapp.services.quizzes")


@pytest.mark.parametrize("package", PACKAGES)
def test_what_type_checkers_are_told_is_what_is_loaded(package: str) -> None:
    path = ROOT / package.replace(".", "/") / "__init__.py"
    told = {
        (alias.name, node.module or "")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(package)
        for alias in node.names
    }
    assert told
    module = import_module(package)
    for name, place in told:
        defined = import_module(f"{place}.{name}") if place == package else import_module(place)
        assert getattr(module, name) is (defined if place == package else getattr(defined, name))
    assert {name for name, _ in told} <= set(module.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing_of_ours'"):
        module.nothing_of_ours  # noqa: B018


@pytest.mark.parametrize("package", PACKAGES)
def test_no_public_name_is_also_a_module_that_would_hide_it(package: str) -> None:
    folder = ROOT / package.replace(".", "/")
    modules = {path.stem for path in folder.glob("*.py")}
    public = {
        alias.name
        for node in ast.walk(ast.parse((folder / "__init__.py").read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module != package
        for alias in node.names
    }
    assert not modules & public

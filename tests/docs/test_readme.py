"""What people rely on is found in the README, and what the README names is there."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import click
import pytest

from quizapp.cli import commands
from quizapp.setting_up import ROOT
from quizapp.settings import Settings

README = (ROOT / "README.md").read_text("utf-8")
SETTINGS = {f"QUIZAPP_{field.name.upper()}" for field in dataclasses.fields(Settings)}


def leaves(command: click.Command, words: str) -> Iterator[str]:
    """Every command that does something, in full."""
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from leaves(inner, f"{words} {name}")
    else:
        yield words


COMMANDS = set(leaves(commands, "quizapp"))


def rows(pattern: str) -> set[str]:
    """First cells of the README's tables that match."""
    return set(re.findall(rf"^\| `({pattern})` \|", README, re.MULTILINE))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_table(command: str) -> None:
    assert command in rows("quizapp [a-z ]+")


@pytest.mark.parametrize("setting", sorted(SETTINGS))
def test_every_setting_is_in_the_table(setting: str) -> None:
    assert setting in rows("QUIZAPP_[A-Z_]+")


def test_the_readme_names_no_command_that_is_not_there() -> None:
    assert rows("quizapp [a-z ]+") <= COMMANDS


def test_the_readme_names_no_setting_that_is_not_there() -> None:
    assert set(re.findall(r"QUIZAPP_[A-Z_]+", README)) <= SETTINGS


def test_the_readme_gives_the_defaults_in_force() -> None:
    defaults = Settings()
    for name in ("host", "port", "language", "time_zone", "retention_days", "proxies"):
        row = f"| `QUIZAPP_{name.upper()}` | `{getattr(defaults, name)}` |"
        assert row in README


def test_every_place_that_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    folders = re.findall(r"^\| `([a-z/]+/)` \|", README, re.MULTILINE)
    assert len(links) + len(folders) > 5
    assert [place for place in links + folders if not (ROOT / place).exists()] == []


def test_both_commands_for_a_fresh_machine_are_told() -> None:
    told = re.findall(r"^    (python3 -m \w+)$", README, re.MULTILINE)
    assert told == ["python3 -m quizapp", "python3 -m tests"]

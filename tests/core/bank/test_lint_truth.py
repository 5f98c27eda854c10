from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.core.questions import AnswerKey, Option
from tests.core.bank.at_hand import question
from tests.core.bank.written import asked, codes


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("founded", "1871", True),
        ("founded", "May 1871", True),
        ("founded", "1872", False),
        ("tern-years", "1876–80", True),
        ("tern-years", "1877–80", False),
        ("gannet-share", "about 44 percent", True),
        ("gannet-share", "about 30 percent", False),
        ("gannet-sailors", "up to 70", True),
        ("gannet-sailors", "up to 50", False),
        ("sheets", "more than 80", True),
        ("chairman", "Solheim", True),
        ("chairman", "Sunde", False),
    ],
)
def test_a_wrong_option_is_wrong(name: str, text: str, *, found: bool) -> None:
    flash = question(f"{name}.flashcard")
    choice = replace(asked(flash.stem, flash.key.text, "zzz", "yyy", facts=(name,)), key=flash.key)
    changed = replace(choice, options=(choice.options[0], Option(text), Option("zzz")))
    assert ("E04" in codes(changed)) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Was the survey of 1871 founded in Orsvik by Ingrid Solheim?", False),
        ("Was the survey of 1873 founded there?", True),
        ("Was the survey founded by Roald Amundsen?", True),
        ("Did the survey have 1,200 helpers?", False),
    ],
)
def test_nothing_comes_from_outside(stem: str, *, found: bool) -> None:
    assert ("E02" in codes(asked(stem, "x", facts=("town",)))) == found


@pytest.mark.parametrize(
    ("stem", "answer", "found"),
    [
        ("Almost how many people gave money?", "1,200", False),
        ("How many people gave money?", "almost 1,200", False),
        ("How many people gave money?", "1,200", True),
        ("Who gave money?", "people", False),
    ],
)
def test_a_hedge_is_kept(stem: str, answer: str, *, found: bool) -> None:
    asking = replace(
        asked(stem, answer, facts=("givers",)),
        key=AnswerKey(answer, value="1200" if answer[0] != "p" else ""),
    )
    assert ("E08" in codes(asking)) == found

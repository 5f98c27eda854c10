"""Hints of a quiz over plain forms: what is half done stays on the page where the hint comes."""

from __future__ import annotations

import re

from quizapp.core.questions import QuestionKind
from quizapp.core.quizzes.rules import Behaviour, Rules
from quizapp.services import accounts
from quizapp.services.authoring import DraftOption
from quizapp.services.context import Context
from tests.factories import make_question
from tests.services.quizzes.sittings import a_class
from tests.web.conftest import Visit, fields
from tests.world import NOON, person

TRIES = Rules(behaviour=Behaviour.TRIES, try_penalty=0.25, shuffle_options=False)
PAIRS = (DraftOption("cellar", partner="1901"), DraftOption("hall", partner="1920"))


def test_a_hint_comes_at_its_price_and_half_a_matching_stays(
    visit: Visit, context: Context
) -> None:
    alice, bob = person(context, "Alice", "teacher"), visit("Bob")
    cookie = bob.get_cookie("quizapp_session")
    assert cookie is not None
    pupil = accounts.who(context, cookie.value, NOON)
    assert pupil is not None
    room = a_class(context, alice, pupil)
    matching = {"kind": QuestionKind.MATCHING, "stem": "Match these.", "options": PAIRS}
    question = make_question(
        context, alice, audience=room.room, hints="Look at the roof.", **matching
    )
    quiz = room.quiz(TRIES, (question,), classroom=room.room)
    room.assign(quiz)
    before = bob.get(f"/quizzes/{quiz}").text
    assert "costs as much as a further try" in before
    begun = bob.post(f"/quizzes/{quiz}", data=fields(before)).location
    page = bob.get(begun).text
    assert "It costs 25\N{NO-BREAK SPACE}% of the points" in page
    assert "Look at the roof." not in page
    row = re.findall(r'name="(match-[0-9a-f]+)"', page)[0]
    partner = re.findall(r'<option value="([0-9a-f]{12})"', page)[0]
    sent = fields(page) | {row: partner, "go": "hint-1"}
    hinted = bob.post(begun, data=sent)
    assert hinted.status_code == 200
    assert "Look at the roof." in hinted.text
    assert f'value="{partner}" lang="en" selected' in hinted.text
    assert "Show another hint" not in hinted.text
    assert "Look at the roof." in bob.get(begun).text

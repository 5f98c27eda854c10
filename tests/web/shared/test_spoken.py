"""Words of templates: values are escaped, percent signs come out, each language says its own."""

from __future__ import annotations

from typing import Any

import pytest

from quizapp.web.shared.spoken import MOST, NOW, Spoken, say, say_many


class Messages:
    """A catalogue as the extension gives it; counts how often it is asked."""

    def __init__(self, **said: str) -> None:
        self.said, self.asked = said, 0

    def ugettext(self, text: str) -> str:
        self.asked += 1
        return self.said.get(text, text)

    def ungettext(self, one: str, many: str, number: int) -> str:
        return self.ugettext(one if number == 1 else many)


def speak(**said: str) -> Messages:
    messages = Messages(**said)
    NOW.set(Spoken(messages))
    return messages


def test_values_are_escaped_and_our_words_are_not() -> None:
    speak()
    assert say("<b>%(who)s</b>", who="<script>") == "<b>&lt;script&gt;</b>"
    assert say_many("%(num)s fact of %(who)s", "%(num)s facts of %(who)s", 2, who="A&B") == (
        "2 facts of A&amp;B"
    )


@pytest.mark.parametrize("values", [{}, {"share": 3}])
def test_a_percent_sign_is_written_twice(values: dict[str, Any]) -> None:
    speak()
    assert say("all of it, 100 %%", **values) == "all of it, 100 %"


def test_each_language_is_asked_once_for_a_word() -> None:
    spanish = speak(Yes="Sí")
    assert [say("Yes"), say("Yes")] == ["Sí", "Sí"]
    assert spanish.asked == 1
    speak(Yes="Ja")
    assert say("Yes") == "Ja"


def test_made_up_texts_do_not_fill_the_memory() -> None:
    messages = speak()
    for number in range(MOST + 10):
        assert say(f"text {number}") == f"text {number}"
    assert say("text 0") == "text 0"
    assert messages.asked == MOST + 10
    assert say(f"text {MOST + 5}") == f"text {MOST + 5}"
    assert messages.asked == MOST + 11

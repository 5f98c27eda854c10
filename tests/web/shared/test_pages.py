"""Parts of pages that are kept: made once for each language and value, and free of persons."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from quizapp.web.shared.pages import MOST_MADE
from quizapp.web.shared.spoken import NOW, Spoken
from tests.web.conftest import Visit, fields


class Catalogue:
    """A language that counts how often it is asked."""

    def __init__(self, word: str) -> None:
        self.word, self.asked = word, 0

    def ugettext(self, text: str) -> str:
        self.asked += 1
        return f"{self.word}: {text}"


@pytest.fixture
def catalogue() -> Iterator[Catalogue]:
    made = Catalogue("en")
    before = NOW.set(Spoken(made))
    yield made
    NOW.reset(before)


def test_a_kept_part_is_made_once_for_each_value_and_language(
    app: Flask, catalogue: Catalogue
) -> None:
    page = app.jinja_env.from_string(
        "{% keep name=who %}{{ _('Hello %(name)s', name=name) }}{% endkeep %}"
    )
    said = [page.render(who=who) for who in ("Ann", "Ben", "Ann", "Ann")]
    assert said == ["en: Hello Ann", "en: Hello Ben", "en: Hello Ann", "en: Hello Ann"]
    assert len(NOW.get().kept) == 1
    other = NOW.set(Spoken(Catalogue("es")))
    assert page.render(who="Ann") == "es: Hello Ann"
    NOW.reset(other)


def test_a_text_is_not_taken_for_the_markup_that_equals_it(
    app: Flask, catalogue: Catalogue
) -> None:
    page = app.jinja_env.from_string(
        "{% autoescape true %}{% keep a=a %}{{ a }}{% endkeep %}{% endautoescape %}"
    )
    assert page.render(a=Markup("<b>x</b>")) == "<b>x</b>"
    assert page.render(a="<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;"


def test_made_up_values_do_not_fill_the_memory(app: Flask, catalogue: Catalogue) -> None:
    page = app.jinja_env.from_string("{% keep a=a %}{{ a }}{% endkeep %}")
    assert [page.render(a=n) for n in range(2 * MOST_MADE)] == [
        str(n) for n in range(2 * MOST_MADE)
    ]
    (kept,) = NOW.get().kept.values()
    assert len(kept) == MOST_MADE


@pytest.mark.parametrize(
    "part",
    [
        "{{ csrf_token() }}",
        "{{ person.name }}",
        "{% if request.args %}x{% endif %}",
        "{% for a in g.all %}{{ a }}{% endfor %}",
        "{{ 5 | days_until('UTC') }}",
    ],
)
def test_a_kept_part_cannot_name_what_belongs_to_one_person(app: Flask, part: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        app.jinja_env.from_string("{% keep a=1 %}" + part + "{% endkeep %}")


def test_two_people_get_their_own_tokens(visit: Visit) -> None:
    pages = [visit(name).get("/study").text for name in ("Ann", "Ben")]
    first, second = (fields(page)["csrf_token"] for page in pages)
    assert first != second
    assert second not in pages[0]
    assert first not in pages[1]

"""Nothing that a person reads stands in a page or a view without passing the translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from quizapp.setting_up import ROOT
from quizapp.web.shared.pages import Keep

WEB = ROOT / "quizapp" / "web"
TEMPLATES = sorted(WEB.glob("**/templates/**/*.html"))
MODULES = sorted(WEB.glob("**/*.py"))
READ_OUT = {
    "aria-label",
    "alt",
    "label",
    "placeholder",
    "title",
    "data-busy",
    "data-title",
    "data-words",
}
TRANSLATES = {"_", "_l", "gettext", "lazy_gettext", "ngettext"}
FILLED_IN = "zqz"
CLASS_BLOCK = re.compile(r"{% block (?:page|body)_class %}[\w -]*{% endblock %}")
LETTER = re.compile(r"[^\W\d_]")
NAMES = {"quizapp", "English", "Español"}
"""Names that are the same in every language."""
ALSO_IN_TEMPLATES = NAMES | {"primary end"}
"""And the one place where two words are classes of the style sheet."""
ALSO_IN_MODULES = NAMES | {"Lax", "Vary", "Cookie", "Origin", "trusted-types fragment worker"}
ALSO_IN_MODULES |= {"Person | None", "primary source", "opinion article"}
ALSO_IN_MODULES |= {"Amélie Dupont | Mme Dupont", "Paul Dupont", "Rímac", "Rosa Quispe"}
"""And words of the protocol, a type, grades of evidence of fact files, and proper names."""

ALSO_IN_MODULES |= {"a kept part does not know ", "a kept part does not know the filter "}
"""And what only whoever writes a template reads."""

environment = Environment(extensions=["jinja2.ext.i18n", Keep], autoescape=True)


class Readable(HTMLParser):
    """The texts and the read-out attributes of markup."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attributes if name in READ_OUT]


def without_logic(template: str) -> str:
    """A template's own markup; what is filled in stands as one short word."""
    kept = {"data": lambda text: text, "variable_begin": lambda _text: FILLED_IN}
    tokens = environment.lex(CLASS_BLOCK.sub("", template))
    return "".join(kept.get(kind, lambda _text: "")(text) for _line, kind, text in tokens)


def bare_markup(template: str) -> list[str]:
    """Words that stand in the markup itself."""
    texts = (
        " ".join(one.replace(FILLED_IN, "").split())
        for one in Readable(without_logic(template)).found
    )
    return [text for text in texts if LETTER.search(text) and text.strip(" ·") not in NAMES]


def constants(node: nodes.Node) -> Iterator[str]:
    """The strings of a template's expressions, without those that are translated."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    children = list(node.iter_child_nodes())
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in TRANSLATES:
        children = [one for one in children if not isinstance(one, nodes.Const)]
    for child in children:
        yield from constants(child)


def like_words(text: str) -> bool:
    """Whether a string reads like something said: a capital first, or two words."""
    return bool(re.match(r"\W*[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ]+(?![\w-])", text)) or bool(
        re.search(r"[a-z] [a-z]", text)
    )


def bare_constants(template: str) -> list[str]:
    """Strings of expressions that read like words."""
    found = set(constants(environment.parse(template)))
    return [text for text in found if like_words(text) and text not in ALSO_IN_TEMPLATES]


def bare_strings(module: str) -> list[str]:
    """Strings of a module that read like words, without docstrings and what is only logged."""
    tree = ast.parse(module)
    spared: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            spared.add(id(node.value))
        if isinstance(node, ast.Call) and _speaks_elsewhere(node.func):
            spared |= {id(argument) for argument in node.args}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in spared
        and like_words(node.value)
        and node.value not in ALSO_IN_MODULES
    ]


def _speaks_elsewhere(function: ast.expr) -> bool:
    """Whether what is called translates its words, names a type or writes into the log."""
    if isinstance(function, ast.Name):
        return function.id in TRANSLATES | {"TypeVar"}
    return isinstance(function, ast.Attribute) and ast.unparse(function.value) == "log"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_template_says_nothing_untranslated(path: Path) -> None:
    template = path.read_text("utf-8")
    assert bare_markup(template) + bare_constants(template) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_module_says_nothing_untranslated(path: Path) -> None:
    assert bare_strings(path.read_text("utf-8")) == []


def test_scripts_say_nothing() -> None:
    said = re.compile(r"textContent = [\"'`]|\b(?:alert|confirm|prompt)\(|innerText")
    scripts = sorted((WEB / "shared" / "static").glob("*.js"))
    assert scripts
    assert [path.name for path in scripts if said.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Hello</p>",
        "<p>{{ name }} knows</p>",
        "<{{ level }} class='x'>Facts</{{ level }}>",
        '<input placeholder="Search">',
        '<nav aria-label="Main {{ menu }}">',
        "{% if a %}<b>yes</b>{% endif %}",
        '{{ button("Save") }}',
        '{{ section_head(_("Facts"), "all of them") }}',
        '{% set titles = {404: "Not there"} %}',
        '{{ _("Facts %(x)s", x="Not so") }}',
    ],
)
def test_bare_text_in_a_template_is_found(template: str) -> None:
    assert bare_markup(template) + bare_constants(template)


@pytest.mark.parametrize(
    "template",
    [
        '<p class="quiet text">{{ _("Hello") }} · {{ 3 }} – 4</p>',
        '<title>{{ _("Facts") }} · quizapp</title>',
        '{{ button(_("Save"), "primary", busy=_("Saving")) }}',
        '{{ ngettext("%(num)s fact", "%(num)s facts", 3) }}',
        "{# A remark. #}{% set current = 'today' %}",
    ],
)
def test_translated_text_passes(template: str) -> None:
    assert bare_markup(template) + bare_constants(template) == []


def test_bare_text_in_a_module_is_found() -> None:
    assert bare_strings("flash('Saved')") == ["Saved"]
    assert bare_strings("StringField('Name', description=_('as your class knows you'))") == ["Name"]
    assert bare_strings("x = {'a': 'no such class'}") == ["no such class"]
    assert bare_strings("'''A docstring.'''\nlog.error('Not so %s', 1)\nx = _('Saved')") == []

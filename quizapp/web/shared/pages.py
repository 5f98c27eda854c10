"""Pages made fast: what is the same for everybody is made once.

A verdict has some eighty places to fill, of which ten differ from one learner to the next; making
the others again each time took a third of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import lru_cache
from typing import Any

from flask import Flask
from flask.templating import Environment
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from quizapp.web.shared.compiled import LateRule
from quizapp.web.shared.spoken import NOW

FREE = frozenset({"_", "ngettext", "url_for", "icon", "key", "button", "link_button", "facts_said"})
"""What a kept part may use beside its own values: the same for everybody in one language."""
FILTERS = frozenset({"number", "ordinal", "kind_words", "as_of"})
MOST_MADE = 512
"""Of one macro or one kept part."""


def remembered(macro: Callable[..., str]) -> Callable[..., str]:
    """A macro that remembers what it made: for those that look at nothing but their values."""
    return lru_cache(maxsize=MOST_MADE, typed=True)(macro)


class Keep(Extension):
    """`{% keep name=value, … %} … {% endkeep %}`: made once for each language and these values.

    Inside, the names are all there is of the page, so that nothing of one person is shown to
    another; whatever else is asked for is an error when the template is read.
    """

    tags = frozenset({"keep"})  # type: ignore[assignment]

    def parse(self, parser: Parser) -> nodes.Node:
        """A call of `_kept` with the part as its caller."""
        line = next(parser.stream).lineno
        names: list[nodes.Name] = []
        values: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            if names:
                parser.stream.expect("comma")
            names.append(nodes.Name(parser.stream.expect("name").value, "param"))
            parser.stream.expect("assign")
            values.append(parser.parse_expression())
        body = parser.parse_statements(("name:endkeep",), drop_needle=True)
        self._check(parser, body, {name.name for name in names})
        place = nodes.Const((parser.name, line))
        call = self.call_method("_kept", [place, nodes.Tuple(values, "load")])
        return nodes.CallBlock(call, list(names), [], body).set_lineno(line)

    def _check(self, parser: Parser, body: list[nodes.Node], own: set[str]) -> None:
        for part in body:
            found = [*part.find_all(nodes.Name), *([part] if isinstance(part, nodes.Name) else [])]
            made_here = {name.name for name in found if name.ctx != "load"}
            for name in found:
                if name.name not in own | made_here | FREE:
                    parser.fail(f"a kept part does not know {name.name!r}", name.lineno)
            for used in part.find_all(nodes.Filter):
                if used.name not in FILTERS:
                    parser.fail(f"a kept part does not know the filter {used.name!r}", used.lineno)

    @staticmethod
    def _kept(place: tuple[str, int], values: tuple[Any, ...], caller: Callable[..., str]) -> str:
        kept = NOW.get().kept.setdefault(place, {})
        key = (values, *map(type, values))  # a text is no markup, though equal
        made = kept.get(key)
        if made is None:
            made = caller(*values)
            if len(kept) < MOST_MADE:
                kept[key] = made
        return made


class Pages(Environment):
    """Flask's environment without a layer of globals for each template: ours add none."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The environment's own; imports compare them on each page, name by name if layered."""
        return super().make_globals(d) if d else self.globals


class App(Flask):
    """Flask with these pages, and without asking of each function whether it is asynchronous."""

    jinja_environment = Pages
    url_rule_class = LateRule

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """All of ours are plain functions."""
        return func


def register(app: Flask) -> None:
    """Give the templates their tag."""
    app.jinja_env.add_extension(Keep)
    app.jinja_env.globals["remembered"] = remembered

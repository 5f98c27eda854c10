"""Formulas: LaTeX's notation in, MathML out. Nothing is run; what cannot be read is named.

The package turns letters into elements and passes unknown commands through as text, so that what
came out is looked at once more. Its output holds whatever stood in the formula: whoever shows it
cleans it first, as `formatted` does.
"""

from __future__ import annotations

import html
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

LONGEST = 500
LONG = 20
"""Signs from which on a formula may be too wide for its line."""
DEEPEST = 40
"""Braces within braces; nobody writes so many, and the reader would go as deep."""
_PARTS = {"mfrac": 2, "mroot": 2, "msup": 2, "msub": 2, "mover": 2, "munder": 2} | {
    "msubsup": 3,
    "munderover": 3,
}
"""How many parts an element has to have."""


class UnreadableFormula(Exception):
    """A formula that cannot be shown: `code` says why, `what` is the part that it is about."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code)
        self.code, self.what = code, what


def mathml(source: str, *, block: bool) -> str:
    """The formula as one `math` element, its source as text for who listens.

    Raises UnreadableFormula: "formula_long", "formula_braces", "formula_unknown" (a command that
    is not known), "formula_unfinished".
    """
    if len(source) > LONGEST:
        raise UnreadableFormula("formula_long")
    _look_at_braces(source)
    try:
        made = convert_to_element(source, display="block" if block else "inline")
    except Exception:  # noqa: BLE001 - a dozen of its own, IndexError and AttributeError too
        raise UnreadableFormula("formula_unfinished") from None
    _look_at(made)
    made.set("alttext", " ".join(source.split()))
    if block or len(source) > LONG:
        made.set("tabindex", "0")  # it may be wider than a phone, and is then moved by keys
    return tostring(made, encoding="unicode")


def _look_at_braces(source: str) -> None:
    depth, escaped = 0, False
    for sign in source:
        if not escaped:
            depth += (sign == "{") - (sign == "}")
        escaped = sign == "\\" and not escaped
        if depth < 0 or depth > DEEPEST:
            raise UnreadableFormula("formula_braces")
    if depth:
        raise UnreadableFormula("formula_braces")


def _look_at(made: Element) -> None:
    """Refuse what was passed through unread; letters that were given as entities become letters."""
    for element in made.iter():
        for name, value in element.attrib.items():
            element.set(name, html.unescape(value))
        element.text = html.unescape(element.text or "")
        if element.tag != "mtext" and element.text.startswith("\\") and len(element.text) > 1:
            raise UnreadableFormula("formula_unknown", element.text)
        if len(element) != _PARTS.get(element.tag, len(element)):
            raise UnreadableFormula("formula_unfinished")

"""A teacher's small Markdown as safe HTML.

Read by markdown-it with few of its rules (no HTML, no links, no headings), then passed through an
allow-list: only what stands there reaches a page, whatever the readers before it made. Versions
never change, so what was made of a text is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from quizapp.core.values.markup import BLOCK_FORMULA, GAP, LINE_FORMULA, PICTURE, picture_size
from quizapp.core.values.word_lists import words
from quizapp.exchange.formulas import UnreadableFormula, mathml

PICTURES = "/pictures/"
"""Where pictures are served."""
KEPT = 256
"""Texts whose rendering is kept."""
_TEXT_TAGS = frozenset(words("div p br em strong code pre ul ol li table thead tbody tr th td img"))
_MATH_TAGS = frozenset(
    words("""
    math mrow mi mn mo mtext mspace mfrac msqrt mroot msup msub msubsup mover munder munderover
    mtable mtr mtd mstyle mpadded mphantom menclose ms merror mmultiscripts mprescripts none
    """)
)
_MATH_ATTRIBUTES = frozenset(
    words("""
    mathvariant stretchy fence form accent accentunder separator symmetric minsize maxsize
    lspace rspace linethickness columnalign columnspacing rowspacing columnlines rowlines notation
    width scriptlevel displaystyle movablelimits largeop bevelled
    """)
)
_ATTRIBUTES: dict[str, set[str]] = {
    **{tag: set(_MATH_ATTRIBUTES) for tag in _MATH_TAGS},
    "math": {"display", "alttext", "tabindex"},
    "ol": {"start"},
    "img": {"src", "alt", "width", "height"},
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """A formula that cannot be shown: why, and the part that it is about."""

    code: str
    what: str


def _formula(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the reader's own signature
    """A formula between dollar signs."""
    for pattern, name in ((BLOCK_FORMULA, "block"), (LINE_FORMULA, "line")):
        found = pattern.match(state.src, state.pos, state.posMax)
        if found:
            if not silent:
                token = state.push("formula", "math", 0)
                token.content, token.info = found[1], name
            state.pos = found.end()
            return True
    return False


def _picture(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """A picture by its id; no other address makes one."""
    found = PICTURE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("picture", "img", 0)
        token.content, token.info = found[1], found[2]
    state.pos = found.end()
    return True


def _gap(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    """A gap of underscores, which are no emphasis."""
    found = GAP.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("text", "", 0).content = found[0]
    state.pos = found.end()
    return True


def _show_formula(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    source, block = tokens[at].content, tokens[at].info == "block"
    try:
        return mathml(source, block=block)
    except UnreadableFormula:
        return f"<code>{escape(source)}</code>"


def _show_picture(_self: RendererHTML, tokens: Sequence[Token], at: int, *_: Any) -> str:
    token = tokens[at]
    width, height = picture_size(token.info)
    return (
        f'<img class="picture" src="{PICTURES}{token.info}" alt="{escape(token.content)}"'
        f' width="{width}" height="{height}">'
    )


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "breaks": True})
    reader.enable(["list", "fence", "table"])
    reader.enable(["emphasis", "backticks", "escape", "newline"])
    for name, rule in (("formula", _formula), ("picture", _picture), ("gap", _gap)):
        reader.inline.ruler.before("escape", name, rule)
    reader.add_render_rule("formula", _show_formula)
    reader.add_render_rule("picture", _show_picture)
    return reader


_READER = _reader()


def _cleaned(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=set(_TEXT_TAGS | _MATH_TAGS),
        clean_content_tags={"script", "style"},
        attributes=_ATTRIBUTES,
        allowed_classes={"img": {"picture"}, "div": {"formatted"}},
        link_rel=None,
        url_schemes=set(),
    )


def _one_line(text: str) -> str:
    """The text with each formula in one line, so that no line of it looks like a list."""
    return BLOCK_FORMULA.sub(lambda found: found[0].replace("\n", " "), text)


@lru_cache(maxsize=KEPT)
def line(text: str) -> str:
    """A text as what may stand in a sentence or a heading: no lists, no tables."""
    return _cleaned(_READER.renderInline(_one_line(text)))


@lru_cache(maxsize=KEPT)
def stem(text: str) -> tuple[str, str]:
    """A question as its heading (the first paragraph) and what follows it, which may be nothing."""
    text = _one_line(text).strip("\n")
    tokens = _READER.parse(text)
    if tokens and tokens[0].type == "paragraph_open":
        head, rest = [tokens[1]], tokens[3:]
    else:
        first, _, others = text.partition("\n")
        head, rest = _READER.parseInline(first), _READER.parse(others)
    return _rendered(head), _rendered(rest)


@lru_cache(maxsize=KEPT)
def blocks(text: str) -> str:
    """A text of any length as paragraphs, lists and tables."""
    return _cleaned(f'<div class="formatted">{_READER.render(_one_line(text))}</div>')


def _rendered(tokens: Sequence[Token]) -> str:
    return _cleaned(_READER.renderer.render(tokens, _READER.options, {})) if tokens else ""


def troubles(text: str) -> tuple[Trouble, ...]:
    """What stands in a text and cannot be shown."""
    found: list[Trouble] = []
    for token in _READER.parse(_one_line(text)):
        for inner in token.children or ():
            if inner.type != "formula":
                continue
            try:
                mathml(inner.content, block=False)
            except UnreadableFormula as one:
                found.append(Trouble(one.code, one.what or inner.content))
    return tuple(found)

"""The small Markdown that teachers may write: whether a text has any, and its bare words.

Emphasis, lists, code, tables, line breaks, formulas between dollar signs and pictures of one's own
by their id. A text without such signs is shown as it is, and nothing is loaded for it: every
text of the shipped bank is one.
"""

from __future__ import annotations

import re

BLOCK_FORMULA = re.compile(r"(?<![\\$])\$\$(?!\$)((?:\\.|[^$\\])+?)\$\$(?!\$)", re.DOTALL)
LINE_FORMULA = re.compile(r"(?<![\\$\w])\$(?![\s$])((?:\\.|[^$\\\n])+?)(?<!\s)\$(?![\w$])")
"""A dollar sign opens a formula before something, and closes it after something and before no
letter or digit: "$5 and $10" are two prices."""
PICTURE_ID = re.compile(r"[a-z2-7]{26}-([1-9]\d{0,3})x([1-9]\d{0,3})")
"""The id of a picture ends with its width and height, so that a page keeps its place free."""
PICTURE = re.compile(rf"!\[([^\[\]\n]{{0,300}})\]\(({PICTURE_ID.pattern})\)")
"""A picture in a text: what it shows, and its id."""
GAP = re.compile(r"_{3,}")
_SIGNS = re.compile(r"[\n*`]|!\[|\\[!-/:-@\[-`{-~]|(?<![\w_])_(?=[^\W_]|[*$`])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"(\*{1,3}|`+)(?=\S)(.+?)(?<=\S)\1")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])(.+?)(?<=[^\s_])\1(?![\w_])")


def has_markup(text: str) -> bool:
    """Whether a text may say more than its signs; what it says then is read by `exchange`."""
    return bool(_SIGNS.search(text)) or has_formula(text)


def has_formula(text: str) -> bool:
    """Whether a formula stands in a text."""
    return "$" in text and bool(BLOCK_FORMULA.search(text) or LINE_FORMULA.search(text))


def pictures_in(text: str) -> tuple[str, ...]:
    """The ids of the pictures that a text shows, each once."""
    return tuple(dict.fromkeys(found[2] for found in PICTURE.finditer(text)))


def picture_size(picture: str) -> tuple[int, int]:
    """Width and height in pixels of the picture with this id; zeros for what is no id."""
    found = PICTURE_ID.fullmatch(picture)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def bare_words(text: str) -> str:
    """The text in one line without its markup, for lists and titles: formulas as written."""
    if not has_markup(text):
        return text
    for pattern, group in ((PICTURE, 1), (BLOCK_FORMULA, 1), (LINE_FORMULA, 1)):
        text = pattern.sub(lambda found, group=group: found[group], text)  # type: ignore[misc]
    for pattern in (_EMPHASIS, _UNDERLINED):
        text = pattern.sub(lambda found: found[2], text)
    return " ".join(_ESCAPED.sub(r"\1", text).split())

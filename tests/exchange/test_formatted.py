"""A teacher's Markdown becomes HTML that holds nothing but what is allowed."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.exchange.formatted import blocks, line, stem, troubles
from quizapp.setting_up import ROOT

ID = "abcdefghijklmnopqrstuvwxy2-40x30"
HOSTILE = [
    *("<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "&lt;script&gt;"),
    *("[here](javascript:window.hit=1)", "![x](javascript:window.hit=1)", "<javascript:x>"),
    *("![x](https://other.example/x.png)", f'![" onerror="window.hit=1]({ID})'),
    *(r"$\href{javascript:window.hit=1}{x}$", r"$\text{</math><script>hit</script>}$"),
    *(r"$\text{&lt;img src=x onerror=hit&gt;}$", r"$\style{color:red}{x}$", r"$\class{x}{y}$"),
    *(r"$\color{red;background:url(x)}{x}$", r"$\unicode{x}\cssId{a}{b}$", "`<script>`"),
    "| <script> |\n|---|\n| <a href=x onclick=hit> |",
    '```html" onclick=hit\n</code></pre><script>\n```',
]
TAG = re.compile(r"<(/?[a-z]+)((?: [a-z]+=\"[^\"<>]*\")*)>")
HARMLESS = {"src", "alt", "display", "alttext", "start", "class", "width", "height", "tabindex"}


def attributes_of(markup: str) -> set[str]:
    """The attributes in markup; fails where anything else than tags and text stands in it."""
    rest = TAG.sub("", markup)
    assert "<" not in rest
    found = [
        pair for _, given in TAG.findall(markup) for pair in re.findall(r'(\w+)="([^"]*)"', given)
    ]
    for name, value in found:
        assert name != "src" or re.fullmatch(r"/pictures/[a-z2-7]{26}-40x30", value)
        assert name != "class" or value in ("picture", "formatted")
    return {name for name, _ in found}


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_runs_or_leads_away_is_left(text: str) -> None:
    for markup in (line(text), blocks(text), *stem(text)):
        assert attributes_of(markup) <= HARMLESS | {"mathvariant"}
        assert not re.search(r"<(script|a|iframe|style|svg|object|form|input)\b", markup)


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("$$$\\{}^_*`<>&\"'|-\n 1ax![]()frac"), max_size=60))
def test_any_text_is_shown(text: str) -> None:
    for markup in (line(text), blocks(text), *stem(text)):
        attributes_of(markup)
    troubles(text)


def test_what_may_be_written() -> None:
    assert line("**a** *b* `c`") == "<strong>a</strong> <em>b</em> <code>c</code>"
    assert stem("Which?\n\n- a\n- b") == ("Which?", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")
    assert blocks("| a |\n|---|\n| b |").count("<t") == 7
    assert (
        line(f"![A map]({ID})")
        == f'<img class="picture" src="/pictures/{ID}" alt="A map" width="40" height="30">'
    )
    assert blocks("a\nb") == '<div class="formatted"><p>a<br>\nb</p>\n</div>'
    assert stem("1. a\n2. b")[0] == "1. a"
    assert "<p># a<br>\n&lt;b&gt;</p>" in blocks("# a\n<b>")


def test_a_formula_becomes_mathml_that_is_read_out() -> None:
    made = line(r"Is $\frac{a}{b} < 1$?")
    assert made.startswith('Is <math display="inline" alttext="\\frac{a}{b} &lt; 1">')
    assert "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>" in made
    assert 'display="block"' in line("$$x\n- y$$")
    assert line("from $5 to $10") == "from $5 to $10"


@pytest.mark.parametrize(
    ("formula", "code", "what"),
    [
        (r"\frac{a}", "formula_unfinished", r"\frac{a}"),
        (r"\fraq{a}{b}", "formula_unknown", r"\fraq"),
        (r"\frac{a}{b", "formula_braces", r"\frac{a}{b"),
        ("x^", "formula_unfinished", "x^"),
        (r"\left( x", "formula_unfinished", r"\left( x"),
        ("{" * 41 + "}" * 41, "formula_braces", "{" * 41 + "}" * 41),
        ("x" * 501, "formula_long", "x" * 501),
    ],
)
def test_what_cannot_be_read_is_named_and_shown_as_written(
    formula: str, code: str, what: str
) -> None:
    (found,) = troubles(f"Is ${formula}$ so?")
    assert (found.code, found.what) == (code, what)
    assert line(f"Is ${formula}$ so?") == f"Is <code>{formula}</code> so?"


def test_a_plain_text_loads_no_reader() -> None:
    code = (
        "import sys\n"
        "from quizapp.web.shared.formatted import formatted, formatted_line, formatted_stem\n"
        "assert formatted_stem('Is <b> $5?') == ('Is &lt;b&gt; $5?', '')\n"
        "assert formatted('a') == formatted_line('a') == 'a'\n"
        "assert not {'nh3', 'markdown_it', 'latex2mathml'} & set(sys.modules)\n"
        "assert formatted('**a**') == '<strong>a</strong>'\n"
        "assert 'nh3' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

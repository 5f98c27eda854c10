"""Small changes to a module, one at a time, each of which a test should notice.

| what | becomes |
|---|---|
| `<`, `==`, `in`, `is` … | its neighbour (`<=`) and its opposite (`>=`) |
| `a and b` | `a or b`, `a`, `b` |
| a condition | its opposite; a filter of a comprehension is also left out |
| `+`, `-`, `*`, `//`, `&`, … | the opposite operation |
| a number | one more, one less; `True` `False`; a text gets one more letter |
| `return x` | `return None` |
| a call, `yield`, `+=`, `raise` that stands alone | nothing; `continue` and `break` are exchanged |
| `f(a, b)` | `f(b, a)`; `min` `max`, `any` `all` exchanged; `key=`, `default=` left out |

Left alone: annotations, decorators, docstrings, the words of an error, and `strict=` of `zip`,
which only guards what cannot happen.
"""

from __future__ import annotations

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
OPERATIONS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
EXCHANGED = {"min": "max", "max": "min", "any": "all", "all": "any"}
DROPPED = {"key", "default", "reverse"}
ORDER_IS_NOTHING = {"min", "max", "isinstance", "getattr", "range"}
PASSED_BY = {"annotation", "returns", "decorator_list", "exc", "format_spec", "bases"}
LONGEST = 76


Place = tuple[tuple[str, int | None], ...]
"""The way from a module to one of its nodes: field after field, with the place in a list."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: where it is, what stood there and what stands there now."""

    where: str
    line: int
    change: str
    place: Place
    other: ast.AST | None

    @property
    def name(self) -> str:
        """What the list of equivalent ones calls it; no line number, so that it lasts."""
        return f"{self.where or 'module'}: {self.change}"

    def of(self, text: str) -> ast.Module:
        """The module's tree with this change in it."""
        tree = ast.parse(text)
        parent: ast.AST = tree
        for name, at in self.place[:-1]:
            value = getattr(parent, name)
            parent = value if at is None else value[at]
        name, at = self.place[-1]
        other = copy.deepcopy(self.other)
        if at is None:
            setattr(parent, name, other)
        else:
            getattr(parent, name)[at] = other or ast.Pass()
        return ast.fix_missing_locations(tree)


def mutants_of(text: str) -> list[Mutant]:
    """Every mutant of a module's text, in the order of the lines."""
    found = []
    names: Counter[tuple[str, str]] = Counter()
    for place, where, around, node in _places(ast.parse(text), (), "", None):
        for other in _changes(node):
            change = f"{_shown(node)} → {_shown(other) if other else 'nothing'}"
            if isinstance(node, ast.Constant) and around is not None:
                change += f" in {_shown(around)}"
            names[where, change] += 1
            if names[where, change] > 1:
                change += f" ({names[where, change]})"
            found.append(Mutant(where, _line(node), change, place, other))
    return sorted(found, key=lambda mutant: mutant.line)


def _places(
    node: ast.AST, place: Place, where: str, around: ast.AST | None
) -> Iterator[tuple[Place, str, ast.AST | None, ast.AST]]:
    """Every node that may be changed: the way to it, its function, the node around it."""
    if place:
        yield place, where, around, node
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        where = f"{where}.{node.name}".strip(".")
    for name, value in ast.iter_fields(node):
        if name in PASSED_BY or (isinstance(node, ast.keyword) and node.arg == "strict"):
            continue
        for at, child in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(child, ast.AST) and not _is_docstring(child):
                step = (name, at if isinstance(value, list) else None)
                outer = around if isinstance(child, ast.Constant) and _is_bare(node) else node
                yield from _places(child, (*place, step), where, outer)


def _line(node: ast.AST) -> int:
    """The line of a node; a filter stands where its first condition does."""
    return _line(node.ifs[0]) if isinstance(node, ast.comprehension) else getattr(node, "lineno", 0)


def _is_bare(node: ast.AST) -> bool:
    """Whether a node says too little around a constant: its sign, or a long table."""
    return isinstance(node, ast.UnaryOp | ast.Tuple | ast.List | ast.Set | ast.FormattedValue)


def _changes(node: ast.AST) -> Iterator[ast.AST | None]:
    if isinstance(node, ast.stmt):
        yield from _statement(node)
    for kind, change in EXPRESSIONS.items():
        if isinstance(node, kind):
            yield from change(node)


def _compared(node: ast.Compare) -> Iterator[ast.AST]:
    for at, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            yield _set(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])


def _joined(node: ast.BoolOp) -> Iterator[ast.AST]:
    yield _set(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    for at in range(len(node.values)):
        rest = [*node.values[:at], *node.values[at + 1 :]]
        yield rest[0] if len(rest) == 1 else _set(node, values=rest)


def _signed(node: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(node.op, ast.Not | ast.USub):
        yield node.operand


def _operated(node: ast.BinOp) -> Iterator[ast.AST]:
    if type(node.op) in OPERATIONS:
        yield _set(node, op=OPERATIONS[type(node.op)]())


def _either(node: ast.IfExp) -> Iterator[ast.AST]:
    yield from (_set(node, test=test) for test in _opposite(node.test))


def _statement(node: ast.stmt) -> Iterator[ast.AST | None]:
    if isinstance(node, ast.If | ast.While):
        yield from (_set(node, test=test) for test in _opposite(node.test))
    elif isinstance(node, ast.Return):
        if node.value is not None and not isinstance(node.value, ast.Constant):
            yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.Continue):
        yield ast.Break()
    elif isinstance(node, ast.Break):
        yield ast.Continue()
    elif isinstance(node, ast.Expr | ast.AugAssign | ast.Raise):
        yield None


def _filters(node: ast.comprehension) -> Iterator[ast.AST]:
    for at, test in enumerate(node.ifs):
        yield _set(node, ifs=[*node.ifs[:at], *node.ifs[at + 1 :]])
        for other in _opposite(test):
            yield _set(node, ifs=[*node.ifs[:at], other, *node.ifs[at + 1 :]])


def _opposite(test: ast.expr) -> Iterator[ast.expr]:
    """The negated condition, where no other change makes the same."""
    lone = isinstance(test, ast.Compare) and len(test.ops) == 1
    if not lone and not (isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)):
        yield ast.UnaryOp(ast.Not(), test)


def _constant(node: ast.Constant) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield from (ast.Constant(value + 1), ast.Constant(value - 1))
    elif isinstance(value, str):
        yield ast.Constant(f"x{value}")


def _call(node: ast.Call) -> Iterator[ast.AST]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in EXCHANGED:
        yield _set(node, func=ast.Name(EXCHANGED[name], ast.Load()))
    for at, keyword in enumerate(node.keywords):
        if keyword.arg in DROPPED:
            yield _set(node, keywords=[*node.keywords[:at], *node.keywords[at + 1 :]])
    for at in range(len(node.args) - 1):
        first, second = node.args[at : at + 2]
        starred = isinstance(first, ast.Starred) or isinstance(second, ast.Starred)
        if not starred and name not in ORDER_IS_NOTHING:
            yield _set(node, args=[*node.args[:at], second, first, *node.args[at + 2 :]])


def _set(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _is_docstring(node: ast.AST) -> bool:
    """A text that stands alone: a docstring, or the word on an attribute."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _shown(node: ast.AST) -> str:
    """The code of a node on one line, cut where it is long."""
    if isinstance(node, ast.If | ast.While):
        text = f"{type(node).__name__.lower()} {ast.unparse(node.test)}"
    else:
        text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


EXPRESSIONS: dict[type[ast.AST], Callable[..., Iterator[ast.AST]]] = {
    ast.comprehension: _filters,
    ast.Compare: _compared,
    ast.BoolOp: _joined,
    ast.UnaryOp: _signed,
    ast.BinOp: _operated,
    ast.IfExp: _either,
    ast.Constant: _constant,
    ast.Call: _call,
}
"""Kind of node -> what it may become."""

"""Formulas as data: arithmetic in YAML becomes a tree, which `evaluating.py` and the browser evaluate alike."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping

from generator.diagnostics.suggest import did_you_mean, listed
from generator.formulas.evaluating import MAX_POWER, can_be_power
from generator.formulas.tree import Tree

MAX_LENGTH = 400
MAX_DEPTH = 24
MAX_DECIMALS = 6


class FormulaError(Exception):
    """What is wrong with a formula, and which characters of its text are at fault."""

    def __init__(self, message: str, start: int, end: int, hint: str | None = None) -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.hint = message, start, max(end, start + 1), hint


def parse(text: str, names: Collection[str]) -> Tree:
    """The tree of a formula that may use `names`. Raises `FormulaError`."""
    if len(text) > MAX_LENGTH:
        message = f"the formula has {len(text)} characters; at most {MAX_LENGTH} are allowed"
        raise FormulaError(message, MAX_LENGTH, len(text), "split it: a formula may use the outputs above it")
    _check_characters(text)
    indent = len(text) - len(text.lstrip())
    source = text.replace("\n", " ").strip()
    if not source:
        raise FormulaError("the formula is empty", 0, len(text), "write arithmetic, such as `won / proposals`")
    try:
        root = ast.parse(source, mode="eval").body
    except SyntaxError as error:
        raise _misread(source, error, indent, names) from None
    except (ValueError, RecursionError, MemoryError):
        raise FormulaError("the formula is nested too deeply", indent, len(text.rstrip())) from None
    return _FormulaReader(source, indent, names).tree(root, 1)


_BINARY: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "min": (2, 20),
    "max": (2, 20),
    "floor": (1, 1),
    "ceil": (1, 1),
    "abs": (1, 1),
    "round": (1, 2),
}
"""How many operands each function takes, at least and at most."""

_KNOWN = "known here: + - * / **, comparisons, `a if b else c`, " + ", ".join(f"{name}()" for name in FUNCTIONS)
_TYPED = {"×": "*", "÷": "/", "\u2212": "-", "\u2013": "-", "·": "*", "²": "**2", "≤": "<=", "≥": ">=", "≠": "!="}


class _FormulaReader:
    """Turns Python's syntax tree into ours, and refuses everything that is not on the list."""

    def __init__(self, source: str, indent: int, names: Collection[str]) -> None:
        self.source, self.indent, self.names = source, indent, names

    def fault(self, node: ast.expr, message: str, hint: str | None = None) -> FormulaError:
        end = node.end_col_offset if node.end_col_offset is not None else len(self.source)
        return FormulaError(message, self.indent + node.col_offset, self.indent + end, hint)

    def tree(self, node: ast.expr, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise self.fault(node, "the formula is nested too deeply", "move a part of it into an output of its own")
        match node:
            case ast.Constant():
                return self.number(node)
            case ast.Name():
                return self.name(node)
            case ast.UnaryOp():
                return self.unary(node, depth)
            case ast.BinOp():
                return self.binary(node, depth)
            case ast.Compare():
                return self.comparison(node, depth)
            case ast.BoolOp():
                return self.both_or_either(node, depth)
            case ast.IfExp():
                return ("if", *(self.tree(part, depth + 1) for part in (node.test, node.body, node.orelse)))
            case ast.Call():
                return self.call(node, depth)
        raise self.unknown(node)

    def unknown(self, node: ast.expr) -> FormulaError:
        return self.fault(node, f"`{self.text(node)}` is not something a formula can hold", _KNOWN)

    def text(self, node: ast.expr) -> str:
        found = self.source[node.col_offset : node.end_col_offset]
        return found if len(found) <= 30 else found[:29] + "…"

    def number(self, node: ast.Constant) -> Tree:
        value = node.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(node, f"`{self.text(node)}` is not a number", _KNOWN)
        if not abs(value) <= 1e15:
            raise self.fault(node, f"the number `{self.text(node)}` is too large")
        return value

    def name(self, node: ast.Name) -> Tree:
        if node.id in self.names:
            return node.id
        raise self.fault(node, f"nothing above is called `{node.id}`", self._meant(node.id))

    def _meant(self, unknown: str) -> str | None:
        """The name that is like one that is unknown, or the only one that the formula does not use; else all."""
        unused = set(self.names).difference(re.findall(r"\w+", self.source))
        if (near := did_you_mean(unknown, self.names)) or not self.names:
            return near
        if len(unused) == 1:
            (name,) = unused
            return f"write `{name}`, which stands above it and is not used; or call it `{unknown}` there"
        return f"names that stand above it: {', '.join(f'`{name}`' for name in self.names)}"

    def unary(self, node: ast.UnaryOp, depth: int) -> Tree:
        operand = self.tree(node.operand, depth + 1)
        if isinstance(node.op, ast.USub):
            return ("neg", operand)
        if isinstance(node.op, ast.Not):
            return ("==", operand, 0)
        raise self.unknown(node)

    def binary(self, node: ast.BinOp, depth: int) -> Tree:
        sign = _BINARY.get(type(node.op))
        if sign is None:
            hint = "write `**` for a power" if isinstance(node.op, ast.BitXor) else _KNOWN
            raise self.fault(node, f"`{self.text(node)}` uses a sign that formulas do not know", hint)
        left, right = self.tree(node.left, depth + 1), self.tree(node.right, depth + 1)
        if sign == "**" and isinstance(right, int | float) and not can_be_power(right):
            hint = f"a power is a whole number from 0 to {MAX_POWER}"
            raise self.fault(node.right, f"`{self.text(node.right)}` cannot be a power", hint)
        if sign == "/" and right == 0:
            raise self.fault(node.right, "nothing can be divided by 0")
        return (sign, left, right)

    def comparison(self, node: ast.Compare, depth: int) -> Tree:
        """`a < b < c` is `a < b and b < c`."""
        ends = [self.tree(end, depth + 1) for end in (node.left, *node.comparators)]
        pairs: list[Tree] = []
        for operator, left, right in zip(node.ops, ends, ends[1:], strict=False):
            if type(operator) not in _COMPARISONS:
                raise self.fault(node, f"`{self.text(node)}` is not a comparison that formulas know", _KNOWN)
            pairs.append((_COMPARISONS[type(operator)], left, right))
        tree = pairs.pop()
        while pairs:
            tree = ("if", pairs.pop(), tree, 0)
        return tree

    def both_or_either(self, node: ast.BoolOp, depth: int) -> Tree:
        """`a and b` looks at `b` only where `a` is true, so that `b` may divide by what `a` asks about."""
        parts = [self.tree(part, depth + 1) for part in node.values]
        tree: Tree = ("!=", parts.pop(), 0)
        while parts:
            test = parts.pop()
            tree = ("if", test, tree, 0) if isinstance(node.op, ast.And) else ("if", test, 1, tree)
        return tree

    def call(self, node: ast.Call, depth: int) -> Tree:
        name = node.func.id if isinstance(node.func, ast.Name) else self.text(node.func)
        if name not in FUNCTIONS:
            raise self.fault(node.func, f"formulas know no function `{name}`", did_you_mean(name, FUNCTIONS) or _KNOWN)
        least, most = FUNCTIONS[name]
        if node.keywords or not least <= len(node.args) <= most:
            count = str(least) if least == most else f"{least} to {most}"
            raise self.fault(node, f"`{name}` takes {count} values")
        parts = [self.tree(part, depth + 1) for part in node.args]
        if name == "round" and len(parts) == 2 and parts[1] not in range(MAX_DECIMALS + 1):
            raise self.fault(node.args[1], f"`round` takes its decimals as a digit from 0 to {MAX_DECIMALS}")
        return (name, *parts)


def _check_characters(text: str) -> None:
    for at, character in enumerate(text):
        if not character.isascii() or character in "\0\t\r\\#'\"`;":
            hint = f"write `{_TYPED[character]}`" if character in _TYPED else _KNOWN
            raise FormulaError(f"`{character}` is not allowed in a formula", at, at + 1, hint)
    comma = re.search(r"(?<![\w.,])([0-9]+),([0-9]+)(?![\w.,])", text)
    if comma and text.count("(", 0, comma.start()) == text.count(")", 0, comma.start()):
        raise FormulaError(f"`{comma[0]}` is not a number", *comma.span(), f"write `{comma[1]}.{comma[2]}`")
    for found in re.finditer(r"(?<![\w.])[0-9.][\w.]*", text):
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", found[0]):
            hint = "write digits and a point, such as `0.5`, and a sign before the next name: `2 * goal`"
            raise FormulaError(f"`{found[0]}` is not a number", *found.span(), hint)


def _misread(source: str, error: SyntaxError, indent: int, names: Collection[str]) -> FormulaError:
    # Python says 0 where the text ends too early; the last character is then the place to look at.
    start = min(error.offset - 1, len(source) - 1) if error.offset else len(source) - 1
    end = max((error.end_offset or 0) - 1, start + 1)
    lone = re.search(r"=[<>]|(?<![<>=!])=(?!=)", source)
    if lone:
        hint = f"write `{lone[0][::-1]}`" if len(lone[0]) == 2 else "write only what is right of it; compare with `==`"
        return FormulaError(f"formulas know no `{lone[0]}`", indent + lone.start(), indent + lone.end(), hint)
    if "nested" in (error.msg or ""):
        return FormulaError("the formula is nested too deeply", indent, indent + len(source))
    if "was never closed" in (error.msg or ""):
        hint = "write the closing bracket after what belongs together"
        return FormulaError("the bracket that opens here is not closed", indent + start, indent + start + 1, hint)
    if percent := re.search(r"(?<![\w.])\d{1,6}(?:\.\d{1,6})? ?%", source):
        number = float(percent[0].rstrip(" %")) / 100
        hint = f"write the part of one: `{number:.6f}".rstrip("0").rstrip(".") + "`"
        return FormulaError("formulas know no `%`", indent + percent.start(), indent + percent.end(), hint)
    times = re.search(r"(?<=[\w)]) (?P<sign>[xX]) (?=[\w(])", source)
    if times and times["sign"] not in names:
        at = indent + times.start("sign")
        return FormulaError(f"`{times['sign']}` is no sign of arithmetic", at, at + 1, "write `*`")
    hint = "look for a missing sign, name or bracket; " + _KNOWN
    if words := re.search(r"(?<!\w)[A-Za-z]\w*+(?: [A-Za-z]\w*+){1,9}", source):
        hint = f"look for a missing sign between `{words[0]}`; if these words name one value, write its `name`: "
        hint += f"{listed(names, last=' or ')}" if names else "a word in lower case"
    return FormulaError("the formula cannot be read from here on", indent + start, indent + end, hint)

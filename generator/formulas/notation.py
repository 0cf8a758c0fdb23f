"""A formula as it is drawn: signs, names and fractions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.formulas.formula import Tree
from generator.formulas.numerals import Format


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a drawn formula: a `sign`, a `number`, a `name`, or a `fraction` with two rows of pieces."""

    form: str
    text: str = ""
    above: tuple[Piece, ...] = ()
    below: tuple[Piece, ...] = ()


# How firmly each operation holds its operands together; a looser one inside needs brackets.
_HOLDS = {"if": 0, "+": 2, "-": 2, "*": 3, "/": 3, "neg": 4, "**": 5}
_COMPARISON, _WHOLE = 1, 9
_SIGNS = {"+": "+", "-": "\u2212", "*": "×", "/": "÷", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠"}


def pieces(tree: Tree, root: bool = True) -> tuple[Piece, ...]:
    """What is drawn for a formula, from left to right. Only the outermost division becomes a fraction."""
    if root and isinstance(tree, tuple) and tree[0] == "/":
        return (Piece("fraction", "", tuple(_row(tree[1])), tuple(_row(tree[2]))),)
    return tuple(_row(tree))


def spoken(shown: tuple[Piece, ...], label: Callable[[str], str]) -> str:
    """The same in one line, for people who listen."""
    parts = []
    for piece in shown:
        if piece.form == "fraction":
            above, below = (spoken(row, label) for row in (piece.above, piece.below))
            parts.append(f"{_bracketed(above, piece.above)} divided by {_bracketed(below, piece.below)}")
        else:
            parts.append(label(piece.text) if piece.form == "name" else piece.text)
    return " ".join(parts).replace("( ", "(").replace(" )", ")").replace(" ,", ",")


def _bracketed(text: str, row: tuple[Piece, ...]) -> str:
    return f"({text})" if len(row) > 1 else text


def _row(tree: Tree, least: int = 0) -> Iterator[Piece]:
    if isinstance(tree, str):
        yield Piece("name", tree)
    elif not isinstance(tree, tuple):
        yield Piece("number", Format().text(float(tree)))
    elif _holds(tree) < least:
        yield Piece("sign", "(")
        yield from _operation(tree)
        yield Piece("sign", ")")
    else:
        yield from _operation(tree)


def _holds(tree: tuple[Tree, ...]) -> int:
    name = str(tree[0])
    if name in ("min", "max", "floor", "ceil", "abs", "round"):
        return _WHOLE
    return _HOLDS.get(name, _COMPARISON)


def _operation(tree: tuple[Tree, ...]) -> Iterator[Piece]:
    name, *parts = tree
    holds = _holds(tree)
    if holds == _WHOLE:
        yield Piece("sign", f"{name} (")
        for at, part in enumerate(parts):
            if at:
                yield Piece("sign", ",")
            yield from _row(part)
        yield Piece("sign", ")")
    elif name == "if":
        yield from _row(parts[1], 1)
        yield Piece("sign", "if")
        yield from _row(parts[0], 1)
        yield Piece("sign", "otherwise")
        yield from _row(parts[2])
    elif name == "neg":
        yield Piece("sign", "\u2212")
        yield from _row(parts[0], holds)
    else:
        yield from _row(parts[0], holds)
        yield Piece("sign", "to the power of" if name == "**" else _SIGNS.get(str(name), str(name)))
        # What is taken away or divided by needs brackets even where it is of the same firmness.
        yield from _row(parts[1], holds + (name in ("-", "/", "**")))

"""A formula as it is drawn: signs, names and fractions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.formulas.numerals import Format
from generator.formulas.tree import Tree
from generator.language.language import Language
from generator.language.words import Words


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a drawn formula: a `sign`, a `number`, a `name`, or a `fraction` with two rows of pieces."""

    form: str
    text: str = ""
    above: tuple[Piece, ...] = ()
    below: tuple[Piece, ...] = ()


# The precedence of each operation; a looser one inside needs brackets.
_HOLDS = {"if": 0, "+": 2, "-": 2, "*": 3, "/": 3, "neg": 4, "**": 5}
_COMPARISON, _WHOLE = 1, 9
_SIGNS = {"+": "+", "-": "\u2212", "*": "×", "/": "÷", "<=": "≤", ">=": "≥", "==": "=", "!=": "≠"}


def pieces(tree: Tree, language: Language, root: bool = True) -> tuple[Piece, ...]:
    """What is drawn for a formula, from left to right. Only the outermost division becomes a fraction."""
    if root and isinstance(tree, tuple) and tree[0] == "/":
        return (Piece("fraction", "", tuple(_row(tree[1], language)), tuple(_row(tree[2], language))),)
    return tuple(_row(tree, language))


def spoken(shown: tuple[Piece, ...], label: Callable[[str], str], words: Words) -> str:
    """The same in one line, for people who listen."""
    parts = []
    for piece in shown:
        if piece.form == "fraction":
            above, below = (spoken(row, label, words) for row in (piece.above, piece.below))
            above, below = _bracketed(above, piece.above), _bracketed(below, piece.below)
            parts.append(words.calculator.divided(above=above, below=below))
        else:
            parts.append(label(piece.text) if piece.form == "name" else piece.text)
    return " ".join(parts).replace("( ", "(").replace(" )", ")").replace(" ,", ",")


def _bracketed(text: str, row: tuple[Piece, ...]) -> str:
    return f"({text})" if len(row) > 1 else text


def _row(tree: Tree, language: Language, least: int = 0) -> Iterator[Piece]:
    if isinstance(tree, str):
        yield Piece("name", tree)
    elif not isinstance(tree, tuple):
        yield Piece("number", Format().text(float(tree), language.numerals))
    elif _holds(tree) < least:
        yield Piece("sign", "(")
        yield from _operation(tree, language)
        yield Piece("sign", ")")
    else:
        yield from _operation(tree, language)


def _holds(tree: tuple[Tree, ...]) -> int:
    name = str(tree[0])
    if name in ("min", "max", "floor", "ceil", "abs", "round"):
        return _WHOLE
    return _HOLDS.get(name, _COMPARISON)


def _operation(tree: tuple[Tree, ...], language: Language) -> Iterator[Piece]:
    name, *parts = tree
    holds = _holds(tree)
    if holds == _WHOLE:
        yield Piece("sign", f"{name} (")
        for at, part in enumerate(parts):
            if at:
                yield Piece("sign", ",")
            yield from _row(part, language)
        yield Piece("sign", ")")
    elif name == "if":
        yield from _row(parts[1], language, 1)
        yield Piece("sign", language.words.calculator.if_word)
        yield from _row(parts[0], language, 1)
        yield Piece("sign", language.words.calculator.otherwise)
        yield from _row(parts[2], language)
    elif name == "neg":
        yield Piece("sign", "\u2212")
        yield from _row(parts[0], language, holds)
    else:
        yield from _row(parts[0], language, holds)
        yield Piece("sign", language.words.calculator.power if name == "**" else _SIGNS.get(str(name), str(name)))
        # What is taken away or divided by needs brackets even where it is of the same firmness.
        yield from _row(parts[1], language, holds + (name in ("-", "/", "**")))

"""What the tree of a formula comes to, in Python and in the browser alike.

As JSON the tree is what `components/formula/formula.js` evaluates. Both use nothing but operations that IEEE 754
defines to the last bit, so both get the same result; where there is none (division by zero, overflow, a value that is
missing) both say so with None and null.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.formulas.tree import Tree

Values: TypeAlias = Mapping[str, float | None]

MAX_POWER = 64


def evaluate(tree: Tree, values: Values) -> float | None:
    """The value of a formula, or None where it has none."""
    if isinstance(tree, str):
        return _finite(values.get(tree))
    if not isinstance(tree, tuple):
        return float(tree)
    if tree[0] == "if":
        condition = evaluate(tree[1], values)
        return None if condition is None else evaluate(tree[2 if condition else 3], values)
    operands = [evaluate(part, values) for part in tree[1:]]
    found = [operand for operand in operands if operand is not None]
    return _finite(_OPERATIONS[str(tree[0])](*found)) if len(found) == len(operands) else None


def rounded(value: float, decimals: int = 0) -> float:
    """`value` with so many decimals; halves go away from zero. Scales by a power of ten, as the browser does."""
    scale = float(10**decimals)
    scaled = math.floor(abs(value) * scale + 0.5) / scale
    return -scaled if value < 0 and scaled else scaled


def _finite(value: float | None) -> float | None:
    # Adding zero turns minus zero into zero: the two would compare alike and print differently.
    return None if value is None or not math.isfinite(value) else float(value) + 0.0


def _divide(a: float, b: float) -> float | None:
    return None if b == 0 else a / b


def can_be_power(exponent: float) -> bool:
    """Whether `**` has a value for an exponent: a whole number from 0 to `MAX_POWER`."""
    return exponent == math.floor(exponent) and 0 <= exponent <= MAX_POWER


def _power(base: float, exponent: float) -> float | None:
    """By multiplication: libraries differ in the last bit of their power functions."""
    if not can_be_power(exponent):
        return None
    result = 1.0
    for _ in range(int(exponent)):
        result *= base
    return result


def _round(value: float, decimals: float = 0) -> float | None:
    try:
        return rounded(value, int(decimals))
    except OverflowError:
        return None


_OPERATIONS: Mapping[str, Callable[..., float | None]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divide,
    "**": _power,
    "neg": lambda a: -a,
    "<": lambda a, b: float(a < b),
    "<=": lambda a, b: float(a <= b),
    ">": lambda a, b: float(a > b),
    ">=": lambda a, b: float(a >= b),
    "==": lambda a, b: float(a == b),
    "!=": lambda a, b: float(a != b),
    "min": min,
    "max": max,
    "floor": lambda a: float(math.floor(a)),
    "ceil": lambda a: float(math.ceil(a)),
    "abs": abs,
    "round": _round,
}

"""How formulas are written for people."""

from __future__ import annotations

import pytest

from generator.formulas.formula import parse as formula_tree
from generator.formulas.notation import pieces, spoken
from generator.language.language import english


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        ("a - (b - c)", "a \u2212 (b \u2212 c)"),
        ("a - b - c", "a \u2212 b \u2212 c"),
        ("(a + b) * c ** 2", "(a + b) × c to the power of 2"),
        ("-(a + b)", "\u2212 (a + b)"),
        ("min(a, 2 * b) * c", "min (a, 2 × b) × c"),
        ("a if b >= 0.5 else c + 1", "a if b ≥ 0.5 otherwise c + 1"),
        ("a * (b / c)", "a × b ÷ c"),
        ("a / (b * c)", "a divided by (b × c)"),
        ("1 + a / (b * c)", "1 + a ÷ (b × c)"),
    ],
)
def test_brackets_stand_where_they_are_needed(formula: str, line: str) -> None:
    assert spoken(pieces(formula_tree(formula, ("a", "b", "c")), english()), str, english().words) == line

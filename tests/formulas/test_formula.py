"""Formulas: what they may hold, what is said about those that cannot be read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.formulas.evaluating import evaluate, rounded
from generator.formulas.formula import MAX_LENGTH, FormulaError, parse
from generator.formulas.tree import Tree, names_in

NAMES = ("won", "proposals", "goal", "rise")
VALUES = {"won": 12.0, "proposals": 40.0, "goal": 100.0, "rise": None}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-goal", -100),
        ("100 * won / proposals", 30),
        ("2 ** 10", 1024),
        ("won ** 0", 1),
        ("2 ** (won * 6)", None),
        ("goal ** (won / 24)", None),
        ("goal ** -won", None),
        ("min(won, proposals, 5)", 5),
        ("max(0, won - proposals)", 0),
        ("floor(-0.5)", -1),
        ("ceil(0.2)", 1),
        ("abs(won - proposals)", 28),
        ("round(2.5)", 3),
        ("round(-2.5)", -3),
        ("round(1.25, 1)", 1.3),
        ("won / (proposals - 40)", None),
        ("rise + 1", None),
        ("1 if won > 10 else rise", 1),
        ("rise if won > 10 else 1", None),
        ("won > 10 and won / proposals < 1", 1),
        ("proposals - 40 and won / (proposals - 40) > 1", 0),
        ("won > 10 or rise", 1),
        ("not won", 0),
        ("0 < won < proposals < 50", 1),
        ("0 < won < 5", 0),
        ("goal ** 64 * goal ** 64 * goal ** 64", None),
        ("  won\n+ 1", 13),
        ("-(0 * won)", 0),
    ],
)
def test_a_formula_has_the_value_one_expects(text: str, value: float | None) -> None:
    found = evaluate(parse(text, NAMES), VALUES)
    assert found == value
    assert found is None or math.copysign(1, found) == (-1 if found < 0 else 1)


def fault(text: str) -> tuple[str, str, str | None]:
    """What is said, about which characters, and what to do instead."""
    with pytest.raises(FormulaError) as caught:
        parse(text, NAMES)
    error = caught.value
    return error.message, text[error.start : error.end], error.hint


def test_a_misspelt_name_is_shown_with_the_one_that_was_meant() -> None:
    assert fault("won / proposal") == ("nothing above is called `proposal`", "proposal", "did you mean `proposals`?")


def test_an_unknown_name_is_shown_with_those_that_may_be_used() -> None:
    hint = "names that stand above it: `won`, `proposals`, `goal`, `rise`"
    assert fault(" 1 + zebra * 2") == ("nothing above is called `zebra`", "zebra", hint)


@pytest.mark.parametrize(
    ("text", "message", "shown"),
    [
        ("", "the formula is empty", ""),
        ("won × 2", "`×` is not allowed in a formula", "×"),
        ("2goal", "`2goal` is not a number", "2goal"),
        ("1_000", "`1_000` is not a number", "1_000"),
        ("1e9", "`1e9` is not a number", "1e9"),
        ("x = won / 2", "formulas know no `=`", "="),
        ("won ^ 2", "`won ^ 2` uses a sign that formulas do not know", "won ^ 2"),
        ("won % 2", "`won % 2` uses a sign that formulas do not know", "won % 2"),
        ("won ** 2.5", "`2.5` cannot be a power", "2.5"),
        ("won / 0", "nothing can be divided by 0", "0"),
        ("sqrt(won)", "formulas know no function `sqrt`", "sqrt"),
        ("won.real", "`won.real` is not something a formula can hold", "won.real"),
        ("won[1]", "`won[1]` is not something a formula can hold", "won[1]"),
        ("[won for won in won]", "`[won for won in won]` is not something a formula can hold", "[won for won in won]"),
        ("lambda: won", "`lambda: won` is not something a formula can hold", "lambda: won"),
        ("won is goal", "`won is goal` is not a comparison that formulas know", "won is goal"),
        ("True", "`True` is not a number", "True"),
        ("floor(won, 2)", "`floor` takes 1 values", "floor(won, 2)"),
        ("min(won)", "`min` takes 2 to 20 values", "min(won)"),
        ("round(won, goal)", "`round` takes its decimals as a digit from 0 to 6", "goal"),
        ("9999999999999999", "the number `9999999999999999` is too large", "9999999999999999"),
        ("won +", "the formula cannot be read from here on", "+"),
        ("won + * 2", "the formula cannot be read from here on", "*"),
        ("+won", "`+won` is not something a formula can hold", "+won"),
        ("(" * 300 + "1" + ")" * 90, "the formula is nested too deeply", "(" * 300 + "1" + ")" * 90),
        ("-" * 300 + "1", "the formula is nested too deeply", None),
        ("1 " + "+ 1" * MAX_LENGTH, "the formula has 1202 characters; at most 400 are allowed", None),
    ],
)
def test_what_is_wrong_is_said_and_the_place_is_shown(text: str, message: str, shown: str | None) -> None:
    said, place, _ = fault(text)
    assert said == message
    assert shown is None or place == shown


@given(st.text(alphabet="won goal+-*/()<>=.,0123456789ifelsandr_:[]{}@\n", max_size=80))
def test_any_text_is_a_formula_or_is_refused_with_a_place_in_it(text: str) -> None:
    read = parsed(text)
    if isinstance(read, FormulaError):
        assert 0 <= read.start <= read.end <= len(text) + 1
    else:
        assert set(names_in(read)) <= set(NAMES)
        evaluate(read, VALUES)


def parsed(text: str) -> Tree | FormulaError:
    try:
        return parse(text, NAMES)
    except FormulaError as error:
        return error


@given(st.floats(-1e9, 1e9), st.integers(0, 6))
def test_rounding_goes_to_the_nearest_and_halves_away_from_zero(value: float, decimals: int) -> None:
    found = rounded(value, decimals)
    assert abs(found - value) <= 0.5 / 10**decimals + 1e-6
    assert rounded(-value, decimals) == -found

"""How numbers are written."""

from __future__ import annotations

import pytest

from generator.formulas.numerals import Format
from generator.language.language import Numerals


@pytest.mark.parametrize(
    ("value", "decimals", "sign", "text"),
    [
        (1234.5, 0, False, "1,235"),
        (1234.5, None, False, "1,234.5"),
        (0.4, 2, False, "0.40"),
        (1.0, 2, False, "1"),
        (-1.0, 1, True, "\u22121"),
        (0.04, 1, True, "0"),
        (0.05, 1, True, "+0.1"),
        (-0.04, 1, True, "0"),
        (1e15, 0, False, "–"),
        (None, 0, False, "–"),
        (0.1 + 0.2, None, False, "0.3"),
        (1_000_000, None, False, "1,000,000"),
    ],
)
def test_numbers_are_written_as_people_read_them(
    value: float | None, decimals: int | None, sign: bool, text: str
) -> None:
    assert Format(decimals, sign).text(value) == text


def test_a_number_is_written_as_the_language_writes_it() -> None:
    assert Format(1).text(1234.5, Numerals(",", ".")) == "1.234,5"


@pytest.mark.parametrize(("value", "text"), [(1.5, "1,5"), (2, "2"), (0.25, "0,25"), (100, "100"), (1.249, "1,249")])
def test_a_number_of_the_content_keeps_its_decimals(value: float, text: str) -> None:
    assert Numerals(",", ".").exact(value) == text


@pytest.mark.parametrize(
    ("value", "most", "text"), [(200, 2, "200"), (0.3, 2, "0,3"), (1 / 3, 2, "0,33"), (30, 0, "30")]
)
def test_people_write_no_zeros_after_the_last_decimal_that_says_something(value: float, most: int, text: str) -> None:
    assert Numerals(",", ".").exact(value, most) == text

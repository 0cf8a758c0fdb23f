"""Narrowing the matrix down: which rows and columns are left."""

from __future__ import annotations

import pytest

from tests.node.process import Node

LEFT = """async (load, [rows, typed]) => {
  const { left } = await load("matrix/lazy/filtering.js");
  const { shown, columns } = left(rows, typed);
  return [shown, [...columns].sort()];
}"""

ROWS = [
    {"text": "You say customer facing: Show up as you are", "marked": [1]},
    {"text": "The relationship rests on price: Embed, Größe zeigen", "marked": [2, 3]},
]


@pytest.mark.parametrize(
    ("typed", "shown", "columns"),
    [
        ("", [True, True], [1, 2, 3]),
        ("price", [False, True], [2, 3]),
        ("PRI rel", [False, True], [2, 3]),
        ("grosse", [False, True], [2, 3]),
        ("grose", [False, False], []),
        ("große", [False, True], [2, 3]),
        ("größe", [False, True], [2, 3]),
        ("you", [True, False], [1]),
        ("stomer", [True, False], [1]),  # a part of a word, as in the German `Kunde` and `Großkunde`
        ("sto", [False, False], []),  # but no short one, such as `age` in `message`
    ],
)
def test_rows_that_say_what_is_typed_are_left_with_the_columns_of_their_marks(
    node: Node, typed: str, shown: list[bool], columns: list[int]
) -> None:
    assert node.run(LEFT, [ROWS, typed]) == [shown, columns]

"""How much of a text does not fit into a field."""

from __future__ import annotations

import pytest

from tests.node.process import Node

CUT = """async (load, entering) => (await load("field-limit/field-limit.js")).cut(entering)"""


@pytest.mark.parametrize(
    ("length", "chosen", "most", "text", "left"),
    [
        (0, 0, 4000, "word " * 1200, 2000),
        (3999, 0, 4000, "ab", 1),
        (4000, 0, 4000, "a", 1),
        (4000, 4000, 4000, "a" * 4000, 0),
        (4000, 10, 4000, "a" * 11, 1),
        (10, 0, 400, "a\r\nb", 0),
        (397, 0, 400, "a\r\nb", 0),
        (398, 0, 400, "a\r\nb", 1),
        (5000, 0, 4000, "a", 1),
        (0, 0, -1, "a" * 100_000, 0),
        (4000, 0, 4000, "", 0),
    ],
)
def test_what_is_beyond_the_limit_is_counted(
    node: Node, length: int, chosen: int, most: int, text: str, left: int
) -> None:
    assert node.run(CUT, {"length": length, "chosen": chosen, "most": most, "text": text}) == left

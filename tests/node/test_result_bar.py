"""The bar with the result of a calculator: when it is needed, and where the keyboard of a phone ends."""

from __future__ import annotations

import pytest

from tests.node.process import Node

COVERED = """async (load, seen) => {
  const { covered } = await load("calculator/lazy/result-bar.js");
  return covered(seen);
}"""

NEEDED = """async (load, [form, result, foot]) => {
  const { isNeeded } = await load("calculator/lazy/result-bar.js");
  return isNeeded(form, result, foot);
}"""


@pytest.mark.parametrize(
    ("height", "offset", "scale", "expected"),
    [
        (800, 0, 1, 0),
        (460.4, 0, 1, 340),  # the keyboard
        (460, 120, 1, 220),  # the page is moved up behind it
        (400, 0, 2, 0),  # magnified by hand
        (860, 0, 1, 0),  # the bar of addresses has gone
    ],
)
def test_what_a_keyboard_covers(node: Node, height: float, offset: int, scale: int, expected: int) -> None:
    seen = {"whole": 800, "height": height, "offsetTop": offset, "scale": scale}
    assert node.run(COVERED, seen) == expected


@pytest.mark.parametrize(
    ("form", "result", "foot", "expected"),
    [
        ((300, 1200), (1200, 1600), 800, True),
        ((-500, 400), (400, 800), 800, False),  # the result is in sight
        ((-100, 500), (500, 900), 460, True),  # it would be, but for the keyboard
        ((-900, -40), (-40, 300), 800, False),  # the form is not
        ((900, 1500), (1500, 1900), 800, False),  # not yet
    ],
)
def test_a_bar_is_needed_where_one_types_and_sees_no_result(
    node: Node, form: tuple[int, int], result: tuple[int, int], foot: int, expected: bool
) -> None:
    boxes = [dict(zip(("top", "bottom"), box, strict=True)) for box in (form, result)]
    assert node.run(NEEDED, [*boxes, foot]) is expected

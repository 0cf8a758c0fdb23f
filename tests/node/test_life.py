"""Whether a day has come, by the reader's calendar."""

from __future__ import annotations

from tests.node.process import Node

DUE = """async (load, days) => {
  const { isDue } = await load("life/due.js");
  return days.map((day) => isDue(day, new Date(2026, 8, 1, 23, 59)));
}"""


def test_a_day_has_come_on_itself_and_afterwards(node: Node) -> None:
    assert node.run(DUE, ["2026-08-31", "2026-09-01", "2026-09-02", "2027-01-01", ""]) == [
        True,
        True,
        False,
        False,
        False,
    ]

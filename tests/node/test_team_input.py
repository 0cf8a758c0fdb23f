"""What somebody pastes on the team page: people are found in it, and no text costs more than its length."""

from __future__ import annotations

import pytest

from tests.node.functions import THERE_AND_BACK
from tests.node.process import Node

FOUND = """async (load, [texts, link]) => {
  const { found } = await load("team-board/lazy/team-input.js");
  const items = [{ id: "safe", values: [0, 1, 2, 3] }];
  const definitions = new Map([["shop-check", { id: "shop-check", edition: 1, changes: [], scoring: { items } }]]);
  return texts.map(([before, times, after]) => {
    const { people, faults } = found(before.repeat(times) + after + link, definitions);
    return [people.map(({ name }) => name), Object.fromEntries(faults)];
  });
}"""


def link(node: Node) -> str:
    answers = {"assessment": "shop-check", "edition": 1, "at": "2026-01-02T03:04:05Z", "answers": {"safe": 1}}
    ((made, _),) = node.run(THERE_AND_BACK, [answers])
    return str(made)


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("", ""),
        ("Anna ", "Anna"),
        ("Anna: https://workshop.example/x/#", "Anna"),
        ("  > * Anna Maria | #", "Anna Maria"),
        ("https://workshop.example/x/#", ""),
        ("Anna – ", "Anna"),
        ("• Zoë\t", "Zoë"),
        ("\u202eAnna ", "Anna"),
    ],
)
def test_what_stands_before_a_link_is_a_name(node: Node, before: str, name: str) -> None:
    assert node.run(FOUND, [[[before, 1, ""]], link(node)]) == [[[name], {}]]


def test_a_name_that_is_cut_is_said(node: Node) -> None:
    found = node.run(FOUND, [[["x", 60, " "], ["x", 61, " "], ["🦑", 61, ": "]], link(node)])
    assert found == [[["x" * 60], {}], [["x" * 60], {"long-name": 1}], [["🦑" * 60], {"long-name": 1}]]


@pytest.mark.parametrize("after", ["", "#", ":", " ", ": https://workshop.example/#"])
@pytest.mark.parametrize("sign", ["a", " ", ":", "#", "-", "/", "v1", "://", "\t*", "v1.a(", "é"])
def test_two_hundred_thousand_signs_before_a_link_are_read_at_once(node: Node, sign: str, after: str) -> None:
    """With patterns that go over a text once for each of its signs, one of these took over two minutes."""
    ((names, _),) = node.run(FOUND, [[[sign, 200_000 // len(sign), after]], f" {link(node)}"])
    assert all(len(name) <= 60 for name in names)

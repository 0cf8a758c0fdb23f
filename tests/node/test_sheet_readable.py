"""A filled sheet as text to read, and as a link."""

from __future__ import annotations

from typing import Any

import pytest

from tests.node.process import Node

READABLE = """async (load, [title, address, blocks]) => {
  const { readable } = await load("sheet/lazy/sheet-readable.js");
  return readable(title, address, blocks);
}"""
SAID = """async (load, field) => {
  const { said } = await load("sheet/lazy/sheet-readable.js");
  const { label, value, isTick } = said(field);
  return isTick ? `[x] ${label}` : `${label}: ${value}`;
}"""
LINK = """async (load, [worksheet, answers, opened]) => {
  const { toLink, fromLink } = await load("sheet/lazy/sheet-record.js");
  const record = { edition: 2, updatedAt: "2026-11-28T10:15:00Z", answers: new Map(Object.entries(answers)) };
  try {
    const link = toLink(worksheet, record);
    const back = fromLink(link, opened);
    return { ...back, answers: Object.fromEntries(back.answers) };
  } catch (fault) { return fault.reason; }
}"""


def filled(label: str, value: str = "", is_tick: bool = False) -> dict[str, Any]:
    return {"label": label, "value": value, "isTick": is_tick}


def test_the_text_has_what_is_filled_in_under_its_headings(node: Node) -> None:
    blocks = [
        {"heading": "Facts", "filled": [filled("Client", "Karl"), filled("What happened", "It stood.\nThen it fell.")]},
        {"heading": "Empty", "filled": []},
        {"heading": "Cleaned", "filled": [filled("Website", is_tick=True)]},
        {"heading": "Notes", "filled": [filled("Notes", "One.\nTwo.")]},
    ]
    assert node.run(READABLE, ["A sheet", "https://example.org/", blocks]) == (
        "A sheet\nhttps://example.org/\n\n"
        "Facts\n- Client: Karl\n- What happened:\n  It stood.\n  Then it fell.\n\n"
        "Cleaned\n[x] Website\n\n"
        "Notes\nOne.\nTwo.\n"
    )


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ({"type": "radio", "name": "Amber", "value": "amber", "row": "Brakes"}, "Brakes: Amber"),
        ({"type": "radio", "name": "By post", "value": "post", "row": ""}, "[x] By post"),
        ({"type": "checkbox", "name": "Done", "value": "yes", "row": "Brakes"}, "[x] Brakes, Done"),
        ({"type": "textarea", "name": "Reason", "value": "Worn \n", "row": "Brakes"}, "Brakes, Reason: Worn"),
        ({"type": "textarea", "name": "Brakes, Reason", "value": "Worn", "row": "Brakes"}, "Brakes, Reason: Worn"),
        ({"type": "select-one", "name": "Row 1, When", "value": "now", "row": ""}, "Row 1, When: now"),
    ],
)
def test_a_field_is_said_with_the_words_of_its_row(node: Node, field: dict[str, str], text: str) -> None:
    assert node.run(SAID, field) == text


def test_a_link_carries_one_sheet_as_far_as_it_fits(node: Node) -> None:
    record = {"edition": 2, "updatedAt": "2026-11-28T10:15:00Z", "answers": {"facts.what": "Ä 🙂"}}
    assert node.run(LINK, ["a-sheet", {"facts.what": "Ä 🙂"}, "a-sheet"]) == record
    assert node.run(LINK, ["a-sheet", {"facts.what": "x"}, "b-sheet"]) == "other-sheet"
    assert node.run(LINK, ["a-sheet", {f"facts.{at}": "x" * 4000 for at in range(2)}, "a-sheet"]) == "too-long"

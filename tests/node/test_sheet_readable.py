"""A filled sheet as text to read, and as a link."""

from __future__ import annotations

from typing import Any

from tests.node.process import Node

READABLE = """async (load, [title, address, blocks]) => {
  const { readable } = await load("sheet/lazy/sheet-readable.js");
  return readable(title, address, blocks);
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


def test_a_link_carries_one_sheet_as_far_as_it_fits(node: Node) -> None:
    record = {"edition": 2, "updatedAt": "2026-11-28T10:15:00Z", "answers": {"facts.what": "Ä 🙂"}}
    assert node.run(LINK, ["a-sheet", {"facts.what": "Ä 🙂"}, "a-sheet"]) == record
    assert node.run(LINK, ["a-sheet", {"facts.what": "x"}, "b-sheet"]) == "other-sheet"
    assert node.run(LINK, ["a-sheet", {f"facts.{at}": "x" * 4000 for at in range(2)}, "a-sheet"]) == "too-long"

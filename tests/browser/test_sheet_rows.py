"""Where the columns of a sheet would be narrow, a row stands by itself: its fields stand in line, below their names."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.served import served, watched
from tests.playbooks import REAL_PLAYBOOK, built
from tests.sampling import covering

pytestmark = pytest.mark.browser

UNEVEN = """() => {
  const found = [];
  for (const row of document.querySelectorAll(".part--sheet .sheet-table tbody tr")) {
    if (getComputedStyle(row).display !== "grid") continue;
    const frame = row.getBoundingClientRect();
    const lines = new Map();
    for (const cell of row.querySelectorAll("td")) {
      const field = cell.querySelector("textarea, select, input").getBoundingClientRect();
      const bottom = Math.round(cell.getBoundingClientRect().bottom);
      lines.set(bottom, [...(lines.get(bottom) ?? []), Math.round(field.top)]);
      const room = Math.min(field.left - frame.left, frame.right - field.right, frame.bottom - field.bottom);
      if (room < 6) found.push(`${room} px to the frame: ${cell.dataset.column}`);
    }
    for (const tops of lines.values()) if (new Set(tops).size > 1) found.push(`not in line: ${tops}`);
  }
  return found;
}"""


def with_choices_in_rows() -> dict[str, set[int]]:
    """The pages of sheets with lists in rows, and about how many columns each of their tables has."""
    found = {}
    for page in built(REAL_PLAYBOOK)[0].pages:
        tables = [table.partition("</table>")[0] for table in page.body.split("sheet-table")[1:]]
        if page.kind == "worksheet" and any("<select" in table for table in tables):
            found[page.url] = {table.count("<th") // 5 for table in tables}
    return found


@pytest.mark.sampled
def test_fields_of_a_row_that_stands_by_itself_are_in_line_and_apart_from_its_frame(browser: Browser) -> None:
    pages = with_choices_in_rows()
    assert "worksheets/box-owner-map-sheet/" in pages
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        for path in covering(pages, pages.__getitem__):
            tab = reader.open(path)
            for width in (1440, 390, 320):
                tab.set_viewport_size({"width": width, "height": 800})
                assert tab.evaluate(UNEVEN) == [], (path, width)
            rows = tab.locator(".part--sheet .sheet-table tbody tr")
            assert rows.first.evaluate("row => getComputedStyle(row).display") == "grid", path

"""A tool begins within the first screen; what explains it follows."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.served import until_at_rest, watched
from tests.playbooks import REAL_PLAYBOOK

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser

TOOLS = {
    "worksheets/charter-sheet/": "form.sheet :is(input, textarea)",
    "assessments/beliefs-check/": ".asked legend",
    "calculators/perception-minus-expectation/": "calculator-form :is(input, textarea)",
    "session-plans/half-day-hall-plan/": ".plan-table tbody td",
    "text-checks/check-my-text/": "text-check textarea",
    "bingo/connection-bingo/": "bingo-card input",
    "checklists/assumptions-5-checklist/": "tick-list .tick input",
}
"""Pages whose titles, summaries and facts are among the longest of their kinds, and what one uses of each first."""


SCREENS = ((1440, 900), (390, 800))


def test_a_tool_can_be_used_without_scrolling(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        below = []
        for path, first in TOOLS.items():
            with until_at_rest(reader.tab):
                tab = reader.open(path)
            for width, height in SCREENS:
                tab.set_viewport_size({"width": width, "height": height})
                box = tab.locator(f"{first} >> visible=true").first.bounding_box()
                assert box, path
                below += [(path, width)] if box["y"] + 24 > height else []
        assert below == []
        assert reader.complaints == []

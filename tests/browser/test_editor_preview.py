"""The pages of the preview, in which one begins to edit."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.publishing.preview_state import State
from generator.site.page import Artifact
from tests.browser.editing import copied, edited
from tests.browser.profiles import tab_in
from tests.playbooks import EXAMPLE_PLAYBOOK

pytestmark = pytest.mark.browser

PAGE = b"""<!doctype html>
<html lang=en>
<head><title>Home</title><meta name=viewport content="width=device-width"></head>
<body><main><h1>Home</h1></main></body>
</html>"""
ERRORS = "\n".join(f"content/tells/a.yml:{line}:1: error: `a` is wrong" for line in range(1, 80))
ON_TOP = """(node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  const corners = [[24, 4], [width - 24, 4], [24, height - 4], [width - 24, height - 4]];
  return corners.every(([right, down]) => node.contains(document.elementFromPoint(x + right, y + down)));
}"""


@pytest.mark.parametrize("width", [390, 1440])
def test_the_message_about_errors_covers_no_link_to_the_editor(browser: Browser, tmp_path: Path, width: int) -> None:
    root = copied(EXAMPLE_PLAYBOOK.parent, tmp_path)
    state = State("0123", {"index.html": Artifact("index.html", PAGE)}, ERRORS, is_older=True)
    with edited(root, state) as entrance, tab_in(browser, viewport={"width": width, "height": 700}) as tab:
        tab.request.get(entrance, max_redirects=0)
        tab.goto(entrance.partition("/__edit/")[0])
        alert, links = tab.get_by_role("alert"), tab.locator(".playbook-edit").get_by_role("link")
        expect(alert).to_contain_text("You see the site as it was before.")
        expect(links).to_have_count(2)
        message, heading = alert.bounding_box(), tab.get_by_role("heading", name="Home").bounding_box()
        assert message
        assert heading
        for link in links.all():
            assert link.evaluate(ON_TOP)
            box = link.bounding_box()
            assert box
            assert box["y"] + box["height"] <= message["y"]
            assert box["y"] + box["height"] <= heading["y"], "the links stand above the page, and cover nothing of it"

"""What axe is spared of contrast changes nothing in what it finds."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser import accessibility
from tests.browser.accessibility import AXE_SCRIPT, CONTRAST, violations

pytestmark = pytest.mark.browser

DARK = "background: #222"
GOOD = (
    "<main><h1>A page</h1>"
    f'<p style="color: #eee; {DARK}">Light on dark.</p><p style="color: #222">Dark on white.</p></main>'
)
BAD = {
    "another background": '<p style="color: #eee; background: #ddd">Light on light.</p>',
    "a background around it": '<div style="background: #333"><p style="color: #222">Dark on dark.</p></div>',
    "smaller letters": '<p style="color: #888; font-size: 30px">Large.</p><p style="color: #888">Small.</p>',
    "half of it shines through": '<p style="color: #222; opacity: 0.3">Dark on white.</p>',
    "the same look, hidden before": (
        '<p style="color: #ccc; position: absolute; clip-path: inset(50%)">Hidden.</p><p style="color: #ccc">Seen.</p>'
    ),
}


@pytest.fixture(autouse=True)
def nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accessibility, "SUFFICIENT", set())


def _shown(page: Page, body: str) -> Page:
    page.set_content(
        f'<!doctype html><html lang="en"><title>T</title><body style="background: #fff">{body}</body></html>'
    )
    return page


def _all_by_itself(page: Page) -> int:
    """How many elements axe finds that it looks at itself."""
    page.evaluate(AXE_SCRIPT)
    found: int = page.evaluate(
        """async (rule) => (await axe.run(document, { runOnly: { type: "rule", values: [rule] } }))
             .violations.reduce((sum, { nodes }) => sum + nodes.length, 0)""",
        CONTRAST,
    )
    return found


def test_a_look_that_is_known_is_not_looked_at_again(page: Page) -> None:
    assert violations(_shown(page, GOOD), CONTRAST) == []
    known = set(accessibility.SUFFICIENT)
    assert len(known) == 3
    _shown(page, GOOD)
    assert violations(page, CONTRAST) == []
    assert page.evaluate("axe.found.size") == 0
    assert known == accessibility.SUFFICIENT


@pytest.mark.parametrize("case", BAD)
def test_what_is_too_pale_is_found_whatever_is_known(page: Page, case: str) -> None:
    body = GOOD.replace("</main>", f"{BAD[case]}</main>")
    wrong = _all_by_itself(_shown(page, body))
    assert wrong
    assert violations(_shown(page, GOOD), CONTRAST) == []
    for _ in range(2):
        found = violations(_shown(page, body), CONTRAST)
        assert [line.partition(", ")[0] for line in found] == [f"{CONTRAST}: {wrong} times"]

"""What somebody has begun stands on the home page, and nothing moves when it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import Watched, watched
from tests.playbooks import REAL_PLAYBOOK

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser

SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifted += shift.value; })
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        yield reader
    assert reader.complaints == []


def test_home_begins_with_a_search_and_the_moments_and_goes_on_with_what_is_begun(phone: Watched) -> None:
    phone.open("checklists/apology-checklist/").locator("tick-list .tick input").first.check()
    phone.open("practices/slow-down/")
    phone.tab.add_init_script(SHIFTS)
    tab = phone.open("")
    begun = tab.get_by_role("region", name="Continue")
    expect(begun.get_by_role("link")).to_have_text(["Apology", "Slow it down"])
    expect(begun).to_contain_text(re.compile(r"Slow it down.*Forget the opened pages.*Erase what is kept here"))
    expect(tab.get_by_role("main").get_by_role("searchbox", name="What are you looking for?")).to_be_in_viewport()
    expect(tab.get_by_role("link", name="Before a meeting")).to_be_in_viewport()
    assert tab.evaluate("window.shifted") == 0
    tab.get_by_role("button", name="Do not keep them").click()
    expect(begun.get_by_role("link")).to_have_text(["Apology"])
    phone.open("practices/slow-down/")
    expect(phone.open("").get_by_role("region", name="Continue").get_by_role("link")).to_have_text(["Apology"])


def test_what_is_kept_stays_there_after_other_pages_and_titles_are_not_cut(browser: Browser, address: str) -> None:
    with watched(browser, address, viewport={"width": 1440, "height": 900}) as reader:
        for path in ("practices/walk-away/", "practices/slow-down/"):
            reader.open(path).get_by_role("button", name="Keep", exact=True).click()
        for name in ("equals", "say-no", "no-bypass", "ban-jargon", "invest-visibly", "hold-your-position"):
            reader.open(f"practices/{name}/")
        items = reader.open("").get_by_role("region", name="Continue").get_by_role("listitem")
        expect(items).to_have_count(7)
        expect(items.nth(1).get_by_role("paragraph")).to_have_text("Practice · Kept")
        expect(items.nth(1).locator(".kind svg")).to_be_visible()
        expect(items.get_by_role("link").nth(0)).to_have_text("Slow it down")
        expect(items.get_by_role("link").nth(1)).to_have_text("Know your walk-away point")
        assert items.nth(1).get_attribute("data-kind") == "practice"
        right = reader.tab.locator("continue-list").evaluate("one => one.getBoundingClientRect().right")
        assert items.nth(3).evaluate("one => one.getBoundingClientRect().right") <= right + 1
        assert items.nth(4).evaluate("one => one.getBoundingClientRect().left") >= right
        assert reader.complaints == []

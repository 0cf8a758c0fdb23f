"""The header and the menu behind its button: easy to hit, small enough to leave room, closed in every usual way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.served import served, watched
from tests.playbooks import REAL_PLAYBOOK

pytestmark = pytest.mark.browser

PAGE = "practices/ask-before-fixing/"

HEIGHT = "document.querySelector('.md-header').getBoundingClientRect().height"
"""How high the header is, in pixels."""

SMALL = """() => [...document.querySelectorAll(".md-header :is(a, button, input)")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return one.checkVisibility() && (width < 44 || height < 44);
}).map((one) => one.className)"""
"""The parts of the header that are hard to hit."""


@pytest.mark.parametrize(("width", "height"), [(390, 800), (195, 400)])
def test_the_header_leaves_four_fifths_of_a_phone_and_is_easy_to_hit(
    browser: Browser, address: str, width: int, height: int
) -> None:
    """The smaller screen is the same phone, which shows the page at 200 %."""
    with watched(browser, address, viewport={"width": width, "height": height}, has_touch=True) as reader:
        tab = reader.open(PAGE)
        assert tab.evaluate(HEIGHT) <= height / 5
        assert tab.evaluate(SMALL) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_menu_closes_by_button_by_key_and_by_a_click_beside_it(browser: Browser, address: str) -> None:
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        tab = reader.open(PAGE)
        opening, menu = tab.get_by_role("button", name="Menu", exact=True), tab.locator("#__nav")
        for close in ("button", "Escape", "outside"):
            opening.focus()
            tab.keyboard.press("Enter")
            expect(menu).to_be_visible()
            closing = menu.get_by_role("button", name="Close the menu")
            expect(closing).to_be_focused()
            if close == "button":
                tab.keyboard.press("Enter")
            elif close == "Escape":
                tab.keyboard.press("Escape")
            else:
                tab.mouse.click(370, 500)
            expect(menu).to_be_hidden()
            if close != "outside":
                expect(opening).to_be_focused()
        assert reader.complaints == []


def test_a_tap_or_a_click_beside_the_menu_follows_no_link_below_it(browser: Browser) -> None:
    phone = {"width": 390, "height": 800}
    with watched(browser, served(REAL_PLAYBOOK), viewport=phone, has_touch=True, java_script_enabled=False) as reader:
        tab = reader.tab
        tab.goto(reader.address)
        menu, opening = tab.locator("#__nav"), tab.get_by_role("button", name="Menu", exact=True)
        link = tab.locator("main li a:visible").first
        link.scroll_into_view_if_needed()
        box = link.bounding_box()
        x, y = box["x"] + box["width"] - 5, box["y"] + box["height"] / 2
        assert x > 305  # beside the menu
        for press in (tab.touchscreen.tap, tab.mouse.click):
            opening.click()
            expect(menu).to_be_visible()
            press(x, y)
            expect(menu).to_be_hidden()
            assert tab.url == reader.address
        link.click()
        expect(tab).not_to_have_url(reader.address)  # as the link is there again
        assert reader.complaints == []


def test_on_a_phone_a_long_page_begins_with_its_contents(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 800}) as reader:
        tab = reader.open("practices/slow-down/")
        contents = tab.get_by_role("navigation", name="Table of contents")
        expect(contents).to_have_count(1)
        summary = contents.get_by_text("On this page")
        assert summary.bounding_box()["height"] >= 44
        expect(tab.get_by_role("heading", name="What to do", exact=True)).to_be_in_viewport()
        summary.press("Enter")
        expect(contents.get_by_role("link")).to_have_text(
            tab.locator("h2[id]").evaluate_all("all => all.map((one) => one.firstChild.textContent.trim())")
        )
        assert violations(tab) == []
        contents.get_by_role("link", name="Done badly").click()
        expect(tab.get_by_role("heading", name="Done badly")).to_be_in_viewport()
        expect(contents.get_by_role("link").first).to_be_hidden()
        tab.set_viewport_size({"width": 1440, "height": 900})
        expect(summary).to_be_hidden()
        expect(contents).to_have_count(1)
        assert reader.complaints == []


def test_the_search_of_the_header_answers_at_once_on_the_home_page_too(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 1440, "height": 900}) as reader:
        tab = reader.open("")
        tab.keyboard.press("/")
        tab.keyboard.type("price")
        expect(tab.locator("[data-search-result]").first).to_be_visible()
        assert reader.complaints == []

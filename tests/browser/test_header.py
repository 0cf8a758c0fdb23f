"""The header and the menu behind its button: easy to hit, small enough to leave room, closed in every usual way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import watched

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

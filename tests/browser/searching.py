"""What tests of the search do with it: they type into its field, and look at what it finds."""

from __future__ import annotations

from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.served import Watched
from tests.browser.showing import says

PAGE = "practices/ask-before-fixing/"


def field(tab: Tab) -> Locator:
    return tab.get_by_role("searchbox", name="What are you looking for?")


def results(tab: Tab) -> Locator:
    return tab.locator("[data-search-result]")


def status(tab: Tab) -> Locator:
    return tab.locator(".search-status").filter(visible=True)


def open_filters(tab: Tab) -> None:
    tab.locator(".search-filters").filter(visible=True).first.wait_for()  # they come with the whole index
    for closed in (".search-filters:not([open]) > summary", ".search-group:not([open]) > summary"):
        while tab.locator(closed).filter(visible=True).count():
            tab.locator(closed).filter(visible=True).first.click()


def opened(reader: Watched, path: str = PAGE) -> Tab:
    tab = reader.open(path)
    tab.keyboard.press("/")
    expect(field(tab)).to_be_focused()
    return tab


def asked(reader: Watched, text: str, path: str = PAGE) -> Tab:
    return sought(opened(reader, path), text)


def sought(tab: Tab, text: str) -> Tab:
    """The tab once it says what is found for a text, which is typed in place of what stands in the field."""
    field(tab).select_text()
    tab.keyboard.type(text)
    tab.locator("search-panel[data-ready]").wait_for()
    says(status(tab), f"“{text}”")  # not what its first letters find, where typing takes long
    results(tab).first.wait_for()
    return tab

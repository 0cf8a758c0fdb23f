"""An entry gets another name in its address, or goes, in a browser: what that does is said before and afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import CALLED, CONTRAST, violations
from tests.browser.editing import opened
from tests.browser.profiles import tab_in

pytestmark = pytest.mark.browser

TELL = "content/tells/price-based.yml"
RENAMED = "content/tells/about-price.yml"
REFUSED = re.compile(r"400 \(Bad Request\)|404 \(Not Found\)")
"""A wrong name is refused, and where the old name was, there is nothing."""


def asked(tab: Tab, act: str, title: str) -> Locator:
    """The window that something in the menu of the form opens."""
    tab.locator(".bar").get_by_role("button", name="More").click()
    tab.get_by_role("menuitem", name=act).click()
    return tab.get_by_role("dialog", name=title)


@pytest.mark.rehearsal
def test_an_entry_is_renamed_in_one_go_with_a_way_back(tab: Tab, root: Path) -> None:
    """Its window opens below, entries are removed in the same way, and tests/editor/test_moving.py renames them."""
    before = (root / TELL).read_bytes()
    tab.get_by_role("textbox", name="What it says", exact=True).fill("Typed and not saved.")
    question = asked(tab, "Rename", "Rename this entry")
    name = question.get_by_role("textbox", name="Name in the address")
    expect(question.get_by_role("status")).to_have_text("Type another name. What that changes is said here at once.")

    name.fill("?!")
    expect(question.get_by_role("status")).to_contain_text("A name has small letters, digits and hyphens")
    name.press("Enter")
    expect(question.get_by_role("alert")).to_contain_text("A name has small letters, digits and hyphens")
    name.fill("About price!")
    expect(question.get_by_role("alert")).to_have_text("")
    expect(question.get_by_role("status")).to_contain_text("to /book/tells/about-price/.")
    assert (root / TELL).read_bytes() == before
    question.get_by_role("button", name="Rename", exact=True).click()

    tab.wait_for_url("**/__edit/?kind=tell&id=about-price")
    said = tab.get_by_role("alert").filter(has_text="is renamed.")
    expect(said).to_contain_text("The page moves from /book/tells/price-based/ to /book/tells/about-price/.")
    expect(tab.get_by_role("textbox", name="What it says", exact=True)).to_have_value("Typed and not saved.")
    assert (root / RENAMED).exists()
    tab.get_by_role("button", name="Throw it away").click()
    said.get_by_role("button", name="Take it back").click()
    tab.wait_for_url("**/__edit/?kind=tell&id=price-based")
    back = tab.get_by_role("alert").filter(has_text="has its earlier name in the address again.")
    expect(back).to_contain_text("This is its form; its page is at /book/tells/price-based/.")
    expect(back.get_by_role("button", name="Rename it again")).to_be_visible()
    assert (root / TELL).read_bytes() == before
    assert not (root / RENAMED).exists()


def test_what_is_removed_is_said_on_the_page_with_all_others_with_a_way_back(tab: Tab, root: Path) -> None:
    path = root / "content/terms/spare-term.yml"
    path.write_text("title: Spare\nsummary: Not needed.\norigin: own\nmeaning: Nothing leads here.\n", "utf-8")
    before = path.read_bytes()
    tab.goto(tab.url.partition("?")[0] + "?kind=term&id=spare-term")
    question = asked(tab, "Remove this entry", "Remove “Spare”?")
    question.get_by_role("button", name="Remove it").click()

    said = tab.get_by_role("alert").filter(has_text="“Spare” is removed.")
    expect(said).to_contain_text("The page /book/terms/spare-term/ is removed.")
    expect(said).to_contain_text("This page has everything that can be edited.")
    assert "save=" not in tab.url
    expect(tab.get_by_role("link", name="Back")).to_have_attribute("href", "/book/terms/")
    assert not path.exists()
    said.get_by_role("button", name="Take it back").click()
    expect(tab.get_by_role("alert")).to_contain_text("“Spare” is there again.")
    assert path.read_bytes() == before

    tab.get_by_role("alert").get_by_role("button", name="Remove it again").click()
    again = tab.get_by_role("dialog", name="Remove “Spare”?")
    expect(again).to_contain_text("The page /book/terms/spare-term/ is removed.")
    assert path.read_bytes() == before
    again.get_by_role("button", name="Remove it again").click()
    expect(again).to_have_count(0)
    expect(tab.get_by_role("alert")).to_contain_text("“Spare” is removed again.")
    assert not path.exists()
    tab.reload()
    expect(tab.get_by_role("heading", name="Editor")).to_be_visible()
    expect(tab.get_by_role("alert")).to_have_count(0)


@pytest.mark.rehearsal
def test_nothing_is_wrong_with_the_windows_that_ask(browser: Browser, entrance: str) -> None:
    viewport: ViewportSize = {"width": 320, "height": 700}
    with tab_in(browser, viewport=viewport, bypass_csp=True) as tab:
        opened(tab, entrance, "kind=tell&id=price-based")
        for act, title in (
            ("Rename", "Rename this entry"),
            ("Remove this entry", "Remove “The relationship rests mainly on price”?"),
        ):
            question = asked(tab, act, title)
            if act == "Rename":
                question.get_by_role("textbox").fill("about-price")
            expect(
                question.get_by_text("This would happen:").or_(question.get_by_text("link here")).first
            ).to_be_visible()
            assert violations(tab) == []
            tab.emulate_media(color_scheme="dark")
            expect(tab.locator("html")).to_have_attribute("data-md-color-scheme", CALLED["dark"])
            assert violations(tab, CONTRAST) == []
            tab.emulate_media(color_scheme="light")
            tab.keyboard.press("Escape")
            expect(question).to_have_count(0)
            expect(tab.locator(".bar").get_by_role("button", name="More")).to_be_focused()

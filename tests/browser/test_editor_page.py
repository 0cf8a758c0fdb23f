"""The page with what is not saved, beside the form of the editor."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FrameLocator, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.editing import Desk, built_example, given_up, opened
from tests.browser.profiles import tab_in
from tests.browser.served import Watched

pytestmark = pytest.mark.browser

BLOCKED = "error: Blocked script execution in 'about:srcdoc'"
"""What Chromium says of the script that a test brings into every frame."""

PRACTICE = "kind=practice&id=slow-down"


@pytest.fixture(autouse=True)
def built(desk: Desk) -> None:
    """The preview of the playbook is built."""
    desk.preview.tell(built_example())


def page_in(tab: Tab) -> FrameLocator:
    return tab.frame_locator("iframe")


def test_the_page_stands_beside_the_form_and_leads_to_its_fields(browser: Browser, entrance: str) -> None:
    with tab_in(browser, viewport={"width": 1440, "height": 800}) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        opened(tab, entrance, PRACTICE)
        tab.get_by_role("textbox", name="Title", exact=True).fill("Slower")
        tab.get_by_role("button", name="Show the page").click()
        page = page_in(tab)
        expect(page.get_by_role("heading", level=1, name="Slower")).to_be_visible()
        assert (
            page.locator("h1").evaluate("(node) => getComputedStyle(node).fontFamily").startswith('"Playbook Display"')
        )

        tab.get_by_role("textbox", name="What to do", exact=True).fill("Wait for an answer.")
        expect(page.get_by_text("Wait for an answer.")).to_be_visible()

        page.get_by_text("A slow voice and the same pitch").click()
        field = tab.get_by_role("textbox", name="Done badly", exact=True)
        expect(field).to_be_focused()
        expect(page.locator(".is-edited")).to_have_attribute("data-field", "badly")
        page.get_by_role("button", name="Change: How", exact=True).press("Enter")
        steps = tab.get_by_role("group", name="How", exact=True)
        expect(steps.locator(":focus")).to_have_count(1)
        page.get_by_text("Ask one question and stay with the answer.").click()
        expect(steps.get_by_role("textbox", name="Detail", exact=True).nth(1)).to_be_focused()
        page.get_by_role("link", name="Before a meeting").click()
        assert tab.url.endswith(PRACTICE), "a link of the page leads nowhere"

        summary = tab.get_by_role("textbox", name="Summary", exact=True)
        summary.fill("")
        expect(tab.get_by_text("The page as it was last.")).to_be_visible()
        expect(page.get_by_role("heading", level=1, name="Slower")).to_be_visible()
        summary.fill("Short.")
        expect(tab.get_by_text("With your changes.")).to_be_visible()
        expect(page.get_by_text("Short.")).to_be_visible()
        assert violations(tab) == []

        tab.get_by_role("button", name="Close", exact=True).click()
        expect(tab.locator("iframe")).to_be_hidden()
        given_up(tab)
        assert [said for said in watched.complaints if not said.startswith(BLOCKED)] == []


FOCUS = """() => {
  const { value, selectionStart: start, selectionEnd: end } = document.activeElement;
  return [value, start === end];
}"""
"""What the field with the focus has, and whether none of it is selected."""

NO_FIELD = "No field of this form says this"


def test_a_link_on_the_page_leads_to_that_link_and_selects_nothing(browser: Browser, entrance: str) -> None:
    with tab_in(browser, viewport={"width": 1440, "height": 800}) as tab:
        opened(tab, entrance, PRACTICE)
        tab.get_by_role("button", name="Show the page").click()
        page = page_in(tab)
        for shown, value in {
            ".next-steps > li:has-text('tick before you leave') a": "Before you go in",
            ".next-steps > li .why:has-text('tick before you leave')": "Five lines to tick before you leave the house.",
            ".facts a:has-text('Before a meeting')": "Before a meeting",
            ".facts dd:has-text('30 minutes')": "30",
        }.items():
            page.locator(shown).click()
            assert tab.evaluate(FOCUS) == [value, True], shown

        page.locator("figure blockquote").first.click()
        expect(tab.get_by_role("status").filter(has_text=NO_FIELD)).to_be_visible()
        assert tab.evaluate("() => document.activeElement.value") != ""
        tab.get_by_role("textbox", name="Title", exact=True).fill("Slow")
        expect(tab.get_by_text("With your changes.")).to_be_visible()


def test_on_a_narrow_window_the_page_is_shown_in_place_of_the_form(browser: Browser, entrance: str) -> None:
    with tab_in(browser, viewport={"width": 390, "height": 700}) as tab:
        opened(tab, entrance, PRACTICE)
        tab.locator(".bar").get_by_role("button", name="More", exact=True).click()
        tab.get_by_role("menuitem", name="Show the page").click()
        title = page_in(tab).get_by_role("heading", level=1)
        expect(title).to_be_visible()
        expect(tab.get_by_role("button", name="Close", exact=True)).to_be_focused()
        expect(tab.locator("main")).to_have_attribute("inert", "")
        assert tab.evaluate("document.documentElement.scrollWidth") == 390

        page_in(tab).get_by_role("button", name="Change: Why it works").click()
        expect(tab.get_by_role("textbox", name="Why it works", exact=True)).to_be_focused()
        expect(tab.locator("iframe")).to_be_hidden()
        given_up(tab)


def test_a_tool_is_shown_without_its_scripts_and_leads_to_its_items(browser: Browser, entrance: str) -> None:
    with tab_in(browser, viewport={"width": 1440, "height": 800}) as tab:
        opened(tab, entrance, "kind=assessment&id=patience-check")
        tab.get_by_role("button", name="Show the page").click()
        expect(page_in(tab).get_by_role("heading", name="The questions")).to_be_visible()
        assert page_in(tab).locator("script, noscript, script-notice").count() == 0
        assert tab.locator("iframe").get_attribute("sandbox") == "allow-same-origin"

        page_in(tab).locator("section").get_by_text("I had one question written down").first.click()
        question = tab.get_by_role("textbox", name="Question", exact=True)
        expect(question.filter(visible=True)).to_have_value("I had one question written down")
        given_up(tab)

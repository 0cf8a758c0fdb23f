"""A conversation: all steps in a list, and with scripts one at a time, each at its address, with notes that stay."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.forced_colours import hidden_states
from tests.browser.served import Watched, watched

pytestmark = pytest.mark.browser

TALK = "conversations/handover/"
KEY = "playbook:workshop.example/book:handover"


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        yield reader
        assert reader.complaints == []


def shown(tab: Tab) -> list[str]:
    return tab.locator(".talk > li:visible > h3").all_inner_texts()


def test_the_keyboard_alone_leads_through_the_steps_and_back_leads_back(reader: Watched) -> None:
    tab = reader.open(TALK)
    begin = tab.locator(".talk-begin a")
    begin.focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name="Show")).to_be_focused()
    expect(tab.get_by_role("heading", name="Show")).to_have_accessible_description("Step 1 of 2")
    assert tab.url.endswith("#step-show")
    following = tab.get_by_role("link", name="Next: Agree")
    for _ in range(20):
        if following.evaluate("(link) => link === document.activeElement"):
            break
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", name="Agree")).to_be_focused()
    assert shown(tab) == ["Agree"]
    expect(tab.get_by_role("link", name="After the last step: Afterwards")).to_be_visible()
    assert violations(tab) == []
    assert hidden_states(tab, {".talk-numbers li:first-child a": "aria-current=step"}) == []
    tab.go_back()
    expect(tab.get_by_role("heading", name="Show")).to_be_focused()
    tab.go_back()
    expect(begin).to_be_focused()
    assert shown(tab) == ["Show", "Agree"]


def test_the_button_that_leads_through_the_steps_stands_apart_from_the_rule_above_the_first(reader: Watched) -> None:
    tab = reader.open(TALK)
    button = tab.locator(".talk-begin a").bounding_box()
    first = tab.locator(".talk > li").first.bounding_box()
    assert button
    assert first
    assert first["y"] - (button["y"] + button["height"]) >= 12


def test_a_step_stands_below_the_header_with_the_title_and_all_steps_lead_to_their_heading(reader: Watched) -> None:
    tab = reader.open(f"{TALK}#step-show")
    title = tab.locator(".talk-title")
    for step in ("Show", "Agree"):
        expect(tab.get_by_role("heading", name=step)).to_be_focused()
        expect(title).to_be_in_viewport()
        cut = """() => {
          const below = document.querySelector(".md-header").getBoundingClientRect().bottom;
          return [document.querySelector("h2#steps"), document.querySelector(".talk-title")]
            .map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => top < below && bottom > below);
        }"""
        assert tab.evaluate(cut) == [False, False]
        if step == "Show":
            tab.get_by_role("link", name="Next: Agree").click()
    assert title.inner_text() == tab.locator("h1").inner_text()
    tab.get_by_role("link", name="All steps").click()
    expect(title).to_be_hidden()
    expect(tab.locator("h2#steps")).to_be_in_viewport()


def test_notes_are_kept_with_their_step_and_can_be_taken_back(reader: Watched) -> None:
    tab = reader.open(f"{TALK}#step-agree")
    notes = tab.get_by_role("textbox", name="Your notes on this step")
    assert notes.evaluate("one => one.offsetWidth / one.closest('.talk-step').offsetWidth") > 0.95
    notes.fill("Once a week.")
    kept = json.loads(tab.evaluate("(key) => localStorage.getItem(key)", KEY))
    assert kept["answers"] == {"step-agree": "Once a week."}
    numbers = tab.locator(".talk-numbers a")
    expect(numbers).to_have_text(["1", "2 •"])
    expect(numbers.last).to_have_accessible_name("Step 2: Agree • Your notes on this step")
    tab.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; }")
    tab.get_by_role("button", name="Copy as text").click()
    assert tab.evaluate("window.copied").endswith("Agree\nOnce a week.\n")
    tab.get_by_role("button", name="Copy a link with all this").click()
    link = tab.evaluate("window.copied")
    tab.goto(reader.address + TALK)  # among all steps, only what is written shows
    expect(notes).to_have_value("Once a week.")
    expect(notes).to_have_count(1)
    expect(tab.locator(".talk-begin a")).to_have_text("Go on with step 2 of 2")
    begun = reader.open("").get_by_role("region", name="Continue").get_by_role("listitem").first
    expect(begun.get_by_role("paragraph")).to_have_text("Conversation · Step 2 of 2")
    begun.get_by_role("link").click()
    expect(tab.get_by_role("heading", name="Agree")).to_be_focused()
    tab.get_by_role("link", name="All steps").click()
    tab.get_by_role("button", name="Clear all").click()
    assert tab.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    tab.get_by_role("button", name="Undo").click()
    expect(notes).to_have_value("Once a week.")
    tab.evaluate("localStorage.clear()")
    tab.goto("about:blank")
    tab.goto(reader.address + TALK + "#" + link.split("#")[1])
    tab.get_by_role("button", name="Replace all of mine").click()
    expect(notes).to_have_value("Once a week.")


def test_without_scripts_all_steps_are_listed(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open(f"{TALK}#step-agree")
        assert shown(tab) == ["Show", "Agree"]
        assert tab.locator("textarea, .talk-nav").count() == 0

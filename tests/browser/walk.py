"""What a reader does with a playbook: the same steps wherever it is opened from."""

from __future__ import annotations

import re

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.checks_site import ALL_GOOD, SHOP, answer, button
from tests.browser.served import Watched

LIST = "checklists/meeting-checklist/"


def search(reader: Watched, start: str) -> None:
    """Search by the keyboard alone, from the page `start`, and open what is found."""
    tab = reader.open(start)
    tab.keyboard.press("/")
    expect(tab.get_by_label("What are you looking for?")).to_be_focused()
    tab.keyboard.type("intake")
    expect(tab.locator(".search-status")).to_contain_text("“intake”")
    title = tab.locator("[data-search-result]").first.inner_text().splitlines()[0]
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_contain_text(title)
    expect(tab.locator("dialog[open]")).to_have_count(0)


def self_check(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, ALL_GOOD)
    button(tab, "See the result").click()
    expect(tab.locator(".result-title")).to_be_visible()


def checklist(reader: Watched) -> None:
    """Tick something, and find it ticked after opening the page again."""
    tab = reader.open(LIST)
    tab.get_by_role("checkbox").first.check()
    tab = reader.open(LIST)
    expect(tab.get_by_role("checkbox").first).to_be_checked()
    tab.get_by_role("checkbox").first.uncheck()


def browse(reader: Watched) -> None:
    """Narrow the list of everything."""
    tab = reader.open("browse/")
    expect(tab.get_by_role("status")).to_contain_text("All")
    tab.locator(".browse-facet summary").first.click()
    tab.get_by_role("checkbox", name="Practices").check()
    expect(tab.get_by_role("status")).to_have_text(re.compile(r"[1-9]\d* of \d+ entries"))


def calculator(reader: Watched) -> None:
    """Type another number, and get another result."""
    tab = reader.open("calculators/second-visits/")
    output = tab.locator("calculator-form output")
    before = output.inner_text()
    field = tab.locator("calculator-form input[type=text], calculator-form input[inputmode]").first
    field.fill("7")
    field.press("Tab")
    expect(output).not_to_have_text(before)


def text_check(reader: Watched) -> None:
    """Have a text looked through."""
    tab = reader.open("text-checks/before-sending/")
    tab.get_by_role("button", name="Put in an example").click()
    expect(tab.locator(".text-check-result").get_by_role("status")).to_contain_text("listed words to replace")


def own_plan(reader: Watched) -> None:
    """Keep an entry, and make a step of it."""
    tab = reader.open("practices/slow-down/")
    tab.get_by_role("button", name="Keep", exact=True).click()
    tab.get_by_role("link", name="My plan").click()
    tab.get_by_role("button", name="Plan it:").click()
    expect(tab.locator(".plan-step")).to_have_count(1)


def pack(reader: Watched) -> None:
    """Put a pack together from a sheet's page."""
    tab = reader.open("print/")
    tab.locator("[name=sheet]").first.check()
    expect(tab.locator("[data-status]")).to_have_text(re.compile("ready to print"))
    assert tab.locator("[data-pack] article").count()


def plan(reader: Watched) -> None:
    """Plan a session from the ready plan that is last, and show its run sheet with the texts of other pages."""
    tab = reader.open("plan-a-session/")
    tab.get_by_role("button", name=re.compile("^Begin with")).last.click()
    tab.get_by_role("button", name="Show the run sheet").click()
    expect(tab.locator("[data-run]")).to_contain_text("Then somebody asked who sat in front")
    expect(tab.locator("[data-done]")).to_have_text("The run sheet is below.")


def follow_links(tab: Tab) -> None:
    """From the page that is open to the home page and back to a list, by clicks."""
    tab.locator(".shell-name").click()
    tab.locator("main a[href*='practices/']:visible").first.click()
    expect(tab.locator("h1")).to_be_visible()

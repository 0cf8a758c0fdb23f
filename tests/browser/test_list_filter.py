"""The lists of kinds narrow down to what is typed and to a group; the address keeps both."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import Watched, back_leads_to, until_at_rest
from tests.playbooks import REAL_PLAYBOOK

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser


def test_a_list_narrows_down_to_what_is_typed_and_to_a_group(reader: Watched) -> None:
    tab = reader.open("tells/")
    entries = tab.locator(".cards > li:visible")
    field = tab.get_by_role("searchbox", name="Look in this list")
    status = tab.locator("list-filter").get_by_role("status")
    expect(status).to_have_text("")
    everything = entries.count()

    field.press_sequentially("price")
    expect(status).to_have_text(f"{entries.count()} of {everything}")
    priced = entries.count()
    assert 0 < priced < everything
    assert all("price" in text.lower() for text in entries.all_inner_texts())
    assert violations(tab) == []

    group = tab.get_by_role("combobox", name="Group")
    counted = [int(re.search(r"\((\d+)\)$", text)[1]) for text in group.locator("option").all_inner_texts()[1:]]
    assert sum(counted) == priced
    group.press("ArrowDown")
    expect(group).to_have_value("core")
    expect(tab.locator(".part:visible")).to_have_count(1)
    left = entries.count()
    assert left == counted[0]
    assert 0 < left < priced
    assert tab.url == f"{reader.address}tells/?find=price&group=core"

    back_leads_to(entries.last.get_by_role("link").first)
    expect(status).to_have_text(f"{left} of {everything}")
    expect(entries).to_have_count(left)
    tab.reload()
    expect(field).to_have_value("price")
    expect(group).to_have_value("core")

    field.press("Escape")
    group.select_option("")
    expect(status).to_have_text("")
    assert entries.count() == everything
    assert tab.url == f"{reader.address}tells/"


def test_who_finds_nothing_is_led_to_the_search_with_the_same_words(reader: Watched) -> None:
    tab = reader.open("practices/")
    tab.get_by_role("searchbox", name="Look in this list").fill("zygote & quagga")
    expect(tab.locator("list-filter").get_by_role("status")).to_contain_text("0 of")
    assert violations(tab) == []
    tab.get_by_role("link", name="Search the whole playbook").press("Enter")
    expect(tab).to_have_url(f"{reader.address}search/?q=zygote%20%26%20quagga")


def test_a_list_without_an_entry_that_has_all_words_shows_those_with_some_and_says_so(reader: Watched) -> None:
    tab = reader.open("tells/")
    field = tab.get_by_role("searchbox", name="Look in this list")
    status = tab.locator("list-filter").get_by_role("status")
    entries = tab.locator(".cards > li:visible")
    field.fill("price")
    expect(status).to_contain_text(" of ")
    priced = entries.all_inner_texts()
    field.fill("not the quagga of a price")
    expect(status).to_contain_text(f"No entry has all of these words. {len(priced)} have some of them.")
    assert entries.all_inner_texts() == priced
    expect(tab.get_by_role("link", name="Search the whole playbook")).to_be_visible()


def test_a_link_of_the_contents_shows_a_group_that_is_hidden(reader: Watched) -> None:
    tab = reader.open("tells/?group=numbers")
    expect(tab.locator(".part:visible")).to_have_count(1)
    tab.evaluate("location.hash = '#core'")
    expect(tab.get_by_role("heading", level=2).first).to_be_in_viewport()
    expect(tab.locator(".part:visible")).not_to_have_count(1)


@pytest.mark.parametrize(
    ("path", "typed", "name"),
    [
        ("terms/", "accountability", "accountability"),
        ("figures/", "140", "140 characters"),
        ("quotations/", "messed", "I messed up"),
    ],
)
def test_lists_of_every_look_narrow_down(reader: Watched, path: str, typed: str, name: str) -> None:
    tab = reader.open(path)
    field = tab.get_by_role("searchbox", name="Look in this list")
    field.fill(typed)
    expect(tab.locator(".part:visible").get_by_text(name).first).to_be_visible()
    expect(tab.locator("list-filter").get_by_role("status")).to_contain_text(" of ")


def test_the_list_stays_where_it_is_and_has_room_on_a_small_screen(browser: Browser, address: str) -> None:
    """What the script fills does not push the list, and without scripts the list is whole."""
    with tab_in(browser, java_script_enabled=False, viewport={"width": 320, "height": 640}) as tab:
        tab.goto(f"{address}tells/")
        expect(tab.locator("list-filter")).to_be_hidden()
        assert tab.locator(".cards > li:visible").count() > 20
    with tab_in(browser, viewport={"width": 320, "height": 640}) as tab:
        tab.add_init_script(
            "new PerformanceObserver((list) => (self.moved = (self.moved ?? 0) + list.getEntries()"
            ".reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true })"
        )
        with until_at_rest(tab):
            tab.goto(f"{address}tells/")
        expect(tab.get_by_role("combobox", name="Group")).to_be_visible()
        assert tab.evaluate("self.moved ?? 0") == 0
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320

"""A kind that a configuration declares, in a real browser: its page and its index, and the facets that know it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import Watched, watched

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("scheme", "amber"), [("light", "rgb(105, 74, 1)"), ("dark", "rgb(253, 198, 119)")])
def test_it_has_its_accent_and_keeps_it_from_others(browser: Browser, address: str, scheme: str, amber: str) -> None:
    with watched(browser, address, color_scheme=scheme) as reader:
        tab = reader.open("rituals/morning-round/")
        kind = tab.locator(".entry-kind a")
        expect(kind).to_have_css("color", amber)
        expect(kind.locator("svg")).to_have_css("stroke", amber)
        expect(kind.locator("svg")).to_be_visible()
        expect(tab.locator(".part--place .kind")).not_to_have_css("color", amber)


def test_the_search_finds_it_and_narrows_down_to_it(reader: Watched) -> None:
    tab = reader.open("search/?q=bicycles")
    results = tab.locator("[data-search-result]")
    results.first.wait_for()
    everything = results.count()
    tab.get_by_role("checkbox", name="Rituals").check()
    expect(tab.locator(".search-title .kind").first).to_have_text("Ritual")
    assert set(tab.locator(".search-title .kind").all_text_contents()) == {"Ritual"}
    assert results.count() < everything
    assert tab.url.endswith("search/?q=bicycles&kind=ritual")


def test_browsing_narrows_down_to_it(reader: Watched) -> None:
    tab = reader.open("browse/")
    tab.locator(".browse-facet summary").first.click()
    tab.get_by_role("checkbox", name="Rituals").check()
    expect(tab.locator(".browse-list > li:visible a")).to_have_text(["Morning round", "Tool count"])
    assert tab.url.endswith("browse/?kind=ritual")

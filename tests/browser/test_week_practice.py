"""The practice of the week stands on the home page; without scripts there is a link to all practices."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.profiles import tab_in
from tests.browser.served import Watched

pytestmark = pytest.mark.browser


def test_the_same_week_shows_the_same_practice(reader: Watched) -> None:
    found = []
    for day in ("2026-11-30T00:00:01", "2026-12-06T23:59:00", "2026-12-07T00:00:01"):
        reader.tab.clock.set_fixed_time(day)
        link = reader.open("").get_by_role("region", name="The practice of the week").get_by_role("link")
        expect(link).not_to_have_text("All practices")
        found.append(link.inner_text())
    assert found[0] == found[1] != found[2]


def test_without_scripts_all_practices_are_a_click_away(browser: Browser, address: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.goto(address)
        link = tab.get_by_role("link", name="All practices")
        expect(link).to_have_attribute("href", "practices/")

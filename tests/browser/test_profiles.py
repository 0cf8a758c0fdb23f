"""Profiles that are used again."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.profiles import tab_in

pytestmark = pytest.mark.browser


def test_a_tab_on_its_way_to_another_page_is_closed(browser: Browser, address: str) -> None:
    for _ in range(8):
        with tab_in(browser) as tab:
            tab.goto(address + "practices/ask-before-fixing/")
            tab.evaluate(f"void (location.href = {address + 'tells/'!r})")
            profile = tab.context
        assert len(profile.pages) == 1  # the one that keeps the process


def test_what_a_tab_has_kept_is_gone_for_the_next(browser: Browser, address: str) -> None:
    with tab_in(browser) as tab:
        tab.goto(address)
        tab.evaluate("localStorage.setItem('kept', 'yes')")
    with tab_in(browser) as tab:
        tab.goto(address)
        assert tab.evaluate("localStorage.getItem('kept')") is None

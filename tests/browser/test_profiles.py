"""A profile that was used before is like a new one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.profiles import tab_in

pytestmark = pytest.mark.browser

STORED = """async () => [localStorage.length, sessionStorage.length, document.cookie, (await caches.keys()).length,
  (await indexedDB.databases()).length, history.length]"""
STORE = """async () => {
  for (const storage of [localStorage, sessionStorage]) storage.setItem("name", "value");
  document.cookie = "name=value";
  await caches.open("cache");
  await new Promise((done) => { indexedDB.open("database").onsuccess = done; });
}"""


def test_nothing_is_left_of_what_was_stored(browser: Browser, address: str) -> None:
    with tab_in(browser) as tab:
        profile = tab.context
        tab.goto(f"{address}404.html")
        tab.emulate_media(color_scheme="dark")
        before = tab.evaluate(STORED)
        tab.evaluate(STORE)
        assert tab.evaluate(STORED) != before
    with tab_in(browser) as tab:
        assert tab.context == profile
        tab.goto(f"{address}404.html")
        assert tab.evaluate(STORED) == before
        assert not tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_two_at_the_same_time_are_apart(browser: Browser, address: str) -> None:
    with tab_in(browser) as one, tab_in(browser) as other:
        assert one.context != other.context
        one.goto(f"{address}404.html")
        one.evaluate("localStorage.setItem('name', 'value')")
        other.goto(f"{address}404.html")
        assert other.evaluate("localStorage.length") == 0

"""A tab of a test finds nothing that an earlier one has left, and is closed in the end."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.profiles import tab_in
from tests.sampling import first_of

pytestmark = pytest.mark.browser

LEAVE = """() => new Promise((done) => {
  localStorage.setItem("a", "1");
  sessionStorage.setItem("a", "1");
  document.cookie = "a=1";
  const opening = indexedDB.open("a");
  opening.onsuccess = () => caches.open("a").then(done).catch(done);
})"""

FOUND = """async () => [localStorage.length, sessionStorage.length, document.cookie, innerWidth,
  (await indexedDB.databases()).length, (await caches.keys()).length,
  matchMedia("(prefers-color-scheme: dark)").matches,
  (await navigator.permissions.query({ name: "clipboard-read" })).state, window.started]"""

NOTHING = [0, 0, "", 1280, 0, 0, False, "prompt", None]


def found(tab: Tab, address: str) -> object:
    tab.goto(f"{address}404.html")
    return tab.evaluate(FOUND)


def test_nothing_is_left_for_the_next(browser: Browser, address: str) -> None:
    with tab_in(browser, viewport={"width": 400, "height": 400}, color_scheme="dark") as tab:
        tab.add_init_script("window.started = true")
        tab.context.grant_permissions(["clipboard-read"])
        tab.goto(f"{address}404.html")
        tab.evaluate(LEAVE)
        assert tab.evaluate(FOUND) == [1, 1, "a=1", 400, 1, 1, True, "granted", True]
        tab.context.new_page().goto(address)
    with tab_in(browser) as tab:
        assert found(tab, address) == NOTHING
        assert len(tab.context.pages) == 2
        with tab_in(browser) as other:
            tab.evaluate(LEAVE)
            assert found(other, address) == NOTHING


@pytest.mark.sampled
def test_a_tab_is_closed_whatever_it_is_about_to_do(browser: Browser, address: str) -> None:
    for moment in first_of(
        range(0, 24, 2), 3
    ):  # milliseconds, in which the next page begins to load, arrives and is shown
        with tab_in(browser) as tab:
            tab.goto(address)
            tab.evaluate(f"setTimeout(() => (location.href = '{address}404.html'))")
            time.sleep(moment / 1000)
        assert len(tab.context.pages) == 1

"""The frame around pages works in a real browser under the real policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.site.page import NavGroup, NavItem
from tests.browser.accessibility import in_looks, rules_in, violations
from tests.browser.profiles import tab_in
from tests.browser.served import served_folder
from tests.hashed_names import without_hashes
from tests.shells.framed import PAGES, SITE, build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served_folder(built, "/sub/") as address:
        yield address


class Tabs:
    """Opens tabs, each in a profile that holds nothing from before, and notes what their consoles say."""

    def __init__(self, browser: Browser, stack: ExitStack) -> None:
        self.browser = browser
        self.stack = stack
        self.complaints: list[str] = []

    def open(self, **options: Any) -> Tab:
        tab = self.stack.enter_context(tab_in(self.browser, **options))
        tab.on("console", lambda message: self._hear(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        return tab

    def _hear(self, text: str) -> None:
        # Chromium says so of the closed menu if an address leads into the page, and the page is there late.
        if not text.startswith("Autofocus processing was blocked"):
            self.complaints.append(text)


@pytest.fixture
def tabs(browser: Browser) -> Iterator[Tabs]:
    with ExitStack() as stack:
        yield Tabs(browser, stack)


def expect_scheme(tab: Tab, name: str) -> None:
    expect(tab.locator("html")).to_have_attribute("data-md-color-scheme", name)


def focused(tab: Tab) -> object:
    return tab.evaluate(
        "document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label')"
    )


def test_pages_keep_the_policy_and_load_only_these_files(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    loaded: list[str] = []
    tab.on("request", lambda request: loaded.append(request.url))
    for path in PAGES:
        tab.goto(address + path)
        assert tab.evaluate("document.documentElement.dataset.module") == "ran"
        assert tab.evaluate("document.documentElement.className") == "js loaded"
    assert tabs.complaints == []
    files = {without_hashes(url.removeprefix(address)) for url in loaded}
    assert files - {"assets/favicon.svg"} == {
        *PAGES,
        "assets/frame.css",
        "assets/css/site.css",
        "assets/shell.js",
        "assets/js/site.js",
    }


@in_looks
def test_pages_are_accessible_and_fit(tabs: Tabs, address: str, width: int, scheme: Any) -> None:
    rules = rules_in(width, scheme)
    tab = tabs.open(color_scheme=scheme, viewport={"width": width, "height": 700})
    for path in (*PAGES, "tells/size/index.html#what-to-say"):
        tab.goto(address + path)
        assert violations(tab, *rules) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    if width == 320:
        tab.get_by_role("button", name="Menu").click()
        assert violations(tab, *rules) == []


def test_long_words_do_not_widen_a_narrow_page(tabs: Tabs, tmp_path: Path) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 2
    nav = (NavGroup(long, (NavItem("home", long, ""),)),)
    folder = build(tmp_path / "out", replace(SITE, name=long, nav=nav, footer=long))
    tab = tabs.open(viewport={"width": 320, "height": 700})
    tab.goto((folder / "tells" / "size" / "index.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    tab.get_by_role("button", name="Menu").click()
    assert tab.evaluate("document.getElementById('__nav').scrollWidth <= document.getElementById('__nav').clientWidth")


def test_the_skip_link_comes_first_and_leads_to_the_text(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    tab.goto(address + "tells/size/")
    tab.keyboard.press("Tab")
    assert focused(tab) == "Skip to content"
    expect(tab.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "__content"
    tab.keyboard.press("Tab")
    assert focused(tab) == "Slow down"


def test_the_colours_follow_the_system_until_someone_chooses(tabs: Tabs, address: str) -> None:
    tab = tabs.open(color_scheme="dark")
    tab.goto(address)
    button = tab.get_by_role("button", name="Dark colours")
    expect_scheme(tab, "slate")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.focus()
    tab.keyboard.press("Space")
    expect_scheme(tab, "default")
    expect(button).to_have_attribute("aria-pressed", "false")
    tab.goto(address + "tells/")
    expect_scheme(tab, "default")
    expect(tab.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "false")
    # Back at what the system wants, it is followed again.
    tab.get_by_role("button", name="Dark colours").press("Enter")
    expect_scheme(tab, "slate")
    tab.emulate_media(color_scheme="light")
    expect_scheme(tab, "default")


@pytest.mark.parametrize(
    "damage",
    [
        "localStorage.setItem('playbook:scheme', '{\"broken')",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked') } })",
    ],
)
def test_corrupt_or_blocked_storage_does_no_harm(tabs: Tabs, address: str, damage: str) -> None:
    tab = tabs.open()
    tab.add_init_script(damage)
    tab.goto(address)
    expect_scheme(tab, "default")
    tab.get_by_role("button", name="Dark colours").click()
    expect_scheme(tab, "slate")
    assert tabs.complaints == []


@pytest.mark.parametrize("scripts", [True, False])
def test_the_drawer_works_by_keyboard_with_and_without_scripts(tabs: Tabs, address: str, scripts: bool) -> None:
    tab = tabs.open(viewport={"width": 320, "height": 700}, java_script_enabled=scripts)
    tab.goto(address + "tells/size/")
    drawer = tab.get_by_role("navigation", name="Navigation")
    expect(drawer).to_be_hidden()
    for _ in range(2):
        tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Menu")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    tab.keyboard.press("Tab")
    expect(drawer.locator("summary").first).to_be_focused()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    expect(drawer.get_by_role("link", name="Home")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(tab.get_by_role("button", name="Menu")).to_be_focused()
    tab.keyboard.press("Enter")
    drawer.get_by_role("link", name="Practices").click()
    expect(tab.get_by_role("heading", name="Practices")).to_be_visible()


def test_a_wide_page_shows_both_lists_and_no_menu_button(tabs: Tabs, address: str) -> None:
    tab = tabs.open(viewport={"width": 1440, "height": 700})
    tab.goto(address + "tells/size/")
    expect(tab.get_by_role("button", name="Menu")).to_be_hidden()
    expect(tab.get_by_role("navigation", name="Navigation")).to_be_visible()
    expect(tab.get_by_role("navigation", name="Table of contents")).to_be_visible()


def test_without_scripts_a_page_is_whole_and_has_no_dead_button(tabs: Tabs, address: str) -> None:
    tab = tabs.open(java_script_enabled=False)
    tab.goto(address)
    expect(tab.get_by_role("heading", name="Home")).to_be_visible()
    expect(tab.locator(".shell-palette")).to_be_hidden()
    tab.goto(address + "tells/big/")
    tab.wait_for_url(address + "tells/size/")


def test_an_old_address_keeps_the_query_and_the_fragment(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    tab.goto(address + "tells/big/?from=mail#what-to-say")
    tab.wait_for_url(address + "tells/size/?from=mail#what-to-say")
    assert tabs.complaints == []


def test_a_site_opened_from_a_disk_has_its_look_and_its_links(tabs: Tabs, built: Path) -> None:
    tab = tabs.open()
    tab.goto((built / "tells" / "size" / "index.html").as_uri())
    sheets = tab.evaluate("[...document.styleSheets].map((sheet) => sheet.href)")
    assert [without_hashes(href.split("/sub/")[1]) for href in sheets] == ["assets/frame.css", "assets/css/site.css"]
    assert tab.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"
    tab.get_by_role("link", name=SITE.name).click()
    tab.wait_for_url((built / "index.html").as_uri())
    tab.goto((built / "tells" / "big" / "index.html").as_uri() + "#what-to-say")
    tab.wait_for_url((built / "tells" / "size" / "index.html").as_uri() + "#what-to-say")


def test_the_plainest_rule_of_the_theme_wins_over_material(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    tab.goto(address)
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") == "7px"
    assert tab.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"


def test_on_paper_there_is_no_frame(tabs: Tabs, address: str) -> None:
    tab = tabs.open(viewport={"width": 1440, "height": 700})
    tab.goto(address + "tells/size/")
    tab.emulate_media(media="print")
    expect(tab.get_by_role("heading", name="Größe")).to_be_visible()
    for part in (".md-header", "#__nav", ".md-sidebar--secondary", ".md-footer", ".md-skip"):
        expect(tab.locator(part)).to_be_hidden()

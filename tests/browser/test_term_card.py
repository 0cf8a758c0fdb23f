"""Terms show their meaning beside the word: with pointer, keyboard and touch, and without scripts they are links."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.served import Watched, served, watched
from tests.hashed_names import without_hashes
from tests.playbooks import REAL_PLAYBOOK

PAGE = "belief-pairs/bicycle-or-rider/"
TERM = "stand"

pytestmark = pytest.mark.browser


def term(tab: Tab) -> Locator:
    return tab.locator(f"a.term[data-term={TERM}]")


def card(tab: Tab) -> Locator:
    return tab.locator(".term-card")


def focus_by_keyboard(tab: Tab) -> None:
    term(tab).evaluate("link => { link.tabIndex = 0; link.focus({ focusVisible: true }); }")


def test_the_pointer_opens_it_may_enter_it_and_closes_it_by_leaving_and_escape_does(reader: Watched) -> None:
    tab = reader.open(PAGE)
    before = tab.evaluate("document.documentElement.scrollHeight")
    term(tab).hover()
    expect(card(tab)).to_be_visible()
    expect(card(tab)).to_contain_text("The post with a clamp")
    expect(term(tab)).to_have_attribute("aria-describedby", "term-card-meaning")
    assert tab.evaluate("document.documentElement.scrollHeight") == before
    assert violations(tab) == []
    link = card(tab).get_by_role("link")
    link.hover()
    tab.wait_for_timeout(400)  # longer than the patience of the card
    expect(card(tab)).to_be_visible()
    tab.mouse.move(2, 2)
    expect(card(tab)).to_be_hidden()
    expect(term(tab)).not_to_have_attribute("aria-describedby", "term-card-meaning")
    assert tab.evaluate("document.querySelectorAll('.term-card').length") == 0

    term(tab).hover()
    expect(card(tab)).to_be_visible()
    tab.keyboard.press("Escape")
    expect(card(tab)).to_be_hidden()


def test_the_keyboard_opens_reaches_and_closes_it(reader: Watched) -> None:
    tab = reader.open(PAGE)
    focus_by_keyboard(tab)
    expect(card(tab)).to_be_visible()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    expect(card(tab)).to_be_hidden()
    focus_by_keyboard(tab)
    expect(card(tab)).to_be_visible()
    tab.keyboard.press("Tab")
    expect(card(tab).get_by_role("link")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(card(tab)).to_be_hidden()
    expect(term(tab)).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(f"{reader.address}terms/{TERM}/")


def test_a_tap_opens_it_another_closes_it_and_it_holds_the_link(browser: Browser, address: str) -> None:
    with watched(browser, address, has_touch=True, viewport={"width": 320, "height": 640}) as reader:
        tab = reader.open(PAGE)
        term(tab).tap()
        expect(card(tab)).to_be_visible()
        expect(tab).to_have_url(address + PAGE)
        box = card(tab).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        term(tab).tap()
        expect(card(tab)).to_be_hidden()
        term(tab).tap()
        expect(card(tab)).to_be_visible()
        tab.locator("h1").tap()
        expect(card(tab)).to_be_hidden()
        term(tab).tap()
        card(tab).get_by_role("link").tap()
        expect(tab).to_have_url(f"{address}terms/{TERM}/")
        assert reader.complaints == []


def test_the_meanings_are_loaded_once_and_at_the_first_use(reader: Watched) -> None:
    loaded: list[str] = []
    reader.tab.on("request", lambda request: loaded.append(without_hashes(request.url.removeprefix(reader.address))))
    tab = reader.open(PAGE)
    assert "assets/data/terms.json" not in loaded
    for _ in range(2):
        term(tab).hover()
        expect(card(tab)).to_be_visible()
        tab.mouse.move(2, 2)
        expect(card(tab)).to_be_hidden()
    assert loaded.count("data.json") == loaded.count("assets/data/terms.json") == 1


def test_the_name_of_a_kind_leads_to_its_list_as_well(browser: Browser) -> None:
    address = served(REAL_PLAYBOOK)
    with watched(browser, address) as reader:
        tab = reader.open("how-to-use/")
        tab.locator("a.term[data-term=tell]").hover()
        expect(card(tab).get_by_role("link")).to_have_text(["More on “tell”", "All tells"])
        card(tab).get_by_role("link", name="All tells").click()
        expect(tab).to_have_url(f"{address}tells/")


def test_where_the_meanings_cannot_be_had_a_tap_follows_the_link(browser: Browser, address: str) -> None:
    with watched(browser, address, has_touch=True) as reader:
        reader.tab.route("**/terms.*.json", lambda route: route.abort())
        tab = reader.open(PAGE)
        term(tab).tap()
        expect(tab).to_have_url(f"{address}terms/{TERM}/")


def test_without_scripts_it_is_a_link(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open(PAGE)
        term(tab).click()
        expect(tab).to_have_url(f"{address}terms/{TERM}/")

"""The stations of a path and checklists: ticks are counted and kept, and damage to what is kept does no harm."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.browser.accessibility import violations
from tests.browser.served import Watched, until_at_rest, watched
from tests.sampling import first_of

PATH = "paths/first-week/"
LIST = "checklists/meeting-checklist/"
KEY = "playbook:workshop.example/book:first-week"

pytestmark = pytest.mark.browser


def told(tab: Tab) -> Locator:
    """What the list says of its ticks."""
    return tab.locator("path-stations, tick-list").get_by_role("status")


def kept(reader: Watched) -> object:
    text = reader.tab.evaluate(f"localStorage.getItem('{KEY}')")
    return None if text is None else json.loads(text)


def test_a_tick_is_counted_kept_and_cleared(reader: Watched) -> None:
    tab = reader.open(PATH)
    status, box = told(tab), tab.get_by_role("checkbox", name="Done", description="Ask")
    expect(status).to_have_text("0 of 2 done")
    box.focus()
    tab.keyboard.press("Space")
    expect(status).to_have_text("1 of 2 done")
    found = kept(reader)
    assert isinstance(found, dict)
    assert (found["schema"], found["done"]) == (1, ["ask"])

    tab.reload()
    expect(box).to_be_checked()
    expect(status).to_have_text("1 of 2 done")
    assert violations(tab) == []

    tab.get_by_role("button", name="Start afresh").press("Enter")
    expect(box).not_to_be_checked()
    expect(status).to_have_text("0 of 2 done")
    expect(tab.get_by_role("checkbox").first).to_be_focused()
    expect(tab.get_by_role("button", name="Start afresh")).to_be_hidden()
    assert kept(reader) is None


def test_nothing_moves_as_the_stations_come_to_life(reader: Watched) -> None:
    reader.open(PATH)
    reader.tab.evaluate(f"""localStorage.setItem('{KEY}', '{{"schema": 1, "done": ["watch"]}}')""")
    shift = """() => new Promise((done) => { let sum = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
        .observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum)))); })"""
    with until_at_rest(reader.tab):
        tab = reader.open(PATH)
    expect(told(tab)).to_have_text("1 of 2 done")
    assert tab.evaluate(shift) == 0


DAMAGE = ('{"schema": 1, "do', "null", "7", '{"schema": "x", "done": []}', '{"schema": 1}')


@pytest.mark.sampled
@pytest.mark.parametrize("damage", first_of(DAMAGE))
def test_damaged_storage_is_set_aside(reader: Watched, damage: str) -> None:
    reader.open(PATH)
    reader.tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damage])
    tab = reader.open(PATH)
    expect(told(tab)).to_have_text("0 of 2 done")
    tab.get_by_role("checkbox").first.check()
    expect(told(tab)).to_have_text("1 of 2 done")
    assert tab.evaluate(f"localStorage.getItem('{KEY}:set-aside-1')") == damage
    tab.get_by_role("button", name="Remove it").click()
    expect(tab.get_by_role("alert")).to_have_count(0)


def test_what_a_newer_version_kept_is_read_and_left_alone(reader: Watched) -> None:
    newer = '{"schema": 2, "done": ["ask", "gone"], "more": true}'
    reader.open(PATH)
    reader.tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, newer])
    tab = reader.open(PATH)
    expect(told(tab)).to_have_text("1 of 2 done")
    tab.get_by_role("checkbox").first.check()
    expect(told(tab)).to_have_text("2 of 2 done")
    assert tab.evaluate(f"localStorage.getItem('{KEY}')") == newer


def test_a_station_that_is_gone_stays_kept_but_does_not_count(reader: Watched) -> None:
    reader.open(PATH)
    reader.tab.evaluate(f"""localStorage.setItem('{KEY}', '{{"schema": 1, "done": ["gone", "__proto__", 7]}}')""")
    tab = reader.open(PATH)
    expect(told(tab)).to_have_text("0 of 2 done")
    tab.get_by_role("checkbox").first.check()
    found = kept(reader)
    assert isinstance(found, dict)
    assert found["done"] == ["gone", "watch"]


def test_ticks_of_a_checklist_are_kept_in_two_tabs_and_come_from_earlier_versions(reader: Watched) -> None:
    tab = reader.open("404.html")
    tab.evaluate("localStorage.setItem('playbook:ticks:meeting-checklist', JSON.stringify(['gone']))")
    tab = reader.open(LIST)
    other = tab.context.new_page()
    other.goto(reader.address + LIST)
    boxes, others = tab.locator("tick-list .tick input"), other.locator("tick-list .tick input")
    boxes.nth(0).check()
    others.nth(1).check()
    expect(boxes.nth(1)).to_be_checked()
    tab.reload()
    for place in range(2):
        expect(boxes.nth(place)).to_be_checked()
    keys = tab.evaluate("Object.keys(localStorage)")
    kept = {key.removeprefix("playbook:workshop.example/book:") for key in keys}
    assert kept == {"meeting-checklist", "recent.pages"}
    assert violations(tab) == []


def test_a_full_storage_is_said(reader: Watched) -> None:
    tab = reader.open(LIST)
    tab.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }")
    tab.locator("tick-list .tick input").first.check()
    expect(tab.get_by_role("alert")).to_contain_text("The storage of this browser is full")
    expect(told(tab)).to_contain_text("1 of")


def test_blocked_storage_does_no_harm(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        reader.tab.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked') } })"
        )
        tab = reader.open(PATH)
        tab.get_by_role("checkbox").first.check()
        expect(told(tab)).to_have_text("1 of 2 done")
        assert reader.complaints == []


def test_without_scripts_there_are_boxes_to_tick_and_no_counter(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open(PATH)
        tab.get_by_role("checkbox").first.check()
        expect(tab.locator(".stations-state")).to_be_hidden()


def test_paper_shows_empty_boxes(reader: Watched) -> None:
    tab = reader.open(PATH)
    tab.get_by_role("checkbox").first.check()
    tab.emulate_media(media="print")
    box = tab.get_by_role("checkbox").first
    assert box.evaluate("box => getComputedStyle(box).appearance") == "none"
    assert box.evaluate("box => getComputedStyle(box).backgroundColor") == "rgb(255, 255, 255)"
    expect(tab.locator(".stations-state")).to_be_hidden()


def test_a_checklist_prints_on_one_page_with_empty_boxes_unless_ticks_are_wanted(reader: Watched) -> None:
    tab = reader.open(LIST)
    tab.locator("tick-list .tick input").first.check()
    printed = PdfReader(BytesIO(tab.pdf(format="A4")))
    text = " ".join(printed.pages[0].extract_text().split())
    assert len(printed.pages) == 1
    assert tab.locator("tick-list legend").first.inner_text() in text
    assert "Print my ticks" not in text
    assert tab.locator(".part--purpose h2").inner_text() not in text
    tab.emulate_media(media="print")
    box, words = tab.locator("tick-list .tick input").first, tab.locator("tick-list label").first
    assert box.evaluate("box => getComputedStyle(box).appearance") == "none"
    assert words.evaluate("words => getComputedStyle(words).textDecorationLine") == "none"
    tab.emulate_media(media="screen")
    tab.get_by_role("checkbox", name="Print my ticks").check()
    tab.emulate_media(media="print")
    assert box.evaluate("box => getComputedStyle(box).appearance") != "none"
    assert words.evaluate("words => getComputedStyle(words).textDecorationLine") == "none"


def test_a_short_page_prints_on_one_page(reader: Watched) -> None:
    tab = reader.open("404.html")
    assert len(PdfReader(BytesIO(tab.pdf(format="A4"))).pages) == 1

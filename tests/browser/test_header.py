"""The header and the menu behind its button: easy to hit, small enough to leave room, closed in every usual way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.accessibility import violations
from tests.browser.searching import field, results
from tests.browser.served import served, until_at_rest, watched
from tests.playbooks import REAL_PLAYBOOK, reading
from tests.sampling import first_of

pytestmark = pytest.mark.browser

PAGE = "practices/ask-before-fixing/"

HEIGHT = "document.querySelector('.md-header').getBoundingClientRect().height"
"""How high the header is, in pixels."""

SMALL = """() => [...document.querySelectorAll(".md-header :is(a, button, input)")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return one.checkVisibility() && (width < 44 || height < 44);
}).map((one) => one.className)"""
"""The parts of the header that are hard to hit."""


PHONE, LARGER = (390, 800), (195, 400)
"""The width and the height of a phone, and of the same one that shows the page at 200 %."""


def test_the_header_leaves_four_fifths_of_a_phone_and_is_easy_to_hit(browser: Browser, address: str) -> None:
    with watched(browser, address, has_touch=True) as reader:
        tab = reader.open(PAGE)
        for width, height in (PHONE, LARGER):
            tab.set_viewport_size({"width": width, "height": height})
            assert tab.evaluate(HEIGHT) <= height / 5
            assert tab.evaluate(SMALL) == []
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_menu_closes_by_button_by_key_and_by_a_click_beside_it(browser: Browser, address: str) -> None:
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        tab = reader.open(PAGE)
        opening, menu = tab.get_by_role("button", name="Menu", exact=True), tab.locator("#__nav")
        for close in ("button", "Escape", "outside"):
            opening.focus()
            tab.keyboard.press("Enter")
            expect(menu).to_be_visible()
            closing = menu.get_by_role("button", name="Close the menu")
            expect(closing).to_be_focused()
            if close == "button":
                tab.keyboard.press("Enter")
            elif close == "Escape":
                tab.keyboard.press("Escape")
            else:
                tab.mouse.click(370, 500)
            expect(menu).to_be_hidden()
            if close != "outside":
                expect(opening).to_be_focused()
        assert reader.complaints == []


def test_a_tap_or_a_click_beside_the_menu_follows_no_link_below_it(browser: Browser) -> None:
    phone = {"width": 390, "height": 800}
    with watched(browser, served(REAL_PLAYBOOK), viewport=phone, has_touch=True, java_script_enabled=False) as reader:
        tab = reader.tab
        tab.goto(reader.address)
        menu, opening = tab.locator("#__nav"), tab.get_by_role("button", name="Menu", exact=True)
        link = tab.locator("main li a:visible").first
        link.scroll_into_view_if_needed()
        box = link.bounding_box()
        x, y = box["x"] + box["width"] - 5, box["y"] + box["height"] / 2
        assert x > 305  # beside the menu
        for press in (tab.touchscreen.tap, tab.mouse.click):
            opening.click()
            expect(menu).to_be_visible()
            press(x, y)
            expect(menu).to_be_hidden()
            assert tab.url == reader.address
        link.click()
        expect(tab).not_to_have_url(reader.address)  # as the link is there again
        assert reader.complaints == []


def test_on_a_phone_a_long_page_begins_with_its_contents(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 800}) as reader:
        tab = reader.open("practices/slow-down/")
        contents = tab.get_by_role("navigation", name="Table of contents")
        expect(contents).to_have_count(1)
        summary = contents.get_by_text("On this page")
        assert summary.bounding_box()["height"] >= 44
        expect(tab.get_by_role("heading", name="What to do", exact=True)).to_be_in_viewport()
        summary.press("Enter")
        expect(contents.get_by_role("link")).to_have_text(
            tab.locator("h2[id]").evaluate_all("all => all.map((one) => one.firstChild.textContent.trim())")
        )
        assert violations(tab) == []
        contents.get_by_role("link", name="Done badly").click()
        expect(tab.get_by_role("heading", name="Done badly")).to_be_in_viewport()
        expect(contents.get_by_role("link").first).to_be_hidden()
        tab.set_viewport_size({"width": 1440, "height": 900})
        expect(summary).to_be_hidden()
        expect(contents).to_have_count(1)
        assert reader.complaints == []


def test_the_search_of_the_header_answers_at_once_on_the_home_page_too(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 1440, "height": 900}) as reader:
        tab = reader.open("")
        tab.keyboard.press("/")
        tab.keyboard.type("price")
        expect(tab.locator("[data-search-result]").first).to_be_visible()
        assert reader.complaints == []


def test_the_search_on_a_phone_has_a_button_that_closes_it_and_goes_back_to_the_page(browser: Browser) -> None:
    phone = {"width": 390, "height": 800}
    with watched(browser, served(REAL_PLAYBOOK), viewport=phone, has_touch=True) as reader:
        tab = reader.open("practices/slow-down/#done-badly")
        closing, menu = tab.get_by_role("button", name="Close the search"), tab.locator("#__nav")
        expect(closing).to_be_hidden()
        top = tab.evaluate("scrollY")
        tab.touchscreen.tap(310, 26)
        expect(field(tab)).to_be_focused()
        tab.keyboard.type("price")
        results(tab).first.wait_for()
        box = closing.bounding_box()
        assert min(box["width"], box["height"]) >= 44
        assert violations(tab) == []
        tab.touchscreen.tap(box["x"] + 22, box["y"] + 22)
        expect(results(tab).first).to_be_hidden()
        expect(closing).to_be_hidden()
        assert tab.evaluate("scrollY") == top  # typing has not moved the page
        tab.touchscreen.tap(40, 26)
        expect(menu).to_be_visible()
        tab.keyboard.press("Escape")

        link = tab.locator(".part a:visible").last
        link.focus()
        tab.keyboard.press("/")
        expect(field(tab)).to_be_focused()
        expect(results(tab).first).to_be_visible()  # what was typed is still there
        tab.keyboard.press("Tab")
        expect(closing).to_be_focused()
        tab.keyboard.press("Enter")
        expect(results(tab).first).to_be_hidden()
        expect(link).to_be_focused()
        assert reader.complaints == []


def test_a_search_that_is_closed_while_it_loads_stays_closed(browser: Browser, address: str) -> None:
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        held: list[Route] = []
        reader.tab.route("**/panel.js", lambda route: held.append(route))
        tab = reader.open(PAGE)
        field(tab).press_sequentially("intake")
        expect(tab.locator(".search-status")).to_be_visible()
        tab.get_by_role("button", name="Close the search").click()
        expect(tab.locator(".search-status")).to_be_hidden()
        held[0].continue_()
        tab.locator("search-panel[data-ready]").wait_for(state="attached")
        expect(results(tab).first).to_be_hidden()
        assert reader.complaints == []


def test_the_link_home_is_no_wider_than_the_name_of_the_site(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("practices/slow-down/")
        name = tab.locator(".shell-name")
        for width in (320, 390, 1440):
            tab.set_viewport_size({"width": width, "height": 900})
            wide, text, room = name.evaluate("""(link) => {
              const range = document.createRange();
              range.selectNodeContents(link);
              return [link, range, link.parentElement].map((one) => one.getBoundingClientRect().width);
            }""")
            assert abs(wide - min(text, room)) < 1, width
        assert room > wide + 200
        box = name.bounding_box()
        tab.mouse.click(box["x"] + wide + 100, box["y"] + 10)
        assert tab.url == f"{reader.address}practices/slow-down/"


CUT_OFF = """(menu) => [...menu.querySelectorAll("summary, a")].filter((one) => one.checkVisibility()).filter((one) => {
  one.focus();
  const { outlineWidth, outlineOffset } = getComputedStyle(one);
  const beyond = parseFloat(outlineWidth) + parseFloat(outlineOffset);
  const [ring, room] = [one, menu].map((each) => each.getBoundingClientRect());
  return parseFloat(outlineWidth) < 1 || ring.left - beyond < room.left || ring.right + beyond > room.right;
}).map((one) => one.textContent)"""
"""The parts of a menu whose ring is not in sight on both sides when they have the focus."""


def test_the_ring_around_what_has_the_focus_in_the_menu_is_whole(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 1440, "height": 900}) as reader:
        tab = reader.open("practices/slow-down/")
        tab.keyboard.press("Tab")  # as rings are shown to those who use the keyboard
        menu = tab.locator("#__nav")
        assert menu.locator("summary").count() > 4
        assert menu.evaluate(CUT_OFF) == []
        tab.set_viewport_size({"width": 390, "height": 800})
        tab.get_by_role("button", name="Menu", exact=True).press("Enter")
        expect(menu).to_be_visible()
        assert menu.evaluate(CUT_OFF) == []


def test_a_group_of_the_menu_that_opens_below_its_edge_comes_into_sight(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 600}) as reader:
        tab = reader.open("practices/slow-down/")
        tab.get_by_role("button", name="Menu", exact=True).click()
        group = tab.locator("#__nav details").last
        expect(group.locator("a").last).to_be_hidden()
        group.locator("summary").click()
        expect(group.locator("a").last).to_be_in_viewport(ratio=1)
        expect(group.locator("summary")).to_be_in_viewport(ratio=1)


BROKEN = """() => [...document.querySelectorAll(".md-footer :is(a, button)")].filter((one) => one.checkVisibility())
  .map((one) => ({ text: one.textContent, lines: one.getClientRects().length, at: one.getBoundingClientRect() }))
  .map(({ text, lines, at }) => [text, lines, Math.round(at.height)])"""


def test_no_link_of_the_footer_breaks_and_its_lines_are_of_one_height(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("lessons/ask-for-more/")
        tab.locator(".keep-star").click()  # so that there is something to erase
        tab.reload()
        tab.evaluate("""() => {
          const link = document.querySelector(".shell-new");
          for (const text of ["Without a network", "Was ohne Verbindung geht", "Etwas anderes"]) {
            const another = link.cloneNode();
            another.textContent = text;
            link.after(another, " ");
          }
        }""")
        for width in (320, 390, 1440):
            tab.set_viewport_size({"width": width, "height": 800})
            found = tab.evaluate(BROKEN)
            assert len(found) >= 5
            assert {(lines, height) for _, lines, height in found} == {(1, 44)}, (width, found)


IN_SIGHT = """() => {
  const { left, top, width, height } = document.querySelector(".shell-names").getBoundingClientRect();
  const found = document.elementFromPoint(left + Math.min(20, width / 2), top + height / 2);
  return found.closest("a, button")?.className ?? "";
}"""
"""What of the two names in the header one would hit."""

SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => { for (const shift of list.getEntries()) window.shifted += shift.value; })
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.sampled
@pytest.mark.parametrize(("width", "height"), first_of((LARGER, PHONE)))
def test_the_header_of_a_phone_names_the_page_whose_heading_is_out_of_sight(
    browser: Browser, width: int, height: int
) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": width, "height": height}) as reader:
        reader.tab.add_init_script(SHIFTS)
        tab = reader.open("practices/slow-down/")
        name = tab.get_by_role("button", name="Slow it down, to the top of the page")
        assert tab.evaluate(IN_SIGHT) == "shell-name"
        before = tab.evaluate(HEIGHT)
        tab.goto(f"{reader.address}practices/slow-down/#done-badly")  # as by a link into the page
        expect(name).to_be_visible()
        expect(name).to_have_text("Slow it down")
        assert "page-name" in tab.evaluate(IN_SIGHT)
        assert tab.evaluate(HEIGHT) == before <= height / 5
        assert tab.evaluate(SMALL) == []
        assert tab.evaluate("window.shifted") == 0
        assert violations(tab) == []
        tab.emulate_media(media="print")
        expect(name).to_be_hidden()
        tab.emulate_media(media="screen")
        # With the keyboard the name of the site is still there, and in sight as long as it has the focus.
        tab.locator(".shell-menu").focus()
        tab.keyboard.press("Tab")
        expect(tab.locator(".shell-name")).to_be_focused()
        assert tab.evaluate(IN_SIGHT) == "shell-name"
        tab.keyboard.press("Tab")
        expect(name).to_be_focused()
        tab.keyboard.press("Enter")
        expect(name).to_be_hidden()
        assert tab.evaluate("scrollY") == 0
        assert tab.evaluate(IN_SIGHT) == "shell-name"
        assert reader.complaints == []


LINES = """(name, titles) => titles.map((title) => {
  name.textContent = title;
  const lines = new Map();
  for (const at of title.split("").keys()) {
    const range = document.createRange();
    range.setStart(name.firstChild, at);
    range.setEnd(name.firstChild, at + 1);
    const top = Math.round(range.getBoundingClientRect().top);
    lines.set(top, (lines.get(top) ?? "") + title[at]);
  }
  return [...lines.values()].map((line) => line.trim());
})"""


def test_no_letter_of_the_name_of_a_page_stands_alone_in_the_header(browser: Browser) -> None:
    titles = [one.entry.title for one in reading(REAL_PLAYBOOK).graph.entries.values()]
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 800}) as reader:
        tab = reader.open("practices/slow-down/#done-badly")
        for width in (390, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            lines = tab.locator(".page-name > span").evaluate(LINES, titles)
            assert sum(len(each) == 2 for each in lines) > 100
            assert [each for each in lines if len(each) == 2 and len(each[1]) <= 2] == []


def test_the_header_names_no_page_where_the_menu_does_and_not_home_twice(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 1440, "height": 900}) as reader:
        tab = reader.open("practices/slow-down/#done-badly")
        tab.locator(".page-name").wait_for(state="attached")
        expect(tab.locator(".page-name")).to_be_hidden()
        assert tab.evaluate(IN_SIGHT) == "shell-name"
        tab.set_viewport_size({"width": 390, "height": 800})
        expect(tab.locator(".page-name")).to_be_visible()
        with until_at_rest(tab):
            reader.open("#about")
        expect(tab.locator(".page-name")).to_have_count(0)
        assert reader.complaints == []

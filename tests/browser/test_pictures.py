"""The pictures in a real browser: lettering is as wide as was reckoned, everything is a link, and keys reach it all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.served import Watched, watched
from tests.playbooks import REAL_PLAYBOOK, built
from tests.sampling import covering

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def tablet(browser: Browser, address: str) -> Iterator[Watched]:
    """The narrowest screen on which the tables of the matrix are shown, more or less."""
    with watched(browser, address, viewport={"width": 720, "height": 640}) as reader:
        yield reader
    assert reader.complaints == []


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address, viewport={"width": 320, "height": 640}) as reader:
        yield reader
    assert reader.complaints == []


def opened(phone: Watched, url: str) -> Tab:
    """The page of an entry with all of its links in sight."""
    tab = phone.open(url)
    tab.locator(".other-links > summary").click()
    return tab


def most_crowded() -> list[str]:
    """For each kind the entry whose picture has the most letters; in a sample, one for each number of neighbours."""
    pages: dict[str, tuple[int, str]] = {}
    for page in built(REAL_PLAYBOOK)[0].pages:
        start = page.body.find('<svg class="around"')
        if start >= 0 and page.place:
            size = page.body.index("</nav>", start) - start
            pages[page.kind] = max(pages.get(page.kind, (0, "")), (size, page.url))
    bodies = {page.url: page.body for page in built(REAL_PLAYBOOK)[0].pages}
    return list(covering((url for _, url in pages.values()), lambda url: [neighbours(bodies[url])]))


def neighbours(body: str) -> int:
    start = body.index('<svg class="around"')
    return body.count("<a ", start, body.index("</svg>", start))


BOXES = """() => [...document.querySelectorAll(".around text")].map((text) => {
  const box = text.getBoundingClientRect();
  return [text.textContent, box.left, box.top, box.right, box.bottom]; })"""


ADDRESSES = """(places) => [...document.querySelectorAll(places)].map((link) =>
  typeof link.href === "string" ? link.href : new URL(link.href.baseVal, location.href).href)"""


@pytest.mark.sampled
def test_no_lettering_covers_another_or_leaves_a_narrow_screen_and_every_neighbour_is_there_in_words(
    phone: Watched,
) -> None:
    for url in most_crowded():
        tab = opened(phone, url)
        boxes = tab.evaluate(BOXES)
        assert len(boxes) > 3, url
        for text, left, _, right, _ in boxes:
            assert left >= 0, (url, text)
            assert right <= 320, (url, text)
        for (one, l1, t1, r1, b1), (other, l2, t2, r2, b2) in combinations(boxes, 2):
            # A line's box reaches a little beyond its letters.
            assert r1 <= l2 or r2 <= l1 or b1 <= t2 + 3 or b2 <= t1 + 3, (url, one, other)
        drawn, written = (set(tab.evaluate(ADDRESSES, of)) for of in (".around a", ".body a:not(.around a)"))
        assert drawn - written == set(), url


def test_every_neighbour_is_a_link_large_enough_to_tap_that_leads_to_its_page(phone: Watched) -> None:
    tab = opened(phone, "practices/slow-down/")
    links = tab.locator(".around a")
    assert links.count() == 10
    for at in range(links.count()):
        box = links.nth(at).locator("rect").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    links.first.click()
    expect(tab).not_to_have_url(f"{phone.address}practices/slow-down/")
    expect(tab.locator("h1")).to_be_visible()


def test_the_keyboard_can_pass_the_picture_by(phone: Watched) -> None:
    tab = opened(phone, "practices/slow-down/")
    past = tab.get_by_role("link", name="Past the picture, to the list")
    past.focus()
    expect(past).to_be_in_viewport()
    tab.keyboard.press("Enter")
    expect(tab.locator("#connections-list")).to_be_focused()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.links') !== null")


def scroll_left(tab: Tab) -> float:
    value: float = tab.evaluate("document.activeElement.scrollLeft")
    return value


NAMES_IN_TABLES = """() => [...document.querySelectorAll("table.matrix")].flatMap((table) => {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.querySelector("a")?.href);
  return [...table.tBodies[0].rows].map((row) => [row.cells[0].querySelector("a").href,
    ...[...row.cells].flatMap((cell, at) => (cell.querySelector("b") ? [heads[at]] : [])),
    ...[...row.cells[1].querySelectorAll("a")].map((link) => link.href)]); })"""
NAMES_ON_PHONES = """() => [...document.querySelectorAll(".matrix-names > li")].map((row) =>
  [...row.querySelectorAll("a")].map((link) => link.href))"""


def test_the_tables_of_the_matrix_have_the_names_of_phones_and_scroll_by_keyboard_with_their_heads_in_view(
    tablet: Watched,
) -> None:
    tab = tablet.open("matrix/")
    named = tab.evaluate(NAMES_ON_PHONES)
    assert len(named) > 20
    assert named == tab.evaluate(NAMES_IN_TABLES)
    frame = tab.get_by_role("region", name="Table: In what we do")
    frame.focus()
    before = scroll_left(tab)
    for _ in range(4):
        tab.keyboard.press("ArrowRight")
    tab.wait_for_function("(before) => document.activeElement.scrollLeft > before", arg=before)
    tell = frame.get_by_role("rowheader").first.bounding_box()
    around = frame.bounding_box()
    assert tell is not None
    assert around is not None
    assert abs(tell["x"] - around["x"]) < 3
    assert tab.evaluate("document.documentElement.scrollWidth") <= 720
    tab.get_by_role("navigation", name="The groups of tells").get_by_role("link", name="In the numbers").press("Enter")
    expect(tab).to_have_url(f"{tablet.address}matrix/#numbers")
    expect(tab.get_by_role("heading", name="In the numbers")).to_be_in_viewport()


def test_on_a_wide_screen_the_matrix_has_the_room_of_the_contents_and_what_helps_stands_beside_each_tell(
    browser: Browser, address: str
) -> None:
    with watched(browser, address, viewport={"width": 1440, "height": 900}) as reader:
        tab = reader.open("matrix/")
        expect(tab.locator(".md-sidebar--secondary")).to_have_count(0)
        tab.get_by_text("On this page").click()
        tab.get_by_role("link", name="In the numbers").first.click()
        expect(tab.get_by_role("heading", name="In the numbers")).to_be_in_viewport()
        frames = tab.locator(".matrix-frame")
        assert frames.first.evaluate("one => one.clientWidth") > 900
        # Few names stand upright, and nothing of such a table is cut.
        few = frames.filter(has=tab.locator(".matrix--few")).first
        assert few.evaluate("one => one.scrollWidth - one.clientWidth") == 0
        names = few.locator("thead th:nth-child(n+3) a")
        assert names.count() > 0
        assert all(one.evaluate("one => getComputedStyle(one).writingMode") == "horizontal-tb" for one in names.all())
        second = frames.nth(1).locator("thead th").nth(1)
        expect(second).to_have_text("Against this one alone")
        second.scroll_into_view_if_needed()
        expect(second).to_be_in_viewport()
        assert frames.nth(1).evaluate("one => one.scrollLeft") == 0
        assert reader.complaints == []


def narrowed(tab: Tab, tells: str) -> tuple[Locator, int]:
    """The tells left of those that a selector finds when something is typed above them, and their number before."""
    left = tab.locator(tells)
    everything = left.count()
    tab.get_by_role("searchbox", name="Look for a tell or a cure").fill("price")
    expect(tab.locator("matrix-filter").get_by_role("status")).to_have_text(f"{left.count()} of {everything} tells")
    assert 0 < left.count() < everything
    return left, everything


def test_a_column_of_the_picture_says_its_name_to_a_pointer_and_leads_to_it(tablet: Watched) -> None:
    tab = tablet.open("matrix/")
    column = tab.locator(".glance-columns a").first
    title = column.locator("title").text_content()
    column.hover()
    column.click()
    expect(tab.get_by_role("heading", level=1)).to_have_text(str(title))
    tab.go_back()
    tab.get_by_role("navigation", name="Groups of tells").get_by_role("link").first.click()
    assert "#" in tab.url


def test_the_matrix_narrows_down_to_what_is_typed_and_its_rows_keep_their_names(tablet: Watched) -> None:
    tab = tablet.open("matrix/")
    rows, everything = narrowed(tab, "table.matrix tbody tr:visible")
    assert all("price" in text.lower() for text in rows.all_inner_texts())
    expect(tab.locator(".matrix-glance")).to_be_hidden()
    tab.reload()
    expect(tab.locator(".matrix-glance")).to_be_hidden()
    tab.get_by_role("searchbox", name="Look for a tell or a cure").fill("")
    expect(tab.locator(".matrix-glance")).to_be_visible()
    assert rows.count() == everything
    frame = tab.locator(".matrix-frame").nth(1)
    frame.evaluate("(frame) => frame.scrollTo(400, 0)")
    name = frame.get_by_role("rowheader").first
    assert name.evaluate("(name) => name.getBoundingClientRect().left") == pytest.approx(
        frame.evaluate("(frame) => frame.getBoundingClientRect().left + frame.clientLeft"), abs=1
    )


def test_a_phone_shows_the_matrix_as_lists_of_names_that_can_be_tapped(phone: Watched) -> None:
    """The marks of the picture are 3 pixels wide there, and the names of columns do not fit."""
    tab = phone.open("matrix/")
    expect(tab.locator(".matrix-picture")).to_be_hidden()
    expect(tab.locator(".matrix-frame:visible")).to_have_count(0)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    groups = tab.get_by_role("navigation", name="The groups of tells")
    groups.get_by_role("link", name="In the numbers").press("Enter")
    expect(tab).to_have_url(f"{phone.address}matrix/#numbers")
    tells = tab.get_by_role("region", name="In the numbers").locator(".matrix-names > li")
    marks = tab.locator(".part:has(#numbers) table.matrix tbody tr")
    assert tells.count() == marks.count()
    heights = tab.locator(".matrix-names a").evaluate_all("all => all.map((a) => a.getBoundingClientRect().height)")
    assert min(heights) >= 24
    assert violations(tab) == []


def test_the_lists_of_a_phone_narrow_down_as_the_tables_do(phone: Watched) -> None:
    tab = phone.open("matrix/")
    tells, everything = narrowed(tab, ".matrix-names > li:visible")
    expect(tab.locator(".matrix-groups")).to_be_hidden()
    looked_for, said = tab.get_by_role("searchbox", name="Look for a tell or a cure"), tab.locator("matrix-filter p")
    looked_for.fill("slow")  # a word of a cure alone
    expect(said).to_have_text(re.compile(r"^[1-9]\d* of"))
    expect(said).to_have_text(f"{tells.count()} of {everything} tells")
    assert all("slow" in text.lower() for text in tells.all_inner_texts())
    looked_for.fill("answer")  # as in “Your messages go unanswered”
    expect(said).to_have_text(f"{tells.count()} of {everything} tells")
    assert tells.count() > 0
    assert all("answer" in text.lower() for text in tells.all_inner_texts())
    answered = tells.count()
    looked_for.fill("not answering the zeppelin")
    expect(said).to_have_text(re.compile(rf"^No tell has all of these words\. {answered} (has|have) some of them\."))
    assert tells.count() == answered
    looked_for.fill("zeppelin")
    expect(said).to_have_text(f"0 of {everything} tells Search the whole playbook")
    said.get_by_role("link").click()
    expect(tab).to_have_url(f"{phone.address}search/?q=zeppelin")

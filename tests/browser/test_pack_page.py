"""The page on which one puts a pack together and prints it from the browser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from generator.kinds.handouts import HANDED_OUT, handouts
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.bingo import BingoBlock
from generator.paper.bingo_cards import cards_of
from generator.prose.typography import plain
from tests.browser.accessibility import SCHEMES, violations_of_state
from tests.browser.served import Watched, watched
from tests.paper.real import graph
from tests.playbooks import REAL_PLAYBOOK
from tests.sampling import first_of

PLAYBOOK = REAL_PLAYBOOK
SHEETS = "tell-hunt-sheet,customer-list-sheet,simulation-6-sheet"
SIZES = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address, viewport={"width": 1200, "height": 900}) as window:
        yield window
        assert window.complaints == []


def opened(window: Watched, fragment: str) -> Tab:
    """The page with a choice. Printing is noted instead of done."""
    window.tab.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    tab = window.open(f"print/{fragment}")
    expect(tab.locator("[data-status]")).to_have_text(re.compile("ready|chosen"))
    return tab


def sheet(entry_id: str) -> Worksheet:
    entry = graph().entries[entry_id].entry
    assert isinstance(entry, Worksheet)
    return entry


def pages_of(tab: Tab) -> list[tuple[tuple[int, int], str]]:
    """The size and the words of each page that the browser prints."""
    found = PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    return [
        ((round(float(page.mediabox.width)), round(float(page.mediabox.height))), " ".join(page.extract_text().split()))
        for page in found.pages
    ]


@pytest.mark.sampled
@pytest.mark.parametrize(("paper", "scheme"), first_of(product(SIZES, SCHEMES)))
def test_the_chosen_sheets_print_in_order_as_often_as_needed(
    browser: Browser, address: str, paper: str, scheme: str
) -> None:
    with watched(browser, address, color_scheme=scheme) as window:
        pages = pages_of(opened(window, f"#paper={paper}&people=4&sheets={SHEETS}"))
        assert window.complaints == []
    upright = SIZES[paper]
    titles = [str(plain(sheet(i).title)) for i in SHEETS.split(",")]
    # On paper the title precedes the blocks; in the text of the file it follows them, as on the page.
    of_sheets = [(size, next(title for title in titles if title in text)) for size, text in pages[1:]]
    assert pages[0][1].startswith("Printed pack: 3 sheets For 4 people")
    wanted = [title for title, i in zip(titles, SHEETS.split(","), strict=True) for _ in range(needed(i, 4))]
    assert [title for _, title in of_sheets] == wanted
    assert {size for size, title in of_sheets if title == titles[1]} == {upright[::-1]}
    assert {pages[0][0], *(size for size, title in of_sheets if title != titles[1])} == {upright}
    assert not [text for _, text in pages if "Search" in text or "Copy a link" in text or not text]
    assert not [text for _, text in pages if sheet("tell-hunt-sheet").facilitator.debrief[0] in text]


def test_each_sheet_takes_the_pages_that_it_says(window: Watched) -> None:
    pages = pages_of(opened(window, "#paper=letter&people=1&sheets=tell-hunt-sheet,customer-list-sheet,crisis-sheet"))
    assert len(pages) == 4


def test_notes_for_the_facilitator_come_last_if_they_are_wanted(window: Watched) -> None:
    pages = pages_of(opened(window, "#people=2&notes=yes&sheets=tell-hunt-sheet,crisis-sheet"))
    last = [text for _, text in pages[-2:]]
    for entry_id, text in zip(("tell-hunt-sheet", "crisis-sheet"), last, strict=True):
        assert str(plain(sheet(entry_id).facilitator.debrief[0])) in text


def test_bingo_cards_are_those_of_the_command(window: Watched) -> None:
    tab = opened(window, "#people=3&seed=7&sheets=connection-bingo-sheet")
    tables = tab.locator(".pack .sheet-bingo")
    blocks = [block for block in sheet("connection-bingo-sheet").blocks if isinstance(block, BingoBlock)]
    expected = [
        [str(square.text) for row in cards_of(block, 3, 7)[copy] for square in row]
        for copy in range(3)
        for block in blocks
    ]
    assert (
        tables.evaluate_all("all => all.map(one => [...one.querySelectorAll('td label')].map(l => l.textContent))")
        == expected
    )


NONSENSE = (
    "#sheets=nothing,__proto__,../../x",
    "#people=0&sheets=",
    "#people=99999&paper=a0&seed=-1",
    "#%E0%A4%A",
    "#" + "sheets=" * 2000,
)


class TestTheChoice:
    def test_is_in_the_address(self, window: Watched) -> None:
        tab = opened(window, "")
        tab.get_by_role("radio", name="Letter").check()
        tab.get_by_role("textbox", name="People").fill("7")
        tab.get_by_role("checkbox", name="Add the notes").check()
        tab.get_by_role("checkbox", name="Squid-eye hunt").check()
        expect(tab.locator("[data-status]")).to_have_text(
            "7 sheets and a cover are ready to print. Long sheets take more than one page."
        )
        seed = tab.get_by_role("textbox", name="Seed")
        expect(seed).to_be_hidden()
        tab.get_by_role("checkbox", name="Connection bingo").check()
        seed.fill("9")
        tab.get_by_role("checkbox", name="Squid-eye hunt").uncheck()
        expect(tab.locator("[data-status]")).to_have_text(
            "7 sheets and a cover are ready to print. Long sheets take more than one page."
        )
        assert tab.url.split("#")[1] == "paper=letter&people=7&seed=9&notes=yes&sheets=connection-bingo-sheet"

    def test_comes_back_from_the_address(self, window: Watched) -> None:
        tab = opened(window, "#paper=letter&people=7&seed=9&notes=yes&sheets=crisis-sheet,tell-hunt-sheet")
        assert tab.get_by_role("radio", name="Letter").is_checked()
        assert tab.get_by_role("textbox", name="People").input_value() == "7"
        assert (tab.locator("[data-order] li").first.text_content() or "").partition(" (")[
            0
        ] == f"{sheet('crisis-sheet').title}, {copies('crisis-sheet', 7)}"

    @pytest.mark.sampled
    @pytest.mark.parametrize("fragment", first_of(NONSENSE))
    def test_is_passed_over_where_it_makes_no_sense(self, window: Watched, fragment: str) -> None:
        tab = opened(window, fragment)
        assert tab.locator("[data-status]").text_content() == "Nothing is chosen yet: tick the sheets that you want."
        assert tab.get_by_role("textbox", name="People").input_value() == "12"
        assert tab.get_by_role("button", name="Print the pack").is_disabled()

    def test_is_in_the_order_of_choosing_and_can_be_changed_with_the_keyboard(self, window: Watched) -> None:
        tab = opened(window, "#people=1&sheets=crisis-sheet,tell-hunt-sheet")
        tab.get_by_text("Its order, and how to print it").click()
        tab.get_by_role("button", name="Earlier: Squid-eye hunt").focus()
        tab.keyboard.press("Enter")
        assert tab.url.endswith("sheets=tell-hunt-sheet,crisis-sheet")

    def test_a_number_out_of_range_is_told_and_changes_nothing(self, window: Watched) -> None:
        tab = opened(window, "#people=3&sheets=tell-hunt-sheet")
        tab.get_by_role("textbox", name="People").fill("501")
        tab.get_by_role("checkbox", name="Add the notes").focus()
        expect(tab.locator("[data-status]")).to_have_text("People: a whole number from 1 to 500.")
        assert "people=3" in tab.url
        assert tab.get_by_role("button", name="Print the pack").is_disabled()
        tab.get_by_role("button", name="Copy a link to this choice").click()
        expect(tab.get_by_role("textbox", name="People")).to_be_focused()
        expect(tab.locator("[data-status]")).to_have_text("People: a whole number from 1 to 500.")
        tab.get_by_role("textbox", name="People").fill("1,2")
        tab.get_by_role("checkbox", name="Add the notes").focus()
        assert "people=3" in tab.url
        tab.get_by_role("textbox", name="People").fill("4")
        tab.get_by_role("checkbox", name="Add the notes").focus()
        expect(tab.get_by_role("button", name="Print the pack")).to_be_enabled()
        assert "people=4" in tab.url


def needed(entry_id: str, people: int) -> int:
    return sheet(entry_id).facilitator.copies.for_people(people)


def copies(entry_id: str, people: int) -> str:
    number = needed(entry_id, people)
    return f"{number} {'copy' if number == 1 else 'copies'}"


def test_why_there_are_so_many_is_said(window: Watched) -> None:
    tab = opened(window, "#people=6&sheets=trust-diagnosis-sheet")
    expect(tab.locator("[data-status]")).to_have_text(
        "12 sheets and a cover are ready to print. That is 6 people × 2 sheets. Long sheets take more than one page."
    )
    expect(tab.locator("[data-order] li")).to_have_text(re.compile(r", 12 copies \(6 people × 2 sheets\)$"))


def test_a_path_leads_to_its_worksheets(window: Watched) -> None:
    tab = window.open("paths/workshop-path/")
    tab.get_by_role("link", name="Print its sheets").click()
    expect(tab.locator("[data-status]")).to_have_text(re.compile("ready"))
    named = [edge.target for edge in graph().out("workshop-path")]
    found = list(handouts(named, 12, graph().entries))
    expect(tab.locator("[data-order] li")).to_have_text(
        [re.compile(f"^{re.escape(str(plain(one.entry.title)))}, {one.copies} ") for one in found]
    )


def test_the_button_looks_and_is_disabled_until_a_sheet_is_chosen_and_then_prints(window: Watched) -> None:
    tab = opened(window, "")
    prints = tab.get_by_role("button", name="Print the pack")
    looks = """(button) => { const { color, borderStyle, cursor } = getComputedStyle(button);
      return [color, borderStyle, cursor]; }"""
    expect(prints).to_be_disabled()
    idle = prints.evaluate(looks)
    tab.locator(".pack-sheets a").last.focus()
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Copy a link")).to_be_focused()
    tab.get_by_role("checkbox", name="Squid-eye hunt").check()
    expect(prints).to_be_enabled()
    assert all(one != other for one, other in zip(idle, prints.evaluate(looks), strict=True))
    tab.locator(".pack-sheets a").last.focus()
    tab.keyboard.press("Tab")
    expect(prints).to_be_focused()
    prints.click()
    tab.wait_for_function("window.printed === 1")


COVERED = (
    "one => one.getBoundingClientRect().bottom > document.querySelector('.pack-order').getBoundingClientRect().top"
)
"""Whether an element is below the bar, at least in part."""


def test_what_is_chosen_leaves_room_for_the_list(browser: Browser, address: str) -> None:
    """It is a bar below the list; where there is no room for one, it follows the list and shows everything at once."""
    with watched(browser, address, viewport={"width": 1440, "height": 900}) as window:
        tab = opened(window, f"#people=2&sheets={SHEETS}")
        tab.locator(".pack-sheets li").nth(4).scroll_into_view_if_needed()
        bar = tab.locator(".pack-order").bounding_box()
        assert bar is not None
        assert bar["y"] + bar["height"] == pytest.approx(900, abs=1)
        assert bar["height"] < 150
        expect(tab.locator("[data-order] li").first).to_be_hidden()
        tab.set_viewport_size({"width": 390, "height": 800})
        tab.reload()
        expect(tab.get_by_role("button", name="Print the pack")).to_be_in_viewport()
        expect(tab.locator("[data-status]")).to_be_in_viewport()
        assert tab.locator(".pack-order").evaluate("one => one.offsetHeight") < 120
        last = tab.locator(".pack-sheets input").nth(20)
        last.focus()
        assert last.evaluate(COVERED) is False
        tab.emulate_media(media="print")
        expect(tab.locator(".pack-order")).to_be_hidden()
        tab.emulate_media(media="screen")
        tab.set_viewport_size({"width": 390, "height": 400})
        tab.reload()
        expect(tab.locator("[data-order] li")).to_have_count(3)
        expect(tab.locator("[data-order] li").first).to_be_visible()


def test_a_sheet_that_cannot_be_fetched_is_named(browser: Browser, address: str) -> None:
    with watched(browser, address) as window:
        window.tab.route("**/worksheets/crisis-sheet/", lambda route: route.fulfill(status=503, body=""))
        tab = opened(window, "#people=1&sheets=tell-hunt-sheet,crisis-sheet")
        title = sheet("crisis-sheet").title
        expect(tab.locator("[data-status]")).to_have_text(
            "1 sheet and a cover are ready to print. Long sheets take more than one page."
            f" Could not be fetched: {title}. Open and print these by themselves."
        )


@pytest.mark.sampled
@pytest.mark.rehearsal
def test_axe_finds_nothing_and_the_page_fits(window: Watched) -> None:
    assert violations_of_state(opened(window, "#people=1&sheets=tell-hunt-sheet")) == []


def test_without_javascript_every_sheet_has_its_link(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as window:
        tab = window.open("print/")
        assert tab.get_by_text("Putting a pack together takes JavaScript").is_visible()
        assert not tab.get_by_role("button", name="Print the pack").is_visible()
        assert tab.locator(".pack-sheets a").count() == sum(len(graph().of_kind(kind)) for kind in HANDED_OUT)

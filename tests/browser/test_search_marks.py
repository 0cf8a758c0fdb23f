"""The place that a reader looked for is marked on arrival, until the reader removes the mark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations_of_state
from tests.browser.searching import PAGE, asked, results
from tests.browser.served import Watched, served, until_at_rest, watched
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, built
from tests.sampling import first_of

pytestmark = pytest.mark.browser


def test_one_place_is_marked_on_arrival_until_the_reader_removes_the_mark(reader: Watched) -> None:
    tab = asked(reader, "shed gravel")
    results(tab).first.click()
    remove = tab.get_by_role("button", name="Remove the mark")
    remove.wait_for()
    place = tab.locator(".search-place")
    expect(place).to_have_count(1)
    expect(place).to_contain_text("gravel")
    expect(place).to_be_in_viewport()
    expect(place).to_be_focused()
    tab.reload()
    remove.click()
    expect(place).to_have_count(0)
    expect(remove).to_be_hidden()
    with until_at_rest(tab):
        tab.reload()
    expect(place).to_have_count(0)


FOUND_AT_THE_FOOT = ("write an email to a ceo", "email", "yes or no")
"""Words that the lists at the foot of some pages have as well."""


@pytest.mark.sampled
@pytest.mark.parametrize("words", first_of(FOUND_AT_THE_FOOT))
def test_no_place_at_the_foot_of_a_page_is_marked(browser: Browser, words: str) -> None:
    address = served(REAL_PLAYBOOK)
    with watched(browser, address) as reader:
        tab = asked(reader, words, "practices/slow-down/")
        paths = [str(one.get_attribute("href")).removeprefix(address) for one in results(tab).all()[:3]]
        marked = []
        for path in paths:
            with until_at_rest(tab):
                reader.open(f"{path.partition('#')[0]}?q={words.replace(' ', '+')}")
            marked += tab.locator(".search-place").evaluate_all(
                "all => all.map((one) => one.closest('[class]') && "
                "(one.closest('footer, .provenance, .part--connections, .neighbours') ? 'foot' : 'page'))"
            )
        assert set(marked) == {"page"}


# Pages whose head, row of the kind or headings hold what was looked for, or that keep a bar at their foot in sight.
ARRIVALS = {
    "checklists/meeting-prep-checklist/": "checklist first meeting",
    "assessments/trust-check/": "self-check trust",
    "calculators/win-ratio-calculator/": "win ratio",
    "moments/price-talk/": "price talk",
    "practices/say-no/": "say no",
}


COVERING = """remover => {
  remover.scrollIntoView({block: "center"});
  const {left, top, right, bottom} = remover.getBoundingClientRect();
  const apart = ({left: l, top: t, right: r, bottom: b}) => right <= l || left >= r || bottom <= t || top >= b;
  return [...document.querySelectorAll("a, button, input, select, summary, .calculator-bar, .check-bar")]
    .filter(other => other !== remover && other.checkVisibility() && !other.closest(".md-header"))
    .filter(other => getComputedStyle(other).clipPath === "none" && !apart(other.getBoundingClientRect()))
    .map(other => other.outerHTML.slice(0, 90));
}"""


def test_a_passage_of_the_content_is_marked_and_nothing_is_covered(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 800}) as reader:
        for path, query in ARRIVALS.items():
            tab = reader.open(f"{path}?q={query.replace(' ', '+')}")
            remove = tab.get_by_role("button", name="Remove the mark")
            remove.wait_for()
            place = tab.locator(".search-place")
            assert place.evaluate("one => one.matches('p, li, dt, dd, th, td, blockquote, label')"), path
            assert not place.evaluate("one => one.closest('.entry-head, footer')"), path
            assert tab.evaluate("CSS.highlights.get('search').size") > 0, path
            for width in (390, 320, 1440):
                tab.set_viewport_size({"width": width, "height": 800})
                assert place.is_visible(), (path, width)
                assert remove.evaluate("one => getComputedStyle(one).position") == "static", (path, width)
                assert remove.evaluate(COVERING) == [], (path, width)
                assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
            tab.set_viewport_size({"width": 390, "height": 800})
        assert reader.complaints == []


def test_a_page_whose_head_says_as_much_stays_at_its_head(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("assessments/trust-check/?q=trust")
        tab.get_by_role("button", name="Remove the mark").wait_for()
        expect(tab.get_by_role("heading", level=1)).to_be_in_viewport()
        assert tab.evaluate("scrollY") == 0


def opened_from_search(reader: Watched, query: str, path: str) -> Tab:
    tab = asked(reader, query, "practices/slow-down/")
    with until_at_rest(tab):
        tab.locator(f'[data-search-result][href$="{path}"]').click()
        tab.wait_for_url(f"**/{path}")
    return tab


@pytest.mark.rehearsal
def test_the_kind_of_a_page_and_what_stands_for_a_word_by_the_way_mark_no_place_and_open_nothing(
    browser: Browser,
) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        sheet = "worksheets/box-owner-map-sheet/"
        tab = opened_from_search(reader, "worksheet who decides on a purchase", sheet)
        expect(tab.locator(".search-place, .part--specimen[open]")).to_have_count(0)
        assert tab.evaluate("document.activeElement === document.body || document.activeElement.id === '__content'")
        tab = opened_from_search(reader, "worksheet with a map of who decides", sheet)
        expect(tab.locator(".search-place")).to_contain_text("On this map each of the others has a name")
        tab = reader.open(f"{sheet}?q=worksheet+corridor")  # which the example alone has
        expect(tab.locator(".search-place")).to_contain_text("corridor, 4 min")


CELLS = """() => [...document.querySelectorAll(".sheet--filled :is(td, th, tr)")].map((cell) => {
  const { x, y, width, height } = cell.getBoundingClientRect();
  return [x + scrollX, y + scrollY, width, height];
})"""


@pytest.mark.rehearsal
def test_a_mark_in_a_table_moves_no_cell_and_stays_within_its_own(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("worksheets/box-owner-map-sheet/?q=corridor")
        place, remove = tab.locator("td.search-place"), tab.get_by_role("button", name="Remove the mark")
        expect(place).to_have_text("corridor, 4 min")
        assert place.evaluate("cell => getComputedStyle(cell).boxShadow") == "none"
        assert violations_of_state(tab) == []
        marked = [cells(tab, width) for width in (1440, 390)]
        remove.click()
        expect(remove).to_have_count(0)
        assert [cells(tab, width) for width in (1440, 390)] == marked


def cells(tab: Tab, width: int) -> object:
    """Where the cells of a table are on a screen of this width."""
    tab.set_viewport_size({"width": width, "height": 800})
    return tab.evaluate(CELLS)


def test_neither_the_number_of_a_row_nor_the_choices_of_a_field_are_a_place(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        for word in ("row", "answered"):
            with until_at_rest(reader.tab):
                tab = reader.open(f"worksheets/box-owner-map-sheet/?q={word}")
            expect(tab.locator("td.search-place")).to_have_count(0)


def test_words_that_say_little_are_marked_in_no_result(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = asked(reader, "client has gone silent", "practices/slow-down/")
        marked = {text.lower() for text in tab.locator(".search-results mark").all_text_contents()}
        assert "silent" in marked
        assert not marked & {"go", "gone", "has", "not", "over", "client", "clients"}


def test_a_page_that_is_opened_another_way_has_no_mark(reader: Watched) -> None:
    tab = asked(reader, "shed gravel")
    target = str(results(tab).first.get_attribute("href"))
    results(tab).first.click()
    tab.locator(".search-place").wait_for()
    tab.goto(reader.address)
    with until_at_rest(tab):
        tab.goto(target)
    expect(tab.locator(".search-place")).to_have_count(0)


def test_an_address_with_a_query_marks_its_place_too(reader: Watched) -> None:
    tab = reader.open(f"{PAGE}?q=the+bicycles")
    tab.get_by_role("button", name="Remove the mark").wait_for()
    tab.keyboard.press("Escape")
    expect(tab.locator(".search-place")).to_have_count(0)
    assert tab.url == reader.address + PAGE


def test_corrupt_storage_does_no_harm(reader: Watched) -> None:
    tab = reader.open(PAGE)
    tab.evaluate(
        """sessionStorage.setItem("playbook:search-marks", '{"path": "' + location.pathname + '", "sought": 7}')"""
    )
    with until_at_rest(tab):
        tab.reload()
    expect(tab.locator(".search-place")).to_have_count(0)


def test_what_shows_how_not_to_do_it_is_marked_only_if_nothing_else_has_the_word(reader: Watched) -> None:
    """And then the mark says so, as the heading may be out of sight."""
    tab = reader.open("messages/visit-note/?q=karl")  # both versions of the message have the name
    place, said = tab.locator(".search-place"), "This stands under “Before”: it shows how not to do it."
    expect(place).to_have_count(1)
    assert place.evaluate("one => one.closest('.message').className") == "message message--after"
    expect(tab.get_by_text(said)).to_have_count(0)
    tab.goto(f"{reader.address}messages/visit-note/?q=circling")
    expect(place).to_contain_text("just circling back")
    expect(place).to_contain_text(said)
    assert violations_of_state(tab) == []
    tab.get_by_role("button", name="Remove the mark").click()
    expect(tab.get_by_text(said)).to_have_count(0)


def test_every_example_of_how_not_to_do_it_is_called_what_the_page_calls_it(reader: Watched) -> None:
    role_play = next(page.url for page in built(EXAMPLE_PLAYBOOK)[0].pages if page.kind == "role-play")
    for path in ("messages/visit-note/", "practices/ask-before-fixing/", role_play):
        tab = reader.open(path)
        called = tab.locator("[data-not-so]").evaluate_all("all => all.map((one) => one.dataset.notSo)")
        assert called, path
        assert all(name in tab.locator("article").inner_text() for name in called), path

"""Search as a reader uses it: dialog and page, keyboard, filters, and what it says where it finds little."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.accessibility import violations_of_state
from tests.browser.searching import PAGE, asked, field, open_filters, opened, results, sought, status
from tests.browser.served import Watched, served, until_at_rest, watched
from tests.browser.showing import says
from tests.hashed_names import without_hashes
from tests.playbooks import REAL_PLAYBOOK

pytestmark = pytest.mark.browser


def test_nothing_of_it_is_loaded_before_somebody_goes_to_the_field(reader: Watched) -> None:
    loaded: list[str] = []
    reader.tab.on("request", lambda request: loaded.append(without_hashes(request.url.removeprefix(reader.address))))
    with until_at_rest(reader.tab):
        tab = reader.open(PAGE)
    assert "assets/common.js" in loaded
    assert [path for path in loaded if "search" in path] == []
    with tab.expect_response("**/search-first.*.json"):
        field(tab).hover()
    assert "assets/search/lazy/panel.js" in loaded
    assert tab.url == reader.address + PAGE


def test_what_is_typed_while_everything_loads_is_kept_and_searched(reader: Watched) -> None:
    held: list[Route] = []
    reader.tab.route("**/panel.js", lambda route: held.append(route))
    tab = reader.open(PAGE)
    field(tab).press_sequentially("intake")
    expect(status(tab)).to_have_text("Searching …")
    expect(status(tab)).to_be_visible()
    field(tab).press_sequentially(" list")
    held[0].continue_()
    results(tab).first.wait_for()
    expect(field(tab)).to_have_value("intake list")
    expect(field(tab)).to_be_focused()
    expect(status(tab)).to_contain_text("“intake list”")


def test_the_keyboard_alone_finds_a_page(reader: Watched) -> None:
    tab = asked(reader, "intake", path="tells/")  # another page than that which it finds
    first = results(tab).first
    tab.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    links = tab.locator(".search-results a")
    tab.keyboard.press("End")
    expect(links.last).to_be_focused()
    tab.keyboard.press("Home")
    expect(first).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(field(tab)).to_be_focused()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    tab.keyboard.type("s")
    expect(field(tab)).to_be_focused()
    expect(field(tab)).to_have_value("intakes")
    tab.keyboard.press("ArrowDown")  # before the list of what was typed is there
    says(status(tab), "“intakes”")
    expect(first).to_be_focused()
    target = first.get_attribute("href")
    tab.keyboard.press("Enter")
    tab.wait_for_url(str(target))


def test_enter_in_any_field_lists_what_is_found(reader: Watched) -> None:
    """In the header with results below it, with a filter, and on the home page, whose field has no results below it."""
    tab = asked(reader, "ask", path="tells/")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{reader.address}search/?q=ask")
    tab.go_back()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Tells")
    expect(results(tab).first).to_be_hidden()
    asked(reader, "ask", path="tells/")
    open_filters(tab)
    practice = tab.get_by_role("checkbox", name="Practices")
    practice.check()
    field(tab).press("Enter")
    tab.wait_for_url(f"{reader.address}search/?q=ask&kind=practice")
    results(tab).first.wait_for()
    expect(practice).to_be_checked()
    home = reader.open("").locator("#home-search")
    home.fill("ask")
    home.press("Enter")
    tab.wait_for_url(f"{reader.address}search/?q=ask")
    expect(results(tab).first).to_be_focused()
    field(tab).focus()
    field(tab).press("Enter")
    expect(results(tab).first).to_be_focused()


def test_on_the_search_page_the_keyboard_gets_past_the_filters_at_once(reader: Watched) -> None:
    tab = reader.tab
    first, skip = results(tab).first, tab.get_by_role("button", name="To the results")
    for width in (1440, 390):
        tab.set_viewport_size({"width": width, "height": 800})
        reader.open("search/?q=ask")
        expect(first).to_be_focused()
        assert tab.evaluate("scrollY") == 0
        before = first.bounding_box()
        field(tab).focus()
        tab.keyboard.press("Tab")
        expect(skip).to_be_focused()
        assert first.bounding_box() == before
        tab.keyboard.press("Enter")
        expect(first).to_be_focused()
    field(tab).focus()
    tab.keyboard.press("Tab")
    assert violations_of_state(tab) == []
    field(tab).fill("xxqqzz")
    expect(status(tab)).to_contain_text("xxqqzz")
    expect(skip).to_be_hidden()


def test_back_from_a_result_finds_the_search_as_it_was_left(reader: Watched) -> None:
    tab = asked(reader, "intake")
    target = results(tab).nth(1).get_attribute("href")
    results(tab).nth(1).click()
    tab.wait_for_url(str(target))
    tab.go_back()
    expect(field(tab)).to_have_value("intake")
    expect(results(tab).nth(1)).to_be_focused()
    tab.keyboard.press("Escape")
    expect(results(tab).first).to_be_hidden()
    with until_at_rest(tab):
        tab.reload()
    expect(field(tab)).to_have_value("")


def test_another_search_can_be_typed_after_coming_back(reader: Watched) -> None:
    tab = asked(reader, "intake", path="tells/")
    first = results(tab).first.get_attribute("href")
    results(tab).first.click()
    tab.wait_for_url(str(first))
    tab.go_back()
    expect(results(tab).first).to_be_focused()
    field(tab).click()
    field(tab).press("Control+a")
    field(tab).press_sequentially("saddle")
    expect(field(tab)).to_have_value("saddle")
    expect(field(tab)).to_be_focused()
    expect(results(tab).first).not_to_have_attribute("href", str(first))
    second = str(results(tab).first.get_attribute("href"))
    results(tab).first.press("Enter")
    tab.wait_for_url(second)
    tab.go_back()
    expect(field(tab)).to_have_value("saddle")


def test_back_to_the_search_page_finds_the_list_and_its_place(reader: Watched) -> None:
    tab = reader.open("search/?q=bicycle")
    more = tab.get_by_role("button", name="Show the rest")
    more.click()
    last = results(tab).last
    last.scroll_into_view_if_needed()
    top, target = tab.evaluate("scrollY"), str(last.get_attribute("href"))
    assert top > 0
    last.click()
    tab.wait_for_url(f"{target}**")
    tab.go_back()
    expect(results(tab).last).to_be_focused()
    assert tab.evaluate("scrollY") == top


def test_escape_closes_the_list_and_leaves_the_words(reader: Watched) -> None:
    tab = asked(reader, "chain")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Escape")
    expect(results(tab).first).to_be_hidden()
    expect(field(tab)).to_be_focused()
    expect(field(tab)).to_have_value("chain")
    field(tab).blur()
    tab.keyboard.press("/")
    expect(results(tab).first).to_be_visible()
    tab.mouse.click(5, 400)
    expect(results(tab).first).to_be_hidden()


def test_results_show_kind_summary_marks_and_sections_and_what_was_read_is_said(reader: Watched) -> None:
    tab = asked(reader, "ask before fix")
    first = tab.locator(".search-results > li").first
    expect(first.locator("[data-search-result='1']")).to_have_text("Ask before you fix")
    expect(first.locator(".search-title .kind")).to_have_text("Practice")
    expect(first.locator(".search-summary")).to_have_text("Learn what the rider needs before you touch the bicycle.")
    assert first.locator("[data-search-result] mark").all_text_contents() == ["Ask", "fix"]
    assert status(tab).get_attribute("role") == "status"
    expect(status(tab)).to_contain_text("for “ask before fix”")
    section = first.locator(".search-sections a").first
    assert "practices/ask-before-fixing/#" in str(section.get_attribute("href"))

    sought(tab, "derailer")
    expect(status(tab)).to_contain_text("Showing results for “derailleur”: the playbook has no “derailer”.")
    assert "derailleur" in tab.locator(".search-results").inner_text()

    sought(tab, "xxqqzz chain")
    expect(status(tab)).to_contain_text("No page speaks of “xxqqzz”.")


def test_a_slash_in_the_field_is_a_slash_and_a_query_of_any_length_is_read(reader: Watched) -> None:
    tab = asked(reader, "and/or")
    expect(field(tab)).to_have_value("and/or")
    tab.evaluate(
        """() => {
          const field = document.querySelector(".shell-search input");
          field.value = `intake ${"a".repeat(200_000)}`;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }"""
    )
    expect(status(tab)).to_contain_text("aaaa")


def test_a_section_is_a_link_to_its_anchor(reader: Watched) -> None:
    tab = asked(reader, "shed gravel")
    section = tab.locator(".search-sections a").first
    anchor = str(section.get_attribute("href")).partition("#")[2]
    section.click()
    tab.wait_for_url(f"**/#{anchor}")
    expect(tab.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_page_shows_what_the_dialog_shows(reader: Watched) -> None:
    tab = asked(reader, "chain")
    in_dialog = [link.get_attribute("href") for link in results(tab).all()]
    tab.get_by_role("link", name="Open this list as a page").click()
    tab.wait_for_url("**/search/?q=chain")
    results(tab).first.wait_for()
    assert [link.get_attribute("href") for link in results(tab).all()] == in_dialog
    assert [link.get_attribute("data-search-result") for link in results(tab).all()] == [
        str(place + 1) for place in range(len(in_dialog))
    ]


def test_filters_narrow_the_list_and_stand_in_the_address(reader: Watched) -> None:
    tab = reader.open("search/?q=ask&kind=practice&kind=story,tell&kind=nonsense")
    results(tab).first.wait_for()
    assert set(tab.locator(".search-title .kind").all_text_contents()) <= {"Practice", "Story", "Tell"}
    open_filters(tab)
    practice = tab.get_by_role("checkbox", name="Practices")
    expect(practice).to_be_checked()
    for name in ("Stories", "Tells"):
        tab.get_by_role("checkbox", name=name).press("Space")
    assert set(tab.locator(".search-title .kind").all_text_contents()) == {"Practice"}
    assert tab.url.endswith("search/?q=ask&kind=practice")
    number = results(tab).count()
    expect(tab.locator("label", has=practice).locator(".search-count")).to_have_text(f"({number})")
    tab.reload()
    results(tab).first.wait_for()
    expect(results(tab)).to_have_count(number)
    tab.go_back()
    expect(tab.get_by_role("checkbox", name="Tells")).to_be_checked()


def test_on_a_phone_filters_are_short_and_say_how_many_results_there_are(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK), viewport={"width": 390, "height": 800}) as reader:
        tab = reader.open("search/?q=price")
        results(tab).first.wait_for()
        filters = tab.locator(".search-filters")
        assert filters.bounding_box()["height"] < 60
        filters.locator("> summary").click()
        assert filters.bounding_box()["height"] < 400
        filters.get_by_text("Kind", exact=True).first.click()
        assert not [text for text in filters.locator(".search-count:visible").all_inner_texts() if text == "(0)"]
        done = filters.get_by_role("button", name=re.compile(r"^Show \d+ results?$"))
        expect(done).to_be_in_viewport(ratio=1)
        before = done.inner_text()
        filters.get_by_role("checkbox", name="Practices").check()
        expect(done).not_to_have_text(before)
        expect(done).to_be_in_viewport(ratio=1)
        expect(filters.locator("> summary")).to_contain_text("1 chosen")
        done.click()
        expect(filters.get_by_role("checkbox", name="Practices")).to_be_hidden()
        assert set(tab.locator(".search-title .kind").all_text_contents()) == {"Practice"}
        expect(results(tab).first).to_be_in_viewport()
        assert reader.complaints == []


def test_what_is_said_of_the_list_follows_the_filters_and_what_is_shown(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("search/?q=price")
        open_filters(tab)
        whole = int(str(re.match(r"\d+", status(tab).inner_text())[0]))
        number = results(tab).count()
        assert number < whole
        expect(status(tab)).to_have_text(f"{whole} pages for “price”. The {number} that fit best are shown.")
        practice = tab.get_by_role("checkbox", name="Practices")
        practice.check()
        some = int(tab.locator("label", has=practice).locator(".search-count").inner_text().strip("()"))
        expect(results(tab)).to_have_count(some)
        expect(status(tab)).to_have_text(f"{some} of {whole} pages for “price” have what you filtered by.")
        practice.uncheck()
        tab.get_by_role("button", name=f"Show the rest ({whole - number})").click()
        expect(results(tab)).to_have_count(whole)
        expect(status(tab)).to_have_text(f"{whole} pages for “price”.")
        assert reader.complaints == []


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(reader: Watched) -> None:
    tab = reader.open("search/?q=derailleur&kind=source")
    expect(status(tab)).to_contain_text("has what you filtered by")
    open_filters(tab)
    tab.get_by_role("button", name="Clear filters").click()
    results(tab).first.wait_for()
    assert tab.url.endswith("search/?q=derailleur")


def test_typing_keeps_the_address_up_to_date_without_filling_the_history(reader: Watched) -> None:
    tab = reader.open("search/")
    before = tab.evaluate("history.length")
    field(tab).fill("derailleur")
    results(tab).first.wait_for()
    tab.wait_for_url("**/search/?q=derailleur")
    assert tab.evaluate("history.length") == before


def test_what_is_not_found_is_answered_with_ways_to_go_on(reader: Watched) -> None:
    tab = opened(reader)
    tab.keyboard.type("xxqqzz")
    expect(status(tab)).to_have_text("No page for “xxqqzz”.")
    help_ = tab.locator(".search-help")
    expect(help_.get_by_role("link", name="At the counter")).to_be_visible()
    expect(help_.get_by_role("link", name="Practices")).to_be_visible()
    tab.keyboard.press("ControlOrMeta+a")
    tab.keyboard.type("brk")
    button = help_.get_by_role("button").first
    button.wait_for()
    word = button.inner_text()
    button.click()
    expect(field(tab)).to_have_value(word)
    results(tab).first.wait_for()


def test_acronyms_are_explained(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = asked(reader, "nps", "practices/slow-down/")
        expect(status(tab)).to_contain_text("“NPS” is searched for as “net promoter score” as well.")


def test_without_scripts_the_page_says_so_and_leads_on(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open(PAGE)
        field(tab).fill("chain & gears")
        field(tab).press("Enter")
        tab.wait_for_url("**/search/?q=chain+%26+gears")
        expect(tab.locator("search-panel[data-page]")).to_contain_text("JavaScript")
        tab.locator("search-panel[data-page]").get_by_role("link", name="browse all entries").click()
        assert tab.url == address + "browse/"


@pytest.mark.sampled
@pytest.mark.rehearsal
def test_every_state_is_accessible_and_fits(reader: Watched) -> None:
    tab = opened(reader)
    assert violations_of_state(tab) == []
    tab.keyboard.type("ask chian")
    results(tab).first.wait_for()
    open_filters(tab)
    tab.get_by_role("checkbox", name="Practices").check()
    assert violations_of_state(tab) == []
    tab.keyboard.press("Escape")
    for path, shown in {
        "search/?q=ask&kind=practice": "[data-search-result]",
        "search/?q=xxqqzz": ".search-help",
        f"{PAGE}?q=ask+rider": ".search-place",
    }.items():
        tab.goto(reader.address + path)
        tab.locator(shown).first.wait_for()
        assert violations_of_state(tab) == [], path

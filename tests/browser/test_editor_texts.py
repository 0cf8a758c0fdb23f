"""Texts in the editor's form: the tool bar, searches within a text, what is typed, counted and pasted."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Route, expect
from playwright.sync_api import Page as Tab

from tests.browser.editing import opened, sound_tab

pytestmark = pytest.mark.browser

CHECK = "kind=assessment&id=patience-check"


@pytest.fixture
def tab(browser: Browser, entrance: str) -> Iterator[Tab]:
    with sound_tab(browser, entrance) as tab:
        yield tab


def textbox(holder: Tab | Locator, name: str) -> Locator:
    return holder.get_by_role("textbox", name=name, exact=True)


def test_the_characters_of_a_title_are_counted_near_their_limit(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    title = textbox(tab, "Title")
    title.fill("x" * 80)
    count = tab.locator("[data-field=title] output")
    expect(count).to_have_text("")
    title.fill("x" * 90)
    expect(count).to_have_text("90 characters; more than 100 give a warning")
    title.fill("x" * 200)
    expect(count).to_have_text("200 characters; more than 100 give a warning")
    said = "Warning: the title has 200 characters; it should have at most 100"
    expect(tab.locator("[data-field=title] .said")).to_contain_text(
        said, timeout=30_000
    )  # the first answer takes a while


def test_nothing_typed_or_clicked_is_lost_while_answers_come_in(tab: Tab, entrance: str) -> None:
    def slowly(route: Route) -> None:
        time.sleep(0.15)
        route.continue_()

    tab.route("**/api/try", slowly)
    opened(tab, entrance, CHECK)
    texts = ["The first question of all", "Another one after it", "And a third to be sure"]
    for text in texts:
        tab.get_by_role("button", name="Add a question: Questions").click()
        tab.keyboard.type(text, delay=20)
        tab.keyboard.press("Tab")
    rows = tab.locator("[data-field=items] > .list > .items > .item")
    assert [textbox(row, "Question").input_value() for row in rows.all()[-3:]] == texts
    title = textbox(tab, "Title")
    title.fill("")
    title.press_sequentially("A title in one go, and on", delay=25)
    tab.keyboard.press("Tab")
    tab.keyboard.type("And the summary right behind it. ", delay=25)
    tab.get_by_role("button", name="Undo").click()
    expect(title).to_have_value("A title in one go, and on")
    tab.get_by_role("button", name="Redo").click()
    assert textbox(tab, "Summary").input_value().count("And the summary right behind it. ") == 1


def test_a_search_without_a_result_says_so_and_leaves_nothing_in_the_text(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    sign = textbox(tab, "The sign")
    before = sign.input_value()
    sign.press("Control+End")
    sign.press_sequentially(" [[")
    tab.keyboard.type("xylophone quartet")
    none = tab.get_by_text("No page has these words.").filter(visible=True)
    expect(none).to_be_visible()
    tab.get_by_role("button", name="Cancel").click()
    expect(none).to_have_count(0)
    expect(sign).to_have_value(f"{before} ")
    expect(sign).to_be_focused()


def test_a_sentence_that_is_typed_into_a_search_goes_back_into_the_text(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    sign = textbox(tab, "The sign")
    before = sign.input_value()
    sign.press("Control+End")
    sign.press_sequentially(" [[xylophones are rare")
    expect(tab.get_by_text("No page has these words.").filter(visible=True)).to_be_visible()
    tab.keyboard.press("Escape")
    expect(sign).to_be_focused()
    tab.keyboard.type(" here.")
    expect(sign).to_have_value(f"{before} xylophones are rare here.")

    sign.press_sequentially(" See [[slow-down|slow it down]] as well.")
    expect(sign).to_have_value(f"{before} xylophones are rare here. See [[slow-down|slow it down]] as well.")

    sign.press_sequentially(" [[xylophone")
    textbox(tab, "Title").click()
    expect(sign).to_have_value(f"{before} xylophones are rare here. See [[slow-down|slow it down]] as well. xylophone")


def test_a_list_and_a_picture_are_in_the_tool_bar_of_each_text_once_and_in_one_line(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    bar = tab.locator("[data-field=sign]").get_by_role("toolbar")
    for width, count in ((1200, 0), (390, 1)):
        tab.set_viewport_size({"width": width, "height": 800})
        for name in ("List", "Numbered list"):
            expect(bar.get_by_role("button", name=name, exact=True)).to_have_count(1 - count)
        bar.get_by_role("button", name="More").click()
        for name in ("List", "Numbered list"):
            expect(bar.get_by_role("menuitem", name=name, exact=True)).to_have_count(count)
        tab.keyboard.press("Escape")

    bars = tab.locator(".field:has(textarea.is-prose) > .field-name > .tools").filter(visible=True)
    assert bars.count() > 3
    for width in (320, 390, 768, 1440):
        tab.set_viewport_size({"width": width, "height": 800})
        for bar in bars.all():
            expect(bar.get_by_role("button", name="Add a picture")).to_have_text("Picture")
            tops = bar.locator(":scope > button, :scope > .menu").evaluate_all(
                "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().top)"
            )
            assert len({*map(round, tops)}) == 1, width
        bars.first.get_by_role("button", name="More").click()
        expect(bars.first.get_by_role("menuitem", name="Picture")).to_have_count(0)
        tab.keyboard.press("Escape")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    bars.first.get_by_role("button", name="Add a picture").click()
    expect(tab.locator(".prose-asked").get_by_role("button", name="Choose a file")).to_be_focused()


def test_a_text_with_marks_of_provenance_says_what_they_mean(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=tell&id=price-based")
    field = tab.locator("[data-field=sign]")
    said = field.get_by_text("is the playbook’s own")
    expect(said).to_be_hidden()
    textbox(tab, "The sign").fill("They ask for the price. [And for nothing else.]{own}")
    expect(said).to_be_visible()
    expect(said).to_contain_text("What stands in [ ]{own} is")

"""What is said after a save, and where: all that is left, in sight, and nothing moves or is covered."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.editing import Desk, built_example
from tests.browser.editor_saves import REFUSED, begins_with, chosen, new_term, save
from tests.sampling import covering

pytestmark = pytest.mark.browser

__all__ = ["REFUSED"]


def test_a_save_says_what_is_left_and_leads_there(tab: Tab) -> None:
    title = tab.get_by_role("textbox", name="Title", exact=True)
    title.fill("Price decides")
    save(tab)
    done = tab.locator(".done")
    expect(done).to_contain_text("Saved. No errors, no warnings.")
    expect(title).to_be_focused()
    title.press_sequentially(" all")
    expect(tab.get_by_text("Not saved", exact=True)).to_be_visible()
    expect(done).to_have_count(0)

    tab.get_by_role("button", name="Remove Words to find it by").click()
    save(tab)
    expect(done).to_contain_text("Saved, with 1 warning:")
    done.get_by_role("link", name="Words to find it by").click()
    expect(tab.locator("[data-field=keywords]")).to_be_visible()
    assert tab.evaluate("document.activeElement.closest('[data-field]').dataset.field") == "keywords"


@begins_with("new=term")
def test_a_new_entry_that_is_saved_has_the_focus(tab: Tab) -> None:
    new_term(tab)
    expect(tab.locator(".done")).to_contain_text("Saved")
    assert tab.evaluate("document.activeElement !== document.body")


@begins_with("new=term")
def test_what_is_expected_follows_what_is_chosen_and_stays_in_the_form(tab: Tab) -> None:
    sources = tab.locator("[data-field=sources] > .field-name > .expected")
    expect(sources).to_have_text("expected")
    new_term(tab)
    expect(tab.locator(".done")).to_contain_text("Saved, with")
    expect(sources).to_be_hidden()
    tab.reload()
    expect(tab.locator("[data-field=links] > .field-name > .expected")).to_have_text("expected")
    expect(tab.locator("[data-field=sources]")).to_have_count(0)
    tab.locator("[data-field=origin] input[value=assembled]").check()
    expect(sources).to_be_visible()
    tab.locator("[data-field=origin] input[value=own]").check()
    expect(sources).to_be_hidden()


@pytest.mark.sampled
@pytest.mark.parametrize(("size", "way"), covering(product(((1440, 900), (390, 844)), ("mouse", "keys")), set))
def test_what_one_is_at_stays_where_it_is_when_it_is_saved(tab: Tab, size: tuple[int, int], way: str) -> None:
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.get_by_role("button", name="Remove Words to find it by").click()
    field = tab.get_by_role("textbox", name="The sign", exact=True)
    field.press("End")
    field.press_sequentially(" x")
    tab.locator(".panel.problems").get_by_text("1 warning").wait_for(state="attached")
    before = top_of(field)
    if way == "mouse":
        # A locator's click would scroll.
        box = tab.get_by_role("button", name="Save", exact=True).bounding_box()
        assert box
        tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    else:
        save(tab)
    expect(tab.locator(".done")).to_contain_text("Saved, with 1 warning")
    expect(tab.locator(".bar .refusal")).to_contain_text("Saved, with 1 warning")
    assert abs(top_of(field) - before) < 3


def top_of(node: Locator) -> float:
    return float(node.evaluate("(node) => node.getBoundingClientRect().top"))


def test_what_is_said_of_a_save_covers_nothing_of_the_page_beside_the_form_or_in_its_place(
    tab: Tab, desk: Desk
) -> None:
    desk.preview.tell(built_example())
    title = tab.get_by_role("textbox", name="Title", exact=True)
    for width, height in ((1440, 900), (390, 844)):
        tab.set_viewport_size({"width": width, "height": height})
        title.fill(f"Another title {width}")
        tab.locator(".form textarea").filter(visible=True).last.focus()
        if width < 1000:
            chosen(tab, "Show the page")
        else:
            tab.get_by_role("button", name="Show the page").click()
        expect(tab.locator(".bar .refusal")).not_to_contain_text("Saved")
        tab.keyboard.press("Control+s")
        expect(tab.locator(".bar .refusal")).to_contain_text("Saved")
        tab.get_by_role("region", name="The page with your changes").get_by_role("button", name="Close").click()
        expect(tab.locator(".whole-page")).to_be_hidden()


def test_what_a_save_has_left_is_said_in_sight_wherever_one_is(tab: Tab) -> None:
    tab.get_by_role("button", name="Remove Words to find it by").click()
    last = tab.locator(".form textarea").filter(visible=True).last
    last.press_sequentially(" x")
    assert tab.evaluate("scrollY") > 0
    save(tab)
    bar = tab.locator(".bar .refusal")
    expect(bar).to_contain_text("Saved, with 1 warning.")
    expect(bar).to_be_in_viewport()
    expect(last).to_be_focused()
    bar.get_by_role("button", name="Show details").click()
    expect(bar).to_have_text("")
    expect(tab.locator(".done")).to_be_in_viewport()
    tab.get_by_role("textbox", name="Title", exact=True).press_sequentially(" all")
    tab.evaluate("scrollTo(0, 0)")
    save(tab)
    expect(tab.locator(".done")).to_contain_text("Saved, with 1 warning:")
    expect(tab.locator(".done")).to_be_in_viewport()
    expect(bar).to_have_text("")

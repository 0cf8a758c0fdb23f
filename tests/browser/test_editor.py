"""The editor's form in a browser: what only a browser shows of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Route, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import CALLED, CONTRAST, OF_LAYOUT, violations
from tests.browser.editing import opened, sound_tab
from tests.browser.profiles import tab_in
from tests.sampling import first_of

pytestmark = pytest.mark.browser

TELL = "kind=tell&id=price-based"
TOO_SMALL = """() => [...document.querySelectorAll("button, input, select, textarea, summary, [role=option]")]
  .filter((node) => node.checkVisibility() && node.type !== "radio")
  .filter((node) => node.getBoundingClientRect().height < 43.9)
  .map((node) => node.outerHTML.slice(0, 80))"""
WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def tab(browser: Browser, entrance: str) -> Iterator[Tab]:
    """A tab in which nothing may go wrong. Nothing is saved."""
    with sound_tab(browser, entrance) as tab:
        tab.route("**/api/try", lambda route: route.fulfill(body=json.dumps(tried(route))))
        yield tab


def tried(route: Route) -> dict[str, Any]:
    """What the program says of a value: texts may not be empty."""
    value = json.loads(route.request.post_data or "{}")["value"]
    problems = [
        {
            "route": [name],
            "severity": "error",
            "code": "empty",
            "message": f"“{name}” is empty",
            "at_field": "is empty",
            "sentence": f"“{name.capitalize()}” is empty",
            "hint": "write it",
        }
        for name, text in value.items()
        if text == ""
    ]
    return {
        "problems": problems,
        "effects": ["The title changes."],
        "lost_addresses": [],
        "orphaned_answers": [],
        "stands": "draft-only" if problems else "saved",
    }


def textbox(tab: Tab | Locator, name: str) -> Locator:
    return tab.get_by_role("textbox", name=name, exact=True)


def texts(field: Locator) -> list[str]:
    return [one.input_value() for one in field.locator("textarea").all()]


def test_a_problem_is_said_at_its_field_and_leads_there(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    title = textbox(tab, "Title")
    title.fill("")
    expect(title).to_have_accessible_description("The title of the page. required Error: “Title” is empty: write it")
    expect(title).to_have_attribute("aria-invalid", "true")
    tab.get_by_role("button", name="Save", exact=True).click()
    said = "Not saved: 1 error, at “Title”: is empty. You can save it as a draft."
    expect(tab.get_by_role("alert").filter(has_text="Not saved")).to_have_text(said)
    expect(title).to_be_focused()
    expect(tab.locator("#problems > summary")).to_have_text("1 error")
    link = tab.get_by_role("complementary").get_by_role("link", name="Title")
    link.press("Enter")
    expect(title).to_be_focused()
    title.fill("Another title")
    expect(title).not_to_have_attribute("aria-invalid", "true")
    expect(tab.get_by_text("Not saved: ")).to_have_count(0)
    expect(tab.get_by_role("complementary")).to_contain_text("The title changes.")


def test_a_page_says_at_once_what_it_waits_for(tab: Tab, entrance: str) -> None:
    held: list[Route] = []
    tab.route("**/api/entry*", lambda route: held.append(route))
    tab.request.get(entrance, max_redirects=0)
    tab.goto(f"{entrance.partition('/__edit/')[0]}/__edit/?{TELL}")
    waiting = tab.get_by_role("status").filter(has_text="The form is being opened.")
    expect(waiting).to_be_visible()
    expect(tab.get_by_role("heading", name="Editor", level=1)).to_be_visible()
    expect(tab.get_by_role("link", name="Back", exact=True)).to_have_attribute("href", "/")
    while not held:
        tab.wait_for_timeout(50)
    held[0].continue_()
    expect(textbox(tab, "Title")).to_be_visible()
    expect(waiting).to_have_count(0)


def test_without_scripts_a_page_says_what_is_needed(browser: Browser, entrance: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.request.get(entrance, max_redirects=0)
        tab.goto(f"{entrance.partition('/__edit/')[0]}/__edit/?{TELL}")
        expect(tab.get_by_text("The editor needs JavaScript, which is switched off in this browser.")).to_be_visible()
        expect(tab.get_by_text("The form is being opened.")).to_be_hidden()


def test_items_are_moved_with_keys_and_keep_the_focus_and_are_dragged_by_their_grips(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    field = tab.locator("[data-field=keywords]")
    field.locator("textarea").first.press("Alt+ArrowDown")
    assert texts(field) == ["undercut", "discount", "fees"]
    assert tab.evaluate("document.activeElement.value") == "discount"
    expect(tab.get_by_role("status").filter(has_text="Moved to place 2 of 3")).to_be_attached()
    tab.keyboard.press("Enter")
    tab.keyboard.type("haggling")
    tab.keyboard.press("Alt+ArrowUp")
    assert texts(field) == ["undercut", "haggling", "discount", "fees"]
    tab.keyboard.press("Control+a")
    tab.keyboard.press("Delete")
    tab.keyboard.press("Backspace")
    assert texts(field) == ["undercut", "discount", "fees"]
    assert tab.evaluate("document.activeElement.value") == "discount"

    field.scroll_into_view_if_needed()
    last = field.locator(".item").last.bounding_box()
    assert last
    field.locator(".grip").first.hover()
    tab.mouse.down()
    tab.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2, steps=3)
    tab.mouse.up()
    assert texts(field) == ["discount", "fees", "undercut"]


def test_a_link_is_found_by_its_title_with_keys_alone(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    links = tab.locator("[data-field=cured_by]")
    links.get_by_role("button", name="Add a link: What helps").press("Enter")
    tab.keyboard.type("ask before")
    option = links.get_by_role("option", name="Ask before")
    expect(option).to_be_visible()
    tab.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("Enter")
    expect(links.get_by_role("combobox").last).to_have_value("Ask before you fix")
    sign = textbox(tab, "The sign")
    sign.press("Control+End")
    sign.press_sequentially(" [[")
    tab.keyboard.type("ask before")
    expect(tab.get_by_role("option", name="Ask before")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(sign).to_be_focused()
    assert sign.input_value().endswith("figures on a quote. [[ask-before-fixing|Ask before you fix]]")


def test_marks_are_undone_by_the_browser_and_a_removed_field_comes_back_with_undo(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    means = textbox(tab, "What it says")
    before = means.input_value()
    means.press("Control+a")
    means.press("Control+b")
    expect(means).to_have_value(f"**{before}**")
    means.press("Control+z")
    expect(means).to_have_value(before)

    tab.get_by_role("button", name="Remove Words to find it by").click()
    expect(tab.locator("[data-field=keywords]")).to_have_count(0)
    tab.keyboard.press("Control+z")
    assert texts(tab.locator("[data-field=keywords]")) == ["discount", "undercut", "fees"]


def test_what_was_typed_survives_a_reload_until_it_is_thrown_away(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    textbox(tab, "Title").fill("A title that nobody saved")
    expect(tab.get_by_text("Not saved", exact=True)).to_be_visible()
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.reload()
    expect(textbox(tab, "Title")).to_have_value("A title that nobody saved")
    tab.get_by_role("button", name="Throw it away").click()
    expect(tab.get_by_role("heading", level=1)).to_be_focused()
    expect(textbox(tab, "Title")).to_have_value("The relationship rests mainly on price")
    tab.get_by_role("button", name="Bring it back").click()
    expect(textbox(tab, "Title")).to_have_value("A title that nobody saved")
    tab.get_by_role("button", name="Throw it away").click()
    tab.reload()
    expect(textbox(tab, "Title")).to_have_value("The relationship rests mainly on price")
    expect(tab.get_by_role("button", name="Throw it away")).to_have_count(0)


def test_a_new_entry_is_named_after_its_title_and_told_nothing_before_it_is_written(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "new=tell")
    textbox(tab, "Title").fill("Ähnliche Preise")
    expect(tab.get_by_label("Name in the address")).to_have_value("aehnliche-preise")
    expect(tab.locator(".said > p")).to_have_count(0)
    tab.get_by_text("Name in the address: ").click()
    tab.get_by_label("Name in the address").fill("prices")
    textbox(tab, "Title").fill("Similar prices")
    expect(tab.get_by_label("Name in the address")).to_have_value("prices")


@pytest.mark.sampled
@pytest.mark.parametrize("query", first_of(("kind=assessment&id=patience-check", "", "new=worksheet"), 2))
@pytest.mark.rehearsal
def test_nothing_is_wrong_with_a_page_in_any_width_and_scheme(browser: Browser, entrance: str, query: str) -> None:
    with tab_in(browser, viewport={"width": 320, "height": 800}, color_scheme="dark", bypass_csp=True) as tab:
        opened(tab, entrance, query)
        for fold in tab.locator(".item-fold:not([open]) > summary").all()[:2]:
            fold.click()
        assert violations(tab) == []
        assert tab.evaluate(WIDE) == 0
        assert tab.evaluate(TOO_SMALL) == []
        tab.set_viewport_size({"width": 1440, "height": 900})
        tab.emulate_media(color_scheme="light")
        expect(tab.locator("html")).to_have_attribute("data-md-color-scheme", CALLED["light"])
        assert violations(tab, CONTRAST, *OF_LAYOUT) == []


def test_the_states_of_the_form_show_in_forced_colours(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    tab.emulate_media(forced_colors="active")
    look = "(node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]"
    save = tab.get_by_role("button", name="Save", exact=True)
    before = save.evaluate(look)
    textbox(tab, "Title").fill("Another")
    expect(save).to_be_enabled()
    assert save.evaluate(look) != before


def test_the_question_about_removing_is_there_at_once(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, TELL)
    answers: list[Route] = []
    tab.route("**/api/remove?try=1", lambda route: answers.append(route))
    tab.locator(".bar").get_by_role("button", name="More").click()
    tab.get_by_role("menuitem", name="Remove this entry").click()
    question = tab.get_by_role("dialog", name=re.compile("^Remove “.*”[?]$"))
    expect(question.get_by_role("status")).to_have_text("Looking at what this changes …")
    expect(question.get_by_role("button", name="Remove it")).to_be_disabled()
    lost = {
        "refused": "",
        "effects": ["Old links will open “Tells”."],
        "linked_from": [],
        "orphaned_answers": ["A", "B"],
    }
    answers[0].fulfill(body=json.dumps(lost))
    expect(question.get_by_role("status")).to_have_count(0)
    expect(question.get_by_role("button", name="Remove it")).to_be_enabled()
    expect(question.get_by_text("Answers that readers have saved")).to_have_count(1)
    assert question.get_by_role("listitem").all_inner_texts() == ["Old links will open “Tells”.", "A", "B"]
    question.get_by_role("button", name="Close").click()
    expect(question).to_have_count(0)


def test_one_field_goes_back_to_what_is_saved(tab: Tab, entrance: str) -> None:
    opened(tab, entrance, "kind=practice&id=slow-down")
    backs = tab.get_by_role("button", name="Back to what is saved", exact=True)
    expect(backs).to_have_count(0)
    title, summary = (tab.get_by_role("textbox", name=name, exact=True) for name in ("Title", "Summary"))
    was = title.input_value()
    summary.press("End")
    summary.press_sequentially(" And more.")
    title.fill("Another")
    expect(backs).to_have_count(2)

    title.press("Shift+Tab")
    expect(backs.first).to_be_focused()
    backs.first.press("Enter")
    expect(title).to_have_value(was)
    expect(title).to_be_focused()
    expect(tab.get_by_role("status").filter(has_text="Title is as it is saved.")).to_have_count(1)
    expect(tab.get_by_text("as it is saved", exact=True)).to_be_visible()
    expect(backs).to_have_count(1)
    expect(tab.get_by_text("Not saved", exact=True)).to_be_visible()

    tab.get_by_role("button", name="Undo", exact=True).click()
    expect(title).to_have_value("Another")
    expect(backs).to_have_count(2)
    title.fill(was)
    summary.fill(summary.input_value().removesuffix(" And more."))
    expect(backs).to_have_count(0)

    steps = tab.get_by_role("group", name="How", exact=True)
    count = steps.get_by_role("listitem").count()
    steps.get_by_role("button", name=re.compile("^More for How, 1")).click()
    tab.get_by_role("menuitem", name="Remove").click()
    expect(steps.get_by_role("listitem")).to_have_count(count - 1)
    backs.click()
    expect(steps.get_by_role("listitem")).to_have_count(count)
    expect(tab.get_by_text("Saved", exact=True)).to_be_visible()

"""A plan of one's own: kept from entries, changed by keyboard and mouse, shared as a link, saved for a calendar."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import Watched, watched
from tests.browser.showing import on_clipboard

pytestmark = pytest.mark.browser


def expect_steps(tab: Tab, *texts: str) -> None:
    expect(tab.locator(".plan-step > label")).to_have_text(texts)


def add(tab: Tab, text: str, day: str = "") -> None:
    tab.get_by_label("What to do").fill(text)
    tab.get_by_label("On which day").fill(day)
    tab.get_by_role("button", name="Add", exact=True).press("Enter")


def test_an_entry_is_kept_and_becomes_a_step(reader: Watched) -> None:
    tab = reader.open("practices/slow-down/")
    star = tab.get_by_role("button", name="Keep", exact=True)
    expect(star).to_have_attribute("aria-pressed", "false")
    star.press("Enter")
    expect(tab.get_by_role("button", name="Kept", exact=True)).to_have_attribute("aria-pressed", "true")
    assert violations(tab) == []
    tab.get_by_role("link", name="My plan").click()
    kept = tab.locator(".plan-kept > li")
    expect(kept.locator(".kind")).to_have_text("Practice")
    expect(kept.locator(".kind svg")).to_be_visible()

    tab.get_by_role("button", name="Plan it: Slow it down").press("Enter")
    expect_steps(tab, "Slow it down")
    expect(tab.locator(".plan-state")).to_have_text("Added: Slow it down")
    planned = tab.get_by_role("button", name="Planned: Slow it down. Go to its day")
    expect(planned).to_be_focused()
    tab.keyboard.press("Enter")  # a second time
    expect_steps(tab, "Slow it down")
    expect(tab.get_by_label("Day of “Slow it down”")).to_be_focused()
    expect(tab.locator(".plan-state")).to_have_text("Slow it down is planned already. Its day can be chosen here.")
    tab.get_by_role("checkbox", name="Slow it down").check()
    tab.get_by_role("button", name="Plan it again: Slow it down").press("Enter")  # as it is done
    expect_steps(tab, "Slow it down", "Slow it down")
    tab.get_by_role("button", name="Remove “Slow it down”").nth(1).press("Enter")
    heights = tab.locator(".plan-step, .plan-step > *").evaluate_all("all => all.map((one) => one.offsetHeight)")
    assert 0 < max(heights) < 100
    expect(tab.locator(".plan-step").get_by_role("link", name="Open")).to_have_attribute(
        "href", "../practices/slow-down/"
    )
    tab.get_by_role("button", name="Remove “Slow it down”").last.press("Enter")
    expect(tab.locator(".plan-kept")).to_contain_text("None yet")
    assert violations(tab) == []


def test_the_day_of_a_step_is_typed_digit_by_digit(reader: Watched) -> None:
    tab = reader.open("plan/")
    add(tab, "One")
    day = tab.get_by_label("Day of “One”")
    for typed, shown in (("03012026", "2026-03-01"), ("1215", "2026-12-15")):
        day.focus()
        day.press_sequentially(typed)
        expect(day).to_have_value(shown)
        day.press("Shift+Tab")
        tab.get_by_label("What to do").focus()
    tab.reload()
    expect(tab.get_by_label("Day of “One”")).to_have_value("2026-12-15")


def test_steps_are_changed_moved_and_ticked_by_keyboard_and_by_mouse(reader: Watched) -> None:
    tab = reader.open("plan/")
    for text in ("One", "Two", "Three"):
        add(tab, text)
    expect(tab.get_by_label("What to do")).to_be_focused()
    tab.get_by_role("button", name="Move “Three” up").press("Enter")
    expect_steps(tab, "One", "Three", "Two")
    expect(tab.locator(".plan-state")).to_have_text("Three: now 2 of 3")
    expect(tab.get_by_role("button", name="Move “Three” up")).to_be_focused()
    tab.keyboard.press("Enter")
    expect_steps(tab, "Three", "One", "Two")
    expect(tab.get_by_role("button", name="Move “Three” down")).to_be_focused()

    grips = tab.locator(".plan-grip")
    grips.nth(2).drag_to(tab.locator(".plan-step").nth(0))
    expect_steps(tab, "Two", "Three", "One")

    tab.get_by_role("button", name="Change the words of “One”").press("Enter")
    field = tab.locator(".plan-step input[type=text]")
    expect(field).to_be_focused()
    field.fill("The first")
    field.press("Enter")
    expect_steps(tab, "Two", "Three", "The first")
    expect(tab.get_by_role("button", name="Change the words of “The first”")).to_be_focused()
    tab.get_by_label("Two", exact=True).check()
    tab.get_by_label("Day of “Three”").fill("2026-12-01")
    tab.reload()
    expect_steps(tab, "Two", "Three", "The first")
    expect(tab.get_by_label("Two", exact=True)).to_be_checked()
    expect(tab.get_by_label("Day of “Three”")).to_have_value("2026-12-01")


def test_a_link_is_opened_only_after_a_question_and_can_be_undone(reader: Watched) -> None:
    tab = reader.open("practices/slow-down/")
    keep = tab.get_by_role("button", name="Keep", exact=True)
    keep.click()
    expect(tab.get_by_role("button", name="Kept", exact=True)).to_have_attribute("aria-pressed", "true")
    tab = reader.open("plan/")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    add(tab, "<b>Mine</b>", "2026-12-01")
    tab.get_by_role("button", name="Copy a link to this plan").press("Enter")
    expect(tab.locator("[data-done]")).to_contain_text("Link copied")
    link = on_clipboard(tab)
    assert link.startswith(f"{reader.address}plan/#plan1.")
    tab.get_by_label("<b>Mine</b>", exact=True).check()
    expect(tab.get_by_text("Link copied")).to_have_count(0)  # the link no longer has what the plan says
    tab.get_by_role("button", name="Erase the plan").press("Enter")
    add(tab, "Other")

    tab.goto(link)
    expect(tab.get_by_role("alert")).to_contain_text("1 step and 1 kept entry. Nothing is changed yet.")
    parts = tab.get_by_role("alert").locator(".plan-brought")
    expect(parts).to_have_count(2)
    expect(parts.nth(0).locator("strong")).to_have_text("Steps")
    expect(parts.nth(0).get_by_role("listitem")).to_have_text("<b>Mine</b>, 1 December 2026")
    expect(parts.nth(1).locator("strong")).to_have_text("Entries you keep")
    expect(parts.nth(1).get_by_role("listitem")).to_have_text("Slow it down Practice")
    expect(tab.get_by_role("button", name="Add them to mine")).to_be_focused()
    assert tab.url == f"{reader.address}plan/"
    expect_steps(tab, "Other")
    assert violations(tab) == []
    tab.keyboard.press("Enter")
    expect_steps(tab, "Other", "<b>Mine</b>")
    tab.get_by_role("button", name="Undo").press("Enter")
    expect_steps(tab, "Other")
    tab.goto(f"{reader.address}plan/#plan1.eA.00000000")
    expect(tab.get_by_role("alert")).to_contain_text("damaged")


def test_it_is_saved_as_a_file_and_for_a_calendar_and_opened_again(reader: Watched, tmp_path: Path) -> None:
    tab = reader.open("plan/")
    add(tab, "Ring Karl", "2026-12-01")
    with tab.expect_download() as calendar:
        tab.get_by_role("button", name="Save the days for a calendar").press("Enter")
    assert calendar.value.suggested_filename == "my-plan.ics"
    expect(tab.locator("[data-actions] + [data-done]")).to_contain_text("Saved as my-plan.ics. Open this file")
    assert "SUMMARY:Ring Karl\r\n" in Path(calendar.value.path()).read_bytes().decode()
    with tab.expect_download() as file:
        tab.get_by_role("button", name="Save as a file").press("Enter")
    saved = Path(file.value.path())
    assert json.loads(saved.read_text("utf-8"))["steps"][0]["on"] == "2026-12-01"
    tab.get_by_role("button", name="Erase the plan").press("Enter")
    assert tab.evaluate("Object.keys(localStorage)") == []
    tab.locator("input[type=file]").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": saved.read_bytes()}
    )
    tab.get_by_role("button", name="Replace mine").press("Enter")
    expect_steps(tab, "Ring Karl")


def test_without_scripts_there_is_no_mark_and_the_plan_says_what_to_do(browser: Browser, address: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.goto(f"{address}practices/slow-down/")
        expect(tab.get_by_role("button", name="Keep")).to_have_count(0)
        tab.goto(f"{address}plan/")
        expect(tab.get_by_text("A plan takes JavaScript")).to_be_visible()
        expect(tab.get_by_role("button", name="Add")).to_have_count(0)


EDGES = """() => [...document.querySelectorAll(".plan-step")].map((step) => {
  const [date, ...tools] = [...step.querySelector(".plan-tools").children].map((one) => one.getBoundingClientRect());
  return [date.left - step.getBoundingClientRect().left, new Set(tools.map(({ top }) => top)).size];
})"""
"""How far the day of each step begins from the edge of the step, and on how many lines its buttons stand."""


def test_on_a_phone_the_tools_of_a_step_begin_at_its_edge_and_stand_on_one_line(browser: Browser, address: str) -> None:
    with watched(browser, address) as reader:
        tab = reader.open("plan/")
        add(tab, "Ring Ines")
        add(tab, "Ask the people at the counter what they hear all day", "2027-03-01")
        expect_steps(tab, "Ring Ines", "Ask the people at the counter what they hear all day")
        for width in (320, 360, 390, 430):
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.evaluate(EDGES) == [[0, 1], [0, 1]], width
            assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert reader.complaints == []

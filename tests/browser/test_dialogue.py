"""A dialogue that is played line by line, and its plain script where no script runs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import Watched

PATH = "dialogues/early-pitch/"

pytestmark = pytest.mark.browser


def press(tab: Tab, name: str) -> None:
    tab.get_by_role("button", name=name, exact=True).press("Enter")


def shown(tab: Tab) -> Locator:
    return tab.locator("dialogue-player li:visible")


def test_the_lines_come_one_by_one_and_go_back(reader: Watched) -> None:
    tab = reader.open(PATH)
    expect(shown(tab)).to_have_count(14)
    press(tab, "Play it line by line")
    expect(shown(tab)).to_have_count(1)
    expect(tab.locator("dialogue-player").get_by_role("status")).to_have_text(
        "Nora Quist: Thank you for the half hour."
    )
    expect(tab.get_by_role("button", name="Next line")).to_be_focused()

    tab.keyboard.press("Enter")
    tab.keyboard.press("ArrowDown")
    expect(shown(tab)).to_have_count(3)
    expect(tab.get_by_text("Line 3 of 14")).to_be_visible()
    expect(tab.get_by_text("He has not said what he needs.")).to_be_visible()
    assert violations(tab) == []

    tab.keyboard.press("ArrowUp")
    expect(shown(tab)).to_have_count(2)
    press(tab, "Show the whole script")
    expect(shown(tab)).to_have_count(14)
    expect(tab.get_by_role("button", name="Play it line by line")).to_be_focused()


def test_a_line_of_ones_own_is_hidden_until_asked_for(reader: Watched) -> None:
    tab = reader.open(PATH)
    tab.get_by_role("combobox", name="You are").select_option("Karl Oberbauer")
    press(tab, "Play it line by line")
    press(tab, "Next line")
    words = tab.get_by_text("I have twenty minutes.", exact=True)

    expect(words).to_be_hidden()
    expect(tab.locator("dialogue-player").get_by_role("status")).to_have_text(
        "Karl Oberbauer: your line. Say it, then look."
    )
    press(tab, "Show my line")
    expect(words).to_be_visible()
    expect(tab.locator("dialogue-player").get_by_role("status")).to_have_text("Karl Oberbauer: I have twenty minutes.")
    expect(tab.get_by_role("button", name="Next line")).to_be_focused()
    expect(tab.get_by_role("button", name="Show my line")).to_be_hidden()
    assert violations(tab) == []


def test_another_part_starts_again_and_the_last_line_says_so(reader: Watched) -> None:
    tab = reader.open(PATH)
    press(tab, "Play it line by line")
    for _ in range(13):
        tab.keyboard.press("ArrowDown")
    expect(tab.get_by_text("Line 14 of 14 · That was the last line.")).to_be_visible()
    expect(tab.get_by_role("button", name="Next line")).to_be_hidden()
    expect(tab.get_by_role("button", name="Start again", exact=True)).to_be_focused()

    tab.get_by_role("combobox", name="You are").select_option("Nora Quist")
    expect(shown(tab)).to_have_count(1)
    expect(tab.get_by_text("Thank you for the half hour.", exact=True)).to_be_hidden()
    press(tab, "Start again")
    expect(shown(tab)).to_have_count(1)


def test_without_scripts_it_is_the_whole_script(browser: Browser, address: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.goto(address + PATH)
        expect(shown(tab)).to_have_count(14)
        expect(tab.locator("dialogue-player button")).to_have_count(0)


def test_notes_are_beside_the_lines_where_there_is_room(reader: Watched) -> None:
    tab = reader.open(PATH)
    turn = tab.locator("li[data-turn=slip]")
    for width, beside in ((1440, True), (320, False)):
        tab.set_viewport_size({"width": width, "height": 900})
        line, note = turn.locator(".script-line").bounding_box(), turn.locator(".script-note").bounding_box()
        assert line
        assert note
        assert (note["x"] >= line["x"] + line["width"]) is beside
        assert (note["y"] >= line["y"] + line["height"]) is not beside
    expect(turn.locator(".script-turn")).to_have_text("Slip")

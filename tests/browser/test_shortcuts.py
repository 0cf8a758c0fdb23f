"""The list of keyboard shortcuts, and the switch that turns off those of one character."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import violations
from tests.browser.served import Watched, until_at_rest

pytestmark = pytest.mark.browser


def test_the_list_opens_by_its_key_and_switches_characters_off(reader: Watched) -> None:
    with until_at_rest(reader.tab):
        tab = reader.open("plan/")
    dialog = tab.get_by_role("dialog", name="Keyboard shortcuts")
    field = tab.get_by_label("What to do")
    field.press("?")
    expect(field).to_have_value("?")
    expect(dialog).to_have_count(0)
    field.blur()
    tab.keyboard.press("?")
    expect(dialog).to_be_visible()
    entered = dialog.locator("dl > div", has=tab.get_by_text("Enter", exact=True))
    expect(entered).to_contain_text("Open the results of a search as a page; on a result: open it")
    assert violations(tab) == []
    tab.keyboard.press("/")
    expect(tab.get_by_role("dialog")).to_have_count(1)

    dialog.get_by_role("checkbox").press("Space")
    tab.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    tab.reload()
    for key in ("?", "/"):
        tab.keyboard.press(key)
    opener = tab.get_by_role("button", name="Keyboard shortcuts")
    opener.press("Enter")
    expect(dialog.get_by_role("checkbox")).not_to_be_checked()
    expect(tab.get_by_role("dialog")).to_have_count(1)
    dialog.get_by_role("checkbox").press("Space")
    dialog.get_by_role("button", name="Close").press("Enter")
    expect(opener).to_be_focused()
    tab.keyboard.press("/")
    expect(tab.get_by_role("searchbox").first).to_be_focused()

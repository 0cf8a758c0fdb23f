"""What is typed is undone, and what was saved is taken back and saved again, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.editor_form import data_in, differences
from tests.browser.editor_saves import REFUSED, TELL, begins_with, chosen, new_term, save

pytestmark = pytest.mark.browser

__all__ = ["REFUSED"]


def test_undo_is_about_what_is_typed_in_this_form_alone(tab: Tab, root: Path) -> None:
    title, undo = tab.get_by_role("textbox", name="Title", exact=True), tab.get_by_role("button", name="Undo")
    title.fill("Another title")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    saved = (root / TELL).read_bytes()
    tab.goto(f"{tab.url.partition('?')[0]}?kind=practice&id=slow-down")
    expect(title).to_have_value("Slow it down")
    expect(undo).to_have_attribute("aria-disabled", "true")
    tab.get_by_role("heading", level=1).press("Control+z")
    assert (root / TELL).read_bytes() == saved

    title.fill("Take your time")
    undo.click()
    expect(title).to_have_value("Slow it down")


def test_a_save_is_taken_back_after_it_is_said_which_one_it_is(tab: Tab, root: Path) -> None:
    path, title = root / TELL, tab.get_by_role("textbox", name="Title", exact=True)
    before = path.read_bytes()
    title.fill("Another title")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    saved = path.read_bytes()
    tab.goto(f"{tab.url.partition('?')[0]}?kind=practice&id=slow-down")
    title.fill("Take your time")

    chosen(tab, "Take back a save")
    asked = tab.get_by_role("dialog", name="Take back this save?")
    expect(asked).to_contain_text("Another title (Tell)")
    expect(asked.get_by_role("listitem")).to_contain_text(
        ["Title: “The relationship rests mainly on price” becomes “Another title”"]
    )
    assert path.read_bytes() == saved
    asked.get_by_role("button", name="Take it back").click()
    notice = tab.get_by_role("alert").filter(has_text="The save of “Another title” is taken back.")
    expect(notice).to_be_visible()
    assert path.read_bytes() == before
    expect(title).to_have_value("Take your time")  # which is of another entry, and stays

    notice.get_by_role("button", name="Save it again").click()
    expect(tab.get_by_role("alert").filter(has_text="“Another title” is saved again.")).to_be_visible()
    assert path.read_bytes() == saved


def test_what_is_typed_stays_when_the_save_before_it_is_taken_back(tab: Tab, root: Path) -> None:
    path, title = root / TELL, tab.get_by_role("textbox", name="Title", exact=True)
    before, means = path.read_bytes(), tab.get_by_role("textbox", name="What it says", exact=True)
    title.fill("Another title")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    means.fill("Something else.")
    chosen(tab, "Take back a save")
    tab.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    expect(title).to_have_value("The relationship rests mainly on price")
    expect(means).to_have_value("Something else.")
    assert path.read_bytes() == before
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    assert list(differences(data_in(before), data_in(path.read_bytes()))) == [("means",)]


def written(root: Path) -> str:
    """All texts of the content."""
    return "".join(path.read_text("utf-8") for path in (root / "content").rglob("*.yml"))


@pytest.mark.rehearsal
@begins_with("new=term")
def test_taking_back_a_new_entry_leads_to_the_start_with_a_way_back(tab: Tab, root: Path) -> None:
    """Other saves are taken back above, and in test_editor_moving.py what is removed leads to the start as well."""
    new_term(tab)
    expect(tab.locator(".done")).to_contain_text("Saved")
    chosen(tab, "Take back a save")
    tab.get_by_role("dialog").get_by_role("button", name="Take it back").click()
    tab.get_by_role("heading", name="What was saved").wait_for()
    assert "Not upset." not in written(root)
    said = "“Calm” was new with this save, and is gone again. This page has everything that can be edited."
    expect(tab.get_by_role("alert")).to_contain_text(said)
    expect(tab.get_by_role("alert").get_by_role("button", name="Save it again")).to_be_visible()
    tab.get_by_role("button", name="Save again what was taken back").click()
    asked = tab.get_by_role("dialog", name="Save this again?")
    expect(asked).to_contain_text("Calm (Term)")
    asked.get_by_role("button", name="Save it again").click()
    expect(tab.get_by_role("alert").filter(has_text="“Calm” is saved again.")).to_be_visible()
    assert "Not upset." in written(root)

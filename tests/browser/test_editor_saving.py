"""What is done in the editor's form is in the file, and nothing else; `make prove` tries every field of every kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from tests.browser.editor_form import MARK, change, controls, data_in, differences, stretches
from tests.browser.editor_saves import REFUSED, TELL, begins_with, refusal, save

pytestmark = pytest.mark.browser

__all__ = ["REFUSED"]

FIELDS = {
    ("title",): ("title",),
    ("seen_in",): ("seen_in",),
    ("keywords", 1): ("keywords", 1),
    ("links", "cured_by", 1, "to"): ("links", "cured_by", 1, "to"),
}
"""The fields to change, and where the file differs afterwards."""


def test_a_field_that_is_changed_is_all_that_differs(tab: Tab, root: Path) -> None:
    path, found = root / TELL, {}
    for wanted in FIELDS:
        control = next(one for one in controls(tab) if one.route == wanted)
        before = path.read_bytes()
        assert change(tab, control, MARK)
        save(tab)
        expect(tab.locator(".bar .state")).to_have_text("Saved")
        after = path.read_bytes()
        assert stretches(before, after) == 1
        (found[wanted],) = differences(data_in(before), data_in(after))
    assert found == FIELDS


@begins_with("page=pages/about.md")
def test_a_page_keeps_its_last_line_break(tab: Tab, root: Path) -> None:
    path = root / "content/pages/about.md"
    before = path.read_text("utf-8")
    text = tab.get_by_role("textbox", name="Text", exact=True)
    text.press("Control+End")
    text.press_sequentially(f" {MARK}.")
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    assert path.read_text("utf-8") == f"{before.rstrip()} {MARK}.\n"


def test_both_versions_of_a_field_are_shown_and_none_is_lost(tab: Tab, root: Path) -> None:
    path = root / TELL
    theirs = path.read_text("utf-8").replace("fees]", "fees, rates]").replace("Nobody over there", "No one over there")
    path.write_text(theirs, "utf-8")
    tab.get_by_role("textbox", name="What it says", exact=True).fill("Mine.")
    save(tab)
    conflict = tab.get_by_role("group", name="What it says").filter(has=tab.get_by_role("radio"))
    expect(conflict).to_contain_text("No one over there")
    assert path.read_text("utf-8") == theirs
    conflict.get_by_role("radio", name="Yours").check()
    tab.get_by_role("button", name="Take what I chose").click()
    expect(conflict).to_have_count(0)
    save(tab)
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    saved = data_in(path.read_bytes())
    assert saved["means"] == "Mine."
    assert saved["keywords"] == ["discount", "undercut", "fees", "rates"]
    expect(tab.locator("[data-field=keywords] textarea")).to_have_count(4)


def test_versions_to_choose_from_are_said_in_the_words_of_the_form(tab: Tab, root: Path) -> None:
    path = root / TELL
    text = path.read_text("utf-8")
    links = "links:\n  cured_by:\n    - to: slow-down\n      why: Theirs now.\n"
    theirs = text[: text.index("links:")].replace("seen_in: numbers", "seen_in: team") + links
    path.write_text(theirs, "utf-8")
    tab.get_by_role("radio", name="In what they do").check()
    tab.get_by_role("textbox", name="Reason to follow it").first.fill("Mine now.")
    save(tab)
    panel = tab.locator(".conflicts")
    expect(panel).to_contain_text("Inside the team")
    expect(panel).to_contain_text("Theirs now.")
    for name in ("them", "cured_by", "why", "slow-down"):
        expect(panel).not_to_contain_text(re.compile(rf"\b{name}\b"))


def field_in_focus(tab: Tab) -> str:
    return str(tab.evaluate("document.activeElement.closest('[data-field]')?.dataset.field ?? ''"))


@pytest.mark.rehearsal
@begins_with("kind=assessment&id=patience-check")
def test_a_new_question_is_led_to_what_it_lacks_and_begins_the_next_edition(tab: Tab, root: Path) -> None:
    """Saves lead to what they lack below and in test_editor_saved.py, and tests/editor has what is offered for it."""
    path = root / "content/assessments/patience-check.yml"
    edition = int(data_in(path.read_bytes())["edition"])
    tab.get_by_role("button", name="Add a question: Questions").click()
    tab.keyboard.type("They called first")
    tab.keyboard.press("Control+s")
    said = "Recommended after a bad answer”: a bad answer to “They called first” recommends no page."
    expect(refusal(tab)).to_contain_text(said)
    assert field_in_focus(tab) == "recommends"

    tab.keyboard.press("Enter")
    tab.keyboard.type("slow it")
    tab.get_by_role("option", name="Slow it down").click()
    question = tab.locator("[data-field=items] > .list > .items > .item").last
    question.get_by_role("textbox", name="Reason to follow it").fill("Learn to wait a bit longer.")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("answers can give a score of 8, which is in no range")
    assert field_in_focus(tab) == "at_most"
    tab.get_by_role("button", name="Set “At most” to 8").click()
    assert field_in_focus(tab) == "at_most"
    assert tab.evaluate("document.activeElement.value") == "8"

    tab.get_by_role("button", name=f"Begin edition {edition + 1}, and say what is new").click()
    assert field_in_focus(tab) == "what"
    assert tab.evaluate("document.activeElement.value") == "One question is new: “They called first”."
    tab.keyboard.press("Control+a")
    tab.keyboard.type("One more question.")
    tab.keyboard.press("Control+s")
    expect(tab.locator(".done")).to_contain_text("Saved")
    saved = data_in(path.read_bytes())
    assert saved["edition"] == str(edition + 1)
    assert saved["changes"][-1] == {"edition": str(edition + 1), "what": "One more question."}


@begins_with("kind=assessment&id=patience-check")
def test_a_problem_of_a_field_that_is_not_there_adds_it_with_what_is_known(tab: Tab) -> None:
    tab.get_by_role("textbox", name="Edition", exact=True).first.fill("7")
    tab.get_by_role("complementary").get_by_role("link", name="What changed with editions").first.click()
    assert field_in_focus(tab) == "what"
    last = tab.locator("[data-field=changes] [data-field=edition] textarea").last
    expect(last).to_have_value("7")


def test_each_save_that_is_refused_says_why(tab: Tab) -> None:
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_have_text("Nothing has changed since the last save.")
    tab.goto(f"{tab.url.partition('?')[0]}?new=term")
    tab.get_by_role("textbox", name="Summary", exact=True).fill("Not upset.")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("Not saved. A title is required first")
    expect(tab.get_by_role("textbox", name="Title", exact=True)).to_be_focused()
    tab.keyboard.type("Calm")
    expect(refusal(tab)).to_have_text("")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("Not saved: 1 error, at “What it means”")
    expect(tab.get_by_role("textbox", name="What it means", exact=True)).to_be_focused()
    tab.keyboard.type("At ease.")
    tab.route("**/api/save", lambda route: route.abort())
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("Not saved. The editor does not answer.")


def test_a_search_that_is_open_is_ended_by_a_save(tab: Tab, root: Path) -> None:
    sign = tab.locator("[data-field=sign] textarea")
    sign.press("Control+End")
    sign.press_sequentially(" Look. [[")
    expect(tab.get_by_role("combobox", name="Which entry does it lead to?")).to_be_focused()
    tab.get_by_role("button", name="Save", exact=True).click()
    expect(tab.locator(".bar .state")).to_have_text("Saved")
    assert data_in((root / TELL).read_bytes())["sign"].rstrip().endswith("Look.")
    assert tab.get_by_role("combobox", name="Which entry does it lead to?").count() == 0

    link = tab.locator("[data-field=cured_by]").get_by_role("combobox").first
    link.fill("no-such-entry")
    tab.keyboard.press("Control+s")
    expect(refusal(tab)).to_contain_text("no-such-entry")


def test_it_is_said_how_a_change_can_be_saved_with_which_the_site_could_not_be_built(tab: Tab) -> None:
    panel = tab.locator("#problems")
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.get_by_role("textbox", name="Title", exact=True).fill("")
    tab.keyboard.press("Tab")
    expect(panel).to_contain_text("Correct the errors, or save it as a draft, which is not published.", timeout=20_000)

    tab.goto(f"{tab.url.partition('?')[0]}?site=1")
    tab.get_by_role("textbox", name="Name of the playbook", exact=True).fill("")
    tab.keyboard.press("Tab")
    expect(panel).to_contain_text("Correct the errors, then it can be saved.", timeout=20_000)


def test_nothing_can_be_changed_where_nothing_can_be_saved(tab: Tab, monkeypatch: pytest.MonkeyPatch) -> None:
    why = "The disk can only be read, so nothing can be saved here."
    monkeypatch.setattr("generator.editor.reading.read_only", lambda _path: why)
    tab.reload()
    expect(tab.locator("#read-only")).to_have_text(why)
    tab.locator(".form .field").first.wait_for()
    while (folded := tab.locator(".item-fold:not([open]) > summary")).count():
        folded.first.click()
    fields = tab.locator(".form :is(input, textarea, select, button)")
    assert fields.count() > 20
    assert tab.locator(".form :is(input, textarea, select, button):not(:disabled)").count() == 0

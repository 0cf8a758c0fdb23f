"""Worksheets in a browser: filled in, kept, taken along, and brought back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.filled_sheets import CRISIS, ready
from tests.browser.served import Watched, begin_to_use, watched
from tests.browser.showing import on_clipboard
from tests.playbooks import REAL_PLAYBOOK
from tests.sampling import first_of

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        yield found
        assert found.complaints == []


KEY = "playbook:playbook.example:crisis-sheet"


def kept(tab: Tab) -> dict[str, object] | None:
    found = tab.evaluate("key => JSON.parse(localStorage.getItem(key))", KEY)
    assert found is None or isinstance(found, dict)
    return found


def what_happened(tab: Tab) -> str:
    return tab.get_by_label("What happened").input_value()


def test_buttons_that_need_something_written_show_once_there_is_and_nothing_moves(reader: Watched) -> None:
    tab = reader.open("worksheets/crisis-sheet/")
    field = tab.locator("work-sheet :is(input[type=text], textarea):visible").first
    names = ("Copy as text", "Copy a link with all this", "Save to a file", "Clear all")
    expect(tab.get_by_role("button", name="Load file")).to_be_visible()
    assert [tab.get_by_role("button", name=name).count() for name in names] == [0] * 4
    before = field.bounding_box()
    field.fill("Something")
    for name in names:
        expect(tab.get_by_role("button", name=name)).to_be_visible()
    assert field.bounding_box() == before


def test_what_is_written_is_there_after_a_reload(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift\nstood still.")
    tab.get_by_label("Client", exact=True).fill("A client")
    tab.get_by_role("checkbox", name="Done Row 1").check()
    expect(tab.locator(".sheet-state").get_by_role("status")).to_contain_text(
        "Kept in this browser only, last changed on"
    )
    ready(tab.reload() and tab)
    assert what_happened(tab) == "The lift\nstood still."
    assert tab.get_by_role("checkbox", name="Done Row 1").is_checked()
    found = kept(tab)
    assert found
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(found.pop("updatedAt")))
    assert found == {
        "schema": 1,
        "edition": 1,
        "answers": {"head.client": "A client", "facts.what": "The lift\nstood still.", "repair.row-1.done": "yes"},
    }


def test_choices_and_scales_can_be_taken_along_and_taken_back(window: Watched) -> None:
    window.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = ready(window.open("worksheets/crisis-discovery-sheet/"))
    key = "playbook:playbook.example:crisis-discovery-sheet"
    scale = tab.get_by_role("group", name="How sure are we to be off the list of cuts?")
    scale.get_by_role("radio", name="7").check()
    tab.get_by_role("button", name="Copy as text").press("Enter")
    expect(tab.get_by_text("Copied", exact=True)).to_be_visible()
    copied = on_clipboard(tab)
    assert "\n\nOur place on their list\n- How sure are we to be off the list of cuts?: 7\n" in copied
    tab.get_by_role("combobox").first.select_option("bad")
    assert tab.evaluate("key => localStorage.getItem(key)", key) is not None
    ready(tab.reload() and tab)
    assert scale.get_by_role("radio", name="7").is_checked()
    assert tab.get_by_role("combobox").first.input_value() == "bad"
    scale.get_by_role("radio", name="Not answered").check()
    tab.get_by_role("combobox").first.select_option("")
    assert tab.evaluate("key => localStorage.getItem(key)", key) is None


def test_what_another_tab_wrote_unheard_of_stays(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift stood still.")
    found = kept(tab)
    assert found
    text = json.dumps({**found, "answers": {"facts.what": "It moved.", "head.client": "A client"}})
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    tab.get_by_role("checkbox", name="Done Row 1").check()
    found = kept(tab)
    assert found
    assert found["answers"] == {"facts.what": "It moved.", "head.client": "A client", "repair.row-1.done": "yes"}
    assert tab.get_by_role("checkbox", name="Done Row 1").is_checked()
    assert what_happened(tab) == "It moved."


def test_it_is_taken_along_as_text_and_as_a_link_that_asks_first(window: Watched) -> None:
    window.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift\nstood still.")
    tab.get_by_label("Client", exact=True).fill("A client")
    tab.get_by_role("checkbox", name="Done Row 1").check()
    tab.get_by_role("button", name="Copy as text").press("Enter")
    expect(tab.get_by_text("Copied", exact=True)).to_be_visible()
    copied = on_clipboard(tab)
    assert copied.splitlines()[:2] == [tab.locator("h1").inner_text(), f"{window.address}{CRISIS}"]
    assert "- Client: A client\n" in copied
    assert "What happened:\n  The lift\n  stood still." in copied
    assert "[x] Row 1, Done" in copied

    tab.get_by_role("checkbox", name="Done Row 1").uncheck()
    expect(tab.get_by_text("Copied", exact=True)).to_have_count(0)
    tab.get_by_role("checkbox", name="Done Row 1").check()
    tab.get_by_role("button", name="Copy a link with all this").press("Enter")
    expect(tab.get_by_text("Link copied.")).to_be_visible()
    link = on_clipboard(tab)
    tab.get_by_label("What happened").fill("Mine")
    expect(tab.get_by_text("Link copied.")).to_have_count(0)  # what was copied is no longer what stands here
    tab.get_by_label("Client", exact=True).fill("")
    tab.goto(link)
    expect(tab.get_by_text("The link has 3 fields filled in")).to_be_visible()
    assert (tab.url, what_happened(tab)) == (f"{window.address}{CRISIS}", "Mine")
    tab.get_by_role("button", name="Fill in what is empty here").press("Enter")
    assert what_happened(tab) == "Mine"
    expect(tab.get_by_label("Client", exact=True)).to_have_value("A client")
    tab.goto(f"{window.address}worksheets/drip-plan-sheet/#{link.partition('#')[2]}")
    expect(tab.get_by_text("belongs to another page")).to_be_visible()


def test_what_does_not_fit_into_a_field_is_said(window: Watched) -> None:
    window.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = ready(window.open(CRISIS))
    field = tab.get_by_label("What happened")
    field.focus()
    tab.evaluate("navigator.clipboard.writeText('word '.repeat(1200))")
    tab.keyboard.press("Control+V")
    alert = tab.get_by_role("alert")
    expect(alert).to_have_text("2000 characters did not fit and were left out: this field holds 4000.")
    assert len(what_happened(tab)) == 4000
    assert violations(tab) == []
    tab.keyboard.press("Backspace")
    expect(alert).to_have_count(0)
    tab.keyboard.type("ab")
    expect(alert).to_have_text("1 character did not fit and was left out: this field holds 4000.")


def test_a_cleared_sheet_can_be_brought_back(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift stood still.")
    tab.get_by_role("button", name="Clear all").click()
    assert (what_happened(tab), kept(tab)) == ("", None)
    tab.get_by_role("button", name="Undo").click()
    assert what_happened(tab) == "The lift stood still."
    assert kept(tab)


def test_a_file_carries_a_sheet_to_another_browser(window: Watched, browser: Browser, tmp_path: Path) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("The lift stood still.")
    tab.get_by_label("Client", exact=True).fill("One")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save to a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    with watched(browser, window.address) as other:
        there = ready(other.open(CRISIS))
        there.get_by_label("Client", exact=True).fill("Two")
        there.locator("input[type=file]").set_input_files(file)
        expect(there.locator(".sheet-note")).to_contain_text("The file has 2 fields filled in")
        there.get_by_role("button", name="Fill in what is empty here").click()
        assert what_happened(there) == "The lift stood still."
        assert there.get_by_label("Client", exact=True).input_value() == "Two"
        there.get_by_role("button", name="Undo").click()
        assert what_happened(there) == ""
        there.locator("input[type=file]").set_input_files(file)
        there.get_by_role("button", name="Replace all of mine").click()
        assert there.get_by_label("Client", exact=True).input_value() == "One"
        assert other.complaints == []


FILE = {"kind": "playbook-worksheet", "site": "x", "worksheet": "crisis-sheet", "schema": 1, "edition": 1}


DATED = {**FILE, "updatedAt": "2026-01-02T03:04:05Z"}


BAD_FILES = (
    ("{", "holds nothing that can be read here"),
    (json.dumps({**DATED, "answers": {}, "worksheet": "charter-sheet"}), "belongs to another page"),
    (json.dumps({**DATED, "answers": {"a": 1}}), "holds nothing that can be read here"),
    (json.dumps({**DATED, "answers": {}, "schema": 2}), "comes from a newer version"),
    (json.dumps({**DATED, "answers": {"A b": "x"}}), "holds nothing that can be read here"),
    ("x" * 300_000, "is too long"),
    (json.dumps({**FILE, "answers": {}}), "holds nothing that can be read here"),
)
"""Each is told something else than the one before."""


def test_a_bad_file_changes_nothing_and_what_a_file_smuggles_in_is_left_out(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    tab.get_by_label("What happened").fill("Mine")
    for text, said in BAD_FILES:
        tab.locator("input[type=file]").set_input_files(
            {"name": "a.json", "mimeType": "text/plain", "buffer": text.encode()}
        )
        expect(tab.locator(".sheet-note")).to_contain_text(said)
        assert what_happened(tab) == "Mine", text[:40]

    text = json.dumps({**DATED, "answers": {"facts.what": "Theirs", "constructor": "x", "no-such.field": "y"}})
    text = text.replace('"constructor"', '"__proto__": "z", "constructor"')
    tab.locator("input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "text/plain", "buffer": text.encode()}
    )
    tab.get_by_role("button", name="Replace all of mine").click()
    found = kept(tab)
    assert found
    assert found["answers"] == {"facts.what": "Theirs"}


def start_with(window: Watched, text: str) -> Tab:
    window.tab.add_init_script(f"localStorage.getItem({KEY!r}) ?? localStorage.setItem({KEY!r}, {json.dumps(text)})")
    return ready(window.open(CRISIS))


def test_what_cannot_be_read_is_set_aside(window: Watched) -> None:
    tab = start_with(window, "{broken")
    expect(tab.locator(".sheet-note")).to_contain_text("It is set aside")
    tab.get_by_label("What happened").fill("New")
    assert tab.evaluate("key => localStorage.getItem(key)", f"{KEY}:set-aside-1") == "{broken"
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Download what was set aside").click()
    assert Path(download.value.path()).read_text("utf-8") == "{broken"


@pytest.mark.sampled
@pytest.mark.parametrize("newer", first_of(({"schema": 2}, {"edition": 2})))
def test_what_is_newer_is_left_alone(window: Watched, newer: dict[str, int]) -> None:
    text = json.dumps({**DATED, "answers": {"facts.what": "Newer"}, **newer})
    tab = start_with(window, text)
    expect(tab.locator(".sheet-note")).to_contain_text("can be looked at but not changed")
    assert tab.get_by_label("What happened").is_disabled()
    assert tab.evaluate("key => localStorage.getItem(key)", KEY) == text


def test_without_storage_the_sheet_says_so_and_works(window: Watched) -> None:
    window.tab.add_init_script("Storage.prototype.getItem = Storage.prototype.setItem = () => { throw new Error(); }")
    tab = ready(window.open(CRISIS))
    expect(tab.locator(".sheet-note").first).to_contain_text("does not let the page keep what you write")
    tab.get_by_label("What happened").fill("Still here")
    tab.get_by_role("button", name="Clear all").click()
    assert what_happened(tab) == ""


def test_another_tab_is_followed(window: Watched) -> None:
    tab = ready(window.open(CRISIS))
    other = tab.context.new_page()
    other.goto(window.address + CRISIS)
    begin_to_use(other)
    ready(other).get_by_label("What happened").fill("From the other tab")
    expect(tab.get_by_label("What happened")).to_have_value("From the other tab")
    expect(tab.locator(".sheet-note")).to_contain_text("Another tab has changed what stands here")

"""The text of a message and its subject are copied as they are written."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import Watched, served, watched
from tests.browser.showing import on_clipboard
from tests.playbooks import REAL_PLAYBOOK

PATH = "messages/visit-note/"
TEXT = """\
Good afternoon Karl,

you lost most time with punctures last month: eleven in a week, on the gravel by the lake.

What we said:
- I come along on Friday at seven.
- You bring two of the tyres that failed.

Did I get that right?

Nora"""

pytestmark = pytest.mark.browser


def test_the_text_is_copied_and_the_page_says_so(reader: Watched) -> None:
    tab = reader.open(PATH)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Copy the text").press("Enter")

    expect(tab.locator(".message-tools [role=status]")).to_have_text("Text copied")
    assert on_clipboard(tab) == TEXT
    tab.get_by_role("button", name="Copy the subject").press("Enter")
    expect(tab.locator(".message-tools [role=status]")).to_have_text("Subject copied")
    assert on_clipboard(tab) == "Friday at seven, by the lake"
    assert violations(tab) == []


def test_a_message_without_a_subject_has_no_button_for_one(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("messages/after-sale-message/")
        expect(tab.get_by_role("button", name="Copy the text")).to_be_visible()
        expect(tab.get_by_role("button", name="Copy the subject")).to_have_count(0)
        tab.evaluate("() => { navigator.clipboard.writeText = async () => {}; }")
        tab.get_by_role("button", name="Copy the text").click()
        said = "Text copied. Replace its 5 places in brackets before you use it."
        expect(tab.locator(".message-tools [role=status]")).to_have_text(said)
        headings = tab.get_by_role("heading", level=2).all_inner_texts()
        assert headings.index("Replace before you send it") < headings.index("The message, before and after")
        assert reader.complaints == []


def test_a_browser_that_does_not_copy_is_said_to(reader: Watched) -> None:
    tab = reader.open(PATH)
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    tab.get_by_role("button", name="Copy the text").click()

    expect(tab.get_by_text("This browser does not let a page copy.")).to_be_visible()


def test_without_scripts_there_is_no_button(browser: Browser, address: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.goto(address + PATH)
        expect(tab.get_by_text("you lost most time with punctures")).to_be_visible()
        expect(tab.get_by_text("233 characters of 400 at most")).to_be_visible()
        expect(tab.locator("message-copy button")).to_have_count(0)

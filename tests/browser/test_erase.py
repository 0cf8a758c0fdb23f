"""What the browser keeps can be erased on any page, by a button at its foot, as soon as there is something."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.served import served, watched
from tests.playbooks import EXAMPLE_PLAYBOOK


@pytest.mark.browser
def test_what_is_kept_can_be_erased_at_the_foot_of_a_page_once_there_is_something(browser: Browser) -> None:
    with watched(browser, served(EXAMPLE_PLAYBOOK)) as reader:
        tab = reader.open("about/")
        foot = tab.get_by_role("contentinfo").get_by_role("button", name="Erase what is kept here")
        expect(foot).to_have_count(0)
        reader.open("checklists/meeting-checklist/").get_by_role("checkbox").first.check()
        for page, place in (("plan/", "Take it along"), ("", "Continue")):
            reader.open(page).get_by_role("region", name=place).get_by_role("button", name="Erase what").press("Enter")
            tab.get_by_role("button", name="Cancel").press("Enter")
        reader.open("about/")
        foot.press("Enter")
        dialog = tab.get_by_role("dialog", name="Erase what is kept here")
        expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
        assert violations(tab) == []
        dialog.get_by_role("button", name="Yes, erase everything").press("Enter")
        expect(dialog.get_by_role("status")).to_contain_text("is erased")
        assert tab.evaluate("localStorage.length") == 0
        with tab.expect_navigation():
            dialog.get_by_role("button", name="Close").press("Enter")
        expect(foot).to_have_count(0)
    assert reader.complaints == []

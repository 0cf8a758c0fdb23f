"""A form that nobody touched has the values of the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.editing import copied, edited, opened
from tests.browser.profiles import tab_in
from tests.playbooks import EXAMPLE_PLAYBOOK, reading

pytestmark = pytest.mark.browser

BACK = ".saved-again > button:not([hidden])"


def test_no_field_of_an_untouched_form_of_any_kind_offers_what_is_saved(browser: Browser, tmp_path: Path) -> None:
    one_of_each = {entry.kind.name: entry.id for entry in reading(EXAMPLE_PLAYBOOK).graph.entries.values()}
    with edited(copied(EXAMPLE_PLAYBOOK.parent, tmp_path)) as entrance, tab_in(browser) as tab:
        offered = {}
        for kind, name in one_of_each.items():
            opened(tab, entrance, f"kind={kind}&id={name}")
            offered[kind] = tab.locator(BACK).count()
    assert offered == dict.fromkeys(one_of_each, 0)


def test_what_is_written_as_a_word_goes_back_to_that_word(browser: Browser, tmp_path: Path) -> None:
    with edited(copied(EXAMPLE_PLAYBOOK.parent, tmp_path)) as entrance, tab_in(browser) as tab:
        opened(tab, entrance, "kind=assessment&id=patience-check")
        whose = tab.locator("[data-field=scale] [data-field=of]")
        whose.locator("input[value=assembled]").check()
        expect(tab.locator(BACK)).to_have_count(1)
        whose.get_by_role("button", name="Back to what is saved").click()
        expect(whose.locator("input[value=own]")).to_be_checked()
        expect(tab.locator(BACK)).to_have_count(0)
        expect(tab.locator(".bar .state")).to_have_text("Saved")

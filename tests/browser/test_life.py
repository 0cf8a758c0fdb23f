"""Which reviews are due is said by the reader's calendar."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.served import Watched

pytestmark = pytest.mark.browser


def test_what_is_due_is_counted_and_can_be_shown_alone(reader: Watched) -> None:
    reader.tab.clock.set_fixed_time("2027-02-28T23:59:00")
    tab = reader.open("needs-a-look/")
    expect(tab.get_by_text("3 pages are due for a review today.")).to_be_visible()
    later = tab.get_by_role("link", name="Ask before you fix")
    expect(later).to_be_visible()
    only = tab.get_by_role("button", name="Only what is due")
    only.press("Enter")
    expect(only).to_have_attribute("aria-pressed", "true")
    expect(later).to_be_hidden()
    expect(tab.get_by_role("heading", name="The people at the counter")).to_be_hidden()
    only.press("Enter")
    expect(later).to_be_visible()


def test_on_its_day_a_review_is_due(reader: Watched) -> None:
    reader.tab.clock.set_fixed_time("2027-03-01T00:01:00")
    tab = reader.open("needs-a-look/")
    expect(tab.get_by_text("4 pages are due for a review today.")).to_be_visible()
    expect(tab.get_by_text("to be reviewed by 1 March 2027")).to_have_class("review-day-due")
    expect(tab.get_by_role("button", name="Only what is due")).to_have_count(0)

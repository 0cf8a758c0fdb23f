"""What tests do with the form of an entry that is saved, and the form in which each begins."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

REFUSED = re.compile(r"409 \(Conflict\)|422 \(|ERR_FAILED")
"""What a browser says of a save that is refused, or that never arrives."""

TELL = "content/tells/price-based.yml"
"""The file of the tell whose form a test has unless it begins with another one."""


def begins_with(query: str) -> pytest.MarkDecorator:
    """Begin a test with another form."""
    return pytest.mark.parametrize("tab", [query], indirect=True)


def save(tab: Tab) -> None:
    expect(tab.get_by_text("Not saved", exact=True)).to_be_visible()
    tab.keyboard.press("Control+s")


def refusal(tab: Tab) -> Locator:
    return tab.locator(".refusal")


def chosen(tab: Tab, act: str) -> None:
    """Choose something in the menu of the bar."""
    tab.get_by_role("button", name="More", exact=True).first.click()
    tab.get_by_role("menuitem", name=act).click()


def new_term(tab: Tab) -> None:
    """Write a term in the form of a new one, and save it."""
    tab.get_by_role("textbox", name="Title", exact=True).fill("Calm")
    tab.get_by_role("textbox", name="Summary", exact=True).fill("Not upset.")
    tab.get_by_role("textbox", name="What it means", exact=True).fill("At ease.")
    tab.locator("[data-field=origin] input[value=own]").check()
    tab.get_by_role("button", name="Save", exact=True).click()

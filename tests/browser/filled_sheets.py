"""The worksheets of the real playbook, and their pages once one can write on them."""

from __future__ import annotations

from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from generator.content.graph import Graph
from generator.kinds.worksheet import Worksheet
from tests.browser.served import begin_to_use
from tests.playbooks import REAL_PLAYBOOK, reading

CRISIS = "worksheets/crisis-sheet/"


def real() -> Graph:
    return reading(REAL_PLAYBOOK).graph


def sheet(entry_id: str) -> Worksheet:
    entry = real().entries[entry_id].entry
    assert isinstance(entry, Worksheet)
    return entry


def ready(tab: Tab) -> Tab:
    """The tab once its sheet has what was kept."""
    begin_to_use(tab)
    expect(tab.locator(".sheet-state input[type=file]")).to_be_attached()
    return tab

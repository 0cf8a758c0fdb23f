"""What was saved is proposed to others in a browser: from all that can be edited, from a form and from the preview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from generator.system.git import git
from tests.browser.editing import opened, sound_tab
from tests.editor.kept import keep, without_author_of_machine

pytestmark = pytest.mark.browser


@pytest.fixture
def root(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A playbook in a repository that is connected to no other."""
    without_author_of_machine(monkeypatch)
    keep(root, "content", "site_config.yml")
    return root


@pytest.fixture
def tab(browser: Browser, root: Path, entrance: str) -> Iterator[Tab]:
    with sound_tab(browser, entrance) as tab:
        tab.set_viewport_size({"width": 390, "height": 600})
        yield opened(tab, entrance, "kind=tell&id=price-based")


def saved(tab: Tab) -> None:
    """Change three fields, and save."""
    for name in ("Title", "The sign", "What it says"):
        tab.get_by_role("textbox", name=name, exact=True).fill(f"{name} as it is now, after long thought. " * 2)
    tab.get_by_role("textbox", name="Title", exact=True).fill("About price")
    tab.keyboard.press("Control+s")
    expect(tab.locator(".bar .state")).to_have_text("Saved")


def window(tab: Tab) -> Locator:
    return tab.get_by_role("dialog", name="Propose to others")


def test_a_proposal_is_made_from_the_page_with_all_that_can_be_edited(tab: Tab, root: Path) -> None:
    saved(tab)
    tab.get_by_role("textbox", name="What to do first", exact=True).fill("Typed and not saved.")
    tab.goto(tab.url.partition("?")[0])
    tab.get_by_role("button", name="Propose to others").click()
    asked = window(tab)
    expect(asked.get_by_role("listitem").filter(has_text="The sign: ").last).to_be_visible()
    unsaved = asked.locator(".warning")
    expect(unsaved).to_contain_text("This is not saved yet, and is no part of it:")
    expect(unsaved.get_by_role("link", name="About price")).to_be_visible()
    make = asked.get_by_role("button", name="Make the proposal")
    box = make.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 600, "it is seen without scrolling"
    make.click()

    expect(asked).to_contain_text("This playbook is connected to no place that others see.")
    branch = asked.locator("code").inner_text()
    assert git(root, "rev-parse", "--verify", branch).returncode == 0
    expect(asked).not_to_contain_text("ADDRESS")
    expect(asked.get_by_role("button")).to_have_text(["Close"])

    asked.get_by_role("button", name="Close").click()
    tab.get_by_role("button", name="Propose to others").click()
    expect(asked).to_contain_text("All that was saved is in a proposal already; nothing is new since.")
    expect(asked.locator("code")).to_have_text(branch)
    expect(asked.get_by_role("button")).to_have_text(["Close"])


def test_a_proposal_with_a_place_to_go_to_has_its_command(tab: Tab, root: Path) -> None:
    assert git(root, "remote", "add", "team", str(root)).returncode == 0
    saved(tab)
    tab.locator(".bar").get_by_role("button", name="More").click()
    tab.get_by_role("menuitem", name="Propose to others").click()
    window(tab).get_by_role("button", name="Make the proposal").click()
    branch = window(tab).locator("code").inner_text()
    expect(window(tab).locator("pre")).to_have_text(f"git push --set-upstream team {branch}")
    expect(window(tab).get_by_role("button", name="Copy the command")).to_be_visible()


def test_a_link_of_the_preview_opens_the_proposal(tab: Tab) -> None:
    tab.goto(f"{tab.url.partition('?')[0]}?propose=1&back=%2Fbook%2F")
    expect(window(tab)).to_contain_text("Nothing is changed that could be proposed.")
    expect(window(tab).get_by_role("button")).to_have_text(["Close"])
    window(tab).get_by_role("button", name="Close").click()
    expect(tab.get_by_role("link", name="Back")).to_have_attribute("href", "/book/")

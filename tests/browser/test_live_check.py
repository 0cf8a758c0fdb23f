"""A live check: somebody shows answers as a code, and the page of the team takes it, typed or scanned."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from generator.kinds.assessment import Assessment
from tests.browser.accessibility import violations
from tests.browser.served import Watched
from tests.playbooks import EXAMPLE_PLAYBOOK, reading

pytestmark = pytest.mark.browser

SCANNER = """globalThis.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect() { return globalThis.scanned.map((rawValue) => ({ rawValue })); }
};"""
"""A browser that reads codes, as Chrome on Android does. Chromium on Linux does not."""


def shown(tab: Tab, answer: int) -> str:
    """The code of somebody who gives the same answer to every question."""
    expect(tab.locator(".check-bar")).to_be_visible()
    for question in tab.locator("fieldset.asked").all():
        question.locator(".answer").nth(answer).click()
    tab.get_by_role("button", name="Show a QR code").click()
    expect(tab.locator(".live-qr")).to_be_visible()
    return tab.locator(".live-code").inner_text()


@pytest.mark.rehearsal
def test_codes_of_several_people_are_gathered_typed_or_scanned(reader: Watched) -> None:
    reader.tab.add_init_script(SCANNER)
    tab = reader.open("assessments/patience-check/")
    codes = [shown(tab, 0)]
    tab.reload()
    assert shown(tab, 0) == codes[0], "who reloads the page is the same person"
    tab.get_by_role("button", name="Clear the answers, keep the results").click()
    codes.append(shown(tab, 2))
    assert codes[1][:5] != codes[0][:5], "who starts afresh is another"
    assert violations(tab) == []
    tab = reader.open("team/")
    tab.get_by_text("Gather in the room").click()
    tab.get_by_label("Check:").select_option("patience-check")
    typed = tab.get_by_label("Code:")
    typed.fill(codes[0].lower())
    typed.press("Enter")
    expect(tab.locator(".live-said")).to_have_text("Taken.")
    typed.fill("ABCD-EFGH")
    typed.press("Enter")
    expect(tab.locator(".live-said")).to_contain_text("This code is not right.")
    text = f"PB1 patience-check {edition()} {codes[1].replace('-', '')} Zoë"
    tab.evaluate("texts => { globalThis.scanned = texts; }", [text, text, "https://example.org/<script>"])
    picture = tab.locator(".live-qr, .brand, h1").first.screenshot()
    tab.locator(".live-gather input[type=file]").set_input_files(
        {"name": "photo.png", "mimeType": "image/png", "buffer": picture}
    )
    expect(tab.locator(".live-said")).to_contain_text("This QR code holds no answers.")
    expect(tab.locator(".team-names summary")).to_have_text("2 people")
    tab.locator(".team-names summary").click()
    assert [name.input_value() for name in tab.locator(".team-names input").all()] == ["", "Zoë"]
    expect(tab.locator(".team-view")).to_be_visible()
    assert violations(tab) == []


def edition() -> int:
    entry = reading(EXAMPLE_PLAYBOOK).graph.entries["patience-check"].entry
    assert isinstance(entry, Assessment)
    return entry.edition

"""Links to headings and sentences to say are copied by buttons, which come with the script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import Watched, served, watched
from tests.browser.showing import on_clipboard
from tests.playbooks import REAL_PLAYBOOK

PATH = "conversations/handover/"

pytestmark = pytest.mark.browser


def test_sentences_and_links_are_copied_by_keyboard_and_the_page_says_so(reader: Watched) -> None:
    tab = reader.open(PATH)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sentence = tab.locator("[data-copy]").first
    text = sentence.inner_text().strip()
    sentence.get_by_role("button", name=f"Copy “{text}”", exact=True).press("Enter")
    expect(tab.locator("copy-marks")).to_have_text("Copied")
    expect(tab.locator("copy-marks")).to_have_css("position", "fixed")
    assert on_clipboard(tab) == text

    heading = tab.get_by_role("heading", level=2).first
    name = heading.get_attribute("aria-label")
    button = heading.get_by_role("button", name=f"Copy a link to “{name}”", exact=True)
    button.press("Enter")
    expect(tab.locator("copy-marks")).to_have_text(f"Link to “{name}” copied")
    assert on_clipboard(tab) == f"{tab.url}#{heading.get_attribute('id')}"
    expect(button).to_have_css("opacity", "1")
    assert tab.get_by_role("region", name=name, exact=True).count() == 1
    assert violations(tab) == []

    _the_key_copies_the_link_to_the_section_where_one_is(tab)
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    button.press("Enter")
    expect(tab.locator("copy-marks")).to_contain_text("The link is now the address")
    assert tab.url.endswith(f"#{heading.get_attribute('id')}")


def _the_key_copies_the_link_to_the_section_where_one_is(tab: Tab) -> None:
    """So the Tab key need not stop at each heading, unless somebody has switched such keys off."""
    stops = "() => [...new Set([...document.querySelectorAll('h2 > .copy-mark')].map((one) => one.tabIndex))]"
    assert tab.evaluate(stops) == [-1]
    page = tab.url

    def copied(name: str | None) -> str:
        tab.keyboard.press("l")
        expect(tab.locator("copy-marks")).to_have_text(f"Link to “{name}” copied")
        return on_clipboard(tab).removeprefix(page)

    tab.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    assert copied(tab.get_by_role("heading", level=1).inner_text()) == ""
    headings = tab.locator("h2[id]")
    for place, reached in ((2, "scrollIntoView()"), (-1, "id && (location.hash = one.id)")):
        heading = headings.nth(place)
        heading.evaluate(f"one => one.{reached}")
        assert copied(heading.get_attribute("aria-label")) == f"#{heading.get_attribute('id')}"
    part = tab.locator("section:has([data-copy])").first
    part.locator(".copy-mark").last.focus()
    assert copied(part.locator("h2").get_attribute("aria-label")) == f"#{part.get_attribute('aria-labelledby')}"

    tab.keyboard.press("?")
    tab.get_by_role("dialog").get_by_role("checkbox").press("Space")
    assert tab.evaluate(stops) == [0]
    tab.keyboard.press("Escape")


def test_without_scripts_there_are_no_buttons_and_no_room_for_them(browser: Browser, address: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.goto(address + PATH)
        expect(tab.get_by_role("heading", level=2).first).to_be_visible()
        assert tab.locator(".copy-mark").count() == 0
        shown = "(one) => getComputedStyle(one, '::after').content"
        assert tab.locator("[data-copy]").first.evaluate(shown) == "none"
        assert tab.get_by_role("heading", level=2).first.evaluate(shown) == "none"


HIT = """sign => {
  sign.scrollIntoView({ block: "center" });
  const { left, width, top, height } = sign.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  return found.closest("button, a") ? found.outerHTML : "";
}"""
"""The control that a tap on a sign would press."""


def test_a_sign_of_whose_words_these_are_looks_like_no_button_and_is_none(browser: Browser) -> None:
    """The button that copies a link takes a finger beside it, and so has room around it."""
    phone = {"width": 390, "height": 800}
    with watched(browser, served(REAL_PLAYBOOK), viewport=phone, has_touch=True) as reader:
        tab = reader.open("practices/slow-down/")
        tab.locator("h2 .copy-mark").first.wait_for()
        signs = tab.locator(".own-mark sup")
        assert signs.count() > 3
        assert [one.evaluate(HIT) for one in signs.all()] == [""] * signs.count()
        drawn = "all => all.every((one) => getComputedStyle(one, '::before').maskImage.includes('svg'))"
        assert tab.locator(".own-mark sup, .part-own .part-sign, .provenance .sign").evaluate_all(drawn)
        assert tab.locator(".part-sign[aria-label]").count() == tab.locator(".part-own").count()  # is said once
        expect(tab.locator(".part-own").first).to_have_css("text-decoration-line", "none")
        expect(tab.locator(".provenance")).to_contain_text(
            "Sections with a leaf behind their heading are our addition."
        )
        for heading in tab.locator("h2:has(> .copy-mark)").all():
            name = f"Copy a link to “{heading.evaluate('one => one.firstChild.textContent.trim()')}”"
            heading.get_by_role("button", name=name, exact=True).wait_for()

        card = tab.locator(".term-card")
        tab.locator(".part-sign").first.tap()
        expect(card).to_contain_text("The words between these two signs are our addition.")
        signs.first.tap()
        expect(card).to_contain_text("The sources do not give this section: it is our addition.")
        assert violations(tab) == []
        assert tab.locator(":is(h1, h2, h3) .term-card, [data-copy] .term-card").count() == 0
        card.get_by_role("link", name="Where this comes from").tap()
        expect(card).to_be_hidden()
        expect(tab.locator(".provenance")).to_be_in_viewport()
        expect(tab.locator("copy-marks")).to_be_empty()
        assert reader.complaints == []

"""A text check says what stands out in a text, by keyboard and to screen readers, and sends nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import violations
from tests.browser.profiles import tab_in
from tests.browser.served import Watched, back_leads_to, could_tell, served, watched
from tests.browser.showing import on_clipboard, says
from tests.playbooks import REAL_PLAYBOOK

PATH = "text-checks/before-sending/"

pytestmark = pytest.mark.browser


def test_what_is_found_is_said_with_what_to_write_instead(reader: Watched) -> None:
    tab = reader.open(PATH)
    asked: list[str] = []
    result = tab.locator(".text-check-result")
    expect(result).to_contain_text("Nothing to check yet.")
    tab.on("request", lambda request: asked.append(request.url))
    field = tab.get_by_label("Your text")
    field.fill("Act now! We sell state-of-the-art brakes. <b>AMAZING</b>, amazing. Do you want some of them?")

    says(result, "92 characters. 3 listed words to replace.")
    expect(result).to_contain_text("Only the words listed on this page are looked for.")
    expect(result).to_contain_text("32 characters too many")
    expect(result).to_contain_text("108 characters left")
    expect(result).to_contain_text("1 question, 3 statements")
    expect(result).to_contain_text("“I” and its like: 1. “you” and its like: 1.")
    first, second, third = result.get_by_role("listitem").all()
    expect(first).to_contain_text("“Act now”")
    expect(first).to_contain_text("Rather: the day on which it ends")
    expect(first.get_by_role("link")).to_have_attribute("href", "../../conversations/mineral-rights/")
    expect(second).to_contain_text("“state-of-the-art”")
    expect(third).to_contain_text("“AMAZING” 2 times")
    show = third.get_by_role("button", name="Show “AMAZING” in the text")
    for word in ("AMAZING", "amazing"):
        show.press("Enter")
        expect(field).to_be_focused()
        assert tab.evaluate("String(getSelection())") == word
    assert violations(tab) == []

    tab.get_by_role("button", name="Clear").press("Enter")
    expect(result.get_by_role("status")).to_have_text("Nothing to check yet.")
    tab.get_by_role("button", name="Put in an example").press("Enter")
    expect(field).to_be_focused()
    says(result, "3 listed words to replace.")
    assert could_tell(asked, reader.address) == []
    kept = tab.evaluate("Object.entries(localStorage)")
    assert [key for key, _ in kept if not key.endswith(":recent.pages")] == []
    assert not [value for _, value in kept if "brakes" in value or "AMAZING" in value]


DRAFT = "Act now! Nora"


def test_the_text_is_there_again_after_a_look_at_advice_until_it_is_cleared_or_erased(reader: Watched) -> None:
    tab = reader.open(PATH)
    field, result = tab.get_by_label("Your text"), tab.locator(".text-check-result")
    expect(tab.locator("#text-check-text")).to_have_accessible_description(
        "Paste a message or a slide. Your text stays in this tab until you close it or clear it. Nothing is sent."
    )
    field.fill(DRAFT)
    says(result, "1 listed word to replace.")
    back_leads_to(result.get_by_role("listitem").get_by_role("link"))
    expect(field).to_have_value(DRAFT)
    says(result, "1 listed word to replace.")
    tab.reload()
    expect(field).to_have_value(DRAFT)
    other = tab.context.new_page()
    other.goto(reader.address + PATH)
    expect(other.get_by_label("Your text")).to_have_value("")
    other.close()
    assert [text for text in tab.evaluate("Object.values(localStorage)") if "Nora" in text] == []

    tab.get_by_role("button", name="Clear").click()
    tab.reload()
    expect(result.get_by_role("status")).to_have_text("Nothing to check yet.")
    expect(field).to_have_value("")

    field.fill(DRAFT)
    tab.get_by_role("button", name="Erase what is kept here").click()
    dialog = tab.get_by_role("dialog", name="Erase what is kept here")
    dialog.get_by_role("button", name="Yes, erase everything").click()
    expect(dialog.get_by_role("status")).to_contain_text("is erased")
    assert tab.evaluate("sessionStorage.length") == 0
    with tab.expect_navigation():
        dialog.get_by_role("button", name="Close").click()
    expect(field).to_have_value("")


def test_the_text_is_copied_and_said_to_be_as_long_as_it_stays(reader: Watched) -> None:
    tab = reader.open(PATH)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    field, copy = tab.get_by_label("Your text"), tab.get_by_role("button", name="Copy the text")
    expect(copy).to_be_disabled()
    field.fill(DRAFT)
    changes = [
        lambda: field.fill("Another text"),
        lambda: tab.get_by_role("button", name="Put in an example").click(),
        lambda: tab.get_by_role("button", name="Clear").click(),
    ]
    for change in changes:
        copy.press("Enter")
        expect(tab.locator("[data-copied]")).to_have_text("Copied")
        assert on_clipboard(tab) == field.input_value()
        change()
        expect(tab.locator("[data-copied]")).to_be_empty()
    expect(copy).to_be_disabled()


def test_a_browser_that_keeps_nothing_in_a_tab_is_said_to(reader: Watched) -> None:
    reader.tab.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    tab = reader.open(PATH)
    tab.get_by_label("Your text").fill(DRAFT)
    expect(tab.locator(".text-check-help")).to_have_text(
        "This browser does not let the page keep your text. It lasts until you leave the page. Nothing is sent."
    )
    says(tab.locator(".text-check-result"), "1 listed word to replace.")


def test_a_word_that_is_shown_is_in_sight_in_a_long_text(reader: Watched) -> None:
    tab = reader.open(PATH)
    field = tab.get_by_label("Your text")
    field.fill("A plain line.\n" * 60 + "AMAZING\n" + "A plain line.\n" * 60)
    says(tab.locator(".text-check-result"), "“AMAZING”")
    field.evaluate("(field) => { field.scrollTop = 0; }")
    for _ in range(2):  # also where the field has the focus already
        tab.get_by_role("button", name="Show “AMAZING” in the text").click()
        expect(field).to_be_focused()
        top, height, whole = field.evaluate("(one) => [one.scrollTop, one.clientHeight, one.scrollHeight]")
        assert top < whole / 2 < top + height
        field.evaluate("(field) => { field.scrollTop = 0; }")


def test_phrases_that_chase_an_answer_are_found(browser: Browser) -> None:
    with watched(browser, served(REAL_PLAYBOOK)) as reader:
        tab = reader.open("text-checks/check-my-text/")
        tab.get_by_label("Your text").fill("Just checking in. Any news? We are a leading provider with synergies.")
        result = tab.locator(".text-check-result")
        says(result, "“synergies”")
        expect(result.get_by_role("listitem").locator("strong")).to_have_text(
            ["“Just checking in”", "“Any news”", "“leading provider”", "“synergies”"]
        )
        assert reader.complaints == []


def test_on_a_phone_a_link_with_the_numbers_stays_in_view_and_leads_to_the_result(
    browser: Browser, address: str
) -> None:
    with watched(browser, address, viewport={"width": 390, "height": 560}) as reader:
        tab = reader.open(PATH)
        jump = tab.get_by_role("link", name="What stands out")
        expect(jump).to_have_count(0)
        where = tab.locator("#text-check-text").bounding_box()
        tab.get_by_label("Your text").fill("Act now! We sell state-of-the-art brakes.")
        expect(jump).to_have_text("What stands out: 41 characters. 2 listed words to replace.")
        assert tab.locator("#text-check-text").bounding_box() == where
        tab.evaluate("scrollTo(0, document.querySelector('#text-check-text').getBoundingClientRect().top - 200)")
        expect(jump).to_be_in_viewport(ratio=1)
        box = jump.bounding_box()
        assert box
        assert box["height"] >= 44
        assert violations(tab) == []
        jump.press("Enter")
        expect(tab.get_by_role("heading", name="What stands out")).to_be_in_viewport()
        tab.set_viewport_size({"width": 1440, "height": 900})
        expect(jump).to_have_count(0)
        assert reader.complaints == []


def test_without_scripts_the_words_are_a_table(browser: Browser, address: str) -> None:
    with tab_in(browser, java_script_enabled=False) as tab:
        tab.goto(address + PATH)
        expect(tab.get_by_text("Checking a text takes JavaScript")).to_be_visible()
        expect(tab.get_by_role("button", name="Clear")).to_have_count(0)
        row = tab.get_by_role("table", name="Words that say nothing").get_by_role("row", name="state of the art")
        expect(row).to_contain_text("since when there is one")

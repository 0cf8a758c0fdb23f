"""A self-check on its page: answering, and the result."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.browser.accessibility import violations_of_state
from tests.browser.checks_site import (
    ALL_GOOD,
    LEVELS,
    RIDE,
    SHOP,
    SLIP,
    TEAM,
    accessible,
    answer,
    button,
    chosen,
    finish,
    keep,
    kept,
    record,
)
from tests.browser.forced_colours import hidden_states
from tests.browser.served import Watched, back_leads_to, watched

pytestmark = pytest.mark.browser

# ---- pages ----


def test_a_long_check_is_answered_page_by_page_with_the_keys_and_its_result_names_every_part(reader: Watched) -> None:
    tab = reader.open(LEVELS)
    title = tab.locator(".check-page-title")
    expect(title).to_have_text("Page 1 of 3: Tools")
    expect(tab.locator("fieldset:visible")).to_have_count(2)
    accessible(tab)
    answer(tab, {"hung": 0.25, "sharp": 1})
    button(tab, "Next page").press("Enter")
    expect(title).to_have_text("Page 2 of 3: Floor")
    expect(title).to_be_focused()
    assert tab.url.endswith("#questions-2")
    tab.keyboard.press("Tab")  # the list of pages
    tab.keyboard.press("Enter")
    pages = tab.get_by_role("navigation", name="All pages").get_by_role("listitem")
    expect(pages).to_have_text(["Tools 2 of 2 answered", "Floor 0 of 2 answered", "The counter 0 of 2 answered"])
    pages.nth(2).get_by_role("link").press("Enter")
    expect(title).to_have_text("Page 3 of 3: The counter")
    expect(button(tab, "Next page")).to_be_hidden()
    answer(tab, {"greeted-all": 0.25, "asked-all": 0.5})
    tab.go_back()
    expect(title).to_have_text("Page 2 of 3: Floor")
    answer(tab, {"swept": 0.5})
    reader.open(TEAM)
    reader.open(LEVELS)  # one goes on at the first open question
    expect(title).to_have_text("Page 2 of 3: Floor")
    tab.emulate_media(media="print")
    expect(tab.locator("fieldset:visible")).to_have_count(6)
    tab.emulate_media(media="screen")
    button(tab, "Previous page").click()
    button(tab, "See the result").click()
    expect(tab.locator('[name="answer-lit"][value=""]')).to_be_focused()
    answer(tab, {"lit": 0})
    finish(tab)
    expect(title).to_be_hidden()
    said = ["All together", "The bench", "Tools", "Floor", "The counter"]
    expect(tab.locator(".profile-table tbody th")).to_have_text(said)
    values = ["0.41 of 1", "0.44 of 1", "0.63 of 1", "0.25 of 1", "0.38 of 1"]
    expect(tab.locator(".profile-score")).to_have_text(values)
    expect(tab.locator(".profile-band")).to_have_text(["Silent"])
    expect(tab.locator(".result > .result-meaning")).to_have_text(["The counter: Silent. Say a word."])
    accessible(tab)


# ---- answering ----


def test_nothing_is_answered_at_first_and_progress_is_told_as_one_goes(reader: Watched) -> None:
    tab = reader.open(SHOP)
    assert chosen(tab) == dict.fromkeys(ALL_GOOD, "")
    expect(tab.locator(".check-count")).to_have_text("0 of 4 answered")
    answer(tab, {"greeted": 3, "on-time": 2})
    expect(tab.locator(".check-count")).to_have_text("2 of 4 answered · Score: 10 of 12, Rolling")
    tab.locator('[name="answer-greeted"][value=""]').check()
    expect(tab.locator(".check-count")).to_have_text("1 of 4 answered")


def test_too_few_answers_give_no_result_but_a_way_on(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, {"greeted": 3})
    button(tab, "See the result").click()
    needed = "Answer at least half of the questions, and there is something to say."
    said = tab.locator(".check-count")
    expect(said).to_have_text(needed)
    expect(said).to_be_in_viewport()
    expect(tab.locator('[name="answer-on-time"][value=""]')).to_be_focused()
    asked = tab.locator("#question-on-time")
    expect(asked.get_by_role("alert")).to_have_text(f"This question is not answered yet. 3 are still open. {needed}")
    expect(asked.get_by_role("button")).to_have_count(0)


def test_a_missing_answer_is_asked_for_where_it_is_missing_and_can_be_left_out(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, {"greeted": 3, "on-time": 2, "safe": 1})
    button(tab, "See the result").click()
    asked = tab.get_by_role("group", name="We explain what we did")
    expect(asked).to_have_accessible_description(re.compile("This question is not answered yet. It is the only one."))
    expect(asked.get_by_role("alert")).to_be_in_viewport()
    expect(tab.locator('[name="answer-explained"][value=""]')).to_be_focused()
    accessible(tab)
    assert hidden_states(tab, {"#question-safe": "data-missing"}) == []
    tab.locator('[name="answer-explained"][value="2"]').check()
    expect(tab.get_by_role("alert")).to_have_count(0)
    tab.locator('[name="answer-explained"][value=""]').check()
    button(tab, "See the result").click()
    button(tab, "See the result without it").click()
    expect(tab.locator(".result-title")).to_be_focused()
    expect(tab.locator(".result-guess")).to_have_text(
        "One question is not answered. The others stand for what is missing: an estimate."
    )


def test_a_result_has_an_address_and_back_leads_to_the_questions(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    tab.go_back()
    expect(tab.locator("form.check-form")).to_be_visible()
    expect(tab.locator(".result")).to_be_hidden()
    expect(tab.locator('[name="answer-greeted"]:checked')).to_be_focused()
    tab.go_forward()
    expect(tab.locator(".result-title")).to_be_focused()
    tab.reload()
    expect(tab.locator(".result-title")).to_be_focused()
    back_leads_to(tab.locator(".result").get_by_role("link").last)
    button(tab, "Change answers").click()
    expect(tab.locator("form.check-form")).to_be_visible()
    assert tab.url.endswith("#questions")
    assert len(kept(tab)["history"]) == 1
    button(tab, "Clear the answers, keep the results").click()
    tab.goto(f"{reader.address}{SHOP}#result")
    expect(tab.locator("form.check-form")).to_be_visible()
    assert tab.url.endswith("#questions")


def test_the_result_tells_the_band_the_pages_and_the_answers(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Rolling")
    expect(tab.locator(".result-meaning")).to_have_text("It runs.")
    expect(tab.locator(".chart figcaption")).to_have_text("Score: 6 of 12. The higher the better.")
    assert tab.locator(".result-picks li").all_inner_texts() == [
        "bell Term\nHear how a bell greets people.\nPeople are greeted: No",
        "oil Term\nLess friction saves an hour a day.\nRepairs are done in time: A little",
        "saddle Term\nNow sit down and look around.\nResult: Rolling",
    ]
    assert tab.locator(".result-answers tbody tr").all_inner_texts() == [
        "People are greeted\tNo\t\nbell",
        "Repairs are done in time\tA little\t\noil",
        "We explain what we did\tMostly\t",
        "Bicycles leave safe\tYes\t",
    ]
    assert hidden_states(tab, {".bands-cell:not(.bands-cell--here)": ".bands-cell--here"}) == []
    tab.get_by_role("link", name="bell").first.click()
    expect(tab.get_by_role("heading", name="bell", exact=True)).to_be_visible()


def test_a_knock_out_is_explained(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, {**ALL_GOOD, "safe": 0})
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Rusty")
    expect(tab.locator(".result")).to_contain_text(
        "By its number alone this would be “Rolling”. An unsafe bicycle undoes the rest."
    )


def test_counts_means_weights_and_formulas_come_together(reader: Watched) -> None:
    tab = reader.open(RIDE)
    tab.get_by_label("Number, from 0 to 50").first.fill("6")
    tab.get_by_label("Number, from 0 to 50").last.fill("15")
    answer(tab, {"comfort": 3, "quiet": 2, "fear": 1, "dark": 2})
    expect(tab.locator(".check-count")).to_have_text(
        "6 of 6 answered · All together: 3.20 of 9, Fine ride · Bells per shout: 0.40 bells per shout, Loud"
    )
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Fine ride")
    assert [text.split(".")[0] for text in tab.locator(".result-meaning").all_inner_texts()] == [
        "All together: Fine ride",
        "Bells per shout: Loud",
    ]
    assert tab.locator(".result-parts tbody tr").all_inner_texts() == [
        "Ease\t\n8.0 of 9",
        "Risk\t\n1.5 of 3, the lower the better",
    ]
    expect(tab.locator(".result-lever")).to_have_text("One point less of “Risk” would move the result most.")


# ---- accessible, by keyboard, on paper, without JavaScript ----


@pytest.mark.sampled
@pytest.mark.rehearsal
def test_every_state_is_accessible_and_fits(reader: Watched) -> None:
    past = {"at": "2026-01-05T10:00:00Z", "edition": 3, "answers": ALL_GOOD}
    keep(reader.tab, reader.address, record(SLIP, history=[past]))
    tab = reader.open(SHOP)
    assert violations_of_state(tab) == []
    finish(tab)
    assert violations_of_state(tab) == []
    tab = reader.open(RIDE)
    tab.get_by_label("Number, from 0 to 50").first.fill("6")
    tab.get_by_label("Number, from 0 to 50").last.fill("15")
    answer(tab, {"comfort": 0})
    assert violations_of_state(tab) == []
    answer(tab, {"quiet": 2, "fear": 1, "dark": 2})
    finish(tab)
    assert violations_of_state(tab) == []


def test_targets_are_large_enough(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    small = """(all) => all.map((one) => one.getBoundingClientRect())
        .filter((box) => box.height && (box.height < 24 || box.width < 24)).length"""
    assert tab.locator("assessment-sheet button").evaluate_all(small) == 0
    button(tab, "Change answers").click()
    assert tab.locator("assessment-sheet label.answer").evaluate_all(small) == 0


def test_a_result_prints_on_one_page_and_a_blank_sheet_without_the_answers(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    assert crossed(tab) == len(SLIP)
    finish(tab)
    result = PdfReader(BytesIO(tab.pdf(format="A4")))
    assert len(result.pages) == 1
    text = result.pages[0].extract_text()
    assert "Rolling" in text
    assert "How it is scored" not in text
    tab.evaluate("window.print = () => { window.printed = document.documentElement.dataset.printing }")
    button(tab, "Print a blank sheet").click()
    assert tab.evaluate("window.printed") == "blank"
    pages = [page.extract_text() for page in PdfReader(BytesIO(tab.pdf(format="Letter"))).pages]
    assert "How it is scored" in pages[0], "so few questions leave room for the key"
    blank = "".join(pages)
    for words in ("Bicycles leave safe", "How it is scored", "Rusty", "0 to 5", "Mine:", "Where each answer leads"):
        assert words in blank
    assert "Result of" not in blank
    assert "Not answered" not in blank
    assert crossed(tab) == 0


def crossed(tab: Tab) -> int:
    """How many boxes bear a cross on paper. None is filled, so that a blank sheet can be filled in with a pen."""
    tab.emulate_media(media="print")
    boxes = tab.locator(".answer > span").evaluate_all(
        """(all) => all.filter((one) => one.checkVisibility()).map((one) => {
          const box = getComputedStyle(one, "::before");
          return [box.content, box.backgroundColor]; })"""
    )
    tab.emulate_media(media="null")
    assert {background for _, background in boxes} <= {"rgba(0, 0, 0, 0)"}
    return [content for content, _ in boxes].count('"×"')


def test_without_scripts_the_questions_and_the_key_are_whole(browser: Browser, address: str) -> None:
    with watched(browser, address, java_script_enabled=False) as reader:
        tab = reader.open(SHOP)
        assert tab.get_by_role("group").and_(tab.locator("fieldset")).count() == 4
        tab.get_by_role("group", name="Bicycles leave safe").get_by_label("Mostly").check()
        expect(tab.get_by_role("heading", name="How it is scored")).to_be_visible()
        expect(tab.locator(".key-bands dt").first).to_have_text("0 to 5 Rusty")
        expect(tab.locator(".answer-value").first).to_be_visible()
        assert tab.locator("assessment-sheet button").count() == 0
        assert len(tab.pdf(format="A4")) > 1000
        assert reader.complaints == []

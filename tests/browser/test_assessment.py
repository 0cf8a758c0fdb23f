"""A self-check on its page: answering, the result, and what becomes of the answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from tests.browser.accessibility import in_looks, rules_in
from tests.browser.checks_site import (
    ALL_GOOD,
    KEY,
    LEVELS,
    RIDE,
    SHOP,
    TEAM,
    accessible,
    answer,
    button,
    chosen,
    keep,
    kept,
    notes,
    record,
    share_link,
)
from tests.browser.forced_colours import hidden_states
from tests.browser.served import Watched, watched

pytestmark = pytest.mark.browser

SLIP = {"greeted": 0, "on-time": 1, "explained": 2, "safe": 3}


@pytest.fixture
def watch(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as found:
        yield found
        assert found.complaints == []


def finish(tab: Tab) -> None:
    button(tab, "See the result").click()
    expect(tab.locator(".result-title")).to_be_focused()
    assert tab.url.endswith("#result")


# ---- pages ----


def test_a_long_check_is_answered_page_by_page_with_the_keys_and_its_result_names_every_part(watch: Watched) -> None:
    tab = watch.open(LEVELS)
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
    watch.open(TEAM)
    watch.open(LEVELS)  # one goes on at the first open question
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
    values = ["0.41 of 1.00", "0.44 of 1.00", "0.63 of 1.00", "0.25 of 1.00", "0.38 of 1.00"]
    expect(tab.locator(".profile-score")).to_have_text(values)
    expect(tab.locator(".profile-band")).to_have_text(["Silent"])
    expect(tab.locator(".result > .result-meaning")).to_have_text(["The counter: Silent. Say a word."])
    accessible(tab)


# ---- answering ----


def test_nothing_is_answered_at_first_and_progress_is_told_as_one_goes(watch: Watched) -> None:
    tab = watch.open(SHOP)
    assert chosen(tab) == dict.fromkeys(ALL_GOOD, "")
    expect(tab.locator(".check-count")).to_have_text("0 of 4 answered")
    answer(tab, {"greeted": 3, "on-time": 2})
    expect(tab.locator(".check-count")).to_have_text("2 of 4 answered · Score: 10 of 12, Rolling")
    tab.locator('[name="answer-greeted"][value=""]').check()
    expect(tab.locator(".check-count")).to_have_text("1 of 4 answered")


def test_too_few_answers_give_no_result_but_a_way_on(watch: Watched) -> None:
    tab = watch.open(SHOP)
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


def test_a_missing_answer_is_asked_for_where_it_is_missing_and_can_be_left_out(watch: Watched) -> None:
    tab = watch.open(SHOP)
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


def test_a_result_has_an_address_and_back_leads_to_the_questions(watch: Watched) -> None:
    tab = watch.open(SHOP)
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
    button(tab, "Change answers").click()
    expect(tab.locator("form.check-form")).to_be_visible()
    assert tab.url.endswith("#questions")
    assert len(kept(tab)["history"]) == 1
    button(tab, "Start afresh").click()
    tab.goto(f"{watch.address}{SHOP}#result")
    expect(tab.locator("form.check-form")).to_be_visible()
    assert tab.url.endswith("#questions")


def test_the_result_tells_the_band_the_pages_and_the_answers(watch: Watched) -> None:
    tab = watch.open(SHOP)
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


def test_a_knock_out_is_explained(watch: Watched) -> None:
    tab = watch.open(SHOP)
    answer(tab, {**ALL_GOOD, "safe": 0})
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Rusty")
    expect(tab.locator(".result")).to_contain_text(
        "By its number alone this would be “Rolling”. An unsafe bicycle undoes the rest."
    )


def test_counts_means_weights_and_formulas_come_together(watch: Watched) -> None:
    tab = watch.open(RIDE)
    tab.get_by_label("Number, from 0 to 50").first.fill("6")
    tab.get_by_label("Number, from 0 to 50").last.fill("15")
    answer(tab, {"comfort": 3, "quiet": 2, "fear": 1, "dark": 2})
    expect(tab.locator(".check-count")).to_have_text(
        "6 of 6 answered · All together: 3.20, Fine ride · Bells per shout: 0.40 bells per shout, Loud"
    )
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Fine ride")
    assert [text.split(".")[0] for text in tab.locator(".result-meaning").all_inner_texts()] == [
        "All together: Fine ride",
        "Bells per shout: Loud",
    ]
    assert tab.locator(".result-parts tbody tr").all_inner_texts() == [
        "Ease\t\n8.0 of 9.0",
        "Risk\t\n1.5 of 3.0, the lower the better",
    ]
    expect(tab.locator(".result-lever")).to_have_text("One point less of “Risk” would move the result most.")


# ---- what is kept ----


def test_answers_are_kept_under_the_name_of_the_site_and_the_check(watch: Watched) -> None:
    tab = watch.open(SHOP)
    answer(tab, {"greeted": 2})
    found = kept(tab)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found.pop("updatedAt"))
    assert found == {"schema": 1, "edition": 3, "answers": {"greeted": 2}, "history": []}
    tab.reload()
    assert chosen(tab)["greeted"] == "2"


def test_results_make_a_history_with_a_trend_and_what_changed(watch: Watched) -> None:
    past = [
        {"at": "2026-01-05T10:00:00Z", "edition": 3, "answers": {**SLIP, "safe": 1}},
        {"at": "2026-02-05T10:00:00Z", "edition": 3, "answers": SLIP},
    ]
    keep(watch.tab, watch.address, record(SLIP, history=past))
    tab = watch.open(SHOP)
    answer(tab, {"greeted": 3})
    finish(tab)
    assert tab.locator(".result-changes li").all_inner_texts() == [
        "Score: from 6 to 9",
        "People are greeted: from “No” to “Yes”",
    ]
    expect(tab.get_by_role("heading", name="What changed since 5 February 2026")).to_be_visible()
    rows = tab.get_by_role("table", name="Score over time").locator("tbody tr").all_inner_texts()
    assert rows[:2] == ["5 January 2026\t4", "5 February 2026\t6"]
    assert rows[2].endswith("\t9")
    assert tab.locator(".trend circle").count() == 3
    finish_again = button(tab, "Change answers")
    finish_again.click()
    finish(tab)
    assert len(kept(tab)["history"]) == 3


def test_starting_afresh_keeps_earlier_results_and_can_be_undone(watch: Watched) -> None:
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    button(tab, "Start afresh").click()
    assert chosen(tab) == dict.fromkeys(SLIP, "")
    assert (kept(tab)["answers"], len(kept(tab)["history"])) == ({}, 1)
    button(tab, "Undo").click()
    assert kept(tab)["answers"] == SLIP
    assert notes(tab) == ["Undone."]


def test_one_button_erases_everything_of_this_site_and_nothing_else(watch: Watched) -> None:
    keep(watch.tab, watch.address, "{}", "playbook:workshop.example/book:ride-check")
    for key in ("intake-list", "first-week", "connection-bingo-sheet.office"):
        keep(watch.tab, watch.address, "{}", f"playbook:workshop.example/book:{key}")
    for key in ("playbook:workshop-example-book:shop-check", "playbook:ticks:intake-list", "playbook:path:first-week"):
        keep(watch.tab, watch.address, "{}", key)
    keep(watch.tab, watch.address, "mine", "playbook:another-site:shop-check")
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    button(tab, "Erase everything").click()
    expect(button(tab, "Cancel")).to_be_focused()
    button(tab, "Cancel").click()
    assert kept(tab)["answers"] == SLIP
    button(tab, "Erase everything").click()
    button(tab, "Yes, erase everything").click()
    said = tab.get_by_role("dialog").get_by_role("status")
    expect(said).to_have_text("Everything that you entered and this site had kept in this browser is erased.")
    assert tab.evaluate("Object.keys(localStorage).sort()") == ["playbook:another-site:shop-check"]
    with tab.expect_navigation():
        button(tab, "Close").click()
    assert chosen(tab) == dict.fromkeys(SLIP, "")


@pytest.mark.parametrize(
    ("refusal", "told"),
    [
        (
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no') } })",
            "This browser does not let the page keep answers. They last until you close it: save them to a file, or"
            " make a link.",
        ),
        (
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            "The storage of this browser is full, so the last answers are not kept. Save them to a file, or make a"
            " link.",
        ),
    ],
)
def test_without_storage_one_can_work_and_is_told(watch: Watched, refusal: str, told: str) -> None:
    watch.tab.add_init_script(refusal)
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    assert notes(tab) == [told]
    accessible(tab)
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Rolling")
    expect(tab.locator(".keep-state")).to_have_text("Answers are not being kept in this browser.")
    with tab.expect_download() as download:
        button(tab, "Save to a file").click()
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["answers"] == SLIP


@pytest.mark.parametrize("corrupt", ["{", "null", '{"schema":1,"answers":"<img src=x onerror=alert(1)>"}'])
def test_what_cannot_be_read_is_set_aside_and_offered(watch: Watched, corrupt: str) -> None:
    keep(watch.tab, watch.address, corrupt)
    tab = watch.open(SHOP)
    assert notes(tab) == [
        "What was kept here from before cannot be read. It is set aside, so that nothing overwrites it."
    ]
    accessible(tab)
    answer(tab, {"safe": 1})
    assert kept(tab)["answers"] == {"safe": 1}
    assert tab.evaluate("(key) => localStorage.getItem(key)", f"{KEY}:set-aside-1") == corrupt
    with tab.expect_download() as download:
        button(tab, "Download what was set aside").click()
    assert Path(download.value.path()).read_text("utf-8") == corrupt
    button(tab, "Remove it").click()
    assert notes(tab) == []
    assert kept(tab)["answers"] == {"safe": 1}


def test_answers_of_an_older_edition_are_carried_over_and_explained(watch: Watched) -> None:
    keep(watch.tab, watch.address, record({"hello": 2, "window": 1, "safe": 3}, edition=1))
    tab = watch.open(SHOP)
    assert notes(tab) == [
        "These questions are now in edition 3. Two questions about greetings became one."
        " The question about the window is no longer asked. Your other answers were carried over.",
        "One of your earlier answers belongs to a question or a choice that is no longer here, and is left out.",
    ]
    assert chosen(tab) == {"greeted": "2", "on-time": "", "explained": "", "safe": "3"}
    assert kept(tab)["edition"] == 1
    answer(tab, {"on-time": 1})
    assert (kept(tab)["edition"], kept(tab)["answers"]) == (3, {"safe": 3, "greeted": 2, "on-time": 1})


def test_an_item_that_was_reworded_or_moved_keeps_its_answer(watch: Watched) -> None:
    keep(watch.tab, watch.address, record({"safe": 1, "explained": 2, "greeted": 3}))
    tab = watch.open(SHOP)
    assert chosen(tab) == {"greeted": "3", "on-time": "", "explained": "2", "safe": "1"}
    assert notes(tab) == []


@pytest.mark.parametrize("newer", [record(SLIP, edition=4), record(SLIP, schema=2)])
def test_answers_of_a_newer_edition_can_be_looked_at_only(watch: Watched, newer: str) -> None:
    keep(watch.tab, watch.address, newer)
    tab = watch.open(SHOP)
    assert notes(tab) == [
        "The answers kept in this browser come from a newer edition of this check than the page knows."
        " They can be looked at but not changed here. Reload the page to get the newer edition."
    ]
    accessible(tab)
    expect(tab.locator("fieldset input").first).to_be_disabled()
    for name in ("Save to a file", "Load a file or PDF", "Make a link", "Start afresh"):
        expect(button(tab, name)).to_be_disabled()
    with tab.expect_download() as download:
        button(tab, "Save them to a file").click()
    assert Path(download.value.path()).read_text("utf-8") == newer
    assert tab.evaluate("(key) => localStorage.getItem(key)", KEY) == newer


def test_two_tabs_do_not_lose_each_others_answers(watch: Watched) -> None:
    one = watch.open(SHOP)
    other = one.context.new_page()
    other.goto(watch.address + SHOP)
    answer(one, {"greeted": 1})
    expect(other.locator('[name="answer-greeted"][value="1"]')).to_be_checked()
    assert notes(other) == ["Another tab has changed these answers. You see them as they are now."]
    answer(other, {"safe": 2})
    expect(one.locator('[name="answer-safe"][value="2"]')).to_be_checked()
    assert kept(one)["answers"] == {"greeted": 1, "safe": 2}


def test_a_tab_that_did_not_hear_of_the_other_still_adds_to_its_answers(watch: Watched) -> None:
    tab = watch.open(SHOP)
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, record({"on-time": 3})])
    answer(tab, {"safe": 2})
    assert kept(tab)["answers"] == {"on-time": 3, "safe": 2}


# ---- links and files ----


def link_of(tab: Tab) -> str:
    button(tab, "Make a link").click()
    return tab.get_by_label("Whoever opens this link sees your answers.").input_value()


def test_a_link_shows_the_answers_to_somebody_else_and_changes_nothing(watch: Watched, browser: Browser) -> None:
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    link = link_of(tab)
    accessible(tab)
    assert re.fullmatch(re.escape(watch.address + SHOP) + r"#v1\.[\w-]+\.[0-9a-f]{8}", link)
    with watched(browser, watch.address) as visitor:
        keep(visitor.tab, watch.address, record(ALL_GOOD))
        visitor.tab.goto(link)
        expect(visitor.tab.locator(".result-title")).to_have_text("Rolling")
        expect(visitor.tab.locator(".check-note").first).to_contain_text("to look at. Your own are not touched.")
        accessible(visitor.tab)
        assert kept(visitor.tab) == json.loads(record(ALL_GOOD))
        button(visitor.tab, "Close and go to my own").click()
        assert visitor.tab.url == watch.address + SHOP
        assert chosen(visitor.tab) == {item: str(value) for item, value in ALL_GOOD.items()}
        assert visitor.complaints == []


def test_a_copy_of_shared_answers_is_taken_only_after_a_look(watch: Watched) -> None:
    keep(watch.tab, watch.address, record({"greeted": 1}))
    link = share_link(b"shop-check 3 2026-03-04T05:06:07Z greeted=3 safe=2")
    tab = watch.open(f"{SHOP}#{link}")
    button(tab, "Save a copy").click()
    assert notes(tab) == ["Here: 2 answers, of 4 March 2026. 2 differ from yours; you have 1. Nothing is changed yet."]
    accessible(tab)
    assert kept(tab)["answers"] == {"greeted": 1}
    button(tab, "Leave mine as they are").click()
    assert kept(tab)["answers"] == {"greeted": 1}
    tab.goto(f"{watch.address}{SHOP}#{link}")
    button(tab, "Save a copy").click()
    button(tab, "Replace all of mine").click()
    assert kept(tab)["answers"] == {"greeted": 3, "safe": 2}
    button(tab, "Undo").click()
    assert kept(tab)["answers"] == {"greeted": 1}


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("v1.AAAA.00000000", "This link is damaged: some of it was lost or changed on its way."),
        ("v7.AAAA.00000000", "This comes from a newer edition of this check than the page knows."),
        ("v1." + "A" * 9000, "This is too long for answers from here."),
    ],
)
def test_a_bad_link_is_told_and_changes_nothing(watch: Watched, fragment: str, told: str) -> None:
    keep(watch.tab, watch.address, record(SLIP))
    tab = watch.open(f"{SHOP}#{fragment}")
    assert [text.startswith(told) for text in notes(tab)] == [True]
    assert notes(tab)[0].endswith("Nothing of yours was changed.")
    accessible(tab)
    assert chosen(tab) == {item: str(value) for item, value in SLIP.items()}
    assert kept(tab) == json.loads(record(SLIP))


def load(tab: Tab, text: str) -> None:
    tab.locator("input[type=file]").set_input_files(
        {"name": "answers.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_file_brings_answers_and_history_to_another_browser(watch: Watched, browser: Browser) -> None:
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    with tab.expect_download() as download:
        button(tab, "Save to a file").click()
    text = Path(download.value.path()).read_text("utf-8")
    with watched(browser, watch.address) as other:
        new = other.open(SHOP)
        load(new, text)
        expect(new.locator(".check-note")).to_contain_text("The answers were taken over.")
        assert kept(new)["answers"] == SLIP
        assert kept(new)["history"] == kept(tab)["history"]
        assert other.complaints == []


def test_an_import_is_shown_first_then_merged_or_left(watch: Watched) -> None:
    tab = watch.open(SHOP)
    answer(tab, {"greeted": 1, "safe": 1})
    text = {"kind": "playbook-answers", "assessment": "shop-check", **json.loads(record({"safe": 3, "gone": 1}))}
    load(tab, json.dumps(text))
    expect(button(tab, "Leave mine as they are")).to_be_visible()
    assert notes(tab) == [
        "Here: 1 answer, of 3 February 2026. 1 differs from yours; you have 2."
        " 1 that no longer fits is left out. Nothing is changed yet."
    ]
    button(tab, "Merge: theirs first, mine where they have none").click()
    assert kept(tab)["answers"] == {"greeted": 1, "safe": 3}
    button(tab, "Undo").click()
    assert kept(tab)["answers"] == {"greeted": 1, "safe": 1}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("nonsense", "This file holds no answers that can be read. Nothing of yours was changed."),
        ("x" * 300_000, "This is too long for answers from here. Nothing of yours was changed."),
        (
            json.dumps({"kind": "playbook-answers", "assessment": "ride-check", **json.loads(record({"safe": 3}))}),
            "This belongs to another check (ride-check). Nothing of yours was changed.",
        ),
        (
            json.dumps({"kind": "playbook-answers", "assessment": "shop-check", **json.loads(record({"gone": 3}))}),
            "There is no answer in it that belongs to this check. Nothing of yours was changed.",
        ),
    ],
)
def test_a_file_that_does_not_fit_is_told_and_changes_nothing(watch: Watched, text: str, told: str) -> None:
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    before = kept(tab)
    load(tab, text)
    expect(tab.locator(".check-note > p")).to_have_text(told)
    assert kept(tab) == before


# ---- accessible, by keyboard, on paper, without JavaScript ----


@in_looks
def test_every_state_is_accessible_and_fits(browser: Browser, address: str, width: int, scheme: str) -> None:
    rules = rules_in(width, scheme)
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 700}}
    with watched(browser, address, **options) as watch:
        keep(
            watch.tab,
            address,
            record(SLIP, history=[{"at": "2026-01-05T10:00:00Z", "edition": 3, "answers": ALL_GOOD}]),
        )
        for path in (SHOP, RIDE):
            tab = watch.open(path)
            accessible(tab, *rules)
            if path == RIDE:
                tab.get_by_label("Number, from 0 to 50").first.fill("6")
                tab.get_by_label("Number, from 0 to 50").last.fill("15")
                answer(tab, {"comfort": 0})
                accessible(tab, *rules)
                answer(tab, {"quiet": 2, "fear": 1, "dark": 2})
            finish(tab)
            accessible(tab, *rules)
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert watch.complaints == []


def test_targets_are_large_enough(watch: Watched) -> None:
    tab = watch.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    small = """(all) => all.map((one) => one.getBoundingClientRect())
        .filter((box) => box.height && (box.height < 24 || box.width < 24)).length"""
    assert tab.locator("assessment-sheet button").evaluate_all(small) == 0
    button(tab, "Change answers").click()
    assert tab.locator("assessment-sheet label.answer").evaluate_all(small) == 0


def test_a_result_prints_on_one_page_and_a_blank_sheet_without_the_answers(watch: Watched) -> None:
    tab = watch.open(SHOP)
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
    blank = "".join(page.extract_text() for page in PdfReader(BytesIO(tab.pdf(format="A4"))).pages)
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
    with watched(browser, address, java_script_enabled=False) as watch:
        tab = watch.open(SHOP)
        assert tab.get_by_role("group").and_(tab.locator("fieldset")).count() == 4
        tab.get_by_role("group", name="Bicycles leave safe").get_by_label("Mostly").check()
        expect(tab.get_by_role("heading", name="How it is scored")).to_be_visible()
        expect(tab.locator(".key-bands dt").first).to_have_text("0 to 5 Rusty")
        expect(tab.locator(".answer-value").first).to_be_visible()
        assert tab.locator("assessment-sheet button").count() == 0
        assert len(tab.pdf(format="A4")) > 1000
        assert watch.complaints == []

"""What becomes of the answers of a self-check: kept, carried over to another edition, erased."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.checks_site import (
    KEY,
    SHOP,
    SLIP,
    accessible,
    answer,
    button,
    chosen,
    finish,
    keep,
    kept,
    notes,
    record,
)
from tests.browser.served import Watched, begin_to_use
from tests.sampling import first_of

pytestmark = pytest.mark.browser


def test_answers_are_kept_under_the_name_of_the_site_and_the_check(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, {"greeted": 2})
    found = kept(tab)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", found.pop("updatedAt"))
    assert found == {"schema": 1, "edition": 3, "answers": {"greeted": 2}, "history": []}
    tab.reload()
    expect(tab.locator("[name=answer-greeted]:checked")).to_have_value("2")


def test_results_make_a_history_with_a_trend_and_what_changed(reader: Watched) -> None:
    past = [
        {"at": "2026-01-05T10:00:00Z", "edition": 3, "answers": {**SLIP, "safe": 1}},
        {"at": "2026-02-05T10:00:00Z", "edition": 3, "answers": SLIP},
    ]
    keep(reader.tab, reader.address, record(SLIP, history=past))
    tab = reader.open(SHOP)
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


def test_starting_afresh_keeps_earlier_results_and_can_be_undone(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    button(tab, "Clear the answers, keep the results").click()
    assert chosen(tab) == dict.fromkeys(SLIP, "")
    assert (kept(tab)["answers"], len(kept(tab)["history"])) == ({}, 1)
    button(tab, "Undo").click()
    assert kept(tab)["answers"] == SLIP
    assert notes(tab) == ["Undone."]


def test_one_button_erases_everything_of_this_site_and_nothing_else(reader: Watched) -> None:
    keep(reader.tab, reader.address, "{}", "playbook:workshop.example/book:ride-check")
    for key in ("intake-list", "first-week", "connection-bingo-sheet.office"):
        keep(reader.tab, reader.address, "{}", f"playbook:workshop.example/book:{key}")
    for key in ("playbook:workshop-example-book:shop-check", "playbook:ticks:intake-list", "playbook:path:first-week"):
        keep(reader.tab, reader.address, "{}", key)
    keep(reader.tab, reader.address, "mine", "playbook:another-site:shop-check")
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    tab.locator(".keep").get_by_role("button", name="Erase what is kept here").click()
    expect(button(tab, "Cancel")).to_be_focused()
    button(tab, "Cancel").click()
    assert kept(tab)["answers"] == SLIP
    tab.locator(".keep").get_by_role("button", name="Erase what is kept here").click()
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
            " copy a link.",
        ),
        (
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
            "The storage of this browser is full, so the last answers are not kept. Save them to a file, or copy a"
            " link.",
        ),
    ],
)
def test_without_storage_one_can_work_and_is_told(reader: Watched, refusal: str, told: str) -> None:
    reader.tab.add_init_script(refusal)
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    assert notes(tab) == [told]
    accessible(tab)
    finish(tab)
    expect(tab.locator(".result-title")).to_have_text("Rolling")
    expect(tab.locator(".keep-state")).to_have_text("Answers are not being kept in this browser.")
    with tab.expect_download() as download:
        button(tab, "Save to a file").click()
    assert json.loads(Path(download.value.path()).read_text("utf-8"))["answers"] == SLIP


CORRUPT = ('{"schema":1,"answers":"<img src=x onerror=alert(1)>"}', "{", "null")


@pytest.mark.sampled
@pytest.mark.parametrize("corrupt", first_of(CORRUPT))
def test_what_cannot_be_read_is_set_aside_and_offered(reader: Watched, corrupt: str) -> None:
    keep(reader.tab, reader.address, corrupt)
    tab = reader.open(SHOP)
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


def test_answers_of_an_older_edition_are_carried_over_and_explained(reader: Watched) -> None:
    keep(reader.tab, reader.address, record({"hello": 2, "window": 1, "safe": 3}, edition=1))
    tab = reader.open(SHOP)
    assert notes(tab) == [
        "These questions are now in edition 3. Two questions about greetings became one."
        " The question about the window is no longer asked. Your other answers were carried over.",
        "One of your earlier answers belongs to a question or a choice that is no longer here, and is left out.",
    ]
    assert chosen(tab) == {"greeted": "2", "on-time": "", "explained": "", "safe": "3"}
    assert kept(tab)["edition"] == 1
    answer(tab, {"on-time": 1})
    assert (kept(tab)["edition"], kept(tab)["answers"]) == (3, {"safe": 3, "greeted": 2, "on-time": 1})


def test_an_item_that_was_reworded_or_moved_keeps_its_answer(reader: Watched) -> None:
    keep(reader.tab, reader.address, record({"safe": 1, "explained": 2, "greeted": 3}))
    tab = reader.open(SHOP)
    assert chosen(tab) == {"greeted": "3", "on-time": "", "explained": "2", "safe": "1"}
    assert notes(tab) == []


@pytest.mark.sampled
@pytest.mark.parametrize("newer", first_of((record(SLIP, edition=4), record(SLIP, schema=2))))
def test_answers_of_a_newer_edition_can_be_looked_at_only(reader: Watched, newer: str) -> None:
    keep(reader.tab, reader.address, newer)
    tab = reader.open(SHOP)
    assert notes(tab) == [
        "The answers kept in this browser come from a newer edition of this check than the page knows."
        " They can be looked at but not changed here. Reload the page to get the newer edition."
    ]
    accessible(tab)
    expect(tab.locator("fieldset input").first).to_be_disabled()
    for name in (
        "Save to a file",
        "Load a file or PDF",
        "Copy a link to your answers",
        "Clear the answers, keep the results",
    ):
        expect(button(tab, name)).to_be_disabled()
    with tab.expect_download() as download:
        button(tab, "Save them to a file").click()
    assert Path(download.value.path()).read_text("utf-8") == newer
    assert tab.evaluate("(key) => localStorage.getItem(key)", KEY) == newer


def test_two_tabs_do_not_lose_each_others_answers(reader: Watched) -> None:
    one = reader.open(SHOP)
    other = one.context.new_page()
    other.goto(reader.address + SHOP)
    begin_to_use(other)
    answer(one, {"greeted": 1})
    expect(other.locator('[name="answer-greeted"][value="1"]')).to_be_checked()
    assert notes(other) == ["Another tab has changed these answers. You see them as they are now."]
    answer(other, {"safe": 2})
    expect(one.locator('[name="answer-safe"][value="2"]')).to_be_checked()
    assert kept(one)["answers"] == {"greeted": 1, "safe": 2}


def test_a_tab_that_did_not_hear_of_the_other_still_adds_to_its_answers(reader: Watched) -> None:
    tab = reader.open(SHOP)
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, record({"on-time": 3})])
    answer(tab, {"safe": 2})
    assert kept(tab)["answers"] == {"on-time": 3, "safe": 2}

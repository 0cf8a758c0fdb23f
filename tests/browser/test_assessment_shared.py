"""Answers of a self-check that come by a link or a file: shown first, taken only when told to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.browser.checks_site import (
    ALL_GOOD,
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
    share_link,
)
from tests.browser.served import Watched, watched

pytestmark = pytest.mark.browser


def link_of(tab: Tab) -> str:
    tab.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    button(tab, "Copy a link to your answers").click()
    expect(tab.locator(".keep [role=status]")).to_contain_text("Link copied. Whoever opens it sees your answers.")
    copied: str = tab.evaluate("window.copied")
    return copied


def test_a_link_shows_the_answers_to_somebody_else_and_changes_nothing(reader: Watched, browser: Browser) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    link = link_of(tab)
    accessible(tab)
    tab.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('no')); }")
    button(tab, "Copy a link to your answers").click()
    shown = tab.get_by_label("This browser does not let a page copy")
    expect(shown).to_be_focused()
    expect(shown).to_be_in_viewport()
    expect(shown).to_have_value(link)
    assert re.fullmatch(re.escape(reader.address + SHOP) + r"#v1\.[\w-]+\.[0-9a-f]{8}", link)
    with watched(browser, reader.address) as visitor:
        keep(visitor.tab, reader.address, record(ALL_GOOD))
        visitor.tab.goto(link)
        expect(visitor.tab.locator(".result-title")).to_have_text("Rolling")
        expect(visitor.tab.locator(".check-note").first).to_contain_text("to look at. Your own are not touched.")
        accessible(visitor.tab)
        assert kept(visitor.tab) == json.loads(record(ALL_GOOD))
        button(visitor.tab, "Close and go to my own").click()
        assert visitor.tab.url == reader.address + SHOP
        assert chosen(visitor.tab) == {item: str(value) for item, value in ALL_GOOD.items()}
        assert visitor.complaints == []


def test_a_copy_of_shared_answers_is_taken_only_after_a_look(reader: Watched) -> None:
    keep(reader.tab, reader.address, record({"greeted": 1}))
    link = share_link(b"shop-check 3 2026-03-04T05:06:07Z greeted=3 safe=2")
    tab = reader.open(f"{SHOP}#{link}")
    button(tab, "Save a copy").click()
    assert notes(tab) == ["Here: 2 answers, of 4 March 2026. 2 differ from yours; you have 1. Nothing is changed yet."]
    accessible(tab)
    assert kept(tab)["answers"] == {"greeted": 1}
    button(tab, "Leave mine as they are").click()
    assert kept(tab)["answers"] == {"greeted": 1}
    tab.goto(f"{reader.address}{SHOP}#{link}")
    button(tab, "Save a copy").click()
    button(tab, "Replace all of mine").click()
    assert kept(tab)["answers"] == {"greeted": 3, "safe": 2}
    button(tab, "Undo").click()
    assert kept(tab)["answers"] == {"greeted": 1}


BAD_LINKS = {
    "v1.AAAA.00000000": "This link is damaged: some of it was lost or changed on its way.",
    "v7.AAAA.00000000": "This comes from a newer edition of this check than the page knows.",
    "v1." + "A" * 9000: "This is too long for answers from here.",
}
"""What they carry, and what is told of them."""


def test_a_bad_link_is_told_and_changes_nothing(reader: Watched) -> None:
    keep(reader.tab, reader.address, record(SLIP))
    for number, (fragment, told) in enumerate(BAD_LINKS.items()):
        tab = reader.open(f"{SHOP}?{number}#{fragment}")
        assert [text.startswith(told) for text in notes(tab)] == [True]
        assert notes(tab)[0].endswith("Nothing of yours was changed.")
        assert chosen(tab) == {item: str(value) for item, value in SLIP.items()}
        assert kept(tab) == json.loads(record(SLIP))
    accessible(reader.tab)


def load(tab: Tab, text: str) -> None:
    tab.locator("input[type=file]").set_input_files(
        {"name": "answers.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_a_file_brings_answers_and_history_to_another_browser(reader: Watched, browser: Browser) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    finish(tab)
    with tab.expect_download() as download:
        button(tab, "Save to a file").click()
    expect(tab.locator(".keep [role=status]")).to_have_text(f"Saved as {download.value.suggested_filename}.")
    text = Path(download.value.path()).read_text("utf-8")
    with watched(browser, reader.address) as other:
        new = other.open(SHOP)
        load(new, text)
        expect(new.locator(".check-note")).to_contain_text("The answers were taken over.")
        assert kept(new)["answers"] == SLIP
        assert kept(new)["history"] == kept(tab)["history"]
        assert other.complaints == []


def test_an_import_is_shown_first_then_merged_or_left(reader: Watched) -> None:
    tab = reader.open(SHOP)
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


def saved(check: str, item: str) -> str:
    """A file with an answer to an item of a check."""
    return json.dumps({"kind": "playbook-answers", "assessment": check, **json.loads(record({item: 3}))})


UNFIT = {
    "nonsense": "This file holds no answers that can be read.",
    "x" * 300_000: "This is too long for answers from here.",
    saved("ride-check", "safe"): "This belongs to another check (ride-check).",
    saved("shop-check", "gone"): "There is no answer in it that belongs to this check.",
}
"""Files, and what is told of them."""


def test_a_file_that_does_not_fit_is_told_and_changes_nothing(reader: Watched) -> None:
    tab = reader.open(SHOP)
    answer(tab, SLIP)
    before = kept(tab)
    for text, told in UNFIT.items():
        load(tab, text)
        expect(tab.locator(".check-note > p")).to_have_text(f"{told} Nothing of yours was changed.")
        assert kept(tab) == before, told

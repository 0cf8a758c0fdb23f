"""The page as it would be with what is not saved, and which field each of its sections shows."""

from __future__ import annotations

from typing import Any

from tests.editor.browser import Browser, slow, wish

NEW = {"title": "Calm", "summary": "Not upset.", "origin": "own", "meaning": "At ease, unlike in [[slow]]."}


def shown(browser: Browser, sent: dict[str, Any]) -> dict[str, Any]:
    found = browser.post("whole-page", sent)
    assert isinstance(found, dict)
    return found


def test_the_page_has_what_is_not_saved(browser: Browser) -> None:
    found = shown(browser, slow(browser, title="Slowly", meaning="Not *fast*."))

    assert "<h1>Slowly</h1>" in found["html"]
    assert "Not <em>fast</em>." in found["html"]
    assert (found["address"], found["frame"]) == ("/terms/slow/", "/terms/slow/")
    assert found["fields"]["meaning"] == "meaning"
    assert "title: Slow\n" in browser.file("content/terms/slow.yml")


def test_a_new_entry_is_shown_with_the_styles_of_another_of_its_kind(browser: Browser) -> None:
    found = shown(browser, {"target": {"kind": "term", "id": "calm", "new": True}, "version": "", "value": NEW})

    assert "<h1>Calm</h1>" in found["html"]
    assert (found["address"], found["frame"]) == ("/terms/calm/", "/terms/slow/")


def test_a_page_that_cannot_be_made_is_not_shown(browser: Browser) -> None:
    assert shown(browser, slow(browser, summary=""))["html"] == ""


def test_a_page_written_by_hand_is_shown_too(browser: Browser) -> None:
    titles = {page["title"]: page["path"] for page in browser.get("start")["pages"]}
    page = wish(browser, f"page?path={titles['About']}")
    text = page["value"]["text"].replace("Ours", "Yours")
    found = shown(browser, {**page, "value": {**page["value"], "text": text}})

    assert "Yours, see " in found["html"]
    assert (found["address"], found["fields"]) == ("/about/", {})


def test_the_settings_have_no_page(browser: Browser) -> None:
    site = wish(browser, "site")
    assert browser.refused("POST", "whole-page", site) == (400, "The settings have no page of their own.")

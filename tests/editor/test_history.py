"""Changes are undone and done again, also after a crash and beside those of others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editor.browser import SHARED, SLOW, Browser, slow, wish


def titled(browser: Browser, title: str) -> None:
    browser.post("save", slow(browser, title=title))


def title(browser: Browser) -> str:
    return str(browser.get("entry?kind=term&id=slow")["value"]["title"])


def test_saves_are_undone_and_done_again_byte_for_byte(browser: Browser) -> None:
    assert browser.refused("POST", "undo", {}) == (409, "There is no save to take back.")
    for number in range(3):
        titled(browser, f"Slow {number}")
    texts = [browser.file("content/terms/slow.yml")]
    for number in (1, 0):
        found = browser.post("undo", {})
        assert (found["target"]["id"], found["canUndo"], found["canRedo"]) == ("slow", True, True)
        assert title(browser) == f"Slow {number}"
    found = browser.post("undo", {})
    assert (found["canUndo"], found["canRedo"]) == (False, True)
    assert browser.file("content/terms/slow.yml") == SLOW
    for _ in range(3):
        found = browser.post("redo", {})
    assert (browser.file("content/terms/slow.yml"), found["canRedo"]) == (texts[0], False)
    assert browser.refused("POST", "redo", {}) == (409, "There is no save to make again.")


def test_undoing_goes_on_after_a_restart(browser: Browser) -> None:
    titled(browser, "Slowly")

    again = Browser.on(browser.root)
    assert again.get("entry?kind=term&id=slow")["canUndo"]
    again.post("undo", {})
    assert again.file("content/terms/slow.yml") == SLOW


def test_it_is_said_which_save_is_taken_back_and_no_other_is(browser: Browser) -> None:
    assert browser.get("saves") == {"undo": None, "redo": None}
    titled(browser, "Slowly")
    shown = browser.get("saves")["undo"]
    assert (shown["title"], shown["kind_label"]) == ("Slowly", "Term")
    assert shown["effects"] == ["Title: “Slow” becomes “Slowly”"]
    titled(browser, "Slower")
    assert browser.refused("POST", "undo", {"save": shown["save"]}) == (
        409,
        "There is a newer save meanwhile. Look again which one it is.",
    )
    assert title(browser) == "Slower"
    newest = browser.get("saves")["undo"]["save"]
    assert browser.post("undo", {"save": newest})["save"] == newest
    assert title(browser) == "Slowly"
    assert browser.get("saves")["redo"]["save"] == newest


def test_a_save_of_an_entry_that_is_gone_is_named_by_its_title(browser: Browser) -> None:
    new = {"title": "Calm", "summary": "Not upset.", "origin": "own", "meaning": "At ease."}
    browser.post("save", {"target": {"kind": "term", "id": "calm", "new": True}, "version": "", "value": new})
    browser.post("undo", {})
    assert browser.get("saves")["redo"]["title"] == "Calm"

    browser.post("save", wish(browser, "entry?kind=source&id=rest", year="2002"))
    assert browser.get("saves")["undo"]["title"] == "Rest"
    page = wish(browser, "page?path=pages/about.md")
    text = page["value"]["text"].replace("What it is.", "What.")
    browser.post("save", {**page, "value": {**page["value"], "text": text}})
    assert browser.get("saves")["undo"]["title"] == "About"


def crash(*_: Any, **__: Any) -> None:
    raise SystemExit


@pytest.mark.parametrize(
    ("address", "more", "file"),
    [
        ("save", {}, "content/terms/slow.yml"),
        ("rename", {"to": "slowly"}, "content/terms/slowly.yml"),
        ("remove", {"to": "rest"}, "content/redirects.yml"),
    ],
)
def test_a_change_that_a_crash_interrupted_is_done_again(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, address: str, more: dict[str, str], file: str
) -> None:
    (browser.root / "content/sources.yml").write_text(SHARED.replace("[[slow]]", "that"), encoding="utf-8")
    before = texts(browser)
    with monkeypatch.context() as patch:
        patch.setattr("generator.editing.planned.write_files", crash)
        with pytest.raises(SystemExit):
            browser.post(address, {**slow(browser, title="Slowly"), **more})
    assert texts(browser) == before

    again = Browser.on(browser.root)
    found = again.get("entry?kind=term&id=slow")
    assert (found["canUndo"], found["canRedo"]) == (False, True)
    again.post("redo", {})
    assert texts(again)[file] != before.get(file)
    again.post("undo", {})
    assert texts(again) == before


def texts(browser: Browser) -> dict[str, str]:
    """Every text of the content, by its name."""
    found = (path for path in (browser.root / "content").rglob("*") if path.is_file())
    return {path.relative_to(browser.root).as_posix(): path.read_text("utf-8") for path in found}


def test_what_others_have_changed_since_stays(browser: Browser) -> None:
    browser.post("save", wish(browser, "entry?kind=source&id=rest", year="2002"))
    path = browser.root / "content/sources.yml"
    path.write_text(path.read_text("utf-8").replace("1999", "1998"), encoding="utf-8")
    browser.post("undo", {})
    assert browser.file("content/sources.yml") == SHARED.replace("1999", "1998")

    browser.post("redo", {})
    theirs = browser.file("content/sources.yml").replace("2002", "2003")
    path.write_text(theirs, encoding="utf-8")
    assert browser.refused("POST", "undo", {}) == (
        409,
        "content/sources.yml has been changed since in the same place, so it is left as it is. Change it by hand.",
    )
    assert browser.file("content/sources.yml") == theirs


def test_new_renamed_and_removed_entries_come_back(browser: Browser) -> None:
    new = {"title": "Calm", "summary": "Not upset.", "origin": "own", "meaning": "At ease."}
    browser.post("save", {"target": {"kind": "term", "id": "calm", "new": True}, "version": "", "value": new})
    found = browser.post("undo", {})
    assert (found["target"], (browser.root / "content/terms/calm.yml").exists()) == (None, False)
    browser.post("redo", {})
    browser.post("undo", {})

    browser.post("rename", {**slow(browser), "to": "slowly"})
    browser.post("undo", {})
    assert browser.file("content/terms/slow.yml") == SLOW
    assert browser.file("content/sources.yml") == SHARED
    assert not (browser.root / "content/terms/slowly.yml").exists()

    (browser.root / "content/sources.yml").write_text(SHARED.replace("[[slow]]", "that"), encoding="utf-8")
    browser.post("remove", {**slow(browser), "to": "rest"})
    browser.post("undo", {})
    assert browser.file("content/terms/slow.yml") == SLOW
    assert not (browser.root / "content/redirects.yml").exists()

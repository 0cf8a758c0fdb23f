"""An entry is renamed with what refers to it, or removed, and what that does is said before."""

from __future__ import annotations

import pytest

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook
from tests.editor.browser import FILES, SHARED, SLOW, Browser, slow, wish

UNSEEN = "No link breaks, because the page has not been published yet."


def test_an_entry_is_renamed_with_what_refers_to_it(browser: Browser) -> None:
    data = {**slow(browser), "to": "slowly"}
    del data["value"], data["base"]

    found = browser.post("rename?try=1", data)
    assert (found["refused"], [one["id"] for one in found["linked_from"]]) == ("", ["rest"])
    assert found["effects"] == [
        "The page moves from /terms/slow/ to /terms/slowly/.",
        "Old links lead there and keep working.",
        "The links in 1 other entry are changed along.",
    ]
    assert browser.file("content/terms/slow.yml") == SLOW

    renamed = browser.post("rename", data)
    saves = browser.get("saves")["undo"]
    assert (saves["save"], saves["effects"], saves["title"]) == (renamed["save"], found["effects"], "Slow")
    found = renamed
    assert (found["address"], found["target"]["file"]) == ("/terms/slowly/", "content/terms/slowly.yml")
    assert "[[slowly]]" in browser.file("content/sources.yml")
    said = "There is no term `slow`: it may have been removed or renamed."
    assert browser.refused("POST", "rename", data) == (404, said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../x", "A name has small letters, digits and hyphens, as in “slow-down”."),
        ("slow", "It has this name already."),
        ("rest", "“Rest” has this name already. Choose another one."),
        ("haste", "“Hurry” had this name before, and old links lead there. Choose another one."),
        ("gone", "Old links with this name lead elsewhere. Choose another one."),
    ],
)
def test_a_name_that_an_entry_cannot_have_is_refused_in_plain_words(playbook: Playbook, name: str, said: str) -> None:
    hurry = SHARED.replace("  gives: [haste]\n", "  gives: [haste]\n  aliases: [haste]\n")
    more = {"content/sources.yml": hurry, "content/redirects.yml": "terms/gone: rest\n"}
    browser = Browser.on(playbook({**FILES, **more}))
    data = {**slow(browser), "to": name}

    assert browser.post("rename?try=1", data)["refused"] == said
    assert browser.refused("POST", "rename", data) == (400, said)


def test_a_name_that_nobody_can_have_seen_leaves_nothing_behind(browser: Browser) -> None:
    (browser.root / "addresses.txt").write_text("sources/\nsources/rest/\n", encoding="utf-8")
    data = {**slow(browser), "to": "slowly"}

    assert browser.post("rename?try=1", data)["effects"][1] == UNSEEN
    browser.post("rename", data)
    assert "aliases" not in browser.file("content/terms/slowly.yml")

    (browser.root / "addresses.txt").write_text("terms/\nterms/slowly/\n", encoding="utf-8")
    data = {**wish(browser, "entry?kind=term&id=slowly"), "to": "slow"}
    assert browser.post("rename?try=1", data)["effects"][1] == "Old links lead there and keep working."
    browser.post("rename", data)
    assert "aliases: [slowly]\n" in browser.file("content/terms/slow.yml")


def test_an_entry_that_others_need_is_not_removed(browser: Browser) -> None:
    data = {**slow(browser), "to": "rest"}

    tried = browser.post("remove?try=1", data)
    said = "Links to it would lead nowhere. Change them first."
    assert (tried["refused"], [one["title"] for one in tried["linked_from"]]) == (said, ["Rest"])
    assert browser.refused("POST", "remove", data) == (409, said)

    (browser.root / "content/sources.yml").write_text(SHARED.replace("[[slow]]", "that"), encoding="utf-8")
    tried = browser.post("remove?try=1", data)
    assert (tried["refused"], tried["effects"]) == ("", ["Old links to this page will open “Rest”."])
    removed = browser.post("remove", data)
    assert (removed["address"], removed["save"]) == ("/terms/", browser.get("saves")["undo"]["save"])
    assert not (browser.root / "content/terms/slow.yml").exists()
    assert "terms/slow: rest" in browser.file("content/redirects.yml")


def test_the_last_of_a_kind_is_not_removed_and_pages_are_named_by_their_titles(playbook: Playbook) -> None:
    about = "# About us\n\nWe are [[slow]].\n"
    sources = SHARED.replace("[[slow]]", "that")
    browser = Browser.on(playbook({**FILES, "content/sources.yml": sources, "content/pages/about.md": about}))

    said = "This is the only term, so there would be no list that old links could open. Write another one first."
    assert browser.post("remove?try=1", slow(browser))["refused"] == said
    said = "Links to it would lead nowhere. Change them first; some are in “About us”."
    assert browser.post("remove?try=1", {**slow(browser), "to": "rest"})["refused"] == said


def test_with_errors_in_the_playbook_nothing_is_renamed(playbook: Playbook) -> None:
    browser = Browser.on(playbook({**FILES, "content/terms/broken.yml": "title: x\n"}))

    status, said = browser.refused("POST", "rename", {**slow(browser), "to": "slowly"})

    assert status == 409
    assert said.startswith("content/terms/broken.yml, line 1: ")
    assert said.endswith(". Correct the errors of the playbook first; nothing was changed.")

    broken = FILES["content/sources.yml"].replace("describes: To have no time.", "describes: As in [[gone]].")
    (browser.root / "content/terms/broken.yml").unlink()
    browser = Browser.on(playbook({**FILES, "content/sources.yml": broken}))
    _, said = browser.refused("POST", "rename", {**slow(browser), "to": "slowly"})
    assert said.startswith("“Hurry”: ")


def test_of_an_address_that_is_not_recorded_where_others_are_nothing_stays(browser: Browser) -> None:
    (browser.root / "content/sources.yml").write_text(SHARED.replace("[[slow]]", "that"), encoding="utf-8")
    ledger = browser.root / "addresses.txt"
    ledger.write_text("sources/\nsources/rest/\n", encoding="utf-8")

    tried = browser.post("remove?try=1", slow(browser))
    assert (tried["refused"], tried["effects"]) == ("", [UNSEEN])
    browser.post("remove", slow(browser))

    assert not (browser.root / "content/terms/slow.yml").exists()
    assert not (browser.root / "content/redirects.yml").exists()
    assert ledger.read_text("utf-8") == "sources/\nsources/rest/\n"


def test_removing_says_once_what_readers_lose(playbook: Playbook) -> None:
    browser = Browser.on(playbook({"site_config.yml": CONFIG, **clean_files()}))
    checklist = wish(browser, "entry?kind=checklist&id=meeting-checklist")

    tried = browser.post("remove?try=1", {**checklist, "to": "small-talk"})

    items = [item["text"] for group in checklist["value"]["groups"] for item in group["items"]]
    assert tried["orphaned_answers"] == items
    assert tried["effects"] == ["Old links to this page will open “small talk”."]

    (browser.root / "addresses.txt").write_text("terms/\n", encoding="utf-8")
    tried = browser.post("remove?try=1", checklist)
    assert (tried["orphaned_answers"], tried["effects"]) == ([], [UNSEEN])


def test_a_save_says_that_it_renamed_or_removed_also_after_a_restart(browser: Browser) -> None:
    (browser.root / "content/sources.yml").write_text(SHARED.replace("[[slow]]", "that"), encoding="utf-8")
    browser.post("rename", {**slow(browser), "to": "slowly"})
    assert browser.get("saves")["undo"]["act"] == "renamed"
    browser.post("remove", {**wish(browser, "entry?kind=term&id=slowly"), "to": "rest"})
    assert Browser.on(browser.root).get("saves")["undo"]["act"] == "removed"
    browser.post("undo", {})
    assert browser.get("saves")["redo"]["act"] == "removed"
    hurry = wish(browser, "entry?kind=source&id=hurry")
    browser.post("save", {**hurry, "value": {**hurry["value"], "title": "Haste"}})
    assert browser.get("saves")["undo"]["act"] == ""

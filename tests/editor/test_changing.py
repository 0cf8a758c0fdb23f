"""A change is tried, saved, brought together with those of others, or refused; all else stays byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.commands.serve import Builder
from tests.editor.browser import FILES, SHARED, SLOW, Browser, slow, wish

REST = {"target": {"kind": "source", "id": "rest"}}
SLOW_TERM = {"target": {"kind": "term", "id": "slow"}}


def test_a_save_changes_the_field_and_nothing_else(browser: Browser) -> None:
    found = browser.post("save", slow(browser, title="Slowly"))

    assert browser.file("content/terms/slow.yml") == SLOW.replace("title: Slow\n", "title: Slowly\n")
    assert found["version"] == browser.get("entry?kind=term&id=slow")["version"]
    assert (found["address"], found["target"]["id"]) == ("/terms/slow/", "slow")
    assert found["effects"] == ["Title: “Slow” becomes “Slowly”"]


def test_an_entry_among_others_is_changed_alone(browser: Browser) -> None:
    browser.post("save", wish(browser, "entry?kind=source&id=rest", year="2002"))

    assert browser.file("content/sources.yml") == SHARED.replace('"2001"', '"2002"')


def test_nothing_is_written_by_a_try(browser: Browser) -> None:
    before = browser.file("content/terms/slow.yml")

    found = browser.post("try", slow(browser, meaning="Not [[gone]].", summary=None))

    assert browser.file("content/terms/slow.yml") == before
    assert found["stands"] == "draft-only"
    errors = [(p["route"], p["code"]) for p in found["problems"] if p["severity"] == "error"]
    assert (["summary"], "missing-field") in errors
    assert (["meaning"], "unknown-reference") in errors


def test_what_could_not_be_built_is_saved_as_a_draft_only(browser: Browser) -> None:
    wanted = slow(browser, meaning="As in [[gone]].")

    answer = browser.refused("POST", "save", wanted)
    assert answer == (422, "The playbook could not be built with this. Correct what is marked, or save it as a draft.")
    assert browser.file("content/terms/slow.yml") == SLOW

    browser.post("save", {**wanted, "draft": True})
    text = browser.file("content/terms/slow.yml")
    assert "draft: true\n" in text
    assert "meaning: As in [[gone]].\n" in text.replace(">-\n  ", "")
    found = browser.post("try", slow(browser, summary=None))
    assert found["stands"] == "saved"
    assert {problem["severity"] for problem in found["problems"]} == {"warning"}
    browser.post("save", slow(browser, summary=None))
    built = Builder(browser.root / "site_config.yml").build()
    assert built.files is not None, built.report
    assert [found["id"] for found in browser.get("titles?q=slow")] == ["slow"]


def test_what_is_published_does_not_become_a_draft_without_a_word_about_its_address(browser: Browser) -> None:
    (browser.root / "addresses.txt").write_text("terms/slow/\n", encoding="utf-8")
    wanted = slow(browser, meaning="As in [[gone]].")

    assert browser.post("try", wanted)["stands"] == "unsound"
    answer = browser.answer("POST", "save", {**wanted, "draft": True})
    found = json.loads(answer.body)

    said = "The playbook could not be built with this. Correct what is marked, then save it."
    assert (answer.status, found["error"]) == (422, said)
    assert "lost-address" in {problem["code"] for problem in found["problems"] if "elsewhere" in problem}
    assert browser.file("content/terms/slow.yml") == SLOW


def test_errors_of_other_entries_of_the_same_file_do_not_stop_a_save(browser: Browser) -> None:
    path = browser.root / "content/sources.yml"
    path.write_text(SHARED.replace("  author: Nobody\n", "", 1), encoding="utf-8")
    wanted = wish(browser, "entry?kind=source&id=rest", title=None)
    assert browser.post("try", wanted)["stands"] == "draft-only"

    wanted = wish(browser, "entry?kind=source&id=rest", summary="When one has all the time.")
    assert browser.post("try", wanted)["stands"] == "saved"
    browser.post("save", wanted)
    assert "summary: When one has all the time.\n" in path.read_text("utf-8")


def test_changes_of_different_fields_come_together(browser: Browser) -> None:
    wanted = slow(browser, title="Slowly")
    (browser.root / "content/terms/slow.yml").write_text(SLOW.replace("How fast", "How quick"), encoding="utf-8")

    browser.post("save", wanted)

    theirs = SLOW.replace("How fast", "How quick")
    assert browser.file("content/terms/slow.yml") == theirs.replace("title: Slow\n", "title: Slowly\n")


def test_changes_of_the_same_field_are_shown_and_nothing_is_lost(browser: Browser) -> None:
    wanted = slow(browser, title="Mine", origin="assembled")
    theirs = SLOW.replace("title: Slow\n", "title: Theirs\n")
    (browser.root / "content/terms/slow.yml").write_text(theirs, encoding="utf-8")

    answer = browser.answer("POST", "save", wanted)
    found = json.loads(answer.body)

    assert answer.status == 409
    assert found["error"] == (
        "Somebody has changed the same meanwhile, so nothing was saved. "
        "Choose for each of these fields what is to stay."
    )
    assert found["conflicts"] == [{"route": ["title"], "base": "Slow", "theirs": "Theirs", "mine": "Mine"}]
    assert (found["value"]["title"], found["merged"]["title"], found["merged"]["origin"]) == (
        "Theirs",
        "Mine",
        "assembled",
    )
    assert browser.file("content/terms/slow.yml") == theirs
    tried = browser.post("try", wanted)
    assert (tried["conflicts"], tried["version"]) == (found["conflicts"], found["version"])

    decided = {**wanted, "version": found["version"], "base": found["value"], "value": found["merged"]}
    browser.post("save", {**decided, "resolved": True})
    assert "title: Mine\n" in browser.file("content/terms/slow.yml")


def test_a_file_that_goes_meanwhile_is_not_made_again(browser: Browser) -> None:
    wanted = slow(browser, title="Slowly")
    (browser.root / "content/terms/slow.yml").unlink()

    assert browser.refused("POST", "save", wanted) == (
        404,
        "There is no term `slow`: it may have been removed or renamed.",
    )


def test_another_program_that_writes_while_a_change_is_tried_is_not_overwritten(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.editor import changing

    wanted, path = slow(browser, title="Slowly"), browser.root / "content/terms/slow.yml"
    others = iter([SLOW.replace("How fast", "How quick")])

    def tried(*arguments: Any) -> Any:
        path.write_text(next(others, path.read_text("utf-8")), encoding="utf-8")
        return real(*arguments)

    real = changing.tried
    monkeypatch.setattr(changing, "tried", tried)
    browser.post("save", wanted)

    both = SLOW.replace("How fast", "How quick").replace("title: Slow\n", "title: Slowly\n")
    assert browser.file("content/terms/slow.yml") == both


def test_a_new_entry_has_a_file_of_its_own_or_its_place_among_others(browser: Browser) -> None:
    new = {"title": "Calm", "summary": "Not upset.", "origin": "own", "meaning": "At ease."}
    target = {"kind": "term", "id": "calm", "new": True}
    found = browser.post("save", {"target": target, "version": "", "base": {}, "value": new})
    assert found["target"] == {"kind": "term", "id": "calm", "file": "content/terms/calm.yml", "line": 1}
    text = browser.file("content/terms/calm.yml")
    assert text.startswith(
        "# yaml-language-server: $schema=../../schemas/term.json\ntitle: Calm\nsummary: Not upset.\n"
    )
    assert browser.get("entry?kind=term&id=calm")["value"] == new

    new = {"title": "Nap", "summary": "S.", "author": "N", "year": "1", "describes": "D.", "gives": ["x"]}
    browser.post("save", {"target": {"kind": "source", "id": "nap", "new": True}, "version": "", "value": new})
    assert browser.file("content/sources.yml").startswith(SHARED)
    assert browser.get("entry?kind=source&id=nap")["value"] == new


def test_a_new_entry_takes_no_other_s_place(browser: Browser) -> None:
    value = {"title": "x"}
    for kind, entry_id, file in (("term", "slow", "content/terms/slow.yml"), ("source", "rest", "content/sources.yml")):
        data = {"target": {"kind": kind, "id": entry_id, "new": True}, "version": "", "value": value}
        said = f"There is a {kind} `{entry_id}` already, in {file}. Choose another id."
        assert browser.refused("POST", "save", data) == (409, said)
    data = {"target": {"kind": "term", "id": "", "new": True}, "version": "", "value": value}
    assert browser.refused("POST", "save", data) == (400, "A new entry needs an id, which is its name in the address.")


def test_a_page_and_the_settings_are_saved_too(browser: Browser) -> None:
    page = FILES["content/pages/about.md"].replace("Ours", "Yours")
    found = browser.post("save", wish(browser, "page?path=pages/about.md", text=page.removeprefix("# About\n\n")))
    assert browser.file("content/pages/about.md") == page
    assert found["effects"] == ["Section “Whose”: “Ours, see Rest.” becomes “Yours, see Rest.”"]

    before = browser.file("site_config.yml")
    found = browser.post("save", wish(browser, "site", name="Another name"))
    assert browser.file("site_config.yml") == before.replace("name: A playbook", "name: Another name")
    assert found["effects"] == ["Name of the playbook: “A playbook” becomes “Another name”"]
    said = "The playbook could not be built with this. Correct what is marked, then save it."
    assert browser.refused("POST", "save", wish(browser, "site", name=None)) == (422, said)
    assert browser.refused("POST", "save", {**wish(browser, "site"), "draft": True}) == (
        400,
        "Only entries can be drafts.",
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "The request has no value with fields."),
        ({"title": 1}, "A value consists of texts, lists and fields; numbers are sent as texts."),
        ({"title": None}, "A value consists of texts, lists and fields; numbers are sent as texts."),
        ({"title": [[True]]}, "A value consists of texts, lists and fields; numbers are sent as texts."),
    ],
)
def test_what_is_no_value_is_refused(browser: Browser, value: Any, said: str) -> None:
    data = {**SLOW_TERM, "version": "", "value": value}
    assert browser.refused("POST", "try", data) == (400, said)
    assert browser.refused("POST", "save", data) == (400, said)
    deep: Any = "x"
    for _ in range(60):
        deep = [deep]
    data = {**SLOW_TERM, "version": "", "value": {"title": deep}}
    assert browser.refused("POST", "save", data) == (400, "The value has more than 40 levels.")


def test_links_do_not_lead_a_save_out_of_the_playbook(browser: Browser, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(SLOW, encoding="utf-8")
    wanted = slow(browser, title="Slowly")
    path = browser.root / "content/terms/slow.yml"
    path.unlink()
    path.symlink_to(outside)

    status, said = browser.refused("POST", "save", wanted)

    assert (status, said.split(";")[0]) == (
        409,
        "content/terms/slow.yml: the file is a symbolic link to a place outside the content folder",
    )
    assert outside.read_text("utf-8") == SLOW


def test_a_folder_that_is_a_link_gets_no_new_entry(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (browser.root / "content/stories").symlink_to(tmp_path / "outside")
    data = {"target": {"kind": "story", "id": "new", "new": True}, "version": "", "value": {"title": "x"}}

    said = "content/stories leads elsewhere through a link, so nothing is written there."
    assert browser.refused("POST", "save", {**data, "draft": True}) == (409, said)
    assert browser.refused("POST", "try", data) == (409, said)
    assert list((tmp_path / "outside").iterdir()) == []


LONG = f"How slow the two of them went{' and went' * 12}"


@pytest.mark.parametrize(
    "first",
    ["title: Slow", "title: 'Slow'  # said so", "title: >-\n  Slow", 'title: "Slow"'],
)
def test_a_text_that_comes_back_is_written_as_it_was(browser: Browser, first: str) -> None:
    file = browser.root / "content/terms/slow.yml"
    file.write_text(SLOW.replace("title: Slow", first), encoding="utf-8")
    before = browser.file("content/terms/slow.yml")
    browser.post("save", slow(browser, title=LONG))
    assert LONG not in before
    browser.post("save", slow(browser, summary="Another summary."))
    browser.post("save", slow(browser, title="Slow"))
    assert browser.file("content/terms/slow.yml") == before.replace("How fast one goes.", "Another summary.")
    browser.post("save", slow(browser, summary="How fast one goes."))
    assert browser.file("content/terms/slow.yml") == before

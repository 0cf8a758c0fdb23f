"""Changes are undone and done again, also after a crash and beside those of others, and proposed with git."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.system.git import git
from tests.conftest import Playbook
from tests.editor.browser import FILES, SHARED, SLOW, Browser, slow, wish


def titled(browser: Browser, title: str) -> None:
    browser.post("save", slow(browser, title=title))


def title(browser: Browser) -> str:
    return str(browser.get("entry?kind=term&id=slow")["value"]["title"])


def test_saves_are_undone_and_done_again_byte_for_byte(browser: Browser) -> None:
    assert browser.refused("POST", "undo", {}) == (409, "There is nothing to undo.")
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
    assert browser.refused("POST", "redo", {}) == (409, "There is nothing to do again.")


def test_undoing_goes_on_after_a_restart(browser: Browser) -> None:
    titled(browser, "Slowly")

    again = Browser.on(browser.root)
    assert again.get("entry?kind=term&id=slow")["canUndo"]
    again.post("undo", {})
    assert again.file("content/terms/slow.yml") == SLOW


def test_a_save_that_a_crash_interrupted_is_done_again(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("generator.editor.changing.write_files", crash)
        with pytest.raises(SystemExit):
            titled(browser, "Slowly")
    assert browser.file("content/terms/slow.yml") == SLOW

    again = Browser.on(browser.root)
    found = again.get("entry?kind=term&id=slow")
    assert (found["canUndo"], found["canRedo"]) == (False, True)
    again.post("redo", {})
    assert title(again) == "Slowly"


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


@pytest.fixture
def kept(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A browser on a playbook in a repository whose author is known."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME", raising=False)
        monkeypatch.delenv(f"GIT_{name}_EMAIL", raising=False)
    root = playbook(FILES)
    for words in (
        ("init", "-q"),
        ("config", "user.name", "Ann"),
        ("config", "user.email", "ann@example.org"),
        ("add", "content", "site_config.yml"),
        ("commit", "-q", "-m", "First"),
    ):
        assert git(root, *words).returncode == 0
    return Browser.on(root)


def test_what_was_changed_is_proposed_beside_the_work_of_others(kept: Browser) -> None:
    assert kept.get("start")["git"] == {"can_propose": True, "why_not": ""}
    assert kept.get("changes") == {"effects": [], "message": "", "files": []}
    said = "There is nothing to propose: all files are as in the last commit."
    assert kept.refused("POST", "propose", {}) == (409, said)
    (kept.root / "content/pages/about.md").write_text("# Others\n\nThey write.\n", encoding="utf-8")
    titled(kept, "Slowly")

    found = kept.get("changes")
    message = "Change content/terms/slow.yml\n\n- slow: title: “Slow” → “Slowly”"
    assert found == {
        "effects": ["slow: title: “Slow” → “Slowly”"],
        "message": message,
        "files": ["content/terms/slow.yml"],
    }
    made = kept.post("propose", {})
    assert (made["message"], made["push"].split()[-1]) == (message, made["branch"])
    shown = git(kept.root, "show", "--name-only", "--format=%an%n%B", made["branch"]).stdout.decode()
    assert [line for line in shown.splitlines() if line] == [
        "Ann",
        *(line for line in message.splitlines() if line),
        "content/terms/slow.yml",
    ]
    status = git(kept.root, "status", "--porcelain").stdout.decode()
    assert " M content/pages/about.md\n" in status


def test_without_git_it_is_only_saved(browser: Browser) -> None:
    assert browser.get("start")["git"]["can_propose"] is False
    assert browser.refused("GET", "changes") == (
        409,
        "This playbook is in no git repository, so changes are only saved.",
    )
    assert json.loads(browser.answer("POST", "propose", {}).body)["error"].endswith("so changes are only saved.")

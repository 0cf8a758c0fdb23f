"""What the editor has changed is proposed with git: what it comes to for readers, and a branch with its addresses."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.permalinks.ledger import ledger_text, read_ledger
from generator.system.git import git
from tests.conftest import Playbook
from tests.editor.browser import FILES, Browser, slow, wish
from tests.editor.kept import keep, without_author_of_machine

CALM = {"title": "Calm", "summary": "Not upset.", "origin": "own", "meaning": "At ease."}
NOTHING = {"groups": [], "message": "", "files": [], "made": None}


def titled(browser: Browser, title: str) -> None:
    browser.post("save", slow(browser, title=title))


def new_term(browser: Browser, entry_id: str, **fields: Any) -> None:
    target = {"kind": "term", "id": entry_id, "new": True}
    browser.post("save", {"target": target, "version": "", "value": {**CALM, **fields}})


def groups(browser: Browser) -> dict[str, list[str]]:
    """The notes of what can be proposed under their headings, those below a note indented."""

    def lines(notes: list[dict[str, Any]], indent: str = "") -> list[str]:
        return [line for note in notes for line in (indent + note["text"], *lines(note["below"], indent + "  "))]

    return {group["heading"]: lines(group["notes"]) for group in browser.get("changes")["groups"]}


def committed(browser: Browser, branch: str, name: str) -> str:
    return git(browser.root, "show", f"{branch}:{name}").stdout.decode()


@pytest.fixture
def kept(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """A browser on a playbook in a repository whose author is known."""
    without_author_of_machine(monkeypatch)
    root = playbook(FILES)
    keep(root, "content", "site_config.yml")
    return Browser.on(root)


def test_what_was_changed_is_proposed_beside_the_work_of_others(kept: Browser) -> None:
    assert kept.get("start")["git"] == {"can_propose": True, "why_not": ""}
    assert kept.get("changes") == NOTHING
    said = "There is nothing to propose: all files are as in the last commit."
    assert kept.refused("POST", "propose", {}) == (409, said)
    (kept.root / "content/pages/about.md").write_text("# Others\n\nThey write.\n", encoding="utf-8")
    titled(kept, "Slowly")

    found = kept.get("changes")
    message = "Change term “Slowly”\n\nChanged pages:\n- Term “Slowly”, terms/slow/\n  - Title: “Slow” becomes “Slowly”"
    assert found == {
        "groups": [
            {
                "name": "changed_pages",
                "heading": "Changed pages",
                "notes": [
                    {
                        "text": "Term “Slowly”, terms/slow/",
                        "below": [{"text": "Title: “Slow” becomes “Slowly”", "below": []}],
                    }
                ],
            }
        ],
        "message": message,
        "files": ["content/terms/slow.yml"],
        "made": None,
    }
    made = kept.post("propose", {})
    assert (made["message"], made["push"]) == (message, "")
    shown = git(kept.root, "show", "--name-only", "--format=%an%n%B", made["branch"]).stdout.decode()
    assert [line for line in shown.splitlines() if line] == [
        "Ann",
        *(line for line in message.splitlines() if line),
        "content/terms/slow.yml",
    ]
    status = git(kept.root, "status", "--porcelain").stdout.decode()
    assert " M content/pages/about.md\n" in status


def test_what_is_in_a_proposal_already_is_said_and_not_proposed_again(kept: Browser) -> None:
    ledger = ["about/", "about/#whose", "sources/", "sources/hurry/", "sources/rest/", "terms/"]
    ledger += ["terms/slow/", "terms/slow/#meaning", "terms/slow/#links"]
    (kept.root / "addresses.txt").write_text(ledger_text(ledger), encoding="utf-8")
    git(kept.root, "add", "addresses.txt")
    git(kept.root, "commit", "-q", "-m", "Addresses")
    git(kept.root, "remote", "add", "origin", "elsewhere")
    new_term(kept, "calm")
    first = kept.post("propose", {})
    named = {name: first[name] for name in ("branch", "commit", "push")}

    assert kept.get("changes")["made"] == named
    assert first["push"] == f"git push --set-upstream origin {first['branch']}"
    assert kept.post("propose", {"message": "Once more"})["branch"] == first["branch"]

    titled(kept, "Slowly")
    assert kept.get("changes")["made"] is None
    second = kept.post("propose", {})
    assert second["branch"] != first["branch"]
    assert kept.get("changes")["made"]["branch"] == second["branch"]
    kept.post("undo", {})
    assert kept.get("changes")["made"] == named


def test_what_was_changed_and_changed_back_is_no_change(kept: Browser) -> None:
    titled(kept, "Slowly")
    titled(kept, "Slow")
    assert kept.get("changes") == NOTHING

    new_term(kept, "calm")
    kept.post("undo", {})
    assert kept.get("changes") == NOTHING


def test_what_is_new_renamed_and_gone_is_said_with_titles(kept: Browser) -> None:
    new_term(kept, "calm")
    kept.post("rename", {**slow(kept), "to": "slowly"})
    titles = {page["title"]: page["path"] for page in kept.get("start")["pages"]}
    page = wish(kept, f"page?path={titles['About']}")
    kept.post("save", {**page, "value": {**page["value"], "text": page["value"]["text"].replace("Ours", "Theirs")}})

    assert groups(kept) == {
        "New pages": [
            "New page “Calm” (Term) at terms/calm/, without links to other pages",
            "  In short: “Not upset.”",
        ],
        "Pages with another address": [
            "Term “Slow” moves from terms/slow/ to terms/slowly/; the old address leads to terms/slowly/"
        ],
        "Changed pages": [
            "Page “About”, about/",
            "  Section “Whose”: “Ours, see Rest.” becomes “Theirs, see Rest.”",
        ],
    }
    assert kept.get("changes")["message"].split("\n")[0] == "Add term “Calm” and 3 more"

    kept.post("remove", {**wish(kept, "entry?kind=term&id=calm"), "to": "terms"})
    assert "New pages" not in groups(kept)


def test_the_settings_are_said_as_settings(kept: Browser) -> None:
    site = wish(kept, "site")
    kept.post("save", {**site, "value": {**site["value"], "name": "Another name"}})

    assert groups(kept) == {"Settings": ["Name of the playbook: “A playbook” becomes “Another name”"]}
    assert kept.get("changes")["message"].split("\n")[0] == "Change settings"


def test_a_proposal_is_in_the_language_of_the_playbook(kept: Browser) -> None:
    config = kept.root / "site_config.yml"
    english = config.read_text("utf-8")
    config.write_text(f"{re.sub('^language:.*$', '', english, flags=re.MULTILINE)}\nlanguage: de\n", encoding="utf-8")
    new_term(kept, "calm")
    titled(kept, "Slowly")

    assert kept.get("changes")["message"] == (
        "Begriff „Calm“ hinzufügen und 1 weitere Änderung\n\n"
        "Neue Seiten:\n"
        "- Neue Seite „Calm“ (Begriff) unter terms/calm/, ohne Links zu anderen Seiten\n"
        "  - In Kürze: „Not upset.“\n\n"
        "Geänderte Seiten:\n"
        "- Begriff „Slowly“, terms/slow/\n"
        "  - Titel: aus „Slow“ wird „Slowly“"
    )


def test_a_proposal_records_the_addresses_of_what_it_adds_and_no_others(kept: Browser) -> None:
    known = ["about/", "about/#whose", "sources/", "sources/hurry/", "sources/rest/", "terms/slow/"]
    (kept.root / "addresses.txt").write_text(ledger_text(known), encoding="utf-8")
    git(kept.root, "add", "addresses.txt")
    git(kept.root, "commit", "-q", "-m", "Addresses")
    of_others = "title: Others\nsummary: Theirs.\norigin: own\nmeaning: Not ours.\n"
    (kept.root / "content/terms/others.yml").write_text(of_others, encoding="utf-8")
    new_term(kept, "calm")
    new_term(kept, "unready", draft="true")

    made = kept.post("propose", {})
    assert committed(kept, made["branch"], "addresses.txt") == kept.file("addresses.txt")
    ledger, problems = read_ledger(kept.root)
    assert ledger
    assert not problems
    assert sorted(ledger.places) == sorted([*known, "terms/", "terms/calm/", "terms/calm/#meaning"])
    assert committed(kept, made["branch"], "content/terms/others.yml") == ""


def test_a_playbook_without_a_ledger_gets_none(kept: Browser) -> None:
    new_term(kept, "calm")
    kept.post("propose", {})
    assert not (kept.root / "addresses.txt").exists()


def test_a_playbook_that_the_last_commit_lacks_is_proposed_by_its_files(kept: Browser) -> None:
    git(kept.root, "rm", "-q", "--cached", "site_config.yml")
    git(kept.root, "commit", "-q", "-m", "Without")
    titled(kept, "Slowly")

    assert groups(kept) == {"Files": ["content/terms/slow.yml"]}
    assert kept.get("changes")["message"] == "Change the playbook\n\nFiles:\n- content/terms/slow.yml"


def test_without_git_it_is_only_saved(browser: Browser) -> None:
    assert browser.get("start")["git"]["can_propose"] is False
    assert browser.refused("GET", "changes") == (
        409,
        "Changes are saved, and cannot be proposed: this playbook is in no git repository.",
    )
    assert json.loads(browser.answer("POST", "propose", {}).body)["error"].startswith("Changes are saved, ")


def test_git_is_asked_again_until_changes_can_be_proposed(browser: Browser) -> None:
    assert not browser.get("start")["git"]["can_propose"]
    keep(browser.root, "content")
    assert browser.get("start")["git"] == {"can_propose": True, "why_not": ""}

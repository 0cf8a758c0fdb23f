"""When entries last changed, as git knows it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator import pipeline
from generator.config.project import read_config
from generator.model.change import LastChange
from generator.reporting import report
from generator.stages.history import History, history
from generator.system.git import files_of_head
from tests.conftest import CONFIG, Playbook

TERM = "title: {0}\nsummary: S.\nmeaning: M.\norigin: own\n"
MANY = "one:\n  title: One\n  summary: S.\n  meaning: M.\n\ntwo:\n  title: Two\n  summary: S.\n  meaning: M.\n"
SECOND = MANY.replace("title: Two", "title: Second")
FILES = {
    "site_config.yml": f"last_changed: true\n{CONFIG}",
    "content/terms/slow.yml": TERM.format("Slow"),
    "content/terms/calm.yml": TERM.format("Calm"),
    "content/terms.yml": MANY,
}


def _git(root: Path, *words: str, day: str = "2026-01-01") -> None:
    # Just before midnight for the author, and the next day in UTC: the day is the author's.
    when = f"{day}T23:30:00 -0800"
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    known = {"PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": str(root), **dates}
    who = ("-c", "user.name=T", "-c", "user.email=t@playbook.example")
    subprocess.run(["git", "-C", root, *who, *words], check=True, capture_output=True, env=known)


def _commit(root: Path, day: str) -> None:
    _git(root, "add", ".")
    _git(root, "commit", "-m", "A change", day=day)


def _history(root: Path) -> History:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return history(project, pipeline.connected(project).graph)


@pytest.fixture
def root(playbook: Playbook) -> Path:
    root = playbook(FILES)
    (root / ".gitignore").write_text("themes\n", "utf-8")
    _git(root, "init", "-b", "main")
    _commit(root, "2026-01-01")
    (root / "content/terms/calm.yml").write_text(TERM.format("Calm down"), "utf-8")
    (root / "content/terms.yml").write_text(SECOND, "utf-8")
    _commit(root, "2026-03-01")
    return root


def test_an_entry_changed_when_its_file_or_its_lines_did(root: Path) -> None:
    days = {"slow": "2026-01-01", "calm": "2026-03-01", "one": "2026-01-01", "two": "2026-03-01"}
    assert _history(root) == History({entry_id: LastChange(day) for entry_id, day in days.items()})


def test_of_what_is_not_committed_nothing_is_said(root: Path) -> None:
    (root / "content/terms/calm.yml").write_text(TERM.format("Calm again"), "utf-8")
    (root / "content/terms/new.yml").write_text(TERM.format("New"), "utf-8")
    (root / "content/terms.yml").write_text(SECOND.replace("title: One", "title: First"), "utf-8")
    assert sorted(_history(root).changes) == ["slow", "two"]


def test_in_a_shallow_clone_the_change_may_have_been_earlier_and_that_is_said(root: Path, tmp_path: Path) -> None:
    _git(root, "clone", "--depth", "1", f"file://{root}", str(tmp_path / "clone"))
    (tmp_path / "clone/themes").symlink_to(root / "themes")

    found = _history(tmp_path / "clone")

    assert set(found.changes.values()) == {LastChange("2026-03-01", or_earlier=True)}
    assert (
        report.as_text(found.diagnostics, report.lines_under(root))
        == """\
site_config.yml:1:1: warning[unknown-history]: git has only the last part of the history here, so 4 entries may have \
changed earlier than pages say
   1 | last_changed: true
     | ^^^^^^^^^^^^
   hint: `git fetch --unshallow` gets the rest; in CI, check out with the whole history (depth 0)
"""
    )


def test_a_folder_that_git_does_not_know_is_said(playbook: Playbook) -> None:
    found = _history(playbook(FILES))
    assert found.changes == {}
    assert [problem.message for problem in found.diagnostics] == [
        "entries do not say when they last changed: no git repository with a commit contains the playbook"
    ]


def test_git_is_not_asked_if_pages_do_not_say_it(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.stages.history.git", lambda *_: pytest.fail("it asked git"))
    assert _history(playbook({**FILES, "site_config.yml": CONFIG})) == History()


def test_the_files_that_change_with_the_commit_are_known_also_in_a_further_working_tree(root: Path) -> None:
    assert _contents(root) == _contents(root / "content")
    before = _contents(root)
    (root / "content/terms/calm.yml").write_text(TERM.format("Calm again"), "utf-8")
    _commit(root, "2026-04-01")
    assert _contents(root) != before
    _git(root, "worktree", "add", "-b", "other", str(root / "other"))
    before = _contents(root / "other")
    (root / "other/content/terms/calm.yml").write_text(TERM.format("Calm"), "utf-8")
    _commit(root / "other", "2026-05-01")
    assert _contents(root / "other") != before


def _contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in files_of_head(folder) if path.is_file()]

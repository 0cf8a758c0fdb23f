"""The files of another revision are what a checkout gives; nothing that the caller's environment says decides."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.comparing.revision import files_at
from generator.config.project import Project, read_config
from tests.comparing.repository import Made, git, repository
from tests.conftest import ROOT

__all__ = ["repository"]

TERM = "content/terms/odd.yml"
ODD = "title: Odd\nsummary: Written as $Format:%h$ and $Id$ here.\nmeaning: Ä term.\norigin: own\n"


def project_of(root: Path) -> Project:
    project, _ = read_config(root / "site_config.yml")
    assert project
    return project


def tree(root: Path) -> dict[str, bytes]:
    """The configuration, content, words and ledgers, with the bytes of each."""
    files = (path for pattern in ("*.yml", "*.txt", "[cl]*/**/*") for path in root.glob(pattern))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files if path.is_file()}


def checked_out(root: Path, revision: str = "HEAD") -> dict[str, bytes]:
    with files_at(project_of(root), revision) as folder:
        return tree(folder)


@pytest.mark.parametrize(
    "attributes",
    [
        "content/terms export-ignore",
        "site_config.yml export-ignore",
        "* export-ignore",
        "*.yml export-subst",
        "*.yml ident",
        "*.yml text eol=crlf",
        "*.yml working-tree-encoding=latin1",
        "*.yml filter=shout",
        "*.yml -text binary",
    ],
)
def test_attributes_change_no_more_than_a_checkout_does(repository: Made, attributes: str) -> None:
    made = repository({TERM: ODD, "addresses.txt": "terms/odd/\n", "changes.yml": "changes: []\n"})
    # The configuration has to stay readable.
    folder = made.root / "content" if "shout" in attributes else made.root
    (folder / ".gitattributes").write_text(f"{attributes}\n")
    git(made.root, "config", "filter.shout.smudge", "tr a-z A-Z")
    git(made.root, "config", "filter.shout.clean", "tr A-Z a-z")
    made.commit()
    git(made.root, "rm", "--cached", "-r", "-q", ".")
    git(made.root, "reset", "--hard")

    assert checked_out(made.root) == tree(made.root)


def test_words_and_ledgers_of_the_revision_are_taken(repository: Made) -> None:
    made = repository({"languages/en.yml": "common:\n  close: Shut\n", "addresses.txt": "terms/x/\n"})
    before = tree(made.root)
    made.write({"languages/en.yml": None, "addresses.txt": None, "changes.yml": "changes: []\n"})

    assert checked_out(made.root) == before


def test_links_and_other_repositories_are_left_out(repository: Made, tmp_path: Path) -> None:
    made = repository()
    (tmp_path / "secret.yml").write_text("title: Secret\n")
    (made.root / "content/terms/link.yml").symlink_to(tmp_path / "secret.yml")
    git(made.root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},content/other")
    before = tree(made.root)
    git(made.root, "add", "content/terms/link.yml")
    git(made.root, "commit", "-m", "A link and another repository")

    assert checked_out(made.root) == {name: raw for name, raw in before.items() if name != "content/terms/link.yml"}


@pytest.mark.parametrize("folder", [".", "play", "Spiel ä/here"])
def test_the_environment_of_the_caller_decides_nothing(
    repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    made = repository({TERM: ODD}, folder)
    other = tmp_path / "other"
    git(tmp_path, "init", str(other))
    before = tree(made.root)
    (tmp_path / "attributes").write_text("* filter=gone export-ignore\n")
    for name, value in {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": str(tmp_path / "no-index"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path / "no-objects"),
        "GIT_NAMESPACE": "other",
        "GIT_PREFIX": "elsewhere/",
        "GIT_LITERAL_PATHSPECS": "0",
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "core.attributesFile",
        "GIT_CONFIG_VALUE_0": str(tmp_path / "attributes"),
        "GIT_CONFIG_KEY_1": "core.autocrlf",
        "GIT_CONFIG_VALUE_1": "true",
        "GIT_CONFIG_PARAMETERS": "'core.bare'='true'",
    }.items():
        monkeypatch.setenv(name, value)

    assert checked_out(made.root) == before


def test_in_a_hook_of_a_linked_worktree(repository: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = repository({TERM: ODD}, "play")
    git(made.root, "worktree", "add", str(tmp_path / "linked"), "-b", "two")
    linked = tmp_path / "linked" / "play"
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "repository/.git/worktrees/linked"))  # as git sets it for a hook
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "repository/.git/worktrees/linked/index.lock"))

    assert checked_out(linked) == tree(linked)


def test_the_repository_is_left_as_it_is(repository: Made, tmp_path: Path) -> None:
    made = repository()
    for setting in ("core.splitIndex", "core.sparseCheckout", "core.untrackedCache", "core.fsmonitor"):
        git(made.root, "config", setting, "true")
    (made.root / ".git/info/sparse-checkout").write_text("/README.md\n")
    own = {path: path.stat().st_mtime_ns for path in (made.root / ".git").rglob("*")}

    assert checked_out(made.root) == tree(made.root)
    assert {path: path.stat().st_mtime_ns for path in (made.root / ".git").rglob("*")} == own


def test_one_function_calls_git() -> None:
    def names_git(path: Path) -> bool:
        nodes = ast.walk(ast.parse(path.read_text("utf-8")))
        return any(isinstance(node, ast.Constant) and node.value == "git" for node in nodes)

    calling = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py") if names_git(path)}
    assert calling == {"generator/system/git.py"}

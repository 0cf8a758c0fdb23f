"""Changes are proposed as a branch with a commit, and nothing of others changes."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.editing.proposing import cannot_propose, differing, propose
from generator.system.refusal import Refused

DAY = date(2026, 11, 29)


def git(root: Path, *words: str) -> str:
    said = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=True)
    return said.stdout.strip()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A playbook in a folder of a repository, with a commit, the work of others and a hook that fails."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    top = tmp_path / "repository"
    root = top / "book"
    (root / "content").mkdir(parents=True)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(top))
    git(top, "config", "user.name", "Ada Author")
    git(top, "config", "user.email", "ada@example.org")
    for name in ("one", "two", "three", "others"):
        (root / "content" / f"{name}.yml").write_text(f"title: {name}\n")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "First")
    hook = top / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    (root / "content/others.yml").write_text("title: staged by somebody else\n")
    git(top, "add", "--all")
    (root / "content/others.yml").write_text("title: and changed again\n")
    return root


def changed(root: Path) -> list[Path]:
    """Changes a file, makes one and deletes one; these, and one that is as before."""
    (root / "content/one.yml").write_text("title: One, better\n")
    (root / "content/new.yml").write_text("title: New\n")
    (root / "content/two.yml").unlink()
    return [root / f"content/{name}.yml" for name in ("one", "new", "two", "three")]


def test_only_what_differs_is_proposed(root: Path) -> None:
    assert [path.name for path in differing(root, changed(root))] == ["new.yml", "one.yml", "two.yml"]
    assert differing(root, ()) == ()


def test_a_branch_has_the_files_and_their_author_and_all_else_stays(root: Path) -> None:
    files = changed(root)
    before = (
        git(root, "status", "--porcelain"),
        (root.parent / ".git/index").read_bytes(),
        git(root, "rev-parse", "HEAD"),
    )

    made = propose(root, files, "Tells: one is better\n\nTwo is gone.", DAY)

    assert made.branch == "playbook/2026-11-29-tells-one-is-better"
    assert made.push == "", "there is nowhere to push to"
    assert git(root, "rev-parse", made.branch) == made.commit
    assert git(root, "show", "--no-patch", "--format=%an <%ae>%n%B", made.commit) == (
        "Ada Author <ada@example.org>\nTells: one is better\n\nTwo is gone."
    )
    assert git(root, "diff", "--name-status", "HEAD", made.commit).split("\n") == [
        "A\tbook/content/new.yml",
        "M\tbook/content/one.yml",
        "D\tbook/content/two.yml",
    ]
    after = (
        git(root, "status", "--porcelain"),
        (root.parent / ".git/index").read_bytes(),
        git(root, "rev-parse", "HEAD"),
    )
    assert after == before
    assert (root / "content/others.yml").read_text() == "title: and changed again\n"


def test_a_second_branch_of_the_same_day_and_words_has_a_number(root: Path) -> None:
    files = changed(root)
    branches = list[str]()
    for text in ("one", "two", "three"):
        files[0].write_text(f"title: {text}\n", encoding="utf-8")
        branches.append(propose(root, files, "Better", DAY).branch)
    assert branches == ["playbook/2026-11-29-better", "playbook/2026-11-29-better-2", "playbook/2026-11-29-better-3"]


def test_what_a_proposal_has_already_is_not_proposed_again(root: Path) -> None:
    files = changed(root)
    made = propose(root, files, "Better", DAY)

    assert propose(root, files, "In other words", DAY) == made
    files[0].write_text("title: Newer\n", encoding="utf-8")
    assert propose(root, files, "In other words", DAY).branch == "playbook/2026-11-29-in-other-words"


def test_a_long_message_is_shortened_by_whole_words_in_the_name_of_the_branch(root: Path) -> None:
    said = "Say in every place what is to be done next, and in which order it is done"
    files = changed(root)
    assert propose(root, files, said, DAY).branch == (
        "playbook/2026-11-29-say-in-every-place-what-is-to-be-done-next-and-in-which"
    )
    (root / "content/new.yml").write_text("title: Newer\n")
    assert propose(root, files, "a" * 70, DAY).branch == f"playbook/2026-11-29-{'a' * 60}"


def test_words_that_make_no_name_are_left_out_of_it(root: Path) -> None:
    assert propose(root, changed(root), "改善", DAY).branch == "playbook/2026-11-29"


@pytest.mark.parametrize(
    ("remotes", "upstream", "expected"),
    [(("origin",), "", "origin"), (("fork", "origin"), "fork", "fork"), (("team",), "", "team")],
)
def test_it_says_where_to_push(root: Path, remotes: tuple[str, ...], upstream: str, expected: str) -> None:
    for remote in remotes:
        git(root, "remote", "add", remote, "https://git.example/book")
    if upstream:
        git(root, "config", "branch.main.remote", upstream)
    made = propose(root, changed(root), "Better", DAY)
    assert made.push == f"git push --set-upstream {expected} playbook/2026-11-29-better"


def test_line_ends_are_those_of_the_repository(root: Path) -> None:
    (root.parent / ".gitattributes").write_text("*.yml text eol=crlf\n")
    (root / "content/one.yml").write_bytes(b"title: One, better\r\n")
    made = propose(root, [root / "content/one.yml"], "Better", DAY)
    assert git(root, "cat-file", "-p", f"{made.commit}:book/content/one.yml") == "title: One, better"
    assert int(git(root, "cat-file", "-s", f"{made.commit}:book/content/one.yml")) == 19


def test_without_a_branch_it_is_proposed_on_the_commit(root: Path) -> None:
    git(root, "checkout", "--quiet", "--detach")
    made = propose(root, changed(root), "Better", DAY)
    assert git(root, "rev-parse", f"{made.commit}^") == git(root, "rev-parse", "HEAD")


def test_where_nothing_differs_nothing_is_made(root: Path) -> None:
    with pytest.raises(Refused, match=r"^There is nothing to propose: all files are as in the last commit\.$"):
        propose(root, [root / "content/three.yml"], "Better", DAY)
    assert git(root, "branch", "--format=%(refname:short)") == "main"


def test_what_git_says_is_passed_on(root: Path) -> None:
    git(root, "branch", "playbook")  # so there can be none below this name
    with pytest.raises(
        Refused, match=r"^git update-ref failed: .*'refs/heads/playbook' exists.*\. Nothing was proposed\.$"
    ):
        propose(root, changed(root), "Better", DAY)


def test_what_is_missing_is_said_with_what_to_do(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert cannot_propose(root) == ""
    assert cannot_propose(tmp_path) == (
        "Changes are saved, and cannot be proposed: this playbook is in no git repository."
    )
    git(root, "config", "--unset", "user.email")
    assert cannot_propose(root) == (
        'Git does not know yet who proposes. Tell it: git config --global user.email "you@example.org"'
    )
    empty = tmp_path / "empty"
    git(tmp_path, "init", "--quiet", str(empty))
    assert cannot_propose(empty) == (
        "The git repository of this playbook has no commit yet. Make the first one: git add --all && git commit"
    )
    with pytest.raises(Refused, match="has no commit yet"):
        propose(empty, [], "Better", DAY)
    monkeypatch.setenv("PATH", str(empty))
    assert cannot_propose(root) == (
        "Changes are saved, and cannot be proposed: git, which would keep their history, is not installed."
    )

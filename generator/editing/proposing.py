"""Propose changes: a branch with a commit of some files, made beside the work of others.

Nobody's checkout, index or uncommitted work changes: the commit is made with an index of its own, on the commit that
is checked out. Nothing is pushed. Filters of the repository apply as in `git add`, such as those for line ends; hooks
do not run, and the commit is not signed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.slug import slug
from generator.system import scratch
from generator.system.git import git
from generator.system.refusal import Refused

BRANCHES = "playbook"
"""The folder of the names of branches."""

LONGEST = 60
"""The most characters of the message in the name of a branch, which are whole words if possible."""

NO_COMMIT = "0" * 40


@dataclass(frozen=True, slots=True)
class Proposal:
    """The branch with the commit that was made, and the command that pushes it; none if there is nowhere to push to."""

    branch: str
    commit: str
    push: str


def cannot_propose(root: Path) -> str:
    """Why changes in the folder cannot be proposed, and what to do about it; empty if they can."""
    try:
        inside = git(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError:
        return "Changes are saved, and cannot be proposed: git, which would keep their history, is not installed."
    if inside.returncode or inside.stdout.strip() != b"true":
        return "Changes are saved, and cannot be proposed: this playbook is in no git repository."
    if not _read(root, "rev-parse", "--verify", "--quiet", "HEAD"):
        return "The git repository of this playbook has no commit yet. Make the first one: git add --all && git commit"
    for setting, example in (("user.name", "Your Name"), ("user.email", "you@example.org")):
        if not _read(root, "config", setting):
            return f'Git does not know yet who proposes. Tell it: git config --global {setting} "{example}"'
    return ""


def differing(root: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Those of the files that are not as in the commit that is checked out, in order: changed, new or deleted."""
    names = _names(root, files)
    if not names:
        return ()
    with _index(root) as index:
        _staged(root, index, names)
        said = git(
            root, "diff-index", "--cached", "--name-only", "--no-renames", "--relative", "-z", "HEAD", index=index
        )
    found = {os.fsdecode(name) for name in said.stdout.split(b"\0")}
    return tuple(root / name for name in names if name in found)


def propose(root: Path, files: Iterable[Path], message: str, today: date) -> Proposal:
    """Commit the files as they are now, on a new branch, with the author that git's configuration names.

    A file is proposed whole. Where a proposal has these files already, it is that one. Raises `Refused` if git cannot
    do it, or if nothing differs.
    """
    if why := cannot_propose(root):
        raise Refused(why)
    head = _asked(root, "rev-parse", "HEAD")
    tree = _tree_with(root, files)
    if tree == _asked(root, "rev-parse", "HEAD^{tree}"):
        raise Refused("There is nothing to propose: all files are as in the last commit.")
    if made := _with_tree(root, tree):
        return made
    commit = _asked(root, "commit-tree", tree, "-p", head, "-F", "-", given=message.strip().encode() + b"\n")
    branch = _new_branch(root, commit, message, today)
    return Proposal(branch, commit, _push(root, branch))


def proposed_already(root: Path, files: Iterable[Path]) -> Proposal | None:
    """The newest proposal that has the files as they are now; None if there is none."""
    return _with_tree(root, _tree_with(root, files))


def _tree_with(root: Path, files: Iterable[Path]) -> str:
    """The tree of the commit that is checked out, with the files as they are now."""
    with _index(root) as index:
        _staged(root, index, _names(root, files))
        return _asked(root, "write-tree", index=index)


def _with_tree(root: Path, tree: str) -> Proposal | None:
    """The newest proposal that has this tree."""
    listed = _asked(
        root,
        "for-each-ref",
        "--sort=-creatordate",
        "--format=%(tree) %(objectname) %(refname:lstrip=2)",
        f"refs/heads/{BRANCHES}/",
    )
    for line in filter(None, listed.split("\n")):
        its_tree, commit, branch = line.split(" ", 2)
        if its_tree == tree:
            return Proposal(branch, commit, _push(root, branch))
    return None


@contextmanager
def _index(root: Path) -> Iterator[Path]:
    """An index of its own, with the files of the commit that is checked out."""
    with TemporaryDirectory(dir=scratch.folder()) as folder:
        index = Path(folder) / "index"
        _asked(root, "read-tree", "HEAD", index=index)
        yield index


def _names(root: Path, files: Iterable[Path]) -> list[str]:
    """The paths within the folder, in order. Raises ValueError for a file outside of it."""
    return sorted({path.relative_to(root).as_posix() for path in files})


def _staged(root: Path, index: Path, names: Iterable[str]) -> None:
    given = b"".join(os.fsencode(name) + b"\0" for name in names)
    _asked(root, "update-index", "--add", "--remove", "-z", "--stdin", given=given, index=index)


def _new_branch(root: Path, commit: str, message: str, today: date) -> str:
    """A branch of a name that there was not, at the commit."""
    words = slug(message.strip().split("\n")[0])
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    name = "-".join(filter(None, (f"{BRANCHES}/{today.isoformat()}", words)))
    for number in count(1):
        branch = name if number == 1 else f"{name}-{number}"
        if _read(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}"):
            continue
        _asked(root, "update-ref", "-m", "playbook: proposed", f"refs/heads/{branch}", commit, NO_COMMIT)
        return branch
    raise AssertionError("numbers do not end")


def _push(root: Path, branch: str) -> str:
    current = _read(root, "symbolic-ref", "--quiet", "--short", "HEAD")
    upstream = _read(root, "config", f"branch.{current}.remote") if current else ""
    remotes = _read(root, "remote").split("\n")
    remote = next((name for name in (upstream, "origin", *remotes) if name and name in remotes), "")
    return f"git push --set-upstream {remote} {branch}" if remote else ""


def _read(root: Path, *words: str) -> str:
    """What git answers; empty if it fails."""
    said = git(root, *words)
    return "" if said.returncode else said.stdout.decode(errors="replace").strip()


def _asked(root: Path, *words: str, given: bytes = b"", index: Path | None = None) -> str:
    """What git answers. Raises `Refused` with what it says if it fails."""
    said = git(root, *words, given=given, index=index)
    if said.returncode:
        reason = said.stderr.decode(errors="replace").strip().split("\n")[-1]
        raise Refused(f"git {words[0]} failed: {reason or 'it gives no reason'}. Nothing was proposed.")
    return said.stdout.decode(errors="replace").strip()

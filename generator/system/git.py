"""Every call of git goes through `git`. The environment of the caller decides nothing about it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

FIXED = (
    "core.fsmonitor=false",
    "core.sparseCheckout=false",
    "core.splitIndex=false",
    "index.sparse=false",
)
"""Settings of a repository that would change or slow down reading another revision, or write into the repository."""


def git(folder: Path, *words: str, given: bytes = b"", index: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Call git in a folder, with `given` as its input and `index` in place of the index of the repository.

    Variables such as GIT_DIR are not passed on: a hook has them for the repository that calls it, and `git -c` for one
    command. Raises FileNotFoundError if git is not installed.
    """
    settings = (word for setting in FIXED for word in ("-c", setting))
    command = ["git", "-C", str(folder), *settings, *words]
    return subprocess.run(command, input=given, capture_output=True, check=False, env=_environment(index))


def _environment(index: Path | None) -> Mapping[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    return {**inherited, **own, **({"GIT_INDEX_FILE": str(index)} if index else {})}


def files_of_head(folder: Path) -> tuple[Path, ...]:
    """The files that change when the commit of the working tree that contains the folder does, or how much is known.

    Some may not exist; there are none outside a repository. They are found without a process.
    """
    found = next((place for place in (folder, *folder.parents) if os.path.lexists(place / ".git")), None)
    if found is None:
        return ()
    own = found / ".git"
    if own.is_file():  # of a further working tree, or of a module within another repository
        own = found / _text(own).removeprefix("gitdir:").strip()
    common = own / (_text(own / "commondir").strip() or ".")
    head = _text(own / "HEAD").strip()
    named = (common / head.removeprefix("ref:").strip(),) if head.startswith("ref:") else ()
    return (own / "HEAD", *named, common / "packed-refs", common / "shallow")


def first_added(folder: Path, names: Sequence[str]) -> Mapping[str, int]:
    """When the files with these names in `folder` were first committed, in seconds since 1970, if git knows them."""
    if not names:
        return {}
    asked = ("log", "--format=%x00%at", "--name-only", "--relative", "--no-renames", "--diff-filter=A")
    try:
        listed = git(folder, "-c", "core.quotePath=false", *asked, "--", *(f":(literal){name}" for name in names))
    except FileNotFoundError:
        return {}
    added: dict[str, int] = {}
    for commit in listed.stdout.decode("utf-8", "surrogateescape").split("\0")[1:]:
        seconds, *files = commit.split("\n")
        added.update(dict.fromkeys(filter(None, files), int(seconds)))  # commits come from the newest to the oldest
    return added


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", errors="surrogateescape")
    except OSError:
        return ""

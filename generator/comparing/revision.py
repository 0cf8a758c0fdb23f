"""The playbook in another git revision."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.config import languages, theme
from generator.config.project import Project, content_named
from generator.content.changes_file import CHANGES
from generator.permalinks.ledger import FILE as LEDGER
from generator.system import scratch
from generator.system.git import git

REGULAR = ("100644", "100755")
"""The modes of files in git. Others are symbolic links, which may point outside, and other repositories."""


class NoRevision(Exception):
    """The revision cannot be read. The message says why."""


@contextmanager
def files_at(project: Project, revision: str) -> Iterator[Path]:
    """A temporary folder with the content and configuration of the revision, and the current themes.

    Files have the contents that a checkout gives them, with the filters and line ends of this working tree.
    """
    commit, inside = _commit(project.root, revision)
    name = project.file.name
    with TemporaryDirectory(dir=scratch.folder()) as folder:
        target = Path(folder).resolve()
        root = target / inside
        if not _check_out(project.root, commit, (name,), target):
            raise NoRevision(f"`{revision}` has no {name}; the playbook was not there yet, or git does not keep it")
        content = content_named(root / name)
        others = (content, languages.FOLDER, CHANGES, LEDGER)
        if not _check_out(project.root, commit, others, target) or not (root / content).is_dir():
            raise NoRevision(f"`{revision}` has no folder {content}, which its {name} names")
        themes = project.root / theme.FOLDER
        if themes.is_dir():
            (root / theme.FOLDER).symlink_to(themes)
        yield root


def _commit(root: Path, revision: str) -> tuple[str, str]:
    """The commit that the revision names, and the path of the folder in the working tree, empty for its top."""
    try:
        inside = git(root, "rev-parse", "--is-inside-work-tree", "--show-prefix")
    except FileNotFoundError:
        raise NoRevision("git is not installed, and `diff` asks it for the other revision") from None
    answer, _, place = inside.stdout.partition(b"\n")
    if inside.returncode or answer != b"true":
        said = inside.stderr.decode(errors="replace").strip().split("\n")[0]
        raise NoRevision(f"{root} is in no git repository" + (f" ({said})" if said else ""))
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise NoRevision(
            f"git knows no revision `{revision}`; name a branch, a tag or a commit, as in `main` or `HEAD~1`. "
            "In CI the history may have to be fetched first"
        )
    return found.stdout.decode().strip(), os.fsdecode(place.removesuffix(b"\n"))


def _check_out(root: Path, commit: str, names: tuple[str, ...], target: Path) -> bool:
    """Write these files and folders of a commit into `target`, as a checkout would. Returns whether there were any.

    `names` are relative to `root`; the files get the paths that they have in the repository.
    """
    listed = git(root, "ls-tree", "-r", "-z", commit, "--", *names)
    entries = (entry.partition(b"\t") for entry in listed.stdout.split(b"\0") if entry)
    files = [path for about, _, path in entries if about.decode().split(" ")[0] in REGULAR]
    if listed.returncode or not files:
        return False
    with TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        # Not `git archive`: it leaves out files and writes into others as .gitattributes asks for releases.
        for words, given in (
            (("read-tree", commit), b""),
            (("checkout-index", "-z", "--stdin", f"--prefix={target}/"), b"\0".join((*files, b""))),
        ):
            done = git(root, *words, given=given, index=index)
            if done.returncode:
                raise NoRevision(f"git cannot read {commit[:12]}: {done.stderr.decode(errors='replace').strip()}")
    return True

"""The playbook in another git revision."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.config.project import Project
from generator.config.settings import SiteConfig
from generator.content.changes import CHANGES
from generator.permalinks.ledger import FILE as LEDGER
from generator.reading.document import parse


class NoRevision(Exception):
    """The revision cannot be read. The message says why."""


@contextmanager
def files_at(project: Project, revision: str) -> Iterator[Path]:
    """A temporary folder with the content and configuration of the revision, and the current themes."""
    commit = _commit(project.root, revision)
    name = project.file.name
    with TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        if not _extract(project.root, commit, (name,), root):
            raise NoRevision(f"`{revision}` has no {name}; the playbook was not there yet, or git does not keep it")
        content = _content_in(root / name)
        if not _extract(project.root, commit, (content, CHANGES, LEDGER), root) or not (root / content).is_dir():
            raise NoRevision(f"`{revision}` has no folder {content}, which its {name} names")
        themes = project.root / "themes"
        if themes.is_dir():
            (root / "themes").symlink_to(themes)
        yield root


def _commit(root: Path, revision: str) -> str:
    try:
        inside = _git(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError:
        raise NoRevision("git is not installed, and `diff` asks it for the other revision") from None
    if inside.returncode or inside.stdout.strip() != b"true":
        said = inside.stderr.decode(errors="replace").strip().split("\n")[0]
        raise NoRevision(f"{root} is in no git repository" + (f" ({said})" if said else ""))
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise NoRevision(
            f"git knows no revision `{revision}`; name a branch, a tag or a commit, as in `main` or `HEAD~1`. "
            "In CI the history may have to be fetched first"
        )
    return found.stdout.decode().strip()


def _content_in(config: Path) -> str:
    """The folder of the content that a configuration names, or the usual one."""
    document, _ = parse(config.read_text(encoding="utf-8", errors="replace"), config.name)
    fields = document.data if document and isinstance(document.data, dict) else {}
    named = fields.get("content")
    return named if isinstance(named, str) else str(SiteConfig.model_fields["content"].default)


def _extract(root: Path, commit: str, names: tuple[str, ...], target: Path) -> bool:
    """Write these files and folders of a commit, relative to `root`. Returns whether there were any."""
    listed = _git(root, "ls-tree", "-z", "--name-only", commit, "--", *names)
    there = [name for name in listed.stdout.decode(errors="surrogateescape").split("\0") if name]
    if listed.returncode or not there:
        return False
    archive = _git(root, "archive", "--format=tar", commit, "--", *there)
    if archive.returncode:
        raise NoRevision(f"git cannot read {commit[:12]}: {archive.stderr.decode(errors='replace').strip()}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        for member in files:
            # Symbolic links may point outside the folder, and content must not contain any.
            if member.isfile() and (content := files.extractfile(member)):
                path = Path(os.path.normpath(target / member.name))
                if not path.is_relative_to(target):
                    raise NoRevision(f"{commit[:12]} holds a file that leads out of the playbook: {member.name}")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.read())
    return True


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)

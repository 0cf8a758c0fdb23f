"""Publishes a site of a few files, as `playbook build` does."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.site_folder import MARKER, publish, staged, write
from generator.site.page import Artifact


def put(target: Path, **files: str) -> None:
    """Build and publish a site of these files."""
    with staged(target) as staging:
        write((Artifact(f"{name}/index.html", text.encode()) for name, text in files.items()), staging)
        publish(staging, target)


def tree(folder: Path) -> dict[str, str]:
    """The files of a site, without the marker."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def beside(target: Path) -> set[str]:
    return {path.name for path in target.parent.iterdir()} - {target.name}

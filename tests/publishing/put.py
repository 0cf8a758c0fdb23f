"""Publishes a site of a few files, as `playbook build` does."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.site_folder import publish, staged, write
from generator.site.page import Artifact


def put(target: Path, **files: str) -> None:
    """Build and publish a site of these files."""
    with staged(target) as staging:
        write((Artifact(f"{name}/index.html", text.encode()) for name, text in files.items()), staging)
        publish(staging, target)

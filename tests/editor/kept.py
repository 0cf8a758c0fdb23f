"""A playbook of an editor in a repository whose author is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.system.git import git


def keep(root: Path, *files: str) -> None:
    """Make a repository in a playbook's folder, by an invented author, and commit these files, or none of them."""
    for words in (
        ("init", "-q"),
        ("config", "user.name", "Ann"),
        ("config", "user.email", "ann@example.org"),
        *((("add", *files),) if files else ()),
        ("commit", "-q", "--allow-empty", "-m", "First"),
    ):
        assert git(root, *words).returncode == 0


def without_author_of_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests is not taken for the author."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME", raising=False)
        monkeypatch.delenv(f"GIT_{name}_EMAIL", raising=False)

"""A playbook in a git repository of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import ROOT

WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_CONFIG_GLOBAL": os.devnull}
WHO |= {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.example", "GIT_CONFIG_SYSTEM": os.devnull}


def git(folder: Path, *words: str) -> None:
    """Call git, without the settings of whoever runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True, env=environment | WHO)


@dataclass(frozen=True)
class Repository:
    """The small playbook, in `root`, of which everything is committed."""

    root: Path

    def write(self, files: Mapping[str, str | None]) -> None:
        """Write files, or remove those that are None."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            if text is not None:
                path.write_text(text, encoding="utf-8")

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        """Write a file with some words in place of others, each of which stands in it once."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> None:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--message", "A change")


Made = Callable[..., Repository]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """Makes a repository whose `folder` holds the small playbook and these files. It is the working folder."""

    def make(files: Mapping[str, str] | None = None, folder: str = ".") -> Repository:
        top = tmp_path / "repository"
        made = Repository((top / folder).resolve())
        made.write({"site_config.yml": CONFIG, **clean_files(), **(files or {})})
        (made.root / "themes").symlink_to(ROOT / "themes")
        git(tmp_path, "init", "--initial-branch", "main", str(top))
        made.commit()
        monkeypatch.chdir(made.root)
        return made

    return make

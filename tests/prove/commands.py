"""Commands in a new playbook, each in its own process."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from tests.conftest import ROOT

Tree: TypeAlias = dict[str, str]
"""The hashes of files by path."""


@dataclass
class Book:
    """A new playbook in a folder, with a folder for temporary files."""

    root: Path
    temporary: Path
    dice: random.Random = field(default_factory=lambda: random.Random(13))

    def started(self, *words: str, program: tuple[str, ...] = ("-m", "generator.cli")) -> subprocess.Popen[str]:
        around = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.temporary)}
        return subprocess.Popen(
            [sys.executable, *program, *words],
            cwd=self.root,
            env=around,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: str, program: tuple[str, ...] = ("-m", "generator.cli")) -> tuple[int, str]:
        """The exit code of a command, and what it says on both of its outputs."""
        process = self.started(*words, program=program)
        said, _ = process.communicate(timeout=600)
        return process.returncode, said

    def done(self, *words: str) -> None:
        assert (said := self.run(*words))[0] == 0, said

    def some_entry(self) -> str:
        return self.dice.choice(sorted(path.stem for path in (self.root / "content").glob("*/*.yml")))

    def hidden(self) -> list[str]:
        """What commands have left: in the playbook, and in the folder for temporary files."""
        beside = [str(p) for name in (".playbook-[!s]*", ".*-staging-*") for p in self.root.rglob(name)]
        return [*beside, *(str(path) for path in self.temporary.glob("playbook-run-*"))]


def new_book(tmp_path: Path) -> Book:
    """A new playbook in a folder of `tmp_path`."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    found = Book(tmp_path, temporary)
    found.done("init", "book")
    return Book(tmp_path / "book", temporary)


def tree(folder: Path, *, but: str = "/.") -> Tree:
    """The hashes of all files in a folder, without those that are hidden."""
    found = (path for path in folder.rglob("*") if but not in f"/{path.relative_to(folder)}" and path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}

"""The command as tests call it, on playbooks of an entry or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import Playbook

TERM = "title: Slow\nsummary: S.\nmeaning: M.\n"
CLEAN = {"content/terms/slow.yml": TERM}
WARNED = {**CLEAN, "content/notes.txt": "x"}
BROKEN = {**CLEAN, "content/terms/fast.yml": "title: Fast\nsummary: S.\n"}

FAULT = (
    "content/terms/fast.yml:1:1: error[missing-field]: `meaning` is missing\n"
    "   1 | title: Fast\n"
    "     | ^\n"
    "   hint: add `meaning:` (What it means, in a sentence or two: shown wherever the term is used)\n"
)
WARNING = (
    "content/notes.txt:1:1: warning[unexpected-file]: `notes.txt` is not an entry and is ignored\n"
    "   hint: entries are files ending in `.yml`; move other files out of the content folder\n"
)

Run = Callable[..., tuple[int, str, str]]


def outcome_of(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """The exit code, output and complaints of a call in the working folder."""
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def run(playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the folder of a playbook; gives its exit code, output and complaints."""

    def call(files: Mapping[str, str], *arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(playbook(files))
        return outcome_of(arguments, capsys)

    return call


def files_of(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}

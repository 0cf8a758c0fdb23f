"""Which files hold entries. The messages about all others are in `golden/diagnostics/unexpected-file`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.collect import collect
from generator.diagnostics import Code, Diagnostic, Span
from generator.kinds import BUILT_IN
from tests.conftest import Playbook


def test_a_folder_holds_entries_and_a_file_may_hold_many(playbook: Playbook) -> None:
    content = playbook({"content/tells/b.yml": "", "content/tells/a.yml": "", "content/terms.yml": ""}) / "content"

    files, problems = collect(content, "content", BUILT_IN)

    assert problems == ()
    assert [(f.name, f.kind.name, f.entry_id, f.path) for f in files] == [
        ("content/tells/a.yml", "tell", "a", content / "tells" / "a.yml"),
        ("content/tells/b.yml", "tell", "b", content / "tells" / "b.yml"),
        ("content/terms.yml", "term", None, content / "terms.yml"),
    ]


def test_hidden_files_and_pages_are_passed_over_in_silence(playbook: Playbook) -> None:
    files = ["content/.DS_Store", "content/.git/config", "content/tells/.a.yml.swp", "content/pages/about.md"]
    content = playbook(dict.fromkeys(files, "x")) / "content"

    assert collect(content, "content", BUILT_IN) == ((), ())


def test_nothing_is_opened_that_might_never_end(playbook: Playbook) -> None:
    content = playbook({}) / "content"
    (content / "tells").mkdir()
    os.mkfifo(content / "terms.yml")
    os.mkfifo(content / "tells" / "a.yml")
    os.mkfifo(content / "notes")

    files, problems = collect(content, "content", BUILT_IN)

    assert [f.name for f in files] == ["content/tells/a.yml", "content/terms.yml"]
    assert [p.message for p in problems] == ["`notes` is not an entry and is left out"]


def test_a_folder_that_one_may_not_read_is_reported(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests may read everything, so the system's answer is played.
    content = playbook({"content/tells/a.yml": "", "content/terms.yml": ""}) / "content"
    names = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "tells":
            raise PermissionError(13, "Permission denied")
        return names(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)

    files, problems = collect(content, "content", BUILT_IN)

    assert [f.name for f in files] == ["content/terms.yml"]
    message, hint = "the folder cannot be read: Permission denied", "check that you may read it"
    assert problems == (Diagnostic(Code.UNREADABLE_FILE, message, Span("content/tells"), hint),)

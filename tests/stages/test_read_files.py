"""The first stage reads every file, and one that cannot be read does not hide the others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from generator.caching.memory import Memory
from generator.config.project import read_config
from generator.content.nearby import NOTHING
from generator.kinds import BUILT_IN
from generator.reading.document import read_document
from generator.reading.text import read_text
from generator.stages import read_files as read_files_module
from generator.stages.read_files import Files, read_files
from generator.system import file_state
from tests.conftest import Playbook

ENTRY = "title: Slow\nsummary: Slow.\nmeaning: Slow.\norigin: own\n"


def read(playbook: Playbook, files: dict[str, str]) -> Files:
    project, problems = read_config(playbook(files) / "site_config.yml")
    assert project, problems
    return read_files(project, read_document)


def test_an_empty_playbook_has_no_files(playbook: Playbook) -> None:
    assert read(playbook, {}) == Files({}, (), {}, (), (), (), "", None, None, None, frozenset(), NOTHING, (), True, ())


def test_every_sort_of_file_is_read(playbook: Playbook) -> None:
    files = read(
        playbook,
        {
            "content/terms/slow.yml": ENTRY,
            "content/pages/about.md": "# About\n\nWhat it is.\n",
            "content/redirects.yml": "terms/old: slow\n",
            "changes.yml": "changes: []\n",
            "addresses.txt": "terms/slow/\n",
        },
    )
    assert [(file.name, document and document.file) for file, document in files.documents.items()] == [
        ("content/terms/slow.yml", "content/terms/slow.yml")
    ]
    assert [(page.slug, page.file, page.text) for page in files.pages] == [
        ("about", "content/pages/about.md", "# About\n\nWhat it is.\n")
    ]
    assert files.redirects
    assert files.redirects.data == {"terms/old": "slow"}
    assert files.changes
    assert files.changes.data == {"changes": []}
    assert files.ledger
    assert list(files.ledger.places) == ["terms/slow/"]
    assert (files.complete, files.diagnostics) == (True, ())


def test_only_a_file_of_entries_makes_the_content_incomplete(playbook: Playbook) -> None:
    broken = "title: [\n"
    files = read(playbook, {"content/terms/slow.yml": ENTRY, "content/redirects.yml": broken, "changes.yml": broken})
    assert (files.complete, files.redirects, files.changes) == (True, None, None)
    assert [found.span.file for found in files.diagnostics] == ["content/redirects.yml", "changes.yml"]

    files = read(playbook, {"content/terms/fast.yml": broken})
    assert not files.complete
    assert sorted(found.span.file for found in files.diagnostics if "terms" in found.span.file) == [
        "content/terms/fast.yml"
    ]


class Counting:
    """A reader with a memory, and how often it has opened the file."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.memory, self.times, self.file = Memory(), 0, root / "slow.yml"
        self.read = read_files_module.remembering(self.memory, BUILT_IN)
        monkeypatch.setattr(read_files_module, "read_text", self._read_text)

    def _read_text(self, *given: Any) -> Any:
        self.times += 1
        return read_text(*given)

    def title(self) -> object:
        self.memory.next_round()
        document, _ = self.read(self.file, self.file.parent, "slow.yml", lambda *_: ())
        assert document
        return document.data["title"]


def test_a_file_that_nobody_has_written_to_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_state, "SETTLED", 0)
    counting = Counting(tmp_path, monkeypatch)
    counting.file.write_text("title: Slow\n", "utf-8")
    was = counting.file.stat()

    assert [counting.title() for _ in range(3)] == ["Slow"] * 3
    assert counting.times == 1

    counting.file.write_text("title: Fast\n", "utf-8")  # of the same length, and given the same time
    os.utime(counting.file, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert [counting.title() for _ in range(3)] == ["Fast"] * 3
    assert counting.times == 2


def test_a_file_written_to_just_now_is_opened_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting(tmp_path, monkeypatch)
    counting.file.write_text("title: Slow\n", "utf-8")

    assert [counting.title() for _ in range(3)] == ["Slow"] * 3
    assert counting.times == 3

"""Which files hold entries. The messages about all others are in `golden/diagnostics/unexpected-file`."""

from __future__ import annotations

import os

from generator.collect import collect
from tests.conftest import Playbook


def test_a_folder_holds_entries_and_a_file_may_hold_many(playbook: Playbook) -> None:
    content = playbook({"content/tells/b.yml": "", "content/tells/a.yml": "", "content/terms.yml": ""}) / "content"

    files, problems = collect(content, "content")

    assert problems == ()
    assert [(f.name, f.kind.name, f.entry_id, f.path) for f in files] == [
        ("content/tells/a.yml", "tell", "a", content / "tells" / "a.yml"),
        ("content/tells/b.yml", "tell", "b", content / "tells" / "b.yml"),
        ("content/terms.yml", "term", None, content / "terms.yml"),
    ]


def test_hidden_files_and_pages_are_passed_over_in_silence(playbook: Playbook) -> None:
    files = ["content/.DS_Store", "content/.git/config", "content/tells/.a.yml.swp", "content/pages/about.md"]
    content = playbook(dict.fromkeys(files, "x")) / "content"

    assert collect(content, "content") == ((), ())


def test_nothing_is_opened_that_might_never_end(playbook: Playbook) -> None:
    content = playbook({}) / "content"
    (content / "tells").mkdir()
    os.mkfifo(content / "terms.yml")
    os.mkfifo(content / "tells" / "a.yml")
    os.mkfifo(content / "notes")

    files, problems = collect(content, "content")

    assert [f.name for f in files] == ["content/tells/a.yml", "content/terms.yml"]
    assert [p.message for p in problems] == ["`notes` is not an entry and is left out"]

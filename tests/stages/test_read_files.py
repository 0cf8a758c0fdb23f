"""The first stage reads every file, and one that cannot be read does not hide the others."""

from __future__ import annotations

from generator.config.project import read_config
from generator.reading.document import read_document
from generator.stages.read_files import Files, read_files
from tests.conftest import Playbook

ENTRY = "title: Slow\nsummary: Slow.\nmeaning: Slow.\norigin: own\n"


def read(playbook: Playbook, files: dict[str, str]) -> Files:
    project, problems = read_config(playbook(files) / "site_config.yml")
    assert project, problems
    return read_files(project, read_document)


def test_an_empty_playbook_has_no_files(playbook: Playbook) -> None:
    assert read(playbook, {}) == Files({}, (), None, None, None, True, ())


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

"""The list of changes."""

from __future__ import annotations

from generator.content.changes_file import changes_in, connected_changes
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE
from generator.reading.document import parse
from tests.checks.small_playbook import clean_files, graph_of


def test_no_more_unknown_entries_are_looked_up_than_are_reported() -> None:
    names = ", ".join(f"nothing-{number}" for number in range(MOST_PER_CODE + 50))
    written = f"changes:\n  - id: a\n    date: 2026-01-01\n    title: A\n    what: B\n    entries: [{names}]\n"
    changes, _ = changes_in(parse(written, "changes.yml")[0])
    _, faults = connected_changes(changes, graph_of(clean_files()), frozenset())
    assert [fault.code for fault in faults] == [codes.UNKNOWN_REFERENCE] * MOST_PER_CODE

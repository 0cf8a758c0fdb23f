"""Under which ids browsers keep what readers enter, and what of it a change would leave without a place."""

from __future__ import annotations

import pytest

from generator.comparing.kept import orphaned, places_of_answers
from tests.checks.small_playbook import clean_files, graph_of

ENTRIES = graph_of(clean_files()).entries


@pytest.mark.parametrize(
    "entry_id",
    ["patience-check", "meeting-checklist", "week-one", "mineral-rights", "meeting-sheet"],
)
def test_what_is_entered_has_ids_and_words(entry_id: str) -> None:
    entry = ENTRIES[entry_id].entry

    found = places_of_answers(entry, ENTRIES)

    assert found
    assert all(found.values())
    assert orphaned(entry, entry, ENTRIES, ENTRIES) == ()
    assert orphaned(entry, None, ENTRIES, {}) == tuple(dict.fromkeys(found.values()))


def test_other_entries_keep_nothing() -> None:
    assert places_of_answers(ENTRIES["small-talk"].entry, ENTRIES) == {}


def test_a_question_that_is_renamed_keeps_its_answers() -> None:
    was = ENTRIES["patience-check"].entry
    items = was.model_dump()["items"]
    old = str(items[0]["id"])
    text = clean_files()["content/assessments/patience-check.yml"].replace(f"id: {old}\n", "id: other\n")
    now = graph_of({"content/assessments/patience-check.yml": text}).entries["patience-check"].entry

    assert orphaned(was, now, ENTRIES, ENTRIES) == (items[0]["text"],)
    change = {"edition": 2, "what": "Renamed.", "renamed": {old: "other"}, "removed": ()}
    kept = type(now).model_validate({**now.model_dump(), "edition": 2, "changes": [change]})
    assert orphaned(was, kept, ENTRIES, ENTRIES) == ()

"""Specimens: whatever stands in one, what is printed has a place on its sheet."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.fields import TICKED, Writing, marks
from generator.kinds.worksheet_blocks.scale import ScaleBlock
from generator.model.values import Written
from tests.checks.every_block import BLOCKS
from tests.checks.small_playbook import graph_of, with_changes

SHEET = "content/worksheets/meeting-sheet.yml"
GRAPH = graph_of(with_changes({SHEET: f"{BLOCKS}specimen:\n  by: Ann\n  blocks: {{}}\n"}))
IDS = (
    "question",
    "who",
    "name",
    "parts",
    "close",
    "row-1",
    "leads",
    "sure",
    "when",
    "one",
    "first",
    "until",
    "nowhere",
)

texts = st.sampled_from(["", "true", "before", "4", "Ann", "One\nTwo", *IDS])
values: Any = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(IDS), inner, max_size=3)
)


def sheet(blocks: dict[str, Any]) -> Worksheet:
    entry = GRAPH.entries["meeting-sheet"].entry
    assert isinstance(entry, Worksheet)
    assert entry.specimen
    written = {name: Written.of(value) for name, value in blocks.items()}
    return entry.model_copy(update={"specimen": entry.specimen.model_copy(update={"blocks": written})})


@given(st.dictionaries(st.sampled_from(IDS), values, max_size=4))
def test_whatever_a_specimen_holds_is_printed_in_a_place_of_the_sheet_or_named(blocks: dict[str, Any]) -> None:
    entry = sheet(blocks)
    found = entry.specimen_read(GRAPH.entries)
    places = {".".join((block.id, *field.path)) for block in entry.blocks for field in block.fields(84, GRAPH.entries)}
    assert all(any(name == place or name.startswith(f"{place}.") for place in places) for name in found.filled)
    assert {mismatch.route[0] for mismatch in found.mismatches} <= blocks.keys()


def test_a_choice_stands_in_its_place_and_beside_the_word_that_is_ticked_on_paper() -> None:
    found = sheet({"parts": {"close": {"when": "after", "sure": "true"}}, "one": {"until": "May"}})
    assert found.specimen_read(GRAPH.entries).filled == {
        "parts.close.when": "after",
        "parts.close.when.2": "true",
        "parts.close.sure": "true",
        "one.until": "true",
        "one.until.blank": "May",
    }


@given(st.text(), st.integers(1, 200))
def test_the_lines_of_a_text_hold_all_of_its_letters(text: str, letters: int) -> None:
    lines = Writing(1, letters).lines_of(text)
    assert lines * letters >= max(len(line.rstrip()) for line in text.strip().split("\n"))
    assert lines >= text.strip().count("\n") + 1


def test_what_is_written_is_told_on_one_line() -> None:
    assert str(Written.of({"a": ["b", {"c": "d"}], "e": None})) == "a: b; c: d; e: "


@pytest.mark.parametrize("lowest", [0, 1, 3])
def test_the_number_that_a_scale_was_rated_with_is_the_box_that_is_ticked(lowest: int) -> None:
    ratings = ({"id": "calm", "text": "Calm"},)
    data = {"type": "scale", "id": "s", "lowest": lowest, "highest": 10, "lowest_is": "no", "highest_is": "yes"}
    (field,) = ScaleBlock(**data, label="How", ratings=ratings).fields(80, {})
    assert dict(marks("s", field, "6")) == {"s.calm": "6", "s.calm.6": TICKED}

"""Worksheets: what is printed on them, how many are needed, and what is said of those that do not fit."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.entries import structure
from generator.content.graph import Graph
from generator.kinds.copies import Copies
from generator.kinds.session_plan import SessionPlan
from generator.kinds.worksheet import KIND, Worksheet
from generator.kinds.worksheet_blocks import BLOCKS
from generator.kinds.worksheet_blocks.bingo import BingoBlock, Square
from generator.kinds.worksheet_blocks.table import PrintedRow, TableBlock
from generator.kinds.worksheet_blocks.text import TextBlock
from generator.kinds.worksheet_blocks.ticks import TicksBlock
from generator.reading.document import parse
from generator.reporting import report
from tests.checks.small_playbook import clean_files, completed, graph_of
from tests.playbooks import REAL_PLAYBOOK, reading

FILE = "content/worksheets/meeting-sheet.yml"


def real() -> Graph:
    return reading(REAL_PLAYBOOK).graph


@cache
def small() -> Graph:
    return graph_of(clean_files())


def table(**fields: object) -> TableBlock:
    columns = [{"id": "what", "title": "What"}, {"id": "who", "title": "Who"}]
    return TableBlock.model_validate({"type": "table", "id": "list", "label": "A list", "columns": columns, **fields})


def said_of(text: str) -> str:
    """What is said of a sheet with these fields, the others being those of the small playbook."""
    whole = completed(FILE, text)
    document, _ = parse(whole, FILE)
    assert document
    lines = whole.splitlines()
    return report.as_text(structure(document, KIND, "meeting-sheet")[1], lambda _, number: lines[number - 1])


def test_rows_stand_in_their_order_and_are_numbered() -> None:
    rows = [{"id": "close", "head": "Close", "cells": {"who": "You"}}]
    assert table(rows=rows, entries=["slow-down"], empty=2).printed_rows(small().entries) == (
        PrintedRow("close", 1, {"what": "Close", "who": "You"}),
        PrintedRow("slow-down", 2, {"what": "Slow it down"}, "slow-down"),
        PrintedRow("row-1", 3, {}),
        PrintedRow("row-2", 4, {}),
    )


def test_columns_show_fields_of_entries() -> None:
    columns = [{"id": "left", "title": "This", "shows": "left"}, {"id": "right", "title": "That", "shows": "right"}]
    entry = small().entries["who-knows-best"].entry
    (row,) = table(columns=columns, entries=["who-knows-best"]).printed_rows(small().entries)
    assert row.words == {"left": entry.left, "right": entry.right}  # type: ignore[attr-defined]


def test_items_of_a_checklist_become_rows_or_options() -> None:
    items = [("one-question", "One question is written down."), ("time-to-spare", "Half an hour is free after it.")]
    rows = table(items_of="meeting-checklist").printed_rows(small().entries)
    assert [(row.id, row.words["what"]) for row in rows] == items
    ticks = TicksBlock.model_validate(
        {
            "type": "ticks",
            "id": "all",
            "label": "All of it",
            "items_of": "meeting-checklist",
            "options": [{"id": "more", "text": "More"}],
        }
    )
    options = ticks.printed_options(small().entries)
    assert [(option.id, option.text) for option in options] == [*items, ("more", "More")]


def test_groups_of_a_checklist_become_rows() -> None:
    (row,) = table(items_of="meeting-checklist", by_group=True).printed_rows(small().entries)
    assert (row.id, row.words) == ("one-question", {"what": "Ready to go"})


def test_entries_are_listed_by_the_field_that_is_shown() -> None:
    block = TextBlock.model_validate(
        {"type": "text", "id": "a", "label": "b", "entries": ["who-knows-best"], "shows": "left"}
    )
    entry = small().entries["who-knows-best"].entry
    assert block.printed_texts(small().entries) == (("who-knows-best", entry.left),)  # type: ignore[attr-defined]


@given(st.sampled_from(["A", "AB", "ABC", "ABCD", "BINGO"]), st.booleans(), st.randoms(use_true_random=False))
def test_a_bingo_card_is_square_and_has_each_square_once(letters: str, centred: bool, chance: object) -> None:
    middle = Square(id="middle", text="Middle")
    squares = tuple(Square(id=f"s-{n}", text=f"Square {n}") for n in range(30))
    centre = middle if centred and len(letters) % 2 else None
    bingo = BingoBlock(type="bingo", id="card", label="Card", letters=letters, squares=squares, centre=centre)
    order = list(squares)
    chance.shuffle(order)  # type: ignore[attr-defined]
    rows = bingo.card(order)
    assert [len(row) for row in rows] == [len(letters)] * len(letters)
    ids = [square.id for row in rows for square in row]
    assert len(set(ids)) == len(ids)
    if centre:
        assert rows[len(letters) // 2][len(letters) // 2] == middle


@pytest.mark.parametrize(
    ("copies", "people", "sheets"),
    [
        ({"each": "person"}, 12, 12),
        ({"each": "person", "number": 2}, 12, 24),
        ({"each": "pair"}, 13, 7),
        ({"each": "trio", "number": 3}, 12, 12),
        ({"each": "table"}, 12, 2),
        ({"each": "room"}, 12, 1),
    ],
)
def test_copies(copies: dict[str, object], people: int, sheets: int) -> None:
    assert Copies.model_validate(copies).for_people(people) == sheets


@given(st.sampled_from(["person", "pair", "trio", "table", "room"]), st.integers(1, 5), st.integers(0, 500))
def test_more_people_never_need_fewer_sheets(each: str, number: int, people: int) -> None:
    copies = Copies.model_validate({"each": each, "number": number})
    assert copies.for_people(people) <= copies.for_people(people + 1)


def sheets() -> list[tuple[str, Worksheet]]:
    return [(e.id, e.entry) for e in real().of_kind("worksheet") if isinstance(e.entry, Worksheet)]


def test_all_sheets_of_the_brief_are_there() -> None:
    assert len(sheets()) == 36


def test_everything_that_a_sheet_prints_is_found() -> None:
    for _, sheet in sheets():
        for block in sheet.blocks:
            match block:
                case TableBlock():
                    rows = block.printed_rows(real().entries)
                    assert len({row.id for row in rows}) == len(rows) > 0
                case TicksBlock():
                    options = block.printed_options(real().entries)
                    assert len({option.id for option in options}) == len(options) > 1
                case BingoBlock():
                    assert len(block.card()) == block.size


def test_every_session_has_its_time_and_its_questions() -> None:
    plans = (located.entry for located in real().of_kind("session-plan"))
    forms = {plan.feedback for plan in plans if isinstance(plan, SessionPlan)}
    for entry_id, sheet in sheets():
        run = sheet.facilitator
        assert (run.minutes >= (3 if entry_id in forms else 15), len(run.notes) >= 3, len(run.debrief) >= 3) == (
            True,
            True,
            True,
        ), entry_id


def test_a_block_of_an_unknown_type() -> None:
    assert (
        said_of("blocks:\n  - {type: tabel, id: list, label: A list}\n")
        == """\
content/worksheets/meeting-sheet.yml:2:12: error[wrong-choice]: `blocks[1].type` cannot be `tabel`
   2 |   - {type: tabel, id: list, label: A list}
     |            ^^^^^
   hint: did you mean `table`?
"""
    )


def test_a_block_without_a_type() -> None:
    *types, last = (f"`{get_args(block.model_fields['type'].annotation)[0]}`" for block in BLOCKS)
    assert (
        said_of("blocks:\n  - id: list\n    label: A list\n")
        == f"""\
content/worksheets/meeting-sheet.yml:2:5: error[missing-field]: `blocks[1].type` is missing
   2 |   - id: list
     |     ^
   hint: add `type:` with {", ".join(types)} or {last}
"""
    )


def test_a_block_that_is_only_a_word() -> None:
    assert (
        said_of("blocks:\n  - lines\n")
        == """\
content/worksheets/meeting-sheet.yml:2:5: error[wrong-type]: `blocks[1]` must contain fields, not `lines`
   2 |   - lines
     |     ^^^^^
   hint: write `- id: …`, and `label: …` and `type: lines` under it, in the same column
"""
    )


def test_slips_within_a_block_are_found_where_they_stand() -> None:
    text = """\
blocks:
  - type: table
    id: list
    label: A list
    colums: []
    columns:
      - {id: what, titel: What}
      - {id: who, title: Who, wide: 30}
    empty: some
"""
    assert (
        said_of(text)
        == """\
content/worksheets/meeting-sheet.yml:7:20: error[unknown-field]: `blocks[1].columns[1]` has no field `titel`, and `title` is missing
   7 |       - {id: what, titel: What}
     |                    ^^^^^
   hint: did you mean `title`?

content/worksheets/meeting-sheet.yml:8:37: error[wrong-value]: `blocks[1].columns[2].wide` is too large
   8 |       - {id: who, title: Who, wide: 30}
     |                                     ^^
   hint: write at most 20

content/worksheets/meeting-sheet.yml:9:12: error[wrong-type]: `blocks[1].empty` must be a whole number, not `some`
   9 |     empty: some
     |            ^^^^
   hint: write digits only, such as `15`

content/worksheets/meeting-sheet.yml:5:5: error[unknown-field]: `blocks[1]` has no field `colums`
   5 |     colums: []
     |     ^^^^^^
   hint: known fields: `id`, `label`, `hint`, `new_page`, `type`, `columns`, `rows`, `entries`, `items_of`, `by_group`, `empty` and `lines`
"""  # noqa: E501
    )


@pytest.mark.parametrize(
    ("people_from", "session", "ways"),
    [
        (1, 15, [((1, 1), 5), ((2, None), 15)]),
        (2, 15, [(None, 5), ((2, None), 15)]),
        (4, 15, [(None, 5), ((4, None), 15)]),
        (1, 5, [((1, None), 5)]),
        (3, 5, [((3, None), 5)]),
    ],
)
def test_a_sheet_takes_the_time_of_a_session_with_more_than_one(
    people_from: int, session: int, ways: list[tuple[tuple[int, int | None] | None, int]]
) -> None:
    files = clean_files()
    text = files[FILE].replace("minutes: 10, what", f"minutes: {session - 5}, what") if session > 5 else files[FILE]
    if session == 5:
        text = "\n".join(line for line in text.splitlines() if "minutes: 10, what" not in line) + "\n"
    sheet = graph_of({**files, FILE: f"{text}people_from: {people_from}\n"}).entries["meeting-sheet"].entry
    assert [(way.crowd, way.minutes) for way in sheet.ways] == ways


def test_a_sheet_for_two_is_for_no_more_in_any_of_its_ways() -> None:
    files = clean_files()
    sheet = graph_of({**files, FILE: f"{files[FILE]}people_from: 2\npeople_to: 2\n"}).entries["meeting-sheet"].entry
    assert {way.crowd for way in sheet.ways} <= {None, (2, 2)}
    assert (2, 2) in {way.crowd for way in sheet.ways}

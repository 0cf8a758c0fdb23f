"""The words that a worksheet takes from other entries: the ten tells, the sides of a belief pair, a checklist's items.

Pages and paper fetch them here, so that both print the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.kinds.checklist import Checklist
from generator.kinds.worksheet_blocks import Bingo, Option, Printed, Shown, Square, Table, Ticks
from generator.model.entry import Entry


class Found(Protocol):
    """Something that holds an entry."""

    @property
    def entry(self) -> Entry: ...


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table as it is printed: `words` by the id of the column; every other cell is blank.

    `source` is the id of the entry that the row stands for. Rows without words have only their `number`.
    """

    id: str
    number: int
    words: Mapping[str, str]
    source: str | None = None


def printed_rows(table: Table, entries: Mapping[str, Found]) -> tuple[PrintedRow, ...]:
    """Every row of a table, with its words."""
    rows = (*_rows_with_words(table, entries), *((f"row-{n}", {}, None) for n in range(1, table.empty + 1)))
    return tuple(PrintedRow(row_id, at, words, source) for at, (row_id, words, source) in enumerate(rows, 1))


def printed_options(ticks: Ticks, entries: Mapping[str, Found]) -> tuple[Option, ...]:
    """Everything that can be ticked in a block."""
    items = _items(ticks.items_of, entries)
    # Not validated again, which would make plain text of words with markup.
    return (*(Option.model_construct(id=item_id, text=text) for item_id, text in items), *ticks.options)


def printed_texts(block: Printed, entries: Mapping[str, Found]) -> tuple[tuple[str, str], ...]:
    """The id of each entry that a block lists, and the words that it prints."""
    return tuple((ref, getattr(entries[ref].entry, block.shows)) for ref in block.entries)


def bingo_card(bingo: Bingo, squares: Sequence[Square] | None = None) -> tuple[tuple[Square, ...], ...]:
    """The rows of a card with the first of `squares`, or of the card's own, around its centre."""
    drawn = list((squares or bingo.squares)[: bingo.drawn])
    if bingo.centre:
        drawn.insert(len(drawn) // 2, bingo.centre)
    return tuple(tuple(drawn[start : start + bingo.size]) for start in range(0, len(drawn), bingo.size))


def _rows_with_words(table: Table, entries: Mapping[str, Found]) -> Iterator[tuple[str, Mapping[str, str], str | None]]:
    first = table.columns[0].id
    shows: dict[str, Shown] = {column.id: column.shows for column in table.columns if column.shows}
    for row in table.rows:
        yield row.id, {first: row.head, **row.cells}, None
    for ref in table.entries:
        entry = entries[ref].entry
        yield ref, {column: getattr(entry, field) for column, field in (shows or {first: "title"}).items()}, ref
    for item_id, text in (_groups if table.by_group else _items)(table.items_of, entries):
        yield item_id, {first: text}, None


def _groups(checklist: str | None, entries: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    """The groups of a checklist. A group has no id; that of its first item is permanent, so it serves."""
    found = entries[checklist].entry if checklist else None
    if isinstance(found, Checklist):
        yield from ((group.items[0].id, group.title) for group in found.groups)


def _items(checklist: str | None, entries: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    found = entries[checklist].entry if checklist else None
    if isinstance(found, Checklist):
        yield from ((item.id, item.text) for group in found.groups for item in group.items)

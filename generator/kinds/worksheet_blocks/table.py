"""Tables: rows that are given, rows for entries or for the items of a checklist, then empty ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds.worksheet_blocks.block import (
    FILLED_FROM,
    ITEMS_OF,
    Block,
    Found,
    Height,
    Lack,
    Share,
    Shown,
    groups_of,
    items_of,
)
from generator.kinds.worksheet_blocks.fields import OneOf, SheetField, Takes, Tick, Writing, cell
from generator.model.entry import Part
from generator.model.values import Among, Id, Ref, Text, Whole, YesNo


class TableColumn(Part):
    """A column of a table. It is written in, ticked, chosen from, or shows what an entry says."""

    id: Id
    """A permanent short name, unique in this table."""
    title: Text
    """Its heading."""
    wide: Share = 2
    """How wide it is beside the other columns."""
    tick: YesNo = False
    """`true` if the cells are ticked."""
    choices: tuple[Text, ...] = ()
    """Writing to choose from: `yes`, `partly`, `no`."""
    shows: Shown | None = None
    """The field of each row's entry that is printed here."""


class TableRow(Part):
    """A row with words in it. The words of its other columns are given under the id of the column."""

    id: Id
    """A permanent short name, unique in this table."""
    head: Text
    """What is printed in the first column."""
    cells: dict[Annotated[str, Among(("columns.+.id",))], Text] = Field(default_factory=dict)
    """What is printed in further columns, by the id of the column."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a table as it is printed: `words` by the id of the column; every other cell is blank.

    `source` is the id of the entry that the row stands for. Rows without words have only their `number`.
    """

    id: str
    number: int
    words: Mapping[str, str]
    source: str | None = None


class TableBlock(Block):
    """A table: rows that are given, rows for entries or for the items of a checklist, then empty ones.

    A specimen has the cells of a row under the id of the row, each under the id of its column: its text, the word that
    is chosen, or `true` for a tick. Rows for entries and items have their ids; empty rows are `row-1`, `row-2`.
    """

    order: ClassVar[int] = 30
    levels: ClassVar[tuple[str, ...]] = ("row", "column")

    type: Literal["table"]
    """`table`."""
    columns: Annotated[tuple[TableColumn, ...], Field(min_length=2)]
    """The columns, from left to right."""
    rows: tuple[TableRow, ...] = ()
    """Rows with words in them."""
    entries: Annotated[tuple[Ref, ...], FILLED_FROM] = ()
    """Ids of entries, each of which gets a row: the first column shows its title unless columns say what they show."""
    items_of: Annotated[Ref | None, ITEMS_OF] = None
    """The id of a checklist, each of whose items gets a row."""
    by_group: YesNo = False
    """`true` if each group of the checklist gets a row, instead of each item."""
    empty: Annotated[Whole, Field(ge=0, le=40)] = 0
    """How many empty rows follow."""
    lines: Height = 1
    """How many lines one can write in each cell."""

    @property
    def lack(self) -> Lack | None:
        if self.rows or self.entries or self.items_of or self.empty:
            return None
        return Lack("table has no rows", "write `empty: 5` for five rows to fill in, or give it `rows`", "rows")

    @property
    def listed(self) -> tuple[Ref, ...]:
        return self.entries

    @property
    def printed_fields(self) -> tuple[Shown, ...]:
        return tuple(column.shows for column in self.columns if column.shows)

    def printed_rows(self, entries: Mapping[str, Found]) -> tuple[PrintedRow, ...]:
        """Every row, with its words."""
        rows = (*self._rows_with_words(entries), *((f"row-{n}", {}, None) for n in range(1, self.empty + 1)))
        return tuple(PrintedRow(row_id, at, words, source) for at, (row_id, words, source) in enumerate(rows, 1))

    def _rows_with_words(self, entries: Mapping[str, Found]) -> Iterator[tuple[str, Mapping[str, str], str | None]]:
        first = self.columns[0].id
        shows: dict[str, Shown] = {column.id: column.shows for column in self.columns if column.shows}
        for row in self.rows:
            yield row.id, {first: row.head, **row.cells}, None
        for ref in self.entries:
            entry = entries[ref].entry
            yield ref, {column: getattr(entry, field) for column, field in (shows or {first: "title"}).items()}, ref
        for item_id, text in (groups_of if self.by_group else items_of)(self.items_of, entries):
            yield item_id, {first: text}, None

    def fields(self, letters: int, entries: Mapping[str, Found]) -> Iterator[SheetField]:
        # A row is as high as its printed words make it.
        room = letters / sum(column.wide for column in self.columns)
        for row in self.printed_rows(entries):
            cells = {column.id: cell(self.lines, column.wide * room - _EDGES) for column in self.columns}
            tall = max((cells[name].lines_of(text) for name, text in row.words.items() if name in cells), default=1)
            for column in self.columns:
                if column.id not in row.words:
                    words = replace(cells[column.id], lines=max(tall, cells[column.id].lines))
                    yield SheetField((row.id, column.id), _taken_by(column, words))


_EDGES = 2
"""The letters for which the edges of a cell leave no room."""


def _taken_by(column: TableColumn, words: Writing) -> Takes:
    if column.tick:
        return Tick()
    if not column.choices:
        return words
    return OneOf(column.choices, tuple(str(number) for number, _ in enumerate(column.choices, 1)))


BLOCK = TableBlock

"""Worksheets: what one fills in with a pen or on the screen, and what a trainer needs to run it.

A sheet is a list of blocks. Each block, row, column, option and box has an id of its own: what people write is
kept under it, and a field of a PDF is named by it. What a sheet takes from other entries (the ten tells, the
sides of a belief pair, the items of a checklist) it names; `printed_rows`, `printed_options` and `printed_texts`
fetch the words, the same for pages and for paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Annotated, Literal, Protocol, TypeAlias

from pydantic import Field

from generator.entry import EVERYWHERE, Entry, Id, Line, Part, Prose, Ref, Step, Text, Whole, YesNo
from generator.kind import ANY, Kind, Relation
from generator.kinds.checklist import Checklist

FILLED_FROM = Relation("filled_from", ANY, "What is printed on it", "Worked through on paper")
ITEMS_OF = Relation("items_of", ("checklist",), "The checklist behind it", "Worked through on paper")

Shown: TypeAlias = Literal["title", "summary", "left", "right", "sign", "ask"]
"""The field of an entry that a sheet prints."""


class Block(Part):
    """A part of a sheet, with its heading."""

    id: Id
    """A short name, unique on this sheet, that never changes: what people write is kept under it."""
    label: Text
    """What stands above it: a question, or what to write here."""
    hint: Line | None = None
    """A word of help, printed small beneath the label."""
    new_page: YesNo = False
    """`true` if it starts a page of paper."""


class Blank(Part):
    """One short blank."""

    id: Id
    """A short name, unique in this block, that never changes."""
    label: Text
    """What stands before the blank."""
    unit: Text | None = None
    """What stands after it: `%`, `minutes`."""
    wide: Whole = 1
    """How wide it is beside the other blanks of the block."""


class Blanks(Block):
    """Short blanks in a row: a name, a date, a number."""

    type: Literal["blanks"]
    """`blanks`."""
    blanks: Annotated[tuple[Blank, ...], Field(min_length=1)]
    """The blanks, in reading order."""


class Lines(Block):
    """Lines to write on."""

    type: Literal["lines"]
    """`lines`."""
    lines: Whole
    """How many lines there are on paper."""


class Column(Part):
    """A column of a table. It is written in, ticked, chosen from, or shows what an entry says."""

    id: Id
    """A short name, unique in this table, that never changes."""
    title: Text
    """What stands at its head."""
    wide: Whole = 2
    """How wide it is beside the other columns."""
    tick: YesNo = False
    """`true` if one ticks here."""
    choices: tuple[Text, ...] = ()
    """Words of which one marks one: `yes`, `partly`, `no`."""
    shows: Shown | None = None
    """The field of each row's entry that is printed here."""


class Row(Part):
    """A row with words in it. The words of its other columns stand under the id of the column."""

    id: Id
    """A short name, unique in this table, that never changes."""
    head: Text
    """What is printed in the first column."""
    cells: dict[str, Text] = Field(default_factory=dict)
    """What is printed in further columns, by the id of the column."""


class Table(Block):
    """A table: rows that are given, rows for entries or for the items of a checklist, then empty ones."""

    type: Literal["table"]
    """`table`."""
    columns: Annotated[tuple[Column, ...], Field(min_length=2)]
    """The columns, from left to right."""
    rows: tuple[Row, ...] = ()
    """Rows with words in them."""
    entries: Annotated[tuple[Ref, ...], FILLED_FROM] = ()
    """Ids of entries, each of which gets a row: the first column shows its title unless columns say what they show."""
    items_of: Annotated[Ref | None, ITEMS_OF] = None
    """The id of a checklist, each of whose items gets a row."""
    empty: Whole = 0
    """How many empty rows follow."""
    lines: Whole = 1
    """How many lines one can write in each cell."""


class Option(Part):
    """Something to tick or choose."""

    id: Id
    """A short name, unique in this block, that never changes."""
    text: Text
    """What stands beside the box."""
    blank: YesNo = False
    """`true` if it ends in a blank to write in: `park until ____`."""


class Ticks(Block):
    """A check list."""

    type: Literal["ticks"]
    """`ticks`."""
    options: tuple[Option, ...] = ()
    """What can be ticked."""
    items_of: Annotated[Ref | None, ITEMS_OF] = None
    """The id of a checklist, each of whose items can be ticked."""
    one: YesNo = False
    """`true` if one chooses a single one."""


class Box(Part):
    """A box of a canvas."""

    id: Id
    """A short name, unique in this block, that never changes."""
    label: Text
    """What stands at its head."""
    hint: Line | None = None
    """A word of help, printed small beneath the label."""
    wide: Whole = 1
    """How many columns of the canvas it takes."""
    lines: Whole = 5
    """How many lines high it is on paper."""


class Canvas(Block):
    """Boxes of different sizes in a grid."""

    type: Literal["canvas"]
    """`canvas`."""
    columns: Whole = 2
    """How many columns the grid has."""
    boxes: Annotated[tuple[Box, ...], Field(min_length=1)]
    """The boxes, in reading order."""


class Rating(Part):
    """Something to rate."""

    id: Id
    """A short name, unique in this block, that never changes."""
    text: Text
    """What is rated."""
    hint: Line | None = None
    """What it means, or which way is good."""


class Scale(Block):
    """Things to rate on one scale of whole numbers."""

    type: Literal["scale"]
    """`scale`."""
    lowest: Whole
    """The lowest number."""
    highest: Whole
    """The highest number."""
    lowest_is: Text
    """What the lowest number stands for."""
    highest_is: Text
    """What the highest number stands for."""
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1)]
    """What is rated, one row each."""

    @property
    def steps(self) -> tuple[int, ...]:
        """The numbers to choose from."""
        return tuple(range(self.lowest, self.highest + 1))


class Side(Part):
    """One of two columns."""

    id: Id
    """A short name, unique in this block, that never changes."""
    label: Text
    """What stands at its head."""
    hint: Line | None = None
    """A word of help, printed small beneath the label."""


class TwoColumns(Block):
    """Two columns with lines, side by side."""

    type: Literal["two-columns"]
    """`two-columns`."""
    left: Side
    """The column on the left."""
    right: Side
    """The column on the right."""
    lines: Whole
    """How many lines each has on paper."""


class Card(Part):
    """A card to cut out."""

    id: Id
    """A short name, unique in this block, that never changes."""
    title: Text
    """What stands at the head of its front."""
    front: Prose
    """What stands on the front."""
    back: Prose | None = None
    """What stands on the back."""


class Cards(Block):
    """Cards to cut out or to fold."""

    type: Literal["cards"]
    """`cards`."""
    cards: Annotated[tuple[Card, ...], Field(min_length=1)]
    """The cards."""


class Square(Part):
    """A square of a bingo card."""

    id: Id
    """A short name, unique in this block, that never changes."""
    text: Text
    """What one does to mark it."""


class Bingo(Block):
    """A bingo card. Each card is another choice and order of the squares, from a seed; the centre stays."""

    type: Literal["bingo"]
    """`bingo`."""
    letters: Text = "BINGO"
    """The letters at the heads of the columns. There are as many columns, and rows, as letters."""
    squares: tuple[Square, ...]
    """The squares to choose from: at least as many as a card has beside its centre."""
    centre: Square | None = None
    """The square in the middle of every card."""

    @property
    def size(self) -> int:
        """How many rows and columns a card has."""
        return len(self.letters)

    @property
    def drawn(self) -> int:
        """How many squares are drawn for a card."""
        return self.size**2 - (self.centre is not None)


class Printed(Block):
    """Words to read, with nothing to fill in."""

    type: Literal["text"]
    """`text`."""
    text: Prose | None = None
    """The words."""
    entries: Annotated[tuple[Ref, ...], FILLED_FROM] = ()
    """Ids of entries that are listed beneath."""
    shows: Shown = "title"
    """The field of each entry that is printed."""


AnyBlock: TypeAlias = Annotated[
    Blanks | Lines | Table | Ticks | Canvas | Scale | TwoColumns | Cards | Bingo | Printed,
    Field(discriminator="type"),
]


class Copies(Part):
    """How many sheets to print."""

    each: Literal["person", "pair", "trio", "table", "room"]
    """Who shares one: a `table` is up to six people, the `room` is everybody."""
    number: Whole = 1
    """How many they get."""

    def for_people(self, people: int) -> int:
        """The sheets that so many people need."""
        sharing = {"person": 1, "pair": 2, "trio": 3, "table": 6}.get(self.each, people)
        return self.number * ceil(people / max(1, sharing))


class Timing(Part):
    """A part of a session and the time it takes."""

    minutes: Whole
    """The time it takes, in minutes."""
    what: Line
    """What happens in it."""


class Facilitator(Part):
    """What whoever runs the exercise needs and participants don't see."""

    copies: Copies
    """How many sheets to print."""
    notes: Annotated[tuple[Line, ...], Field(min_length=1)]
    """What to prepare, to say and to watch for."""
    timings: Annotated[tuple[Timing, ...], Field(min_length=1)]
    """The session, part by part."""
    debrief: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Questions to ask when it is filled in."""

    @property
    def minutes(self) -> int:
        """The time of the whole session."""
        return sum(timing.minutes for timing in self.timings)


class Worksheet(Entry):
    group: Literal["self", "meeting", "agreeing", "between", "trouble", "team"]
    """The shelf it stands on."""
    minutes: Whole
    """The time one needs to fill it in, in minutes."""
    purpose: Prose
    """What one has when it is filled in, and when to take it out."""
    people: Text
    """Who fills it in together: `alone, then in threes`."""
    materials: tuple[Text, ...] = ()
    """What one needs beside the sheet and a pen."""
    instructions: Annotated[tuple[Step, ...], Field(min_length=1)]
    """What to do with it, for those who fill it in."""
    orientation: Literal["portrait", "landscape"] = "portrait"
    """How the paper lies."""
    pages: Whole = 1
    """How many pages of paper it takes."""
    blocks: Annotated[tuple[AnyBlock, ...], Field(min_length=1)]
    """The sheet itself, from top to bottom."""
    facilitator: Facilitator
    """What whoever runs the exercise needs and participants don't see."""


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
    return (*(Option(id=item_id, text=text) for item_id, text in items), *ticks.options)


def printed_texts(block: Printed, entries: Mapping[str, Found]) -> tuple[tuple[str, str], ...]:
    """The id of each entry that a block lists, and the words that it prints."""
    return tuple((ref, str(getattr(entries[ref].entry, block.shows))) for ref in block.entries)


def _rows_with_words(
    table: Table, entries: Mapping[str, Found]
) -> Iterator[tuple[str, Mapping[str, str], str | None]]:
    first = table.columns[0].id
    shows: dict[str, Shown] = {column.id: column.shows for column in table.columns if column.shows}
    for row in table.rows:
        yield row.id, {first: row.head, **row.cells}, None
    for ref in table.entries:
        entry = entries[ref].entry
        yield ref, {column: getattr(entry, field) for column, field in (shows or {first: "title"}).items()}, ref
    for item_id, text in _items(table.items_of, entries):
        yield item_id, {first: text}, None


def _items(checklist: str | None, entries: Mapping[str, Found]) -> Iterator[tuple[str, str]]:
    found = entries[checklist].entry if checklist else None
    if isinstance(found, Checklist):
        yield from ((item.id, item.text) for group in found.groups for item in group.items)


KIND = Kind(
    "worksheet",
    "worksheets",
    Worksheet,
    label="Worksheet",
    label_plural="Worksheets",
    about="Sheets to fill in with a pen or on the screen, each with notes and timings for whoever runs it.",
    relations=EVERYWHERE,
    groups={
        "self": "Looking at yourself and your relationships",
        "meeting": "Before and during a meeting",
        "agreeing": "Goals, price and terms",
        "between": "Staying in touch",
        "trouble": "When it goes wrong",
        "team": "Leading and training people",
    },
    group_of=lambda entry: entry.group if isinstance(entry, Worksheet) else "",
)

"""The blocks that a worksheet is made of.

Each block, row, column, option and box has an id of its own: what people write is kept under it, and a field of
a PDF is named by it. What a sheet takes from other entries it names; `filling` fetches the words.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from generator.model.entry import Part
from generator.model.relation import ANY, Relation
from generator.model.values import Id, Line, Prose, Ref, Text, Whole, YesNo

FILLED_FROM = Relation("filled_from", ANY, "What is printed on it", "Worked through on paper")
ITEMS_OF = Relation("items_of", ("checklist",), "The checklist behind it", "Worked through on paper")

Shown: TypeAlias = Literal["title", "summary", "left", "right", "sign", "ask"]
"""The field of an entry that a sheet prints."""


Share: TypeAlias = Annotated[Whole, Field(ge=1, le=20)]
"""How wide something is beside its neighbours."""

Height: TypeAlias = Annotated[Whole, Field(ge=1, le=40)]
"""A height on paper, in lines."""


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
    wide: Annotated[Whole, Field(ge=1, le=3)] = 1
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
    lines: Height
    """How many lines there are on paper."""


class Column(Part):
    """A column of a table. It is written in, ticked, chosen from, or shows what an entry says."""

    id: Id
    """A short name, unique in this table, that never changes."""
    title: Text
    """What stands at its head."""
    wide: Share = 2
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
    by_group: YesNo = False
    """`true` if each group of the checklist gets a row, instead of each item."""
    empty: Annotated[Whole, Field(ge=0, le=40)] = 0
    """How many empty rows follow."""
    lines: Height = 1
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
    wide: Annotated[Whole, Field(ge=1, le=4)] = 1
    """How many columns of the canvas it takes."""
    lines: Height = 5
    """How many lines high it is on paper."""


class Canvas(Block):
    """Boxes of different sizes in a grid."""

    type: Literal["canvas"]
    """`canvas`."""
    columns: Annotated[Whole, Field(ge=1, le=4)] = 2
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
    lines: Height
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

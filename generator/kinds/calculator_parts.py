"""The tables and drawings of calculators, and the types that calculators are made of."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from generator.model.entry import Part
from generator.model.values import NAME_PATTERN, Among, Line, Looks, Number, Text, Whole, YesNo

Name: TypeAlias = Annotated[str, Field(pattern=NAME_PATTERN, max_length=40)]
"""What formulas call a value: lower-case letters, digits and `_`, as in `hours_lost`."""

Formula: TypeAlias = Annotated[
    str,
    BeforeValidator(lambda v: " ".join(v.split()) if isinstance(v, str) else v),
    Looks("formula"),
    Among(("inputs.*.name", "inputs.*.measures.*.name", "outputs.*.name")),
]
"""Arithmetic over the names above it: `+ - * / **`, comparisons, `a if b else c`, `min`, `max`, `floor`, `ceil`,
`round`, `abs`."""

Phrase: TypeAlias = Annotated[str, Field(min_length=1, max_length=80, pattern=r"\S")]
"""Words to look for in a text."""

Decimals: TypeAlias = Annotated[Whole, Field(ge=0, le=6)]
"""Digits after the decimal point."""


class Axis(Part):
    """An axis of a drawing, or what runs along an edge of a table."""

    name: Annotated[Name, Among(("inputs.*.name",), only=False)]
    """The value that varies: an input, or a new name for the formulas of the table."""
    label: Text
    """What varies, for the reader."""
    values: Annotated[tuple[Number, ...], Field(min_length=2, max_length=50)]
    """Its values in ascending order."""


class ValueColumn(Part):
    """A column of a table, a curve or a bar."""

    label: Text
    """What it shows."""
    formula: Formula
    """Its formula."""
    unit: Text | None = None
    """The unit, shown after the value."""
    decimals: Decimals = 0
    """Digits after the decimal point."""
    sign: YesNo = False
    """Whether a plus sign is shown."""


class ValueTable(Part):
    """A table of values, worked out with the numbers that are filled in; on paper, with the first ones."""

    caption: Text
    """What it shows."""
    over: Axis
    """What its rows are for."""
    across: Axis | None = None
    """What its columns are for, if one formula fills them all."""
    columns: Annotated[tuple[ValueColumn, ...], Field(min_length=1)]
    """The content of the cells."""

    @property
    def corner(self) -> str:
        """The head of the first column."""
        return f"{self.over.label} \\ {self.across.label}" if self.across else self.over.label


class Mark(Part):
    """A point in a drawing."""

    label: Text
    """What it marks."""
    x: Formula
    """The horizontal position."""
    y: Formula
    """The vertical position."""


class Curves(Part):
    """Curves over one input, drawn and as a table."""

    title: Text
    """What is drawn."""
    about: Line
    """A description of the drawing in a sentence, also for people who cannot see it."""
    x: Axis
    """The input that runs from left to right, with the values that are marked and are listed in the table."""
    y: Annotated[tuple[Number, ...], Field(min_length=2, max_length=12)]
    """The values marked on the upright axis, from the lowest to the highest."""
    y_label: Text
    """What the upright axis shows."""
    series: Annotated[tuple[ValueColumn, ...], Field(min_length=1, max_length=4)]
    """The curves."""
    marks: Annotated[tuple[Mark, ...], Field(max_length=4)] = ()
    """Points to mark."""


class Bars(Part):
    """Values side by side as bars of one scale."""

    title: Text
    """What is compared."""
    about: Line
    """A description of the drawing in a sentence."""
    bars: Annotated[tuple[ValueColumn, ...], Field(min_length=2, max_length=8)]
    """The values."""

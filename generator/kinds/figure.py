"""Figures: numbers that a page may cite, whose they are and how firm."""

from typing import Literal

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Text

COUNTS_IN = Relation.built_in("counts_in", ANY)


class Figure(Entry):
    value: Text
    """The number with its unit."""
    counts: Line
    """What it counts."""
    firmness: Literal["reported", "anecdote", "rule", "opinion"]
    """`reported`: a statistic at second hand; `anecdote`: one case; `rule`: an author's advice; `opinion`."""
    caution: Line | None = None
    """What to say with it so that nobody takes it for more than it is."""


KIND = Kind.built_in(
    "figure",
    "figures",
    Figure,
    order=190,
    icon="chart",
    accent="grey",
    search_weight=0.72,
    relations=(COUNTS_IN, *EVERYWHERE),
    facets=(),
    group_field="firmness",
)

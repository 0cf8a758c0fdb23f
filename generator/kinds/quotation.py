"""Quotations: short sentences worth remembering, with their speaker."""

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Text

FITS = Relation("fits", ANY, "Where it fits", "In one sentence")


class Quotation(Entry):
    quote: Text
    """The words, exactly as they stand in the source; at most 25."""
    speaker: Text
    """Who says it, and where."""
    context: Line | None = None
    """What to know before using it."""


KIND = Kind(
    "quotation",
    "quotations",
    Quotation,
    label="Quotation",
    label_plural="Quotations",
    about="Short sentences worth remembering, to the letter, with their speaker.",
    order=180,
    relations=(FITS, *EVERYWHERE),
    facets=(),
)

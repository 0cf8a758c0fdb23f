"""Quotations: short sentences worth remembering, with their speaker."""

from generator.model.entry import Entry
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Line, Text

FITS = Relation.built_in("fits", ANY)


class Quotation(Entry):
    quote: Text
    """The words, exactly as in the source; at most 25."""
    speaker: Text
    """Who says it, and where."""
    context: Line | None = None
    """What to know before using it."""


KIND = Kind.built_in(
    "quotation",
    "quotations",
    Quotation,
    order=180,
    icon="quote",
    accent="sand",
    search_weight=0.7,
    relations=(FITS, *EVERYWHERE),
    facets=(),
)

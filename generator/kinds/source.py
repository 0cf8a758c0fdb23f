"""Sources: what the content rests on."""

from generator.model.entry import Entry, Part
from generator.model.formed_values import WebAddress
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE
from generator.model.values import Line, Prose, Text


class ExactTitle(Part):
    """A title quoted to the letter."""

    quote: Text
    """The title of the source, word for word."""
    speaker: Text
    """What it is the title of."""


class Source(Entry):
    author: Text
    """Who wrote it, or that the source does not say."""
    work: Text | None = None
    """The larger work it belongs to."""
    year: Text
    """When it was written, or that the source does not say."""
    url: WebAddress | None = None
    """The whole address at which it can be read on the web, such as `https://example.org/handbook`."""
    describes: Prose
    """What it is and what it argues."""
    gives: tuple[Line, ...]
    """What the playbook takes from it."""
    missing: tuple[Line, ...] = ()
    """What is missing from the text that the playbook had."""
    titles: tuple[ExactTitle, ...] = ()
    """Titles of its parts, to the letter."""


KIND = Kind.built_in(
    "source",
    "sources",
    Source,
    order=210,
    icon="books",
    accent="brown",
    search_weight=0.6,
    relations=EVERYWHERE,
    facets=(),
)

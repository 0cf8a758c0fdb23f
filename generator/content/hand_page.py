"""A page written by hand: a title, a lead, and sections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.content.names import Expansion, Origin
from generator.diagnostics.place import Route, Span, span_at
from generator.model.values import Line, Prose


@dataclass(frozen=True, slots=True)
class HandSection:
    """A part of the page under a second-level heading; `line` is the line of the heading."""

    anchor: str
    heading: str
    text: Prose
    line: int


@dataclass(frozen=True, slots=True)
class HandPage:
    """A page: `# title`, a first paragraph as its lead, and `## sections`.

    `extents` maps the route of each text to its half-open range of characters in `text`, and `expansions` those with
    variables or snippets to what these make of them.
    """

    slug: str
    file: str
    text: str
    title: str
    lead: str
    sections: tuple[HandSection, ...]
    extents: Mapping[Route, tuple[int, int]] = field(default_factory=dict)
    expansions: Mapping[Route, Expansion] = field(default_factory=dict)

    def span(self, route: Route) -> Span:
        """The place where the text at `route` starts."""
        return span_at(self.file, self.text, self.extents[route][0])

    def place_in(self, route: Route, text: str, start: int, end: int) -> Span:
        """Where `text[start:end]` is written, as far as it is on one line. `text` is the whole text at `route`."""
        expansion = self.expansions.get(route) or Expansion(text, text)
        return expansion.place(start, end, Origin(self.file, self.text, self.extents[route], is_yaml=False))

    def texts(self) -> Iterator[tuple[Route, str]]:
        """Every text of the page, and its route."""
        yield ("title",), Line(self.title)
        yield ("lead",), Line(self.lead)
        for index, section in enumerate(self.sections):
            yield ("sections", index, "heading"), section.heading
            yield ("sections", index, "text"), section.text

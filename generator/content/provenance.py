"""Whose the substance of an entry is: field by field, and within its texts part by part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.located import Located
from generator.diagnostics.place import Route
from generator.model.entry import Entry
from generator.model.provenance import Of, TextMark
from generator.model.values import Line


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A part of a text whose provenance differs from that of its field."""

    route: Route
    mark: TextMark
    whole: Line
    """The text that it is a part of."""

    @property
    def text(self) -> str:
        """Its own text, with its Markdown."""
        return self.whole[self.mark.start : self.mark.end]


@dataclass(frozen=True, slots=True)
class FieldProvenance:
    """Whose the substance of a field is, and the parts of it for which something else is said."""

    name: str
    of: Of
    parts: tuple[MarkedPart, ...]


def marked_parts(located: Located) -> Iterator[MarkedPart]:
    """Every marked part of the entry, in the order of its fields."""
    for route, value, _ in located.leaves:
        if isinstance(value, Line):
            for mark in value.provenance.marks:
                yield MarkedPart(route, mark, value)


def of_field(entry: Entry, name: str) -> Of:
    """Whose the substance of a field is as a whole."""
    return Of.OWN if entry.origin == "own" or name in entry.own else Of.SOURCE


def by_field(located: Located) -> tuple[FieldProvenance, ...]:
    """The fields of the entry that hold texts, or that `own` lists, in their order."""
    entry, parts = located.entry, tuple(marked_parts(located))
    with_text = {str(leaf.route[0]) for leaf in located.leaves if isinstance(leaf.value, Line)}
    names = (name for name in type(entry).model_fields if name in with_text or name in entry.own)
    return tuple(
        FieldProvenance(name, of_field(entry, name), tuple(part for part in parts if part.route[0] == name))
        for name in names
        if name not in ("links", "note")
    )

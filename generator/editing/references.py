"""The exact places at which the files of a playbook refer to an entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.graph import mentions
from generator.content.located import Located
from generator.diagnostics.place import Route, Span, span_at
from generator.model.entry import Link
from generator.model.values import Line
from generator.pipeline import Reading
from generator.reading.document import Document

REDIRECT, CHANGE = "redirect", "change"


@dataclass(frozen=True, slots=True)
class Named:
    """A reference to an entry. `start` and `end` are indexes in the text of the file."""

    file: str
    text: str
    start: int
    end: int
    how: str
    """The type of reference: a relation, a mention in running text, a redirect, or a change in `changes.yml`."""
    by: str
    """The source of the reference: the id of an entry or a change, the name of a page, or an old address."""

    @property
    def span(self) -> Span:
        return span_at(self.file, self.text, self.start, self.end - self.start)


def places(reading: Reading, entry_id: str) -> Iterator[Named]:
    """Every reference to the entry from an entry, a page, a snippet, a redirect or a change, file by file."""
    everything = (*reading.graph.entries.values(), *reading.graph.left_out)
    for located in sorted(everything, key=lambda e: (e.document.file, e.prefix)):
        yield from _in_entry(located, entry_id)
    for page in (*reading.pages, *reading.snippets):
        for start, end in _mentions(page.text, entry_id, 0, len(page.text)):
            yield Named(page.file, page.text, start, end, "mentions", page.slug)
    for redirect in reading.redirects:
        if redirect.target == entry_id:
            yield _whole(redirect.document, (redirect.key,), entry_id, REDIRECT, redirect.address)
    for at, change in enumerate(reading.changes.written):
        for index, named in enumerate(change.entries):
            if named == entry_id and reading.changes.document:
                route = ("changes", at, "entries", index)
                yield _whole(reading.changes.document, route, entry_id, CHANGE, change.id)


def _in_entry(located: Located, entry_id: str) -> Iterator[Named]:
    document = located.document
    for route, value, relation in located.leaves:
        full = (*located.prefix, *route)
        match value:
            case Link() if value.to == entry_id:
                extent = document.extents.get((*full, "to")) or document.extents[full]
                how = relation.name if relation else str(route[1])
                found = [_exactly(document.text, entry_id, *extent)]
            case Line() if entry_id in value:
                # A part with one field may be written as a plain sentence.
                extent = document.extents.get(full) or document.extents[full[:-1]]
                how, found = "mentions", list(_mentions(document.text, entry_id, *extent))
            case str() if not isinstance(value, Line) and value == entry_id:
                how = relation.name if relation else ""
                found = [_exactly(document.text, entry_id, *document.extents[full])]
            case _:
                continue
        for start, end in found:
            yield Named(document.file, document.text, start, end, how, located.id)


def _whole(document: Document, route: Route, entry_id: str, how: str, by: str) -> Named:
    """The place of a value that consists only of the id."""
    start, end = _exactly(document.text, entry_id, *document.extents[route])
    return Named(document.file, document.text, start, end, how, by)


def _mentions(text: str, entry_id: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    found = (mention.span(1) for mention in mentions(text[start:end]) if mention[1] == entry_id)
    return ((start + first, start + last) for first, last in found)


def _exactly(text: str, entry_id: str, start: int, end: int) -> tuple[int, int]:
    at = text.find(entry_id, start, end)
    assert at >= 0, f"{entry_id} is written with escapes at {start}"
    return at, at + len(entry_id)

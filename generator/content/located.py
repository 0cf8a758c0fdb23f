"""An entry together with its id, its kind and its place in a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from generator.diagnostics.place import Route, Span
from generator.model import addresses
from generator.model.entry import Entry, Leaf, leaves
from generator.model.kind import Kind
from generator.model.provenance import Of
from generator.model.values import Line
from generator.model.values import is_id as is_id
from generator.reading.document import Document


@dataclass(frozen=True)
class Located:
    """An entry with its place: `prefix` is its route within its document.

    `lacks` says what the entry does not have of what its file contains; empty if it has all.
    """

    kind: Kind
    id: str
    entry: Entry
    document: Document
    prefix: Route = ()
    lacks: str = ""

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every text with markup, link and reference in the entry, in the order of the fields."""
        return tuple(leaves(self.entry))

    @cached_property
    def references(self) -> tuple[Leaf, ...]:
        """The leaves that are references and no texts."""
        return tuple(leaf for leaf in self.leaves if not isinstance(leaf.value, Line))

    @property
    def marked(self) -> tuple[Of, ...]:
        """Whose the parts are that its texts mark, in the order of `Of`."""
        found = {m.of for leaf in self.leaves if isinstance(leaf.value, Line) for m in leaf.value.provenance.marks}
        return tuple(of for of in Of if of in found)

    @property
    def url(self) -> str:
        """The address of its page within the site, such as `tells/price-based/`."""
        return addresses.entry(self.kind.plural, self.id)

    def span(self, route: Route) -> Span:
        return self.document.span((*self.prefix, *route))

    def key_span(self, route: Route) -> Span:
        return self.document.key_span((*self.prefix, *route))

    def place_in(self, route: Route, text: str, start: int, end: int) -> Span:
        """Where `text[start:end]` is written, as far as it is on one line. `text` is the value at `route`."""
        if isinstance(text, Line):
            start, end = text.place(start), (text.place(end - 1) + 1 if start < end else text.place(end))
            text = text.written
        return self.document.place_in((*self.prefix, *route), text, start, end)

    def span_in(self, route: Route, needle: str) -> Span:
        return self.document.span_in((*self.prefix, *route), needle)

    @property
    def place(self) -> Span:
        """The place where the entry starts."""
        return self.document.key_span(self.prefix) if self.prefix else Span(self.document.file)


def sources_of(entries: Iterable[Located]) -> Iterator[str]:
    """What decides each entry besides configuration and definitions: its kind, its place, and the text of its file."""
    texts: dict[int, str] = {}  # the hashes of documents by their identity: some contain many entries
    for found in entries:
        document = found.document
        text = texts.get(id(document)) or texts.setdefault(id(document), _hash(document.text))
        yield f"{found.kind.name} {found.prefix} {document.file} {text} {found.lacks}"


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

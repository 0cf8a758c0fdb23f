"""Questions that a page can ask about the playbook, and their answers, by which two builds are compared.

A question is a text, such as `field:slow-down:title`. An answer is a short text as well: the value that the page gets,
or a hash of it. Two builds give a page the same if they answer all of its questions alike.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Container, Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeAlias

from generator.content.graph import Edge, Graph
from generator.content.located import sources_of
from generator.site.site_context import SiteContext

Question: TypeAlias = str

LONGEST = 32
"""The length of an answer in characters; longer values are hashed."""

NOTHING = ""
"""The answer about an entry that does not exist."""


OF_ENTRY = frozenset(("kind", "field", "whole", "place"))
"""Questions about an entry that its own file alone answers."""


class Answers(dict[Question, str]):
    """The answers of one build, each worked out when it is first asked for."""

    def __init__(self, shared: SiteContext) -> None:
        super().__init__()
        self._shared = shared
        self._about: Mapping[str, Callable[[str], object]] = {
            "entries": lambda _: [(e.id, e.kind.name) for e in shared.graph.entries.values()],
            "aliases": lambda _: sorted(shared.graph.aliases.items()),
            "moved": lambda _: sorted(shared.graph.moved.items()),
            "kind": self._kind,
            "field": self._field,
            "whole": self._whole,
            "place": self._place,
            "out": lambda entry_id: _told(shared.graph.out(entry_id)),
            "into": lambda entry_id: _told(shared.graph.into(entry_id)),
            "order": lambda kind: [e.id for e in shared.order.get(kind, ())],
            "beside": lambda entry_id: shared.beside.get(entry_id),
            "uses": lambda entry_id: shared.term_uses.get(entry_id),
            "pdfs": lambda entry_id: shared.downloads.get(entry_id),
            "changed": lambda entry_id: shared.changed.get(entry_id),
            "file": lambda name: shared.graph.files.get(name),
            "markdown": lambda url: url in shared.exported,
        }

    @property
    def graph(self) -> Graph:
        """The playbook that this build knows."""
        return self._shared.graph

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """What decides the answers to questions about an entry alone: its kind, its place, and the text of its file."""
        entries = self.graph.entries
        return dict(zip(entries, sources_of(entries.values()), strict=True))

    def __missing__(self, question: Question) -> str:
        what, _, of = question.partition(":")
        value = self._about[what](of)
        text = value if isinstance(value, str) else repr(value)
        # Many answers are the same, such as `None`; each of these texts is held once.
        self[question] = answer = sys.intern(text) if len(text) <= LONGEST else _hash(text)
        return answer

    def _kind(self, entry_id: str) -> str:
        found = self._shared.graph.entries.get(entry_id)
        return found.kind.name if found else NOTHING

    def _field(self, of: str) -> object:
        entry_id, _, name = of.partition(":")
        found = self._shared.graph.entries.get(entry_id)
        # A declared kind may have lost the field: then the page fails, or reads something else, when it is made again.
        value: Any = getattr(found.entry, name, NOTHING) if found else NOTHING
        return repr(value)

    def _place(self, entry_id: str) -> object:
        found = self._shared.graph.entries.get(entry_id)
        return found.place if found else NOTHING

    def _whole(self, entry_id: str) -> object:
        found = self._shared.graph.entries.get(entry_id)
        return (found.kind.name, found.prefix, found.document.text, found.lacks) if found else NOTHING


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def is_decided_by(question: Question, sources: Container[str]) -> bool:
    """Whether a question is about one of the entries with these ids, and its own file alone answers it."""
    what, _, of = question.partition(":")
    return what in OF_ENTRY and of.partition(":")[0] in sources


def _told(edges: Iterable[Edge]) -> list[tuple[object, ...]]:
    return [(e.source, e.relation.name, e.relation.label, e.relation.inverse, e.target, e.why, e.route) for e in edges]

"""All entries with the references between them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.content.located import Located
from generator.content.unknown_reference import Names
from generator.diagnostics.place import Route
from generator.media.attached import AttachedFile
from generator.model.fences import fences, without
from generator.model.kind import Kind, Kinds
from generator.model.relation import ANY, Relation
from generator.model.values import Line

MENTION = re.compile(
    r"\[\[\s*+((?:[^\[\]|\s]++(?:\s++(?=[^\[\]|\s]))?+)*+)\s*+(?:\|\s*+((?:[^\[\]\s]++(?:\s++(?=[^\[\]\s]))?+)*+)\s*+)?+\]\]"
)
"""`[[id]]` or `[[id|text]]` in running text, without the spaces around them. Nothing is matched in a second way."""

MENTIONS = Relation.built_in("mentions", ANY)


def mentions(text: str) -> Iterator[re.Match[str]]:
    """The mentions in a text. What stands in a block of code is none."""
    return MENTION.finditer(without(text, fences(text)))


@dataclass(frozen=True, slots=True)
class Edge:
    """A reference from one entry to another, both by id."""

    source: str
    relation: Relation
    target: str
    why: Line | None
    route: Route


@dataclass(frozen=True, slots=True)
class Graph:
    """All entries, and all references between them by source and by target.

    `outgoing` keeps the order of the fields and lists; `incoming` is ordered by the kind and title of the source.
    """

    entries: Mapping[str, Located]
    aliases: Mapping[str, str]
    outgoing: Mapping[str, tuple[Edge, ...]]
    incoming: Mapping[str, tuple[Edge, ...]]
    kinds: Kinds
    names: Names
    moved: Mapping[str, str] = field(default_factory=dict)
    """The addresses of removed entries, each with the address that replaces it."""
    complete: bool = True
    """False if invalid entries were left out that are no drafts."""
    asked_about: frozenset[str] | None = None
    """The ids of the entries to check; None for all."""
    doubtful: frozenset[str] = frozenset()
    """The ids of the entries with references that lead nowhere. What they link to is not known as a whole."""
    unsettled: frozenset[str] = frozenset()
    """These, and the ids of the entries that refer to entries with errors: their references depend on other entries."""
    left_out: tuple[Located, ...] = ()
    """Entries that do not fit their kind or have the id of another. Only the texts among their leaves are checked."""
    unfit_drafts: Mapping[str, Located] = field(default_factory=dict)
    """The drafts among these whose ids no other entry has, by their ids."""
    files: Mapping[str, AttachedFile] = field(default_factory=dict)
    """The pictures and other files that texts can show and link to, by their names."""
    broken_files: frozenset[str] = frozenset()
    """The names that diagnostics give to files with errors: what refers to one of these is not reported again."""

    @property
    def looked_at(self) -> Iterator[Located]:
        """The entries to check."""
        ids = self.entries if self.asked_about is None else sorted(self.asked_about & self.entries.keys())
        return (self.entries[entry_id] for entry_id in ids)

    @property
    def known(self) -> Mapping[str, Located]:
        """The entries by their ids, also drafts that do not fit their kind."""
        return {**self.unfit_drafts, **self.entries}

    @property
    def is_whole(self) -> bool:
        """Whether no entry was left out, not even a draft. Only then rules about missing or unused things apply."""
        return self.complete and not self.unfit_drafts

    @property
    def with_sure_links(self) -> Iterator[Located]:
        """The entries to check whose references all lead to an entry."""
        return (located for located in self.looked_at if located.id not in self.doubtful)

    def narrowed(self, files: Container[str], ids: Container[str] | None = None) -> Graph:
        """The same graph, with only the entries in `files` to check, and of these only those with these `ids`."""
        wanted = frozenset(e.id for e in self.entries.values() if e.document.file in files and (not ids or e.id in ids))
        left_out = tuple(e for e in self.left_out if e.document.file in files)
        return replace(self, asked_about=wanted, left_out=left_out)

    def out(self, entry_id: str, *relations: str) -> tuple[Edge, ...]:
        """The references from the entry, of the named relations or of all."""
        return _of(self.outgoing.get(entry_id, ()), relations)

    def into(self, entry_id: str, *relations: str) -> tuple[Edge, ...]:
        """The references to the entry, of the named relations or of all."""
        return _of(self.incoming.get(entry_id, ()), relations)

    def of_kind(self, name: str) -> tuple[Located, ...]:
        """The entries of a kind, in the order of its index page."""
        return self._in_order([e for e in self.entries.values() if e.kind.name == name])

    def kind_called(self, word: str) -> Kind | None:
        """The kind that a word calls, such as `tell`, if there is an entry of it."""
        kind = self.kinds.called(word)
        return kind if kind and any(located.kind.name == kind.name for located in self.entries.values()) else None

    def by_kind(self) -> Mapping[str, tuple[Located, ...]]:
        """The entries of every kind that has some, by its name, in the order of its index page."""
        found: dict[str, list[Located]] = {kind.name: [] for kind in self.kinds}
        for located in self.entries.values():
            found[located.kind.name].append(located)
        return {name: self._in_order(entries) for name, entries in found.items() if entries}

    def _in_order(self, found: Sequence[Located]) -> tuple[Located, ...]:
        """The entries of one kind in the order of its index page."""
        if not found:
            return ()
        kind = found[0].kind
        place = {key: at for at, key in enumerate(self.groups_of(kind))}
        # The group of an entry is missing if it is an entry that has an error.
        return tuple(sorted(found, key=lambda e: (place.get(kind.group_of(e.entry), len(place)), self._path(e))))

    def groups_of(self, kind: Kind) -> Mapping[str, str]:
        """The keys of the groups of a kind in their order, each with its heading."""
        if not kind.group_kinds:
            return kind.groups
        return {found.id: found.entry.title for name in kind.group_kinds for found in self.of_kind(name)}

    def grouped(self, name: str) -> Iterator[tuple[str, str, list[Located]]]:
        """The entries of a kind in its groups: key, heading, entries. Groups without entries are left out."""
        entries = self.of_kind(name)
        for key, heading in self.groups_of(entries[0].kind).items() if entries else ():
            members = [e for e in entries if e.kind.group_of(e.entry) == key]
            if members:
                yield key, heading, members

    def _path(self, located: Located) -> tuple[tuple[Any, str], ...]:
        """What orders an entry among those of its group: it follows the entry of the same kind that is above it."""
        kind, found = located.kind, {located.id: located}
        while kind.parent:
            edges = self.out(next(reversed(found)), kind.parent)
            parent = self.entries[edges[0].target] if edges else None
            if parent is None or parent.kind is not kind or parent.id in found:
                break
            found[parent.id] = parent
        return tuple((kind.sort_key(one.entry), one.id) for one in reversed(found.values()))


def _of(edges: tuple[Edge, ...], relations: tuple[str, ...]) -> tuple[Edge, ...]:
    return tuple(e for e in edges if e.relation.name in relations) if relations else edges

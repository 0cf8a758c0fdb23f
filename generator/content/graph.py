"""Connect entries: resolve every reference, derive backlinks, and report references without a target."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias

from generator.content.ids_of_entries import aliases_of, by_id
from generator.content.located import Located
from generator.content.misfits.correction import corrected
from generator.content.unknown_reference import Names, reference_problem
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, with_article
from generator.media.attached import AttachedFile
from generator.model.entry import Link
from generator.model.fences import fences, without
from generator.model.kind import Kind, Kinds
from generator.model.relation import ANY, Relation
from generator.model.values import Line, Ref

MENTION = re.compile(
    r"\[\[\s*+((?:[^\[\]|\s]++(?:\s++(?=[^\[\]|\s]))?+)*+)\s*+(?:\|\s*+((?:[^\[\]\s]++(?:\s++(?=[^\[\]\s]))?+)*+)\s*+)?+\]\]"
)
"""`[[id]]` or `[[id|text]]` in running text, without the spaces around them. Nothing is matched in a second way."""

MENTIONS = Relation.built_in("mentions", ANY)


def mentions(text: str) -> Iterator[re.Match[str]]:
    """The mentions in a text. What stands in a block of code is none."""
    return MENTION.finditer(without(text, fences(text)))


Place: TypeAlias = Callable[[], Span]
"""Computes the place of a reference, which only diagnostics need."""


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

    def narrowed(self, files: Container[str]) -> Graph:
        """The same graph, with only the entries in `files` to check."""
        ids = frozenset(e.id for e in self.entries.values() if e.document.file in files)
        return replace(self, asked_about=ids, left_out=tuple(e for e in self.left_out if e.document.file in files))

    def out(self, entry_id: str, *relations: str) -> tuple[Edge, ...]:
        """The references from the entry, of the named relations or of all."""
        return _of(self.outgoing.get(entry_id, ()), relations)

    def into(self, entry_id: str, *relations: str) -> tuple[Edge, ...]:
        """The references to the entry, of the named relations or of all."""
        return _of(self.incoming.get(entry_id, ()), relations)

    def of_kind(self, name: str) -> tuple[Located, ...]:
        """The entries of a kind, in the order of its index page."""
        found = [e for e in self.entries.values() if e.kind.name == name]
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


def connect(
    located: Iterable[Located],
    kinds: Kinds,
    broken: Container[str] = frozenset(),
    successors: Mapping[str, str] = MappingProxyType({}),
    published: Container[str] = frozenset(),
    fragments: Iterable[Located] = (),
    unread: Mapping[str, str] = MappingProxyType({}),
    pages: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """The graph of the entries of these kinds, and a diagnostic for every invalid reference.

    `broken` contains the ids of entries that exist but are invalid. They have their own diagnostics, so references
    to them are ignored. `successors` maps the id of each removed entry to the id that replaces it; `published` contains
    the addresses that must exist. Of `fragments`, which are invalid entries, only the references are checked.
    `unread` maps the names that entries would have to files that are not read because of where they lie,
    `pages` the names of pages that are written by hand to their files.
    """
    problems: list[Diagnostic] = []
    entries, repeated = by_id(located, problems)
    aliases = aliases_of(entries, problems)
    known = {old: new for old, new in successors.items() if new in entries}
    names = Names(kinds, entries, known | aliases, published, unread, pages)
    outgoing: dict[str, tuple[Edge, ...]] = {}
    doubtful: set[str] = set()
    for entry in entries.values():
        before = len(problems)
        outgoing[entry.id] = tuple(_edges(entry, names, broken, problems))
        if len(problems) > before:
            doubtful.add(entry.id)
    for entry in (left_out := (*repeated, *fragments)):
        list(_edges(entry, names, broken, problems))  # for its problems alone
    problems += _declared_twice(entries, outgoing)
    incoming: dict[str, list[Edge]] = defaultdict(list)
    for source in entries.values():
        for edge in outgoing[source.id]:
            incoming[edge.target].append(edge)
    graph = Graph(
        MappingProxyType(entries),
        MappingProxyType(aliases),
        MappingProxyType(outgoing),
        MappingProxyType({target: tuple(edges) for target, edges in incoming.items()}),
        kinds,
        names,
        doubtful=frozenset(doubtful),
        left_out=left_out,
        unfit_drafts={e.id: e for e in left_out if e.entry.draft and e.id not in entries},
    )
    return graph, tuple(problems)


def _references(
    entry: Located, problems: list[Diagnostic]
) -> Iterator[tuple[Relation, str, Line | None, Route, Place, str]]:
    """Every reference of an entry: relation, target, why, route, the place of the target's id, and words for it."""
    for route, value, relation in entry.leaves:
        match value:
            case Line():
                for mention in mentions(value):
                    marked = mention.span(1) if mention[1] else (mention.start() + 2, mention.end())
                    place = partial(entry.place_in, route, value, *marked)
                    yield MENTIONS, mention[1], None, route, place, mention[2] or ""
            case Ref():
                assert relation is not None, f"the field at {route} of a {entry.kind.name} declares no relation"
                yield relation, value, None, route, partial(entry.span, route), ""
            case Link():
                found = relation or _declared(entry, route, problems)
                if found:
                    yield found, value.to, value.why, route, partial(entry.span, (*route, "to")), ""


def _declared(entry: Located, route: Route, problems: list[Diagnostic]) -> Relation | None:
    name = str(route[1])
    relation = entry.kind.relation(name)
    if relation is None and route[2] == 0:
        known = [r.name for r in entry.kind.relations]
        hint = did_you_mean(name, known) or "known relations: " + ", ".join(f"`{n}`" for n in known)
        message = f"{with_article(entry.kind.label.lower())} has no relation `{name}`"
        fix = corrected(entry.document, (*entry.prefix, *route[:2]), known)
        problems.append(Diagnostic(codes.UNKNOWN_RELATION, message, entry.key_span(route[:2]), hint, fix=fix))
    return relation


def _edges(
    entry: Located,
    names: Names,
    broken: Container[str],
    problems: list[Diagnostic],
) -> Iterator[Edge]:
    seen: dict[tuple[str, str], Place] = {}
    most = len(problems) + MOST_PER_CODE
    for relation, target, why, route, place, words in _references(entry, problems):
        if target not in names.entries and (target in broken or len(problems) >= most):
            continue
        problem = reference_problem(entry, relation, target, route, place, names, words)
        if problem:
            problems.append(problem)
            continue
        key = (relation.name, target)
        if relation is MENTIONS and (key in seen or target == entry.id):
            continue
        if key in seen and (relation.name in entry.entry.links or _is_listed(route)):
            if len(problems) >= most:
                continue
            problems.append(
                Diagnostic(
                    codes.DUPLICATE_LINK,
                    f"`{target}` appears twice under `{relation.name}`",
                    place(),
                    "remove one of them" if _is_listed(route) else "keep the one with the better reason",
                    related=((seen[key](), "first one here"),),
                )
            )
            continue
        seen.setdefault(key, place)
        yield Edge(entry.id, names.kinds.in_words(relation), target, why, route)


def _is_listed(route: Route) -> bool:
    """Whether the reference is in a plain list of ids, such as `moments`."""
    return len(route) == 2 and isinstance(route[1], int)


def _declared_twice(entries: Mapping[str, Located], outgoing: Mapping[str, tuple[Edge, ...]]) -> Iterator[Diagnostic]:
    """Symmetric relations that both entries declare. Of a draft and another entry, the draft is told."""
    first: dict[tuple[str, str, str], Edge] = {}
    for entry_id in sorted(entries, key=lambda entry_id: entries[entry_id].entry.draft):
        for edge in outgoing[entry_id]:
            if not edge.relation.symmetric:
                continue
            low, high = sorted((edge.source, edge.target))
            other = first.setdefault((edge.relation.name, low, high), edge)
            if other.source != edge.source:
                yield Diagnostic(
                    codes.DUPLICATE_LINK,
                    f"`{edge.target}` already declares the same link to `{edge.source}`",
                    entries[edge.source].span((*edge.route, "to")),
                    "declare it in one entry only; the page of the other shows it too",
                    related=((entries[other.source].span((*other.route, "to")), "declared here"),),
                )

"""Connect entries: resolve every reference, derive the other side of each, and report what leads nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from generator.content.located import Located
from generator.content.misfits.misspelt import corrected
from generator.content.unknown_reference import Names, unknown_reference
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_FAULTS, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, with_article
from generator.model.entry import Link
from generator.model.kind import Kinds
from generator.model.relation import ANY, Relation
from generator.model.values import Line, Ref

MENTION = re.compile(r"\[\[\s*([^\[\]|]*?)\s*(?:\|\s*([^\[\]]*?)\s*)?\]\]")
"""`[[id]]` or `[[id|text]]` in running text."""

MENTIONS = Relation("mentions", ANY, "Mentions", "Mentioned in")

Place: TypeAlias = Callable[[], Span]
"""Tells where a name stands. Only faults need to know, and few references are at fault."""


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
    """Every entry, and every reference between them, by its source and by its target.

    `outgoing` keeps the order of the fields and lists; `incoming` is ordered by the kind and title of the source.
    """

    entries: Mapping[str, Located]
    aliases: Mapping[str, str]
    outgoing: Mapping[str, tuple[Edge, ...]]
    incoming: Mapping[str, tuple[Edge, ...]]
    kinds: Kinds
    names: Names
    moved: Mapping[str, str] = field(default_factory=dict)
    """The addresses of entries that were removed, each with the one that took its place."""
    complete: bool = True
    """Whether no entry had to be left out. Otherwise nobody can say that something leads nowhere or is not used."""
    asked_about: frozenset[str] | None = None
    """The ids of the entries that are to be checked; None for all of them."""

    @property
    def looked_at(self) -> Iterator[Located]:
        """The entries that are to be checked."""
        ids = self.entries if self.asked_about is None else sorted(self.asked_about & self.entries.keys())
        return (self.entries[entry_id] for entry_id in ids)

    def narrowed(self, files: Container[str]) -> Graph:
        """The same graph, of which only the entries in `files` are to be checked."""
        ids = frozenset(e.id for e in self.entries.values() if e.document.file in files)
        return replace(self, asked_about=ids)

    def out(self, entry_id: str, *relations: str) -> tuple[Edge, ...]:
        """The references that the entry makes, of the named relations or of all."""
        return _of(self.outgoing.get(entry_id, ()), relations)

    def into(self, entry_id: str, *relations: str) -> tuple[Edge, ...]:
        """The references that are made to the entry, of the named relations or of all."""
        return _of(self.incoming.get(entry_id, ()), relations)

    def of_kind(self, name: str) -> tuple[Located, ...]:
        """The entries of a kind, in the order of its index page."""
        found = [e for e in self.entries.values() if e.kind.name == name]
        if not found:
            return ()
        kind, order = found[0].kind, list(found[0].kind.groups)
        return tuple(sorted(found, key=lambda e: (order.index(kind.group_of(e.entry)), kind.sort_key(e.entry), e.id)))


def _of(edges: tuple[Edge, ...], relations: tuple[str, ...]) -> tuple[Edge, ...]:
    return tuple(e for e in edges if e.relation.name in relations) if relations else edges


def connect(
    located: Iterable[Located],
    kinds: Kinds,
    broken: Container[str] = frozenset(),
    gone: Mapping[str, str] = MappingProxyType({}),
    published: Container[str] = frozenset(),
) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """The graph of the entries, which are of these kinds, and every reference that does not hold.

    `broken` holds the ids of entries that exist but do not fit their kind. They have their own diagnostics, so
    references to them are passed over. `gone` names for each entry that was removed what took its place; `published`
    holds the addresses that there should be.
    """
    problems: list[Diagnostic] = []
    entries = _by_id(located, problems)
    aliases = _aliases(entries, problems)
    called_now = {**{old: new for old, new in gone.items() if new in entries}, **aliases}
    names = Names(kinds, entries, called_now, published)
    outgoing: dict[str, tuple[Edge, ...]] = {}
    for entry in entries.values():
        outgoing[entry.id] = tuple(_edges(entry, names, broken, problems))
    problems += _said_twice(entries, outgoing)
    incoming: dict[str, list[Edge]] = defaultdict(list)
    for source in entries.values():
        for edge in outgoing[source.id]:
            incoming[edge.target].append(edge)
    backlinks = {target: tuple(edges) for target, edges in incoming.items()}
    graph = Graph(
        MappingProxyType(entries),
        MappingProxyType(aliases),
        MappingProxyType(outgoing),
        MappingProxyType(backlinks),
        kinds,
        names,
    )
    return graph, tuple(problems)


def _by_id(located: Iterable[Located], problems: list[Diagnostic]) -> dict[str, Located]:
    entries: dict[str, Located] = {}
    for entry in sorted(located, key=lambda e: (e.kind.name, e.entry.title.casefold(), e.id)):
        first = entries.setdefault(entry.id, entry)
        if first is not entry:
            problems.append(
                Diagnostic(
                    codes.DUPLICATE_ID,
                    f"another entry is called `{first.id}` already",
                    entry.place,
                    "ids are unique across all kinds; give this one a name that tells the difference",
                    related=((first.place, "the other one"),),
                )
            )
    return entries


def _aliases(entries: Mapping[str, Located], problems: list[Diagnostic]) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for entry in entries.values():
        for index, alias in enumerate(entry.entry.aliases):
            owner = entries.get(alias) or entries.get(aliases.get(alias, ""))
            if owner is None:
                aliases[alias] = entry.id
                continue
            what = "is the id of an entry" if alias in entries else "is an alias already"
            problems.append(
                Diagnostic(
                    codes.ALIAS_TAKEN,
                    f"`{alias}` {what}",
                    entry.span(("aliases", index)),
                    "an old address can lead to one place only; remove it here or there",
                    related=((owner.place, "that entry"),),
                )
            )
    return aliases


def _references(
    entry: Located, problems: list[Diagnostic]
) -> Iterator[tuple[Relation, str, Line | None, Route, Place]]:
    """Every reference an entry makes: relation, target, why, route, and the place of the target's name."""
    for route, value, relation in entry.leaves:
        match value:
            case Line():
                for mention in MENTION.finditer(value):
                    yield MENTIONS, mention[1], None, route, partial(entry.span_in, route, mention[0][2:])
            case Ref():
                assert relation is not None, f"the field at {route} of a {entry.kind.name} declares no relation"
                yield relation, value, None, route, partial(entry.span, route)
            case Link():
                found = relation or _declared(entry, route, problems)
                if found:
                    yield found, value.to, value.why, route, partial(entry.span, (*route, "to"))


def _declared(entry: Located, route: Route, problems: list[Diagnostic]) -> Relation | None:
    name = str(route[1])
    relation = entry.kind.relation(name)
    if relation is None and route[2] == 0:
        known = [r.name for r in entry.kind.relations]
        hint = did_you_mean(name, known) or "known here: " + ", ".join(f"`{n}`" for n in known)
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
    most = len(problems) + MOST_FAULTS
    for relation, target, why, route, place in _references(entry, problems):
        if target not in names.entries and (target in broken or len(problems) >= most):
            continue
        problem = _fault(entry, relation, target, route, place, names)
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
                    f"`{target}` stands twice under `{relation.name}`",
                    place(),
                    "remove one of them" if _is_listed(route) else "keep the one with the better reason",
                    related=((seen[key](), "first given here"),),
                )
            )
            continue
        seen.setdefault(key, place)
        yield Edge(entry.id, relation, target, why, route)


def _is_listed(route: Route) -> bool:
    """Whether the reference stands in a mere list of ids, such as that of the moments."""
    return len(route) == 2 and isinstance(route[1], int)


def _fault(
    entry: Located,
    relation: Relation,
    target: str,
    route: Route,
    place: Place,
    names: Names,
) -> Diagnostic | None:
    found = names.entries.get(target)
    if found is None:
        return unknown_reference(relation, target, place(), names)
    if relation.to and found.kind.name not in relation.to:
        field = [part for part in route if isinstance(part, str)][-1]
        wanted = with_article(" or ".join(filter(None, [", ".join(relation.to[:-1]), relation.to[-1]])))
        message = f"`{target}` is {with_article(found.kind.name)}; `{field}` leads to {wanted}"
        hint = f"name {wanted}"
        if route[0] == "links":
            fitting = [r.name for r in entry.kind.relations if not r.to or found.kind.name in r.to]
            hint += ", or use another relation: " + ", ".join(f"`{n}`" for n in fitting)
        return Diagnostic(codes.WRONG_KIND, message, place(), hint, related=((found.place, "it is declared here"),))
    if target == entry.id and relation is not MENTIONS:
        return Diagnostic(
            codes.SELF_REFERENCE, "the entry refers to itself", place(), "name another entry, or remove it"
        )
    return None


def _said_twice(entries: Mapping[str, Located], outgoing: Mapping[str, tuple[Edge, ...]]) -> Iterator[Diagnostic]:
    """Symmetric relations that both sides declare."""
    first: dict[tuple[str, str, str], Edge] = {}
    for edges in outgoing.values():
        for edge in edges:
            if not edge.relation.symmetric:
                continue
            low, high = sorted((edge.source, edge.target))
            other = first.setdefault((edge.relation.name, low, high), edge)
            if other.source != edge.source:
                yield Diagnostic(
                    codes.DUPLICATE_LINK,
                    f"`{edge.target}` declares the same link to `{edge.source}` already",
                    entries[edge.source].span((*edge.route, "to")),
                    "declare it on one side; the other side shows it as well",
                    related=((entries[other.source].span((*other.route, "to")), "declared here"),),
                )

"""Connect entries: resolve every reference, derive backlinks, and report references without a target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from generator.content.graph import MENTIONS, Edge, Graph, mentions
from generator.content.ids_of_entries import aliases_of, by_id
from generator.content.located import Located
from generator.content.misfits.correction import corrected
from generator.content.unknown_reference import Names, reference_problem
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, with_article
from generator.model.entry import Link
from generator.model.kind import Kinds
from generator.model.relation import Relation
from generator.model.values import Line, Ref

Place: TypeAlias = Callable[[], Span]
"""Computes the place of a reference, which only diagnostics need."""


def connect(
    located: Iterable[Located],
    kinds: Kinds,
    broken: Container[str] = frozenset(),
    successors: Mapping[str, str] = MappingProxyType({}),
    published: Container[str] = frozenset(),
    fragments: Iterable[Located] = (),
    unread: Mapping[str, str] = MappingProxyType({}),
    pages: Mapping[str, str] = MappingProxyType({}),
    earlier: Graph | None = None,
) -> tuple[Graph, tuple[Diagnostic, ...]]:
    """The graph of the entries of these kinds, and a diagnostic for every invalid reference.

    `broken` contains the ids of entries that exist but are invalid. They have their own diagnostics, so references
    to them are ignored. `successors` maps the id of each removed entry to the id that replaces it; `published` contains
    the addresses that must exist. Of `fragments`, which are invalid entries, only the references are checked.
    `unread` maps the names that entries would have to files that are not read because of where they lie,
    `pages` the names of pages that are written by hand to their files. Of an `earlier` graph the references of entries
    are taken that are the same values by now.
    """
    problems: list[Diagnostic] = []
    entries, repeated = by_id(located, problems)
    aliases = aliases_of(entries, problems)
    known = {old: new for old, new in successors.items() if new in entries}
    names = Names(kinds, entries, known | aliases, published, unread, pages)
    outgoing = _settled(earlier, entries, kinds) if earlier else {}
    doubtful, passed_over = set[str](), set[str]()
    for entry in entries.values():
        if entry.id not in outgoing:
            before = len(problems)
            outgoing[entry.id] = tuple(_edges(entry, names, broken, problems, passed_over))
            if len(problems) > before:
                doubtful.add(entry.id)
    for entry in (left_out := (*repeated, *fragments)):
        list(_edges(entry, names, broken, problems, set()))  # for its problems alone
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
        unsettled=frozenset(doubtful | passed_over),
        left_out=left_out,
        unfit_drafts={e.id: e for e in left_out if e.entry.draft and e.id not in entries},
    )
    return graph, tuple(problems)


def _settled(earlier: Graph, entries: Mapping[str, Located], kinds: Kinds) -> dict[str, tuple[Edge, ...]]:
    """The references of the entries that are as they were in an `earlier` graph, and lead to entries of the same kinds.

    All of them led to entries then, so nothing else decides about them.
    """
    if earlier.kinds is not kinds:
        return {}
    moved = {i for i, was in earlier.entries.items() if i not in entries or entries[i].kind is not was.kind}
    return {
        entry_id: edges
        for entry_id, edges in earlier.outgoing.items()
        if entries.get(entry_id) is earlier.entries[entry_id]
        and entry_id not in earlier.unsettled
        and not (moved and any(edge.target in moved for edge in edges))
    }


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
        message = f"{with_article(entry.kind.noun)} has no relation `{name}`"
        fix = corrected(entry.document, (*entry.prefix, *route[:2]), known)
        problems.append(Diagnostic(codes.UNKNOWN_RELATION, message, entry.key_span(route[:2]), hint, fix=fix))
    return relation


def _edges(
    entry: Located,
    names: Names,
    broken: Container[str],
    problems: list[Diagnostic],
    passed_over: set[str],
) -> Iterator[Edge]:
    """The references of an entry to others. `passed_over` takes its id if it also refers to one that is `broken`."""
    seen: dict[tuple[str, str], Place] = {}
    most = len(problems) + MOST_PER_CODE
    for relation, target, why, route, place, words in _references(entry, problems):
        if target not in names.entries and (target in broken or len(problems) >= most):
            passed_over.add(entry.id)
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

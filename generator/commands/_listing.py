"""Entries and references as text for people, as data, and as a graph for Graphviz."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.config.reviews import review_of
from generator.config.settings import SiteConfig
from generator.content.graph import Edge, Graph, mentions
from generator.content.located import Located
from generator.diagnostics.place import Span
from generator.model.facets import Facet
from generator.model.values import Line


def in_order(graph: Graph, entries: Iterable[Located]) -> tuple[Located, ...]:
    """The entries by kind, and within each in the order of its index page; then drafts that do not fit their kind."""
    wanted = {entry.id for entry in entries}
    sound = tuple(e for found in graph.by_kind().values() for e in found if e.id in wanted)
    return (*sound, *(e for e in graph.unfit_drafts.values() if e.id in wanted))


def entry_data(located: Located, site: SiteConfig, facets: Iterable[Facet]) -> dict[str, Any]:
    """An entry as data. `review_by` is the day of its next review, also if the configuration decides it."""
    entry, review = located.entry, review_of(located.entry, located.kind, site)
    return {
        "id": located.id,
        "kind": located.kind.name,
        "title": entry.title,
        "summary": entry.summary,
        **{facet.name: list(facet.values(located)) for facet in facets},
        "minutes": entry.minutes,
        "draft": entry.draft,
        "owner": entry.owner,
        "status": entry.status,
        "reviewed": entry.reviewed,
        "review_by": review.due if review else None,
        "url": located.url,
        "file": located.place.file,
        "line": located.place.line,
    }


def edge_data(graph: Graph, edge: Edge) -> dict[str, Any]:
    """A reference as data."""
    span = place_of(graph, edge)
    return {
        "source": edge.source,
        "relation": edge.relation.name,
        "target": edge.target,
        "why": edge.why,
        "file": span.file,
        "line": span.line,
        "column": span.column,
    }


def place_of(graph: Graph, edge: Edge) -> Span:
    """The place of the reference in its file."""
    located = graph.entries[edge.source]
    if edge.relation.name == "mentions":
        text = next(leaf.value for leaf in located.leaves if leaf.route == edge.route)
        assert isinstance(text, Line)
        mention = next(found for found in mentions(text) if found[1] == edge.target)
        return located.place_in(edge.route, text, *mention.span(1))
    return located.span((*edge.route, "to"))


def edges(graph: Graph) -> Iterator[Edge]:
    """Every reference, in the order of its source entry."""
    for located in in_order(graph, graph.entries.values()):
        yield from graph.out(located.id)


def table(entries: Iterable[Located]) -> str:
    """One line for each entry: kind, id and title, and whether it is a draft."""
    return _in_columns(
        (entry.kind.name, entry.id, f"{entry.entry.title} (draft)" if entry.entry.draft else entry.entry.title)
        for entry in entries
    )


def reviews_table(entries: Iterable[Located], site: SiteConfig) -> str:
    """One line for each entry that is to be reviewed: the day, the owner, kind, id and title."""
    reviews = ((entry, review_of(entry.entry, entry.kind, site)) for entry in entries)
    return _in_columns(
        (review.due or "never seen", entry.entry.owner or "nobody", entry.kind.name, entry.id, entry.entry.title)
        for entry, review in reviews
        if review
    )


def _in_columns(rows: Iterable[tuple[str, ...]]) -> str:
    rows = [*rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return "\n".join(
        "  ".join((*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[-1])) for row in rows
    )


def around(graph: Graph, entry_id: str) -> str:
    """The references from and to an entry, each with its file, line and column."""
    located = graph.entries[entry_id]
    lines = [f"{entry_id}: {located.entry.title} ({located.kind.noun}, {located.place.file})"]
    for heading, found in (("Refers to", graph.out(entry_id)), ("Referred to by", graph.into(entry_id))):
        lines += ["", f"{heading} {len(found)}"]
        for edge in found:
            span = place_of(graph, edge)
            other = edge.target if edge.source == entry_id else edge.source
            lines.append(f"  {edge.relation.name}: {other} ({span.file}:{span.line}:{span.column})")
    return "\n".join(lines)


def counted(graph: Graph) -> str:
    """The number of entries of each kind and of references of each relation."""
    kinds = [(kind.label_plural, len(graph.of_kind(kind.name))) for kind in graph.kinds]
    relations: dict[str, int] = {}
    for edge in edges(graph):
        relations[edge.relation.name] = relations.get(edge.relation.name, 0) + 1
    by_number = sorted(relations.items(), key=lambda found: (-found[1], found[0]))
    width = max(len(name) for name, _ in (*kinds, *by_number))
    lines = [f"{name:{width}}  {number:5}" for name, number in kinds if number]
    return "\n".join([*lines, "", *(f"{name:{width}}  {number:5}" for name, number in by_number)])


def as_dot(entries: Iterable[Located], found: Iterable[Edge]) -> str:
    """A graph in the DOT language: `playbook graph --dot | dot -Tsvg > playbook.svg`."""
    lines = ["digraph playbook {", "  node [shape=box];"]
    for entry in entries:
        lines.append(f"  {_quoted(entry.id)} [label={_quoted(entry.entry.title)}, class={_quoted(entry.kind.name)}];")
    for edge in found:
        lines.append(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [label={_quoted(edge.relation.name)}];")
    return "\n".join([*lines, "}"])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

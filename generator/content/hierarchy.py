"""Entries that belong to others: what lies above an entry and below it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic


def parent_of(graph: Graph, entry_id: str) -> str | None:
    """The id of the entry above, if there is one."""
    field = graph.entries[entry_id].kind.parent
    return next((edge.target for edge in graph.out(entry_id, field)), None) if field else None


def above(graph: Graph, entry_id: str) -> tuple[Located, ...]:
    """The entries above an entry, the topmost first. A circle, which is an error, ends where it closes."""
    found: dict[str, Located] = {}
    while (parent := parent_of(graph, entry_id)) and parent not in found:
        found[parent] = graph.entries[parent]
        entry_id = parent
    return tuple(reversed(found.values()))


def below(graph: Graph, entry_id: str) -> Iterator[Located]:
    """All entries below an entry, whatever their number of levels, each once."""
    seen, new = {entry_id}, [entry_id]
    while new:
        children = [child for one in new for child in children_of(graph, one) if child.id not in seen]
        new = list(dict.fromkeys(child.id for child in children))
        seen |= {*new}
        yield from (graph.entries[child] for child in new)


def children_of(graph: Graph, entry_id: str) -> Iterator[Located]:
    """The entries directly below an entry."""
    for edge in graph.into(entry_id):
        child = graph.entries[edge.source]
        if edge.relation.name == child.kind.parent and edge.route[0] == child.kind.parent:
            yield child


def parent_circles(graph: Graph) -> Iterator[Diagnostic]:
    """A diagnostic for each entry that is above itself."""
    for located in graph.entries.values():
        parents = above(graph, located.id) if located.kind.parent else ()
        if parents and parents[0].id == located.id:
            way = " → ".join(f"`{one.id}`" for one in (located, *reversed(parents)))
            yield Diagnostic(
                codes.PARENT_CIRCLE,
                f"the entry is above itself: {way}",
                located.span((located.kind.parent,)),
                "let one of them belong to another entry, or to none",
            )

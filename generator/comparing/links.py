"""Links between entries that are new, deleted, or have another reason. Mentions are compared as part of texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.comparing.notes import Note, quoted, was_and_is
from generator.comparing.sides import Versions
from generator.content.graph import MENTIONS, Edge, Graph
from generator.model.values import Line

Ends: TypeAlias = tuple[str, str, str]
"""Source, name of the relation, target: by the ids that they have now, where they have one."""


def links(sides: Versions) -> Iterator[Note]:
    """Changed links of pages that are in both versions."""
    kept = {*sides.called_now.values()}
    before = _by_ends(sides.before.graph, sides.called_now, set(sides.called_now))
    now = _by_ends(sides.now.graph, {}, kept)
    for ends in sorted({*before, *now}):
        was, has = before.get(ends, []), now.get(ends, [])
        whys = [edge.why for edge in has]
        gone = [edge for edge in was if not _take(whys, edge.why)]
        whys = [edge.why for edge in was]
        new = [edge for edge in has if not _take(whys, edge.why)]
        for old, edge in zip(gone, new, strict=False):
            why = was_and_is(old.why or "no reason", edge.why or "no reason")
            yield Note(f"another reason: {_link(sides.now.graph, edge)}: {why}")
        yield from (Note(f"gone: {_link(sides.before.graph, edge)}") for edge in gone[len(new) :])
        for edge in new[len(gone) :]:
            yield Note(f"new: {_link(sides.now.graph, edge)}" + (f": {quoted(edge.why)}" if edge.why else ""))


def _by_ends(graph: Graph, called_now: Mapping[str, str], sources: set[str]) -> dict[Ends, list[Edge]]:
    found: dict[Ends, list[Edge]] = {}
    for source in sources:
        for edge in graph.out(source):
            if edge.relation.name != MENTIONS.name:
                target = called_now.get(edge.target, edge.target)
                found.setdefault((called_now.get(source, source), edge.relation.name, target), []).append(edge)
    return found


def _take(values: list[Line | None], wanted: Line | None) -> bool:
    """Remove one such value from the list. Returns whether there was one."""
    if wanted in values:
        values.remove(wanted)
        return True
    return False


def _link(graph: Graph, edge: Edge) -> str:
    source, target = graph.entries[edge.source].entry, graph.entries[edge.target].entry
    return f"{quoted(source.title)}, {edge.relation.label}: {quoted(target.title)}"

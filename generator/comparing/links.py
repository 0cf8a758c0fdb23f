"""Links between entries that are new, gone, lead elsewhere, or have another reason.

Mentions are compared as part of texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.comparing.notes import Note
from generator.comparing.sentences import Sentences
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
    gone, new = list[tuple[Ends, Edge]](), list[tuple[Ends, Edge]]()
    notes = list[str]()
    for ends in sorted({*before, *now}):
        old, fresh = _without_same(before.get(ends, []), now.get(ends, []))
        for was, has in zip(old, fresh, strict=False):
            notes += _reason(sides, was, has)
        gone += [(ends, edge) for edge in old[len(fresh) :]]
        new += [(ends, edge) for edge in fresh[len(old) :]]
    for ends, was in gone:
        to = next(((at, edge) for at, edge in new if at[:2] == ends[:2] and was.why and edge.why == was.why), None)
        if to:
            new.remove(to)
            notes.append(_elsewhere(sides, was, to[1]))
        else:
            notes.append(_gone(sides, was))
    notes += [_new(sides, has) for _, has in new]
    return map(Note, notes)


def _by_ends(graph: Graph, called_now: Mapping[str, str], sources: set[str]) -> dict[Ends, list[Edge]]:
    found: dict[Ends, list[Edge]] = {}
    for source in sources:
        for edge in graph.out(source):
            if edge.relation.name != MENTIONS.name:
                target = called_now.get(edge.target, edge.target)
                found.setdefault((called_now.get(source, source), edge.relation.name, target), []).append(edge)
    return found


def _without_same(before: list[Edge], now: list[Edge]) -> tuple[list[Edge], list[Edge]]:
    """The links of both whose reasons the other does not have."""
    was, has = [edge.why for edge in before], [edge.why for edge in now]
    return [edge for edge in before if not _take(has, edge.why)], [edge for edge in now if not _take(was, edge.why)]


def _take(values: list[Line | None], wanted: Line | None) -> bool:
    """Remove one such value from the list. Returns whether there was one."""
    if wanted in values:
        values.remove(wanted)
        return True
    return False


def _reason(sides: Versions, was: Edge, has: Edge) -> Iterator[str]:
    """How the reason of a link differs."""
    said, words = sides.said, sides.said.language.words.comparing
    link = _link(sides, sides.now.graph, has)
    if has.why is None:
        yield words.reason_gone(link=link, before=said.quoted(was.why or ""))
    elif was.why is None:
        yield words.reason_new(link=link, now=said.quoted(has.why))
    else:
        yield from said.texts(words.reason_of(link=link), was.why.written, has.why.written)


def _elsewhere(sides: Versions, was: Edge, has: Edge) -> str:
    said, words = sides.said, sides.said.language.words.comparing
    to_before, to_now = (
        _target(said, graph, edge) for graph, edge in ((sides.before.graph, was), (sides.now.graph, has))
    )
    source = said.quoted(sides.now.graph.entries[has.source].entry.title)
    link = {"source": source, "relation": has.relation.label, "before": to_before, "now": to_now}
    return str(words.link_elsewhere(**link))


def _gone(sides: Versions, was: Edge) -> str:
    words = sides.said.language.words.comparing
    return str(words.link_gone(link=_link(sides, sides.before.graph, was)))


def _new(sides: Versions, has: Edge) -> str:
    said, words = sides.said, sides.said.language.words.comparing
    link = _link(sides, sides.now.graph, has)
    return str(words.link_new(link=link, why=said.quoted(has.why)) if has.why else words.link_new_bare(link=link))


def _link(sides: Versions, graph: Graph, edge: Edge) -> str:
    said, words = sides.said, sides.said.language.words.comparing
    source = said.quoted(graph.entries[edge.source].entry.title)
    return str(words.link(source=source, target=_target(said, graph, edge), relation=edge.relation.label))


def _target(said: Sentences, graph: Graph, edge: Edge) -> str:
    return said.quoted(graph.entries[edge.target].entry.title)

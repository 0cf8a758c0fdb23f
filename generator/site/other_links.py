"""The links of an entry that its page shows behind the steps: all that no section of the page has listed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from generator.content.graph import MENTIONS, Graph
from generator.model.relation import OUTSIDE_LINKS
from generator.model.values import Line

Label: TypeAlias = tuple[str, bool]
"""What stands above a group, empty for mentions; and whether titles alone are listed below it."""

Ends: TypeAlias = tuple[tuple[str, Line | None], ...]
"""Ids of entries, each with the reason to follow the link, if there is one."""

_NAMING = OUTSIDE_LINKS - {MENTIONS.name}
"""The relations by which entries name a moment, an audience or a source outside their links."""


def other_links(graph: Graph, entry_id: str, listed: Collection[str], uses: Iterable[str]) -> Mapping[Label, Ends]:
    """The links by label, each entry once, without those in `listed`. `uses` are entries whose text contains the term.

    First the links of the entry, then those that lead to it, then what names it by kind, then what mentions it.
    """
    seen = {entry_id, *listed}
    groups: dict[Label, list[tuple[str, Line | None]]] = {}
    links = (*_linked(graph, entry_id), *_naming(graph, entry_id), *_mentioning(graph, entry_id, uses))
    for label, end, why in links:
        if end not in seen:
            seen.add(end)
            groups.setdefault(label, []).append((end, why))
    return {label: tuple(ends) for label, ends in groups.items()}


def _linked(graph: Graph, entry_id: str) -> Iterator[tuple[Label, str, Line | None]]:
    for edge in graph.out(entry_id):
        if edge.relation.name not in OUTSIDE_LINKS:
            yield (edge.relation.label, False), edge.target, edge.why
    for edge in graph.into(entry_id):
        if edge.relation.name not in OUTSIDE_LINKS:
            yield (edge.relation.inverse, False), edge.source, edge.why


def _naming(graph: Graph, entry_id: str) -> Iterator[tuple[Label, str, None]]:
    for edge in graph.into(entry_id, *_NAMING):
        yield (graph.entries[edge.source].kind.label_plural, True), edge.source, None


def _mentioning(graph: Graph, entry_id: str, uses: Iterable[str]) -> Iterator[tuple[Label, str, None]]:
    found = dict.fromkeys((*(edge.source for edge in graph.into(entry_id, MENTIONS.name)), *uses))
    for user in sorted(found, key=lambda user: graph.entries[user].entry.title.casefold()):
        yield ("", True), user, None

"""Two items of a checklist with one id: ticking one would tick the other."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Span
from generator.graph import Graph
from generator.kinds.checklist import Checklist


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.entries.values():
        if not isinstance(located.entry, Checklist):
            continue
        first: dict[str, Span] = {}
        for at, group in enumerate(located.entry.groups):
            for index, item in enumerate(group.items):
                place = located.span(("groups", at, "items", index, "id"))
                other = first.setdefault(item.id, place)
                if other is place:
                    continue
                yield Diagnostic(
                    Code.REPEATED_ITEM_ID,
                    f"another item of this checklist has the id `{item.id}` already",
                    place,
                    "give the newer of the two another id; what people have ticked is kept under the older one",
                    related=((other, "first given here"),),
                )

"""A worksheet that is to print a field which the entry it names does not have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks import Block, Printed, Table


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            yield from _missing(graph, located, block, ("blocks", at))


def _missing(graph: Graph, located: Located, block: Block, route: Route) -> Iterator[Diagnostic]:
    match block:
        case Table():
            shown = [column.shows for column in block.columns if column.shows]
        case Printed():
            shown = [block.shows]
        case _:
            return
    for at, ref in enumerate(block.entries):
        found = graph.entries.get(ref)
        for field in shown:
            if found and not hasattr(found.entry, field):
                message = f"`{ref}` is a {found.kind.name}, which has no `{field}`"
                hint = "name an entry that has it, or show another field"
                yield Diagnostic(Code.NOTHING_TO_SHOW, message, located.span((*route, "entries", at)), hint)

"""A column of a worksheet's table that is to be ticked, chosen from or filled, more than one of these at once."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import listed
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks import Table


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        blocks = located.entry.blocks if isinstance(located.entry, Worksheet) else ()
        for at, block in enumerate(blocks):
            if isinstance(block, Table):
                yield from _unclear(located, block, ("blocks", at))


def _unclear(located: Located, table: Table, route: Route) -> Iterator[Diagnostic]:
    for at, column in enumerate(table.columns):
        told = [name for name in ("tick", "choices", "shows") if getattr(column, name)]
        if len(told) > 1:
            message = f"the column `{column.id}` has {listed(told)} at once"
            place = located.key_span((*route, "columns", at, told[1]))
            yield Diagnostic(Code.UNCLEAR_COLUMN, message, place, f"keep one of them: {listed(told, last=' or ')}")

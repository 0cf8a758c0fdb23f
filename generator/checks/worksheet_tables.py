"""A table or list on a worksheet that would print something else than its author meant."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blocks import Printed, Shown, Table
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, did_you_mean
from generator.entry import Route
from generator.faults import listed
from generator.graph import Graph
from generator.kinds.worksheet import Worksheet
from generator.structure import Located


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if not isinstance(located.entry, Worksheet):
            continue
        for at, block in enumerate(located.entry.blocks):
            route: Route = ("blocks", at)
            if isinstance(block, Table):
                yield from _unclear_columns(located, block, route)
                yield from _unknown_columns(located, block, route)
                shown = [column.shows for column in block.columns if column.shows]
                yield from _nothing_to_show(graph, located, block, shown, route)
            elif isinstance(block, Printed):
                yield from _nothing_to_show(graph, located, block, [block.shows], route)


def _unclear_columns(located: Located, table: Table, route: Route) -> Iterator[Diagnostic]:
    for at, column in enumerate(table.columns):
        told = [name for name in ("tick", "choices", "shows") if getattr(column, name)]
        if len(told) > 1:
            message = f"the column `{column.id}` has {listed(told)} at once"
            place = located.key_span((*route, "columns", at, told[1]))
            yield Diagnostic(Code.UNCLEAR_COLUMN, message, place, f"keep `{told[0]}` or `{told[1]}`")


def _unknown_columns(located: Located, table: Table, route: Route) -> Iterator[Diagnostic]:
    known = [column.id for column in table.columns[1:]]
    for at, row in enumerate(table.rows):
        for name in row.cells:
            if name not in known:
                hint = did_you_mean(name, known) or f"known here: {listed(known)}"
                place = located.key_span((*route, "rows", at, "cells", name))
                message = f"`{name}` is no column beside the first of this table"
                yield Diagnostic(Code.UNKNOWN_COLUMN, message, place, hint)


def _nothing_to_show(
    graph: Graph, located: Located, block: Table | Printed, shown: list[Shown], route: Route
) -> Iterator[Diagnostic]:
    for at, ref in enumerate(block.entries):
        found = graph.entries.get(ref)
        for field in shown:
            if found and not hasattr(found.entry, field):
                message = f"`{ref}` is a {found.kind.name}, which has no `{field}`"
                place = located.span((*route, "entries", at))
                yield Diagnostic(
                    Code.NOTHING_TO_SHOW, message, place, "name an entry that has it, or show another field"
                )

"""Two things on a sheet with one id: what is written in one would stand in the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks import Block, Side, TwoColumns
from generator.model.entry import Part

Named = tuple[str, Route]
"""An id and where it stands."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Worksheet):
            blocks = [(block.id, ("blocks", at, "id")) for at, block in enumerate(located.entry.blocks)]
            yield from _repeated(located, "block of this sheet", blocks)
            for at, block in enumerate(located.entry.blocks):
                for name, ids in _within(block, ("blocks", at)):
                    yield from _repeated(located, f"of the `{name}` of this block", ids)


def _within(block: Block, route: Route) -> Iterator[tuple[str, list[Named]]]:
    """The ids of each list in a block, by the name of the list."""
    if isinstance(block, TwoColumns):
        sides: tuple[tuple[str, Side], ...] = (("left", block.left), ("right", block.right))
        yield "columns", [(side.id, (*route, name, "id")) for name, side in sides]
    for name in type(block).model_fields:
        value = getattr(block, name)
        if isinstance(value, tuple):
            yield name, [(item.id, (*route, name, at, "id")) for at, item in enumerate(value) if _has_id(item)]


def _has_id(item: object) -> bool:
    return isinstance(item, Part) and "id" in type(item).model_fields


def _repeated(located: Located, what: str, ids: Iterable[Named]) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for found_id, route in ids:
        place = located.span(route)
        other = first.setdefault(found_id, place)
        if other is not place:
            yield Diagnostic(
                Code.REPEATED_FIELD_ID,
                f"another {what} has the id `{found_id}` already",
                place,
                "give the newer of the two another id; what people have written is kept under the older one",
                related=((other, "first given here"),),
            )

"""The references that an entry declares, whether or not they lead anywhere.

Rules count what was written. A reference that leads nowhere is reported as such; to report in addition that
one is missing would send its author the wrong way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.place import Route, Span
from generator.model.entry import Link
from generator.model.values import Line


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or reference as written in an entry. Mentions in running text are none."""

    relation: str
    target: str
    why: Line | None
    route: Route

    @property
    def to_route(self) -> Route:
        """The route of the target's id; a bare id is at the route itself, where spans are looked up next."""
        return (*self.route, "to")


def references(located: Located, *relations: str) -> Iterator[Reference]:
    """What the entry refers to by the named relations, or by all."""
    for route, value, relation in located.references:
        name = relation.name if relation else str(route[1])
        if not relations or name in relations:
            link = value if isinstance(value, Link) else None
            yield Reference(name, link.to if link else str(value), link.why if link else None, route)


def leads_to(graph: Graph, located: Located, relation: str, kinds: frozenset[str]) -> bool:
    """Whether the entry refers to an entry of one of `kinds`. One that does not exist might have been one."""
    found = (graph.entries.get(r.target) for r in references(located, relation))
    return any(target is None or target.kind.name in kinds for target in found)


def links_place(located: Located, relation: str) -> Span:
    """Where links of this relation are or would be."""
    for route in (("links", relation), ("links",)):
        if (*located.prefix, *route) in located.document.keys:
            return located.key_span(route)
    return located.place

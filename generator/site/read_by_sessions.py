"""The pages whose texts run sheets of sessions take."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.session_plan import SessionPlan
from generator.model import addresses
from generator.sessions.compiled import BLOCK_KINDS
from generator.site.site_context import SiteContext


def read_by_sessions(shared: SiteContext) -> Iterator[str]:
    """Their addresses; `*` is any page of a folder."""
    graph = shared.graph
    for kind in (*BLOCK_KINDS, "session-plan"):
        if kind in shared.order:
            yield addresses.entry(graph.kinds.by_name[kind].plural, "*")
    used = (
        graph.entries[use.to]
        for plan in (located.entry for located in graph.of_kind("session-plan"))
        if isinstance(plan, SessionPlan)
        for block in plan.blocks
        for use in block.uses
    )
    yield from dict.fromkeys(located.url for located in used if located.kind.name not in BLOCK_KINDS)

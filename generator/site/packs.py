"""What the page on which packs are put together is asked for: what a group gets of an entry, for how many people."""

from __future__ import annotations

from generator.content.located import Located
from generator.kinds.handouts import HANDED_OUT
from generator.kinds.path import Path
from generator.kinds.session_plan import SessionPlan
from generator.site.site_context import SiteContext

PEOPLE = 12
"""For how many people a pack is printed if nothing says it."""


def pack_query(shared: SiteContext, located: Located | None) -> str:
    """The query that asks for a sheet, or for the sheets of a path or of a session; empty if there are none."""
    if located is None:
        return ""
    entry, graph = located.entry, shared.graph
    if shared.has_pdfs and shared.downloads.get(located.id) and not isinstance(entry, SessionPlan):
        return f"people=1&sheets={located.id}"  # as many as somebody needs who looks at it
    if not isinstance(entry, Path | SessionPlan):
        return ""
    people = entry.people.planned if isinstance(entry, SessionPlan) else PEOPLE
    named = dict.fromkeys(edge.target for edge in graph.out(located.id))
    sheets = [target for target in named if graph.entries[target].kind.name in HANDED_OUT]
    if sheets and shared.has_pdfs and isinstance(entry, SessionPlan):
        sheets.append(located.id)
    return f"people={people}&sheets={','.join(sheets)}" if sheets else ""

"""A lesson without a checklist or conversation to try it with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._references import leads_to, links_place
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

TOOLS = frozenset({"checklist", "conversation"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name != "lesson" or _has_tool(graph, located):
            continue
        yield Diagnostic(
            Code.LESSON_WITHOUT_TOOL,
            f"the lesson `{located.id}` has no checklist or conversation to try it with",
            links_place(located, "use"),
            "add under `links:` and `use:` the id of a checklist or conversation, with a `why:`",
            severity=Severity.WARNING,
        )


def _has_tool(graph: Graph, located: Located) -> bool:
    names = [relation.name for relation in located.kind.relations]
    if any(leads_to(graph, located, name, TOOLS) for name in names):
        return True
    return any(graph.entries[edge.source].kind.name in TOOLS for edge in graph.into(located.id))

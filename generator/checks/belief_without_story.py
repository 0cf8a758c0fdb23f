"""A belief pair that no story makes visible."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name != "belief-pair" or _has_story(graph, located.id):
            continue
        yield Diagnostic(
            Code.BELIEF_WITHOUT_STORY,
            f"no story shows the belief pair `{located.id}` at work",
            located.place,
            f"add `to: {located.id}` under `illustrates:` in the story that fits, or name a story under `links:` here",
            severity=Severity.WARNING,
        )


def _has_story(graph: Graph, entry_id: str) -> bool:
    ends = [edge.target for edge in graph.out(entry_id)] + [edge.source for edge in graph.into(entry_id)]
    return any(graph.entries[end].kind.name == "story" for end in ends)

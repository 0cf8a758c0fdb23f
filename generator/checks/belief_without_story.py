"""A belief pair that no story makes visible."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("belief-without-story", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at if graph.is_whole else ():
        if located.kind.name != "belief-pair" or _has_story(graph, located.id):
            continue
        yield Diagnostic(
            CODE,
            f"no story illustrates the belief pair `{located.id}`",
            located.place,
            f"add `to: {located.id}` under `illustrates:` in the story that fits, or name a story under `links:` here",
        )


def _has_story(graph: Graph, entry_id: str) -> bool:
    ends = [edge.target for edge in graph.out(entry_id)] + [edge.source for edge in graph.into(entry_id)]
    return any(graph.entries[end].kind.name == "story" for end in ends)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: No story shows the belief pair at work.
why: People recognise a belief in somebody else's story before they find it in themselves.
example:
  content/stories/andy.yml: |
    links:
      illustrates:
        - to: slow-down
          why: What a minute of waiting is worth.
message: no story illustrates the belief pair `who-knows-best`
repair: >-
  Name the belief pair under `illustrates:` in the story that fits, or name a story under `links:` of the belief pair.
repaired:
  content/stories/andy.yml: |
    links:
      illustrates:
        - to: slow-down
          why: What a minute of waiting is worth.
        - to: who-knows-best
          why: He knew his field and still let the buyer speak first.
""",
)

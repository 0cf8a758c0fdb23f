"""A lesson without a checklist or conversation to try it with."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import leads_to, links_place
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("lesson-without-tool", Severity.WARNING, Topic.EDITORIAL)

TOOLS = frozenset({"checklist", "conversation"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.with_sure_links if graph.is_whole else ():
        if located.kind.name != "lesson" or _has_tool(graph, located):
            continue
        yield Diagnostic(
            CODE,
            f"the lesson `{located.id}` has no checklist or conversation to try it with",
            links_place(located, "use"),
            "add under `links:` and `use:` the id of a checklist or conversation, with a `why:`",
            about=("links", "use"),
        )


def _has_tool(graph: Graph, located: Located) -> bool:
    names = [relation.name for relation in located.kind.relations]
    if any(leads_to(graph, located, name, TOOLS) for name in names):
        return True
    return any(graph.entries[edge.source].kind.name in TOOLS for edge in graph.into(located.id))


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "lesson":
        yield Requirement(("links", "use"), "tool", required=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A lesson has neither a checklist nor a conversation to try it with.
why: A lesson that one can only agree with changes nothing on Monday.
example:
  content/lessons/lead-dont-follow.yml: |
    links:
      goes_with:
        - to: slow-down
          why: How to find out where they want you to lead.
      next:
        - to: who-knows-best
          why: The belief that makes leading feel rude.
message: the lesson `lead-dont-follow` has no checklist or conversation to try it with
repair: Add the id of a checklist or conversation under `use:`, or let one of those link to the lesson.
repaired:
  content/lessons/lead-dont-follow.yml: |
    links:
      use:
        - to: meeting-checklist
          why: Settle your one proposal before you go in.
      next:
        - to: who-knows-best
          why: The belief that makes leading feel rude.
""",
)

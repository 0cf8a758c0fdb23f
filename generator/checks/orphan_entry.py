"""An entry that nothing leads to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.relation import OUTSIDE_LINKS

CODE = Code("orphan-entry", Severity.WARNING, Topic.EDITORIAL)

EXEMPT = frozenset({"source", "audience", "moment", "term"})
"""The home page and facts beside each entry lead to these; terms have a rule of their own, `unused_term`."""


def orphans(graph: Graph) -> Iterator[Located]:
    """The entries that no other page leads to."""
    for located in graph.looked_at:
        # What the entry declares counts as well, because the page at the other end shows it.
        shown_there = any(edge.relation.name not in OUTSIDE_LINKS for edge in graph.out(located.id))
        if not (located.kind.name in EXEMPT or shown_there or graph.into(located.id)):
            yield located


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in orphans(graph) if graph.is_whole else ():
        yield Diagnostic(
            CODE,
            f"no other page links to `{located.id}`",
            located.place,
            f"link to it where somebody would need it: `to: {located.id}` under `links:`, or `[[{located.id}|words]]`",
        )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: No other page links to this entry, and it links to none.
why: It can be found by searching only. Most readers come to a page from another one.
example:
  content/practices/be-here.yml: |
    title: Be here
    links: {}
message: no other page links to `be-here`
repair: >-
  Ask in which entry a reader would need this one, and link to it there. A link from here counts as well, because the
  other page shows it.
repaired:
  content/practices/be-here.yml: |
    title: Be here
    links:
      goes_with:
        - to: mineral-rights
          why: An hour in which they notice whether you are there.
""",
)

"""A link that gives no reason to follow it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import references
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("missing-why", Severity.WARNING, Topic.EDITORIAL)

NEEDS_WHY = frozenset({"links", "offers", "start_with"})
"""The fields whose links are listed together for a reader to choose from."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        for reference in references(located):
            if reference.why is not None or reference.route[0] not in NEEDS_WHY:
                continue
            if reference.target not in graph.known:
                continue  # that there is no such entry is reported elsewhere, and what is written may be the reason
            yield Diagnostic(
                CODE,
                f"the link to `{reference.target}` has no reason",
                located.span(reference.to_route),
                f"write `- to: {reference.target}`, and under it `why:` with what the reader gains there",
                about=(*reference.route, "why"),
            )


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    for field in sorted(NEEDS_WHY & kind.model.model_fields.keys()):
        lists = [(field, relation.name) for relation in kind.relations] if field == "links" else [(field,)]
        yield from (Requirement((*route, "*", "why"), "why", required=True) for route in lists)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A link does not say why one would follow it.
why: A page shows several links, and the reader has ten minutes. They choose by the reason.
example:
  content/practices/slow-down.yml: |
    links:
      goes_with: [mineral-rights]
      use: [meeting-checklist]
message: the link to `mineral-rights` has no reason
repair: Write the id after `to:` and the reason after `why:`. Say what the reader gains there.
repaired:
  content/practices/slow-down.yml: |
    links:
      goes_with:
        - to: mineral-rights
          why: The hour in which patience pays.
      use:
        - to: meeting-checklist
          why: Five lines to tick before you leave the house.
""",
)

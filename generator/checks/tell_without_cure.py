"""A tell that names no practice against it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import leads_to, links_place
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("tell-without-cure", Severity.WARNING, Topic.EDITORIAL)

CURES = frozenset({"practice"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.with_sure_links:
        if located.kind.name != "tell" or leads_to(graph, located, "cured_by", CURES):
            continue
        yield Diagnostic(
            CODE,
            f"the tell `{located.id}` names no practice that helps against it",
            links_place(located, "cured_by"),
            "add under `links:` and `cured_by:` the id of a practice, with a `why:`",
            about=("links", "cured_by"),
        )


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "tell":
        yield Requirement(("links", "cured_by"), "practice", required=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A tell names no practice that helps against it.
why: >-
  Somebody who has recognised a sign wants to do something about it. A checklist or a talk is useful in
  addition, but does not replace a practice.
example:
  content/tells/price-based.yml: |
    links:
      cured_by:
        - to: mineral-rights
          why: The hour in which you hear what the price is standing in for.
      next:
        - to: andy
          why: What a minute of waiting is worth.
message: the tell `price-based` names no practice that helps against it
repair: Add the id of a practice under `cured_by:`.
repaired:
  content/tells/price-based.yml: |
    links:
      cured_by:
        - to: slow-down
          why: Find out what they would pay for besides the cheapest line.
      next:
        - to: andy
          why: What a minute of waiting is worth.
""",
)

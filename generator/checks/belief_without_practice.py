"""A belief pair that stays a matter of belief: nothing shows how to act on its right side."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import leads_to, links_place
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("belief-without-practice", Severity.WARNING, Topic.EDITORIAL)

DEEDS = frozenset({"practice", "lesson"})


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.with_sure_links:
        if located.kind.name != "belief-pair" or leads_to(graph, located, "practised_in", DEEDS):
            continue
        yield Diagnostic(
            CODE,
            f"the belief pair `{located.id}` names no practice or lesson for its right side",
            links_place(located, "practised_in"),
            "add under `links:` and `practised_in:` the id of a practice or lesson, with a `why:`",
            about=("links", "practised_in"),
        )


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "belief-pair":
        yield Requirement(("links", "practised_in"), "practice", required=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A belief pair names no practice or lesson in which one acts on its right side.
why: Beliefs change by doing. Without something to do the page asks for a resolution, and those last a week.
example:
  content/belief-pairs/who-knows-best.yml: |
    links:
      shows_as:
        - to: price-based
          why: What is left when everybody builds to the same list.
message: the belief pair `who-knows-best` names no practice or lesson for its right side
repair: Add the id of a practice or lesson under `practised_in:`.
repaired:
  content/belief-pairs/who-knows-best.yml: |
    links:
      practised_in:
        - to: lead-dont-follow
          why: The four things to settle before you may lead.
""",
)

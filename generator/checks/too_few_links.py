"""An entry whose page is a dead end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import links_place, references
from generator.checks._rule import Option, Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.hierarchy import children_of, parent_of
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import listed
from generator.model.kind import Kind
from generator.model.relation import OUTSIDE_LINKS

CODE = Code("too-few-links", Severity.WARNING, Topic.EDITORIAL)

FEWEST = Option(CODE, "fewest", 2, 1, 20, "The fewest other pages that a page links to.")

EXEMPT = frozenset({"source"})
"""Everything that rests on a source is listed on its page."""


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    fewest = FEWEST.of(site)
    for located in graph.looked_at:
        targets = {reference.target for reference in references(located) if reference.relation not in OUTSIDE_LINKS}
        if len(targets) >= fewest or located.kind.name in EXEMPT or _leads_on(graph, located.id):
            continue
        found = _only(targets)
        noun = "page" if fewest == 1 else "pages"
        own, *general = sorted(located.kind.relations, key=lambda r: r.name in ("next", "use", "contrasts"))
        known = ", ".join(f"`{relation.name}:`" for relation in (own, *general))
        yield Diagnostic(
            CODE,
            f"this page links to {found}; links to at least {fewest} other {noun} are expected",
            links_place(located, ""),
            f"add a link with its reason to `links:`, under one of {known}",
            about=("links",),
        )


def _only(targets: set[str]) -> str:
    return f"only {listed(sorted(targets))}" if targets else "no other page"


def _leads_on(graph: Graph, entry_id: str) -> bool:
    """Whether the page leads to an entry above, and so to all beside it, or to entries below."""
    return parent_of(graph, entry_id) is not None or any(children_of(graph, entry_id))


def asked(kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
    if kind.name not in EXEMPT:
        yield Requirement(("links",), "links", {"n": FEWEST.of(site)}, required=True)


RULE = Rule(
    CODE,
    check,
    options=(FEWEST,),
    asked=asked,
    explanation="""
what: The page links to fewer than two others.
why: >-
  A reader who is not helped yet has nowhere to go. Offers, steps and stations count as well as links. The moments and
  audiences of an entry, its sources and mentions in its text do not. An entry that belongs to another one, or to which
  others belong, needs none: its page leads up or down.
example:
  content/practices/slow-down.yml: |
    links:
      goes_with:
        - to: mineral-rights
          why: The hour in which patience pays.
message: this page links to only `mineral-rights`; links to at least 2 other pages are expected
repair: >-
  Think of what somebody would ask next: how do I say it, what do I tick, what pulls the other way? Link to that, with
  a reason.
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

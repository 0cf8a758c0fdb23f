"""A moment that offers too little to choose from, or more than anybody reads in a hurry."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._references import references
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("moment-out-of-range", Severity.WARNING, Topic.EDITORIAL)

FEWEST, MOST = 4, 12


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name != "moment":
            continue
        count = sum(1 for _ in references(located, "offers"))
        if FEWEST <= count <= MOST:
            continue
        few = count < FEWEST
        yield Diagnostic(
            CODE,
            f"the moment `{located.id}` offers {count} {'entry' if count == 1 else 'entries'}; "
            f"it should offer {FEWEST} to {MOST}",
            located.key_span(("offers",)),
            "add what else helps in this moment" if few else "keep what helps most; the others can name the moment",
        )


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "moment":
        yield Requirement(("offers",), "items", {"fewest": FEWEST, "most": MOST})


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: A moment offers fewer than four or more than twelve entries.
why: With fewer, the page is no help. With more, nobody with a meeting in an hour reads to the end.
example:
  content/moments/before-meeting.yml: |
    offers:
      - to: meeting-checklist
        why: Work down it now.
      - to: slow-down
        why: Half of the preparation is to leave time.
message: the moment `before-meeting` offers 2 entries; it should offer 4 to 12
repair: >-
  Add what else helps, or keep what helps most. Entries that name the moment under `moments:` are listed further down
  its page without being offered.
repaired:
  content/moments/before-meeting.yml: |
    offers:
      - to: meeting-checklist
        why: Work down it now.
      - to: slow-down
        why: Half of the preparation is to leave time.
      - to: mineral-rights
        why: If there is an hour, this is how to fill it.
      - to: price-based
        why: Look for this sign while you are there.
""",
)

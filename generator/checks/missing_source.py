"""An entry that says its substance comes from the sources, and does not say from which."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("missing-source", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if located.kind.name == "source" or entry.origin == "own" or entry.sources:
            continue
        said = "origin" in entry.model_fields_set
        yield Diagnostic(
            CODE,
            f"`origin` is `{entry.origin}`{'' if said else ' unless you say otherwise'}, but no source is named",
            located.span(("origin",)) if said else located.place,
            "add `sources:` with `- source:` and `where:`, or write `origin: own` if it is the playbook's own",
            about=("sources",),
        )


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name != "source":
        yield Requirement(("sources",), "sources", required=True, conditional=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: >-
  The entry says that its substance comes from the sources, and names none. Without a word about `origin`, that is
  what it says.
why: Readers want to know who says so, and the page shows it.
example:
  content/practices/slow-down.yml: |
    origin: assembled
    sources: []
message: "`origin` is `assembled`, but no source is named"
repair: >-
  Add `sources:` with the id of a source and the place in it, or write `origin: own` if it is the playbook's own.
repaired:
  content/practices/slow-down.yml: |
    origin: assembled
    sources:
      - source: handbook
        where: third chapter
""",
)

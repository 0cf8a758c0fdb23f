"""An entry that says its substance comes from the sources, and does not say from which."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if located.kind.name == "source" or entry.origin == "own" or entry.sources:
            continue
        said = "origin" in entry.model_fields_set
        yield Diagnostic(
            Code.MISSING_SOURCE,
            f"`origin` is `{entry.origin}`{'' if said else ' unless you say otherwise'}, but no source is named",
            located.span(("origin",)) if said else located.place,
            "add `sources:` with `- source:` and `where:`, or write `origin: own` if it is the playbook's own",
            severity=Severity.WARNING,
        )

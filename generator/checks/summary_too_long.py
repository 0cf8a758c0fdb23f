"""A summary that does not fit where it is shown: in lists, search results and link previews."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

LONGEST = 160


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        summary = located.entry.summary
        if len(summary) <= LONGEST:
            continue
        yield Diagnostic(
            Code.SUMMARY_TOO_LONG,
            f"the summary has {len(summary)} characters; {LONGEST} fit",
            Passage(located, ("summary",), summary).place(LONGEST, len(summary)),
            "keep to what the reader gets; the part marked here is too much",
            severity=Severity.WARNING,
        )

"""A summary that tells no more than the title."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._running_text import WORD
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if _words(located.entry.summary) == _words(located.entry.title):
            yield Diagnostic(
                Code.SUMMARY_REPEATS_TITLE,
                f"the summary `{located.entry.summary}` is the title again",
                located.span(("summary",)),
                "say in one sentence what the reader gets from this page",
                severity=Severity.WARNING,
            )


def _words(text: str) -> list[str]:
    return [word.strip(".,:;!?\"“”'‘’…").casefold() for word in WORD.findall(text)]

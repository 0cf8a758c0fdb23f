"""A summary that tells no more than the title."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.checks._running_text import WORD
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("summary-repeats-title", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if _words(located.entry.summary) == _words(located.entry.title):
            yield Diagnostic(
                CODE,
                f"the summary `{located.entry.summary}` only repeats the title",
                located.span(("summary",)),
                "say in one sentence what the reader gets from this page",
            )


def _words(text: str) -> list[str]:
    return [word.strip(".,:;!?\"“”'‘’…").casefold() for word in WORD.findall(text)]


RULE = Rule(
    CODE,
    check,
    explanation="""
what: The summary is the title again.
why: The summary is always shown below the title.
example:
  content/practices/slow-down.yml: |
    title: Slow it down
    summary: Slow it down.
message: the summary `Slow it down.` only repeats the title
repair: Say in one sentence what the reader gets from this page.
repaired:
  content/practices/slow-down.yml: |
    title: Slow it down
    summary: Take the clock off the table.
""",
)

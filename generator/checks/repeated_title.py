"""Two entries of one kind with the same title, which nobody can tell apart in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("repeated-title", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    alike: dict[tuple[str, str], list[Located]] = defaultdict(list)
    for located in graph.entries.values():
        alike[located.kind.name, located.entry.title.casefold()].append(located)
    for entries in alike.values():
        first, *others = sorted(entries, key=lambda e: e.place) if len(entries) > 1 else entries
        for located in others:
            yield Diagnostic(
                CODE,
                f"another {located.kind.noun} has the same title `{located.entry.title}`",
                located.span(("title",)),
                "add what tells them apart, or join the two entries",
                related=((first.span(("title",)), "the other entry"),),
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two entries of one kind have the same title.
why: In a list or among search results nobody can tell them apart.
example:
  content/practices/take-time.yml: |
    title: Slow it down
    minutes: 45
message: another practice has the same title `Slow it down`
repair: >-
  Put into one of the titles what makes the difference. If there is none, join the entries and keep the old id under
  `aliases:`.
repaired:
  content/practices/take-time.yml: |
    title: Book more time than you need
    minutes: 45
""",
)

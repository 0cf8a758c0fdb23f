"""Two entries of one series with the same number, so that their order is left to chance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("repeated-number", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    alike: dict[tuple[str, str, int], list[Located]] = defaultdict(list)
    for located in graph.entries.values():
        number = getattr(located.entry, "number", None)
        if isinstance(number, int):
            group = "" if located.kind.in_series else located.kind.group_of(located.entry)
            alike[located.kind.name, group, number].append(located)
    for (_, _, number), entries in alike.items():
        first, *others = sorted(entries, key=lambda e: e.place) if len(entries) > 1 else entries
        for located in others:
            yield Diagnostic(
                CODE,
                f"number {number} is already used by `{first.id}`",
                located.span(("number",)),
                "give each entry of the series a number of its own",
                related=((first.span(("number",)), "taken here"),),
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: Two entries of one series have the same number.
why: The number gives the order, and some pages show it. With the same number twice, one of the two is wrong.
example:
  content/tells/talked-at.yml: |
    title: They feel talked at
    number: 5
message: number 5 is already used by `price-based`
repair: >-
  Look up the place of both in their series. Each group of a kind counts for itself; dialogues count through all groups.
repaired:
  content/tells/talked-at.yml: |
    title: They feel talked at
    number: 6
""",
)

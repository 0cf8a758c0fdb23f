"""An entry that was reviewed, and still has the day by which that had to be done."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("review-by-past", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry, months = located.entry, site.review_months.get(located.kind.plural)
        if entry.reviewed and entry.review_by and entry.review_by <= entry.reviewed:
            otherwise = f"or remove it: then it is {months} months after `reviewed`" if months else "or remove it"
            yield Diagnostic(
                CODE,
                f"the entry was to be reviewed by {entry.review_by}, and was, on {entry.reviewed}",
                located.span(("review_by",)),
                f"write the day of the next review, {otherwise}",
            )


RULE = Rule(
    CODE,
    check,
    explanation="""
what: The day under `review_by` is not after that under `reviewed`.
why: The review is done, and the entry would be listed among those that need one for ever.
example:
  content/practices/slow-down.yml: |
    reviewed: 2026-03-01
    review_by: 2026-02-15
message: the entry was to be reviewed by 2026-02-15, and was, on 2026-03-01
repair: Write the day of the next review, or remove `review_by`.
repaired:
  content/practices/slow-down.yml: |
    reviewed: 2026-03-01
    review_by: 2027-03-01
""",
)

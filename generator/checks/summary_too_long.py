"""A summary that does not fit where it is shown: in lists, search results and link previews."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._rule import Option, Rule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("summary-too-long", Severity.WARNING, Topic.EDITORIAL)

LONGEST = Option(CODE, "longest", 160, 40, 1000, "The most characters of a summary.")


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    longest = LONGEST.of(site)
    for located in graph.looked_at:
        summary = located.entry.summary
        if len(summary) <= longest:
            continue
        yield Diagnostic(
            CODE,
            f"the summary has {len(summary)} characters; at most {longest} are allowed",
            Passage(located, ("summary",), summary).place(longest, len(summary)),
            "keep to what the reader gets; the part marked here is too much",
        )


def asked(_kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
    yield Requirement(("summary",), letters=LONGEST.of(site))


RULE = Rule(
    CODE,
    check,
    options=(LONGEST,),
    asked=asked,
    explanation="""
what: The summary has more than 160 characters.
why: Lists, search results and previews cut it off there, often in the middle of the point.
example:
  content/practices/slow-down.yml: |
    summary: >-
      Take the clock off the table, so that the client can find out what the talk needs to be about, however long that
      takes, and so that you hear what no agenda could have told you.
message: the summary has 176 characters; at most 160 are allowed
repair: Keep to what the reader gets. Put reasons and conditions on the page.
repaired:
  content/practices/slow-down.yml: |
    summary: Take the clock off the table, so that the client can find out what the talk needs to be about.
""",
)

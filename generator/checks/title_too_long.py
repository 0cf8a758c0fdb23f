"""A title that does not fit into navigation and search results."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._rule import Option, Rule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind

CODE = Code("title-too-long", Severity.WARNING, Topic.EDITORIAL)

LONGEST = Option(CODE, "longest", 100, 20, 1000, "The most characters of a title.")


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    longest = LONGEST.of(site)
    for located in graph.looked_at:
        title = located.entry.title
        if len(title) > longest:
            yield Diagnostic(
                CODE,
                f"the title has {len(title)} characters; at most {longest} are allowed",
                Passage(located, ("title",), title).place(longest, len(title)),
                "say it in fewer words, and move the rest to `summary`",
            )


def asked(_kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
    yield Requirement(("title",), letters=LONGEST.of(site))


RULE = Rule(
    CODE,
    check,
    options=(LONGEST,),
    asked=asked,
    explanation="""
what: The title has more than 100 characters.
why: Navigation, search results and the tabs of browsers cut it off, and links with it fill lines.
example:
  content/practices/slow-down.yml: |
    title: >-
      Take the clock off the table and put it into a drawer, so that the client has the time to find out what
      it is that they came to talk about
message: the title has 138 characters; at most 100 are allowed
repair: Say it in fewer words, and move the rest to `summary`.
repaired:
  content/practices/slow-down.yml: |
    title: Slow it down
""",
)

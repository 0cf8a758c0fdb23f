"""An entry that people will not find, because only the words of its own page lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks._asked import Requirement
from generator.checks._rule import Option, Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import shortened
from generator.model.kind import Kind

CODE = Code("missing-search-words", Severity.WARNING, Topic.EDITORIAL)

FEWEST = Option(CODE, "fewest_asked_as", 2, 0, 50, "The fewest lines under `asked_as`.")
MOST = Option(CODE, "most_asked_as", 12, 0, 50, "The most lines under `asked_as`.")

EXEMPT = frozenset({"term", "quotation", "figure", "source", "audience", "consequence"})
"""Kinds that one looks up by name or comes to from elsewhere. What anybody asks for needs search words."""


def _remedy(lines: Sequence[str]) -> str:
    """What to do about the number of lines. A hyphen within one of the `lines` starts no other."""
    for line in lines:
        first, hyphen, second = line.partition(" - ")
        if hyphen and first and second:
            return f"start a line of its own for each: `- {shortened(first)}` and `- {shortened(second)}`"
    return "write under `asked_as:` how somebody with the problem would say it to a colleague, one to a line"


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    fewest, most = FEWEST.of(site), MOST.of(site)
    for located in graph.looked_at:
        if located.kind.name in EXEMPT:
            continue
        if not located.entry.keywords:
            yield Diagnostic(
                CODE,
                f"`{located.id}` has no `keywords`",
                located.key_span(("keywords",)) if "keywords" in located.entry.model_fields_set else located.place,
                "add `keywords: [pace, hurry, pressure]`: words to search by that are in neither title nor summary",
                about=("keywords",),
            )
        count = len(located.entry.asked_as)
        if not fewest <= count <= most:
            yield Diagnostic(
                CODE,
                f"`{located.id}` has {count or 'no'} `asked_as`; {fewest} to {most} are expected",
                located.key_span(("asked_as",)) if "asked_as" in located.entry.model_fields_set else located.place,
                _remedy(located.entry.asked_as if count < fewest else ()),
                about=("asked_as",),
            )


def asked(kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
    if kind.name not in EXEMPT:
        yield Requirement(("keywords",), "keywords", required=True)
        numbers = {"fewest": FEWEST.of(site), "most": MOST.of(site)}
        yield Requirement(("asked_as",), "asked_as", numbers, required=FEWEST.of(site) > 0)


RULE = Rule(
    CODE,
    check,
    options=(FEWEST, MOST),
    asked=asked,
    explanation="""
what: The entry has no `keywords`, or fewer than two or more than twelve lines under `asked_as`.
why: >-
  People search with the words of their problem, which the page that helps rarely contains. These two fields contain
  such words. With too many of them an entry is found for everything.
example:
  content/practices/slow-down.yml: |
    keywords: [pace, hurry, pressure]
    asked_as:
      - they clam up as soon as I get to my point
message: "`slow-down` has 1 `asked_as`; 2 to 12 are expected"
repair: >-
  Under `keywords:` put three to six words that are in neither title nor summary. Under `asked_as:` write how
  somebody with the problem would say it to a colleague.
repaired:
  content/practices/slow-down.yml: |
    keywords: [pace, hurry, pressure]
    asked_as:
      - they clam up as soon as I get to my point
      - I always run out of time before it gets interesting
""",
)

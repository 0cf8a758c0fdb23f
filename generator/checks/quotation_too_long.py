"""Words quoted to the letter that are more than a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._rule import Option, Rule
from generator.checks._running_text import WORD
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.kinds.quotation import Quotation
from generator.kinds.source import Source
from generator.model.kind import Kind

CODE = Code("quotation-too-long", Severity.WARNING, Topic.EDITORIAL)

MOST_WORDS = Option(CODE, "most_words", 25, 5, 1000, "The most words of a literal quotation.")


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    most = MOST_WORDS.of(site)
    for located in graph.looked_at:
        for route, quote in _quotes(located):
            count = len(WORD.findall(quote))
            if count > most:
                yield Diagnostic(
                    CODE,
                    f"the quotation has {count} words; a literal quotation should have at most {most}",
                    located.span(route),
                    "quote the part that matters, and tell the rest in your own words",
                )


def _quotes(located: Located) -> Iterator[tuple[Route, str]]:
    match located.entry:
        case Quotation(quote=quote):
            yield ("quote",), quote
        case Source(titles=titles):
            for index, title in enumerate(titles):
                yield ("titles", index, "quote"), title.quote


def asked(kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
    numbers = {"n": MOST_WORDS.of(site)}
    if kind.name == "quotation":
        yield Requirement(("quote",), "words", numbers)
    if kind.name == "source":
        yield Requirement(("titles", "*", "quote"), "words", numbers)


RULE = Rule(
    CODE,
    check,
    options=(MOST_WORDS,),
    asked=asked,
    explanation="""
what: A quotation, or a title quoted from a source, has more than 25 words.
why: >-
  Quotations are for remembering, and nobody remembers more. Longer ones also take more of somebody's work than a
  quotation may.
example:
  content/quotations/no-hurry-quote.yml: |
    quote: >-
      Nobody was ever listened to in a hurry, and whoever says that there was no time has never counted the hours
      which not listening has cost.
message: the quotation has 26 words; a literal quotation should have at most 25
repair: Quote the part that matters, and tell the rest in your own words.
repaired:
  content/quotations/no-hurry-quote.yml: |
    quote: Nobody was ever listened to in a hurry.
""",
)

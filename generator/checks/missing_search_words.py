"""An entry that people will not find, because only the words of its own page lead to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity

FEWEST_QUESTIONS, MOST_QUESTIONS = 2, 5

EXEMPT = frozenset({"term", "quotation", "figure", "source", "audience", "consequence"})
"""Kinds that one looks up by name or comes to from elsewhere. What anybody asks for needs search words."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if located.kind.name in EXEMPT:
            continue
        if not located.entry.keywords:
            yield Diagnostic(
                Code.MISSING_SEARCH_WORDS,
                f"`{located.id}` has no `keywords`",
                located.key_span(("keywords",)) if "keywords" in located.entry.model_fields_set else located.place,
                "add `keywords: [pace, hurry, pressure]`: words to search by that stand in neither title nor summary",
                severity=Severity.WARNING,
            )
        count = len(located.entry.asked_as)
        if not FEWEST_QUESTIONS <= count <= MOST_QUESTIONS:
            yield Diagnostic(
                Code.MISSING_SEARCH_WORDS,
                f"`{located.id}` has {count or 'no'} `asked_as`; {FEWEST_QUESTIONS} to {MOST_QUESTIONS} are wanted",
                located.key_span(("asked_as",)) if "asked_as" in located.entry.model_fields_set else located.place,
                "write under `asked_as:` how somebody with the problem would say it to a colleague, one to a line",
                severity=Severity.WARNING,
            )
